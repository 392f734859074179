// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_CLI_IMPORT_GRAPH_HPP
#define ENTENTE_CLI_IMPORT_GRAPH_HPP

#include <string>
#include <vector>

namespace entente::cli {

/// Whether a file is by its name a graph that `entente export` wrote: .jsonld, .ndjsonld or .nq.
bool is_exported_graph(const std::string& file);

/// Takes those out of `files`, for a command that reads others, too.
std::vector<std::string> take_exported_graphs(std::vector<std::string>& files);

/// Reads such files into the graph file, which is made where there is none; what it has already stays. Says
/// on standard error what was read and refused. True where nothing was refused.
bool import_graphs(const std::string& graph, const std::vector<std::string>& files);

} // namespace entente::cli

#endif
