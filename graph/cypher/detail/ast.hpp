// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_CYPHER_DETAIL_AST_HPP
#define ENTENTE_GRAPH_CYPHER_DETAIL_AST_HPP

#include "graph/cypher/value.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// A query as it is written.
namespace entente::cypher::ast {

/// Counts from 1, columns in code points.
struct Position {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
};

/// What an expression does; the comment says what its parts are.
enum class Op : std::uint8_t {
    literal,   // literal
    parameter, // text: the name
    variable,  // text: the name
    property,  // text: the key; children: 1
    list,      // children
    map,       // names: keys; children: values
    or_,
    xor_,
    and_,    // children: 2 or more
    not_,    // children: 1
    compare, // names: operators; children: one more
    starts_with,
    ends_with,
    contains,
    matches,
    in, // children: 2
    is_null,
    is_not_null, // children: 1
    add,
    subtract,
    multiply,
    divide,
    modulo,
    power,      // children: 2
    negate,     // children: 1
    subscript,  // children: 2
    slice,      // children: 3, the bounds may be nullptr
    has_labels, // names: labels; children: 1
    call,       // text: the name in lower case; children: arguments
    count_star,
    case_,         // children: operand or nullptr, then pairs of when and then, then else or nullptr
    comprehension, // text: the variable; children: list, filter or nullptr, result or nullptr
    all,
    any,
    none,
    single,            // text: the variable; children: list, predicate
    reduce,            // text: accumulator; names: the variable; children: start, list, step
    pattern_predicate, // patterns: 1
    exists,
    count,                // patterns, children: filter or nullptr
    pattern_comprehension // patterns: 1; children: filter or nullptr, result
};

struct PatternPart;
struct Expression;
using ExpressionPtr = std::unique_ptr<Expression>;

struct Expression {
    Expression(Op op_, Position at_);
    ~Expression();
    Expression(const Expression&) = delete;
    Expression& operator=(const Expression&) = delete;

    Op op;
    /// For count(DISTINCT x) and the like.
    bool distinct = false;
    Position at;
    /// How deeply it is nested.
    std::uint32_t depth = 1;
    std::string text;
    std::vector<std::string> names;
    Value literal;
    std::vector<ExpressionPtr> children;
    std::vector<PatternPart> patterns;
};

/// Whether the two say the same, wherever they stand. Patterns are never the same.
bool is_same(const Expression& a, const Expression& b);

ExpressionPtr copy(const Expression& expression);
PatternPart copy(const PatternPart& part);

/// Keys and values; a parameter that stands for all of them has no key.
using Properties = std::vector<std::pair<std::string, ExpressionPtr>>;

struct NodePattern {
    Position at;
    /// Empty where it has none.
    std::string variable;
    std::vector<std::pair<std::string, Position>> labels;
    Properties properties;
};

enum class Arrow : std::uint8_t { right, left, either };

struct RelationshipPattern {
    Position at;
    std::string variable;
    std::vector<std::pair<std::string, Position>> types;
    Arrow arrow = Arrow::either;
    /// How many relationships; nothing for one without a `*`.
    struct Length {
        std::uint32_t least = 1;
        std::optional<std::uint32_t> most;
    };
    std::optional<Length> length;
    Properties properties;
};

enum class Search : std::uint8_t { all_paths, shortest, all_shortest };

struct PatternPart {
    Position at;
    /// The path's variable, or empty.
    std::string variable;
    Search search = Search::all_paths;
    /// One node more than relationships.
    std::vector<NodePattern> nodes;
    std::vector<RelationshipPattern> relationships;
};

struct ProjectionItem {
    ExpressionPtr expression;
    /// The alias, or the expression as it is written.
    std::string name;
    bool has_alias = false;
};

struct SortItem {
    ExpressionPtr expression;
    bool descending = false;
};

struct Clause {
    enum class Type : std::uint8_t { match, unwind, with, return_ };
    Type type = Type::match;
    Position at;

    bool optional = false;
    std::vector<PatternPart> patterns;

    /// UNWIND expression AS variable.
    ExpressionPtr expression;
    std::string variable;

    bool distinct = false;
    bool star = false;
    std::vector<ProjectionItem> items;
    std::vector<SortItem> order_by;
    ExpressionPtr skip;
    ExpressionPtr limit;

    /// Of MATCH or WITH.
    ExpressionPtr where;
};

struct SingleQuery {
    Position at;
    std::vector<Clause> clauses;
};

struct Query {
    std::vector<SingleQuery> parts;
    /// For every part but the first: whether UNION ALL joins it.
    std::vector<bool> union_all;
};

} // namespace entente::cypher::ast

namespace entente::cypher {

/// Reads a query of at most 1 MiB, nested at most 100 deep.
///
/// Throws InputError, whose place is in "query", for one that is not well formed.
ast::Query parse_query(std::string_view text);

} // namespace entente::cypher

#endif
