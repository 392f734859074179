// SPDX-License-Identifier: Apache-2.0
// node count_in_oxigraph.mjs FILE.nq FILE...: loads each file into an Oxigraph of its own and asks it the same
// questions. The relations by type are counted in the lines of the N-Quads, too. Uses no network.
import {readFileSync} from 'node:fs';
import oxigraph from 'oxigraph';

const formats = {
  nq: 'application/n-quads',
  trig: 'application/trig',
  jsonld: 'application/ld+json',
  ttl: 'text/turtle',
};
const typePredicate = '<urn:entente:term:eventType>';
const questions = {
  'relations by type': `SELECT ?type (COUNT(DISTINCT ?relation) AS ?n)
    WHERE { ?relation a <https://schema.org/Action> ; ${typePredicate} ?type } GROUP BY ?type`,
  'plain triples that relations state': `SELECT ?p (COUNT(DISTINCT *) AS ?n) WHERE {
    ?relation <http://www.w3.org/1999/02/22-rdf-syntax-ns#subject> ?s ;
      <http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate> ?p ;
      <http://www.w3.org/1999/02/22-rdf-syntax-ns#object> ?o . ?s ?p ?o } GROUP BY ?p`,
  'names': 'SELECT ?name (COUNT(DISTINCT ?who) AS ?n) WHERE { ?who <https://schema.org/name> ?name } GROUP BY ?name',
};

function answer(store, question) {
  const rows = store.query(question, {use_default_graph_as_union: true});
  return rows.map(row => [...row.values()].map(term => term.value).join(' ')).sort().join('\n');
}

function load(file) {
  const store = new oxigraph.Store();
  store.load(readFileSync(file, 'utf8'), {format: formats[file.split('.').pop()]});
  return store;
}

function typesOfLines(file) {
  const relations = new Map();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [relation, predicate, type] = line.split(' ');
    if (predicate === typePredicate)
      relations.set(relation, type.slice(1, -1));
  }
  const counts = new Map();
  for (const type of relations.values())
    counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].map(([type, n]) => `${type} ${n}`).sort().join('\n');
}

const [first, ...others] = process.argv.slice(2);
const measure = load(first);
let failed = false;
function same(what, found, expected) {
  if (found === expected)
    return;
  failed = true;
  console.log(`${what}: expected\n${expected}\nfound\n${found}`);
}

same(`${first}: relations by type`, answer(measure, questions['relations by type']), typesOfLines(first));
for (const file of others) {
  const store = load(file);
  if (!file.endsWith('.ttl')) // Turtle has no graphs
    same(`${file}: quads`, `${store.size}`, `${measure.size}`);
  for (const [what, question] of Object.entries(questions))
    same(`${file}: ${what}`, answer(store, question), answer(measure, question));
}
console.log(`${first}: ${measure.size} quads in Oxigraph`);
process.exit(failed ? 1 : 0);
