// SPDX-License-Identifier: Apache-2.0
#include "graph/cypher/detail/ast_builder.hpp"
#include "graph/cypher/detail/syntax_error.hpp"

#include <algorithm>
#include <utility>

namespace entente::cypher::detail {

namespace {

using ast::ExpressionPtr;
using ast::Op;

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c + ('a' - 'A'));
    return result;
}

ExpressionPtr build_map(const Cursor& cursor) {
    auto result = make_expression(Op::map, cursor);
    for (const Cursor& child : cursor.children()) {
        if (child.is(Syntax::map_key))
            result->names.push_back(name_of_text(child.text()));
        else
            add_child(*result, build_expression(child));
    }
    return result;
}

ExpressionPtr build_case(const Cursor& cursor) {
    auto result = make_expression(Op::case_, cursor);
    const auto children = cursor.children();
    const bool has_operand = children.front().is(Syntax::case_operand);
    add_child(*result, has_operand ? build_expression(children.front().children().front()) : nullptr);
    for (std::size_t i = has_operand ? 1 : 0; i < children.size(); ++i)
        for (const Cursor& part : children[i].children())
            add_child(*result, build_expression(part));
    if (!children.back().is(Syntax::case_else))
        add_child(*result, nullptr);
    return result;
}

ExpressionPtr build_call(const Cursor& cursor) {
    auto result = make_expression(Op::call, cursor);
    for (const Cursor& child : cursor.children()) {
        if (child.is(Syntax::call_name))
            result->text = lower(child.text());
        else if (child.is(Syntax::distinct))
            result->distinct = true;
        else
            add_child(*result, build_expression(child));
    }
    return result;
}

/// The expression behind WHERE or `|`, whose node holds nothing else.
ExpressionPtr build_inner(const Cursor& cursor) { return build_expression(cursor.children().front()); }

ExpressionPtr build_comprehension(const Cursor& cursor) {
    auto result = make_expression(Op::comprehension, cursor);
    const auto children = cursor.children();
    result->text = name_of_text(children[0].text());
    add_child(*result, build_expression(children[1]));
    ExpressionPtr filter;
    ExpressionPtr mapped;
    for (std::size_t i = 2; i < children.size(); ++i)
        (children[i].is(Syntax::list_filter) ? filter : mapped) = build_inner(children[i]);
    add_child(*result, std::move(filter));
    add_child(*result, std::move(mapped));
    return result;
}

ExpressionPtr build_pattern_comprehension(const Cursor& cursor) {
    auto result = make_expression(Op::pattern_comprehension, cursor);
    std::string path;
    ExpressionPtr filter;
    ExpressionPtr mapped;
    for (const Cursor& child : cursor.children()) {
        if (child.is(Syntax::path_variable))
            path = name_of_text(child.text());
        else if (child.is(Syntax::pattern_chain))
            result->patterns.push_back(build_pattern(child));
        else if (child.is(Syntax::where))
            filter = build_inner(child);
        else
            mapped = build_expression(child);
    }
    result->patterns.front().variable = path;
    add_child(*result, std::move(filter));
    add_child(*result, std::move(mapped));
    return result;
}

ExpressionPtr build_quantifier(const Cursor& cursor) {
    const auto children = cursor.children();
    const std::string name = lower(children[0].text());
    const Op op = name == "all" ? Op::all : name == "any" ? Op::any : name == "none" ? Op::none : Op::single;
    auto result = make_expression(op, cursor);
    result->text = name_of_text(children[1].text());
    add_child(*result, build_expression(children[2]));
    add_child(*result, build_inner(children[3]));
    return result;
}

ExpressionPtr build_reduce(const Cursor& cursor) {
    auto result = make_expression(Op::reduce, cursor);
    const auto children = cursor.children();
    result->text = name_of_text(children[0].text());
    result->names.push_back(name_of_text(children[2].text()));
    add_child(*result, build_expression(children[1]));
    add_child(*result, build_expression(children[3]));
    add_child(*result, build_expression(children[4]));
    return result;
}

ExpressionPtr build_subquery(Op op, const Cursor& cursor) {
    auto result = make_expression(op, cursor);
    ExpressionPtr filter;
    for (const Cursor& child : cursor.children()) {
        if (child.is(Syntax::where))
            filter = build_inner(child);
        else
            result->patterns.push_back(build_pattern(child));
    }
    add_child(*result, std::move(filter));
    return result;
}

ExpressionPtr build_list(const Cursor& cursor) {
    auto result = make_expression(Op::list, cursor);
    for (const Cursor& child : cursor.children())
        add_child(*result, build_expression(child));
    return result;
}

ExpressionPtr build_named(Op op, const Cursor& cursor) {
    auto result = make_expression(op, cursor);
    const std::string_view text = cursor.text();
    result->text = name_of_text(op == Op::parameter ? text.substr(1) : text);
    return result;
}

ExpressionPtr build_predicate(const Cursor& cursor) {
    auto result = make_expression(Op::pattern_predicate, cursor);
    result->patterns.push_back(build_pattern(cursor.children().front()));
    return result;
}

} // namespace

ExpressionPtr build_atom(const Cursor& cursor) {
    switch (cursor.kind()) {
    case Syntax::parameter:
        return build_named(Op::parameter, cursor);
    case Syntax::list:
        return build_list(cursor);
    case Syntax::list_comprehension:
        return build_comprehension(cursor);
    case Syntax::pattern_comprehension:
        return build_pattern_comprehension(cursor);
    case Syntax::map:
        return build_map(cursor);
    case Syntax::case_:
        return build_case(cursor);
    case Syntax::count_star:
        return make_expression(Op::count_star, cursor);
    case Syntax::call:
        return build_call(cursor);
    case Syntax::quantifier:
        return build_quantifier(cursor);
    case Syntax::reduce:
        return build_reduce(cursor);
    case Syntax::exists_subquery:
        return build_subquery(Op::exists, cursor);
    case Syntax::count_subquery:
        return build_subquery(Op::count, cursor);
    case Syntax::pattern_predicate:
        return build_predicate(cursor);
    default:
        return build_named(Op::variable, cursor);
    }
}

} // namespace entente::cypher::detail
