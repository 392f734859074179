// SPDX-License-Identifier: Apache-2.0
#include "graph/cypher/detail/ast_builder.hpp"

#include "graph/cypher/detail/syntax_error.hpp"

#include <boost/assert.hpp>

#include <charconv>
#include <utility>

namespace entente::cypher {

namespace detail {

namespace {

/// Where the white space and comments at the end of a text begin.
std::size_t trimmed_size(std::string_view text) noexcept {
    std::size_t end = 0;
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        if (c == '\'' || c == '"' || c == '`') {
            for (++i; i < text.size() && text[i] != c; ++i)
                if (text[i] == '\\' && c != '`')
                    ++i;
            end = std::min(++i, text.size());
        } else if (text.substr(i, 2) == "//") {
            i = std::min(text.find('\n', i), text.size());
        } else if (text.substr(i, 2) == "/*") {
            i = std::min(text.find("*/", i + 2), text.size() - 2) + 2;
        } else {
            ++i;
            if (c != ' ' && !(c >= '\t' && c <= '\r'))
                end = i;
        }
    }
    return end;
}

} // namespace

std::string_view Cursor::text() const noexcept {
    const std::string_view all = query_.substr(node().begin, node().end - node().begin);
    return all.substr(0, trimmed_size(all));
}

std::vector<Cursor> Cursor::children() const {
    std::vector<Cursor> result;
    for (std::size_t i = index_ + 1; i < node().last; i = (*nodes_)[i].last)
        result.emplace_back(query_, *nodes_, i);
    return result;
}

std::string name_of_text(std::string_view text) {
    if (text.empty() || text.front() != '`')
        return std::string(text);
    std::string name;
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        name += text[i];
        if (text[i] == '`')
            ++i;
    }
    return name;
}

namespace {

using ast::Clause;

ast::Properties build_properties(const Cursor& cursor) {
    ast::Properties properties;
    if (cursor.is(Syntax::parameter)) {
        properties.emplace_back("", build_expression(cursor));
        return properties;
    }
    for (const Cursor& child : cursor.children()) {
        if (child.is(Syntax::map_key))
            properties.emplace_back(name_of_text(child.text()), nullptr);
        else
            properties.back().second = build_expression(child);
    }
    return properties;
}

ast::NodePattern build_node(const Cursor& cursor) {
    ast::NodePattern node;
    node.at = cursor.position();
    for (const Cursor& child : cursor.children()) {
        if (child.is(Syntax::pattern_variable))
            node.variable = name_of_text(child.text());
        else if (child.is(Syntax::label))
            node.labels.emplace_back(name_of_text(child.text()), child.position());
        else
            node.properties = build_properties(child);
    }
    return node;
}

std::uint32_t length_number(const Cursor& cursor) {
    std::uint32_t number = 0;
    const std::string_view text = cursor.text();
    if (std::from_chars(text.data(), text.data() + text.size(), number).ec != std::errc())
        throw InputError(place(cursor.position()), "a length of at most 4294967295", text);
    return number;
}

ast::RelationshipPattern::Length build_length(const Cursor& cursor) {
    ast::RelationshipPattern::Length length;
    bool has_dots = false;
    bool has_least = false;
    for (const Cursor& child : cursor.children()) {
        if (child.is(Syntax::length_dots)) {
            has_dots = true;
        } else if (child.is(Syntax::length_from)) {
            length.least = length_number(child);
            has_least = true;
        } else {
            length.most = length_number(child);
        }
    }
    if (has_least && !has_dots)
        length.most = length.least;
    return length;
}

ast::RelationshipPattern build_relationship(const Cursor& cursor) {
    ast::RelationshipPattern relationship;
    relationship.at = cursor.position();
    bool has_left = false;
    bool has_right = false;
    for (const Cursor& child : cursor.children()) {
        if (child.is(Syntax::left_head))
            has_left = true;
        else if (child.is(Syntax::right_head))
            has_right = true;
        else if (child.is(Syntax::pattern_variable))
            relationship.variable = name_of_text(child.text());
        else if (child.is(Syntax::type))
            relationship.types.emplace_back(name_of_text(child.text()), child.position());
        else if (child.is(Syntax::length))
            relationship.length = build_length(child);
        else
            relationship.properties = build_properties(child);
    }
    if (has_left != has_right)
        relationship.arrow = has_left ? ast::Arrow::left : ast::Arrow::right;
    return relationship;
}

void build_chain(const Cursor& cursor, ast::PatternPart& part) {
    for (const Cursor& child : cursor.children()) {
        if (child.is(Syntax::node_pattern))
            part.nodes.push_back(build_node(child));
        else
            part.relationships.push_back(build_relationship(child));
    }
}

void require_one_relationship(const ast::PatternPart& part) {
    if (part.search != ast::Search::all_paths && part.relationships.size() != 1)
        throw InputError(place(part.at), "a shortest path has a pattern of two nodes and one relationship");
}

} // namespace

