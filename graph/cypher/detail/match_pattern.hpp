// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_CYPHER_DETAIL_MATCH_PATTERN_HPP
#define ENTENTE_GRAPH_CYPHER_DETAIL_MATCH_PATTERN_HPP

#include "graph/cypher/detail/compiler.hpp"
#include "graph/cypher/detail/match_operators.hpp"
#include "graph/cypher/detail/names.hpp"

#include <optional>
#include <string>
#include <vector>

namespace entente::cypher::detail {

/// A node of the patterns of a MATCH; the same variable is the same node.
struct PatternNode {
    std::string variable;
    std::uint32_t slot = 0;
    Labels labels = 0;
    bool is_bound = false;
    /// Whether it was there before the MATCH.
    bool is_old = false;
    /// For a node without a variable: what conditions call it.
    std::string name;
};

struct PatternRelationship {
    /// Empty where it has none.
    std::string variable;
    std::string name;
    std::uint32_t slot = 0;
    std::size_t left = 0;
    std::size_t right = 0;
    ast::Arrow arrow = ast::Arrow::either;
    Types types = all_types;
    std::optional<ast::RelationshipPattern::Length> length;
    ast::Search search = ast::Search::all_paths;
    std::string path;
    /// The slot that has the relationship since an earlier clause.
    std::optional<std::uint32_t> known;
    bool is_bound = false;
    /// For those of variable length, from the pattern's map: what every relationship has to fulfil.
    std::vector<EachCondition> each;
};

struct PatternPath {
    std::string variable;
    std::uint32_t slot = 0;
    std::size_t start = 0;
    std::vector<std::size_t> relationships;
    bool is_bound = false;
};

/// A part of what is asked: of WHERE, or of a pattern's map.
struct Condition {
    ast::ExpressionPtr expression;
    Names names;
    bool is_done = false;
};

/// `variable.key = value` and the like: the property, the sign as if the property stood on the left, the
/// other side.
struct PropertyComparison {
    std::string variable;
    std::string key;
    std::string sign;
    const ast::Expression* value = nullptr;
};
/// None for any other expression, two where both sides are properties.
std::vector<PropertyComparison> property_comparisons(const ast::Expression& expression);

/// A condition that compares a relationship's date with what is known.
struct DateCondition {
    Condition* condition;
    PropertyComparison comparison;
};

/// The patterns of a MATCH and its conditions, taken apart.
struct MatchPattern {
    std::vector<PatternNode> nodes;
    std::vector<PatternRelationship> relationships;
    std::vector<PatternPath> paths;
    std::vector<Condition> conditions;

    /// Whether nothing among the names is still to be found.
    bool is_known(const Names& names) const;
    /// A condition that gives the node's code from what is there, or nullptr.
    Condition* seek_condition(const PatternNode& node);
    /// Those on the relationship that can be part of the search for it.
    std::vector<DateCondition> date_conditions(const PatternRelationship& one);
    /// Whether only the number of the relationships matters, and none of them can stand for another one too.
    bool is_only_counted(const PatternRelationship& one, const Names& needed) const;
    /// Whether it matters only what `likeness` says of the relationships, and their number; sets it.
    bool is_only_grouped(const PatternRelationship& one, const Needed& needed, Likeness& likeness) const;
    /// Whether another relationship of the patterns could be the same one.
    bool has_rival(const PatternRelationship& one) const;
    /// Whether the relationship's path has no other one.
    bool is_whole_path(const PatternRelationship& one) const;
    /// "(a)-[r:SUPPORT]->(b)", from the end that is there.
    std::string shown(const PatternRelationship& one, bool from_left) const;
};

/// Throws InputError for unknown labels, types and properties and for variables that are used twice.
MatchPattern take_apart(Compiler& compiler, const Scope& scope, const std::vector<ast::PatternPart>& patterns,
                        const ast::Expression* where);

} // namespace entente::cypher::detail

#endif
