// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_CYPHER_DETAIL_SYNTAX_TREE_HPP
#define ENTENTE_GRAPH_CYPHER_DETAIL_SYNTAX_TREE_HPP

#include "graph/cypher/detail/ast.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace entente::cypher::detail {

/// What the grammar keeps of a query.
enum class Syntax : std::uint8_t {
    none,
    // clauses
    union_all,
    union_distinct,
    single_query,
    match,
    optional,
    where,
    unwind,
    with,
    return_,
    distinct,
    star,
    projection_item,
    alias,
    order_by,
    sort_item,
    descending,
    skip,
    limit,
    // patterns
    pattern_part,
    pattern_chain,
    path_variable,
    shortest_path,
    all_shortest_paths,
    node_pattern,
    relationship_pattern,
    left_head,
    right_head,
    label,
    type,
    length,
    length_from,
    length_dots,
    length_to,
    pattern_variable,
    // expressions
    or_,
    xor_,
    and_,
    not_,
    not_operator,
    comparison,
    comparison_operator,
    predicated,
    string_operator,
    is_null,
    additive,
    multiplicative,
    power,
    operator_sign,
    unary,
    unary_sign,
    postfix,
    property,
    subscript,
    slice_from,
    slice_dots,
    slice_to,
    label_test,
    // atoms
    number,
    string,
    true_,
    false_,
    null,
    parameter,
    variable,
    list,
    list_comprehension,
    list_filter,
    list_map,
    pattern_comprehension,
    map,
    map_key,
    case_,
    case_operand,
    case_when,
    case_else,
    count_star,
    call,
    call_name,
    quantifier,
    quantifier_name,
    reduce,
    exists_subquery,
    count_subquery,
    pattern_predicate
};

/// A node of the tree; its children follow it in the list, up to `last`.
struct SyntaxNode {
    Syntax kind;
    /// Bytes of the query; white space behind the words is included.
    std::uint32_t begin;
    std::uint32_t end;
    /// The place behind the node's last descendant.
    std::uint32_t last;
    /// Where it begins.
    ast::Position at;
};

/// Reads a query. Throws InputError, `query:line:column: expected ..., found ...`, for what is none.
std::vector<SyntaxNode> parse_syntax(std::string_view query);

} // namespace entente::cypher::detail

#endif
