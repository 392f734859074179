// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_CLI_ANSWER_HPP
#define ENTENTE_CLI_ANSWER_HPP

#include "cli/table.hpp"
#include "graph/cypher/graph.hpp"

#include <iosfwd>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace entente::cli {

/// Writes the rows of a query's answer in one of the forms.
class Answer {
public:
    virtual ~Answer() = default;
    virtual void begin(const std::vector<std::string>& columns) = 0;
    virtual void add(std::span<const cypher::Value> row) = 0;
    /// Writes what is left; not called twice.
    virtual void end() = 0;
};

/// JSON and NDJSON are written row by row and keep nested values; the other forms are written at the end, and
/// a table that is longer than the terminal is shown by $PAGER, or less.
std::unique_ptr<Answer> make_answer(std::ostream& out, const cypher::Graph& graph, TableFormat format);

} // namespace entente::cli

#endif
