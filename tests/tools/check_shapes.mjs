// SPDX-License-Identifier: Apache-2.0
// node check_shapes.mjs SHAPES VOCABULARY NQUADS...: whether each dataset satisfies the shapes (they must refuse
// what is broken, too), and whether the vocabulary says what each term of ours is.
import {readFileSync} from 'node:fs';
import N3 from 'n3';
import SHACLValidator from 'rdf-validate-shacl';

const {DataFactory: {namedNode, literal, quad}} = N3;
const [shapesFile, vocabularyFile, ...files] = process.argv.slice(2);
const parse = (file, format) => new N3.Parser({format}).parse(readFileSync(file, 'utf8'));
const union = quads => new N3.Store(quads.map(q => quad(q.subject, q.predicate, q.object)));
let failures = 0;
const fail = message => { console.log(message); ++failures; };

const shapes = union(parse(shapesFile, 'Turtle'));
const vocabulary = union(parse(vocabularyFile, 'Turtle'));
const validator = new SHACLValidator(shapes);

const broken = store => {
  const some = store.getSubjects(namedNode('urn:entente:term:confidence'), null)[0];
  if (some === undefined) return;
  const worse = new N3.Store(store.getQuads());
  worse.addQuad(some, namedNode('urn:entente:term:confidence'), literal('high'));
  return worse;
};

for (const file of files) {
  const data = union(parse(file, 'N-Quads'));
  const report = await validator.validate(data);
  for (const result of report.results.slice(0, 5))
    fail(`${file}: ${result.focusNode?.value} ${JSON.stringify(result.path?.value)} ${result.message.map(m => m.value)}`);
  const worse = broken(data);
  if (worse && (await validator.validate(worse)).conforms) fail(`${file}: the shapes take a confidence of "high"`);
  const unknown = new Set();
  for (const q of data)
    for (const term of [q.predicate, q.object])
      if (/^urn:entente:(term|plover|mode|context):/.test(term.value) && term.termType === 'NamedNode' &&
          vocabulary.getQuads(term, null, null).length === 0)
        unknown.add(term.value);
  for (const term of unknown) fail(`${file}: the vocabulary lacks ${term}`);
  console.log(`${file}: ${data.size} triples, ${report.conforms ? 'conforms' : 'does not conform'}`);
}
process.exit(failures > 0 ? 1 : 0);
