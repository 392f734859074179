// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_SNAPSHOT_HPP
#define ENTENTE_GRAPH_SNAPSHOT_HPP

#include "graph/relation_graph.hpp"
#include "graph/store.hpp"

#include <filesystem>
#include <string>

namespace entente {

/// The graph that a store holds, as a view that questions are asked of.
///
/// It is mapped from the snapshot beside the graph file (`relations.db.snapshot`), which is made or brought
/// up to date first where the file has moved on: what was added is laid onto the old snapshot, and what
/// replaced statements said is left out; after changes by other programs all is read. Relation keys are those
/// of Store::find_relation. Several processes share one snapshot; deleting it loses nothing. Where it can't
/// be written, the graph is in memory. A snapshot that is cut short, of another graph file, from another
/// machine or damaged is not used.
///
/// Milliseconds where the snapshot is up to date, whatever its size; else a fifth of a second for a million
/// relations, on as many threads as the machine runs at once.
RelationGraph open_graph(const Store& store);

/// The graph that a store holds, read into memory; no file is looked at or written.
RelationGraph read_graph(const Store& store);

/// Where the snapshot of a graph file is.
std::filesystem::path snapshot_file(const std::filesystem::path& graph_file);

/// What is wrong with a store's snapshot, in words: "it is cut short". Empty where it is sound, is only older
/// than the store, or is not there. Reads all of it.
std::string snapshot_fault(const Store& store);

} // namespace entente

#endif
