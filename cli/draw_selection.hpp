// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_CLI_DRAW_SELECTION_HPP
#define ENTENTE_CLI_DRAW_SELECTION_HPP

#include "cli/command_line.hpp"
#include "export/store_source.hpp"

#include <string>
#include <vector>

namespace entente {
class Gazetteer;
}

namespace entente::cli {

/// Which relations a user wants to see; what is empty doesn't choose.
struct DrawSelection {
    std::vector<std::string> between;
    /// With `between`: the parties that have relations with both, too.
    bool shared = false;
    std::string around;
    unsigned hops = 1;
    /// Parties, regions, or one organization, which stands for its members.
    std::vector<std::string> among;
    /// A question in openCypher, whose answer is drawn.
    std::string query;
    std::string about;
    std::vector<std::string> types;
    std::string since;
    std::string until;
};

/// The test that a selection stands for, and what to call the picture.
struct Selected {
    FilteredSource::Test test;
    std::string title;
    /// What to say where nothing passes the test; empty for a pair.
    std::string nothing;
};

/// Adds the options that make a selection.
void add_selection_options(const Command& command, DrawSelection& selection);

/// Throws UsageError for names that nobody has. Looks through the relations of `graph` where the
/// selection needs it.
Selected select(const DrawSelection& selection, const Gazetteer& gazetteer, const GraphSource& graph);

/// What to say where no relation of `graph` passes the test; for a pair, which other pair has some.
std::string why_nothing(const DrawSelection& selection, const Selected& selected, const Gazetteer& gazetteer,
                        const GraphSource& graph);

} // namespace entente::cli

#endif
