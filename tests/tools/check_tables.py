# SPDX-License-Identifier: Apache-2.0
"""check_tables.py DIR: NetworkX, igraph and the csv module read the same graph from GraphML and the tables."""
import csv
import glob
import sys

import igraph
import networkx


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


failures = 0


def same(what, found, expected):
    global failures
    if found != expected:
        failures += 1
        print(f"{what}: found {found!r}, expected {expected!r}")


def compare(stem):
    nodes, edges = rows(stem + ".nodes.csv"), rows(stem + ".edges.csv")
    events = rows(stem + ".events")
    by_id = {node["Id"]: node["Label"] for node in nodes}
    pairs = sorted((edge["Source"], edge["Target"], edge["event_type"]) for edge in edges)

    nx = networkx.read_graphml(stem + ".graphml", force_multigraph=True)
    same(stem + " NetworkX nodes", {n: d["label"] for n, d in nx.nodes(data=True)}, by_id)
    same(stem + " NetworkX edges", sorted((a, b, d["type"]) for a, b, d in nx.edges(data=True)), pairs)

    ig = igraph.Graph.Read_GraphML(stem + ".graphml")
    same(stem + " igraph nodes", dict(zip(ig.vs["id"], ig.vs["label"])) if ig.vcount() else {}, by_id)
    found = sorted((ig.vs[e.source]["id"], ig.vs[e.target]["id"], e["type"]) for e in ig.es)
    same(stem + " igraph edges", found, pairs)

    same(stem + " events", sorted((e["source"], e["target"], e["type"]) for e in events), pairs)
    same(stem + " sentences", [e["text"] for e in events], [e["text"] for e in edges])
    neo4j = rows(stem + ".neo4j.edges.csv")
    same(stem + " neo4j", sorted((e[":START_ID"], e[":END_ID"], e[":TYPE"]) for e in neo4j), pairs)
    return len(edges)


stems = sorted(path[: -len(".graphml")] for path in glob.glob(sys.argv[1] + "/*.graphml"))
assert stems, "there are samples"
for stem in stems:
    print(stem, compare(stem), "relations")
hostile = rows(sys.argv[1] + "/hostile.nodes.csv")
assert '"Bob" & \'Eve\'' in hostile[0]["Label"] and "\nline" in hostile[0]["Label"], hostile
sys.exit(failures > 0)
