// SPDX-License-Identifier: Apache-2.0
// node same_dataset.mjs FILE... : whether the files, of whatever RDF syntax, hold the same dataset. The first is
// the measure; a Turtle file is compared with the union of its graphs. Uses jsonld.js and N3.js, and no network.
import {readFileSync} from 'node:fs';
import jsonld from 'jsonld';
import N3 from 'n3';

const noNetwork = url => { throw new Error(`would need the network for ${url}`); };

async function jsonldQuads(document) {
  const nquads = await jsonld.toRDF(document, {format: 'application/n-quads', documentLoader: noNetwork});
  return new N3.Parser({format: 'N-Quads'}).parse(nquads);
}

async function quads(file) {
  const text = readFileSync(file, 'utf8');
  if (file.endsWith('.jsonld'))
    return jsonldQuads(JSON.parse(text));
  if (file.endsWith('.ndjsonld')) {
    const all = [];
    for (const line of text.split('\n').filter(line => line !== ''))
      all.push(...await jsonldQuads(JSON.parse(line)));
    return all;
  }
  const format = file.endsWith('.nq') ? 'N-Quads' : file.endsWith('.trig') ? 'TriG' : 'Turtle';
  return new N3.Parser({format}).parse(text);
}

// Our output has no blank nodes, so that the sorted N-Quads are the canonical form (RDFC-1.0).
function canonical(quads, union) {
  const lines = new Set();
  for (const quad of quads) {
    if ([quad.subject, quad.object, quad.graph].some(term => term.termType === 'BlankNode'))
      throw new Error('there is a blank node');
    const graph = union ? '' : ` ${JSON.stringify(quad.graph.value)}`;
    const object = quad.object.termType === 'Literal'
      ? `${JSON.stringify(quad.object.value)}^^${quad.object.datatype.value}@${quad.object.language}`
      : quad.object.value;
    lines.add(`${quad.subject.value} ${quad.predicate.value} ${object}${graph}`);
  }
  return [...lines].sort();
}

const files = process.argv.slice(2);
let first;
for (const file of files) {
  const found = await quads(file);
  first ??= found;
  const union = file.endsWith('.ttl');
  const [want, have] = [canonical(first, union), canonical(found, union)];
  const missing = want.filter(line => !have.includes(line));
  const extra = have.filter(line => !want.includes(line));
  if (missing.length + extra.length > 0) {
    console.log(`${file} is not ${files[0]}: lacks ${missing.length}, has ${extra.length} more`);
    for (const line of missing.slice(0, 5)) console.log(`- ${line}`);
    for (const line of extra.slice(0, 5)) console.log(`+ ${line}`);
    process.exit(1);
  }
  console.log(`${file}: ${have.length} quads`);
}
