// SPDX-License-Identifier: Apache-2.0
#include "graph/cypher/detail/syntax_error.hpp"

#include <algorithm>
#include <cctype>
#include <string>

namespace entente::cypher::detail {

namespace {

bool is_name_byte(char c) noexcept {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}

/// The word, number or sign at a place; empty at the end.
std::string_view token_at(std::string_view query, std::size_t offset) noexcept {
    std::size_t end = offset;
    while (end < query.size() && is_name_byte(query[end]))
        ++end;
    if (end == offset && end < query.size())
        ++end;
    return query.substr(offset, end - offset);
}

/// The clauses of openCypher that change a graph or that this language lacks.
bool is_other_clause(std::string_view token) {
    static constexpr std::string_view clauses[] = {"CREATE", "MERGE",   "SET",  "DELETE", "DETACH", "REMOVE",
                                                   "CALL",   "FOREACH", "LOAD", "DROP",   "USE"};
    std::string upper(token);
    std::transform(upper.begin(), upper.end(), upper.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return std::find(std::begin(clauses), std::end(clauses), upper) != std::end(clauses);
}

} // namespace

ast::Position PositionCounter::at(std::size_t offset) noexcept {
    for (; offset_ < offset && offset_ < query_.size(); ++offset_) {
        if (query_[offset_] == '\n') {
            ++position_.line;
            position_.column = 1;
        } else if ((static_cast<unsigned char>(query_[offset_]) & 0xC0) != 0x80) {
            ++position_.column;
        }
    }
    return position_;
}

Place place(ast::Position at) { return {"query", at.line, at.column}; }

void throw_nested_too_deeply(std::string_view query, std::size_t offset) {
    throw InputError(place(PositionCounter(query).at(offset)), "the query is nested more than 100 deep");
}

void FurthestFailure::add(std::uint32_t offset, const char* expected) {
    if (offset < offset_)
        return;
    if (offset > offset_) {
        offset_ = offset;
        expected_.clear();
    }
    const std::string_view text = expected;
    if (std::none_of(expected_.begin(), expected_.end(), [&](const char* other) { return text == other; }))
        expected_.push_back(expected);
}

void FurthestFailure::raise(std::string_view query) const {
    const Place at = place(PositionCounter(query).at(offset_));
    const std::string_view found = token_at(query, offset_);
    if (is_other_clause(found))
        throw InputError(at, std::string(found) +
                                 " is not supported: a query reads the graph and changes nothing");
    std::string expected;
    for (std::size_t i = 0; i < expected_.size(); ++i) {
        if (i > 0)
            expected += i + 1 == expected_.size() ? " or " : ", ";
        expected += expected_[i];
    }
    if (found.empty())
        throw InputError(at, "expected " + expected + ", found the end of the query");
    throw InputError(at, expected, found);
}

} // namespace entente::cypher::detail