ast::PatternPart build_pattern(const Cursor& cursor) {
    ast::PatternPart part;
    part.at = cursor.position();
    if (cursor.is(Syntax::pattern_chain)) {
        build_chain(cursor, part);
        return part;
    }
    for (const Cursor& child : cursor.children()) {
        if (child.is(Syntax::path_variable)) {
            part.variable = name_of_text(child.text());
        } else if (child.is(Syntax::pattern_chain)) {
            build_chain(child, part);
        } else {
            part.search = child.is(Syntax::shortest_path) ? ast::Search::shortest : ast::Search::all_shortest;
            build_chain(child.children().front(), part);
        }
    }
    require_one_relationship(part);
    return part;
}

namespace {

ast::ProjectionItem build_item(const Cursor& cursor) {
    ast::ProjectionItem item;
    for (const Cursor& child : cursor.children()) {
        if (child.is(Syntax::alias)) {
            item.name = name_of_text(child.text());
            item.has_alias = true;
        } else {
            item.expression = build_expression(child);
            item.name =
                item.expression->op == ast::Op::variable ? item.expression->text : std::string(child.text());
        }
    }
    return item;
}

void build_order(const Cursor& cursor, Clause& clause) {
    for (const Cursor& item : cursor.children()) {
        const auto parts = item.children();
        clause.order_by.push_back({build_expression(parts.front()), parts.size() > 1});
    }
}

void add_to_clause(const Cursor& child, Clause& clause) {
    switch (child.kind()) {
    case Syntax::optional:
        clause.optional = true;
        break;
    case Syntax::pattern_part:
        clause.patterns.push_back(build_pattern(child));
        break;
    case Syntax::where:
        clause.where = build_expression(child.children().front());
        break;
    case Syntax::alias:
        clause.variable = name_of_text(child.text());
        break;
    case Syntax::distinct:
        clause.distinct = true;
        break;
    case Syntax::star:
        clause.star = true;
        break;
    case Syntax::projection_item:
        clause.items.push_back(build_item(child));
        break;
    case Syntax::order_by:
        build_order(child, clause);
        break;
    case Syntax::skip:
        clause.skip = build_expression(child.children().front());
        break;
    case Syntax::limit:
        clause.limit = build_expression(child.children().front());
        break;
    default:
        clause.expression = build_expression(child);
    }
}

Clause build_clause(const Cursor& cursor) {
    Clause clause;
    clause.at = cursor.position();
    clause.type = cursor.is(Syntax::match)    ? Clause::Type::match
                  : cursor.is(Syntax::unwind) ? Clause::Type::unwind
                  : cursor.is(Syntax::with)   ? Clause::Type::with
                                              : Clause::Type::return_;
    for (const Cursor& child : cursor.children())
        add_to_clause(child, clause);
    return clause;
}

} // namespace

} // namespace detail

ast::Query parse_query(std::string_view text) {
    using detail::Syntax;
    const auto nodes = detail::parse_syntax(text);
    ast::Query query;
    for (std::size_t i = 0; i < nodes.size(); i = nodes[i].last) {
        const detail::Cursor cursor(text, nodes, i);
        if (!cursor.is(Syntax::single_query)) {
            query.union_all.push_back(cursor.is(Syntax::union_all));
            continue;
        }
        ast::SingleQuery single;
        single.at = cursor.position();
        for (const detail::Cursor& clause : cursor.children())
            single.clauses.push_back(detail::build_clause(clause));
        query.parts.push_back(std::move(single));
    }
    return query;
}

} // namespace entente::cypher
