// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_ACTOR_INDEX_HPP
#define ENTENTE_GRAPH_ACTOR_INDEX_HPP

#include "graph/relation_graph.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Finds the parties of a graph by code, by name and by the names of the persons who act for them, whatever
/// the case, accents, punctuation and a leading "the".
///
/// It knows the names that the graph holds and no others: demonyms and the like are the gazetteer's. The
/// graph must outlive it.
class ActorIndex {
public:
    explicit ActorIndex(const RelationGraph& graph);

    /// Nothing where no party, and no person of only one party, has the name.
    std::optional<RelationGraph::Vertex> find(std::string_view text) const;

    /// A name of the graph that is like one that was asked for.
    struct Suggestion {
        RelationGraph::Vertex vertex = 0;
        /// As the graph has it.
        std::string name;
        /// Letters to change, leave out or put in.
        std::size_t distance = 0;
    };
    /// The likest names, at most one a party, nearest first; none that share less than half of their letters.
    std::vector<Suggestion> nearest(std::string_view text, std::size_t most = 3) const;

private:
    struct Entry {
        RelationGraph::Vertex vertex;
        std::string name;
        /// 0 code, 1 name, 2 person: a lower one hides a higher.
        int rank;
        bool ambiguous;
    };
    void add(std::string_view name, RelationGraph::Vertex vertex, int rank);

    const RelationGraph* graph_;
    std::map<std::string, Entry, std::less<>> entries_;
};

/// The text in the form in which names are compared: folded to lower case without accents and punctuation,
/// single spaces, no leading "the".
std::string folded_name(std::string_view text);

} // namespace entente

#endif
