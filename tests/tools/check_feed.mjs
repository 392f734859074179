// SPDX-License-Identifier: Apache-2.0
// node check_feed.mjs DIR NQUADS: serves DIR as any web server would, follows the feed from its view to the end as a
// TREE client does, and compares what it has then with NQUADS.
import {createServer} from 'node:http';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import jsonld from 'jsonld';
import N3 from 'n3';

const [directory, nquads] = process.argv.slice(2);
const server = createServer((request, response) => {
  try {
    const body = readFileSync(path.join(directory, path.basename(request.url)));
    response.writeHead(200, {'content-type': 'application/ld+json'}).end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
const root = `http://127.0.0.1:${server.address().port}/`;

async function load(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  const text = await jsonld.toRDF(await answer.json(), {base: url, format: 'application/n-quads',
    documentLoader: other => { throw new Error(`would load ${other}`); }});
  return new N3.Store(new N3.Parser({format: 'N-Quads'}).parse(text));
}

const tree = name => N3.DataFactory.namedNode(`https://w3id.org/tree#${name}`);
const startTime = N3.DataFactory.namedNode('https://schema.org/startTime');
const one = (store, subject, property) => store.getObjects(subject, property, null)[0];
const fail = message => { console.log(message); process.exitCode = 1; };

const feed = N3.DataFactory.namedNode(`${root}index.jsonld#feed`);
const members = new Map();
const quads = new Set();
const queue = [`${root}index.jsonld`];
const visited = new Set();
while (queue.length > 0) {
  const url = queue.shift();
  if (visited.has(url)) continue;
  visited.add(url);
  const page = await load(url);
  const here = page.getObjects(feed, tree('member'), null);
  for (const member of here) {
    if (members.has(member.value)) fail(`${member.value} is in two pages`);
    members.set(member.value, {url, date: one(page, member, startTime)?.value});
  }
  for (const q of page) quads.add(JSON.stringify([q.subject.value, q.predicate.value, q.object.value, q.graph.value]));
  for (const relation of page.getObjects(null, tree('relation'), null)) {
    const next = one(page, relation, tree('node')).value;
    queue.push(next);
    (visited.bounds ??= []).push({next, type: one(page, relation, N3.DataFactory.namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type')).value,
      value: one(page, relation, tree('value'))?.value});
  }
}
server.close();
for (const {next, type, value} of visited.bounds ?? [])
  for (const [member, {url, date}] of members)
    if (url === next && value && (type.endsWith('#GreaterThanOrEqualToRelation') ? date < value : date > value))
      fail(`${member} of ${date} is beyond ${value} in ${next}`);

const whole = new N3.Store(new N3.Parser({format: 'N-Quads'}).parse(readFileSync(nquads, 'utf8')));
const type = N3.DataFactory.namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type');
const relations = whole.getSubjects(type, N3.DataFactory.namedNode('urn:entente:term:Relation'), null);
if (relations.length !== members.size) fail(`the feed has ${members.size} members, the graph ${relations.length} relations`);
for (const q of whole)
  if (q.graph.value !== '' && !quads.has(JSON.stringify([q.subject.value, q.predicate.value, q.object.value, q.graph.value])))
    fail(`the feed lacks ${q.subject.value} ${q.predicate.value} ${q.object.value}`);
console.log(`${visited.size - 1} pages, ${members.size} members`);
