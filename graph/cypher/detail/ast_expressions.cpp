// SPDX-License-Identifier: Apache-2.0
#include "graph/cypher/detail/ast_builder.hpp"
#include "graph/cypher/detail/syntax_error.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace entente::cypher::detail {

namespace {

using ast::Expression;
using ast::ExpressionPtr;
using ast::Op;

constexpr std::uint32_t deepest = 500;

void append_utf8(std::string& out, std::uint32_t code) {
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0 | code >> 6);
        out += static_cast<char>(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        out += static_cast<char>(0xE0 | code >> 12);
        out += static_cast<char>(0x80 | (code >> 6 & 0x3F));
        out += static_cast<char>(0x80 | (code & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | code >> 18);
        out += static_cast<char>(0x80 | (code >> 12 & 0x3F));
        out += static_cast<char>(0x80 | (code >> 6 & 0x3F));
        out += static_cast<char>(0x80 | (code & 0x3F));
    }
}

/// Appends what the escape at `text[i]`, behind the backslash, stands for; moves `i` to its last character.
void append_escape(std::string& out, std::string_view text, std::size_t& i, const Cursor& cursor) {
    static constexpr std::string_view letters = "bfnrt";
    static constexpr std::string_view meanings = "\b\f\n\r\t";
    if (const auto letter = letters.find(text[i]); letter != std::string_view::npos) {
        out += meanings[letter];
    } else if (text[i] == 'u' || text[i] == 'U') {
        const std::size_t digits = text[i] == 'u' ? 4 : 8;
        std::uint32_t code = 0;
        std::from_chars(text.data() + i + 1, text.data() + i + 1 + digits, code, 16);
        if (code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
            throw InputError(place(cursor.position()), "the code point of a character",
                             text.substr(i - 1, digits + 2));
        append_utf8(out, code);
        i += digits;
    } else {
        out += text[i];
    }
}

Value string_value(const Cursor& cursor) {
    const std::string_view quoted_text = cursor.text();
    const std::string_view text = quoted_text.substr(1, quoted_text.size() - 2);
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\')
            append_escape(out, text, ++i, cursor);
        else
            out += text[i];
    }
    return Value(std::move(out));
}

Value number_value(const Cursor& cursor, bool is_negative) {
    const std::string_view text = cursor.text();
    const bool has_prefix =
        text.size() > 2 && text[0] == '0' && (text[1] == 'x' || text[1] == 'X' || text[1] == 'o');
    if (!has_prefix && text.find_first_of(".eE") != std::string_view::npos) {
        double real = 0;
        if (std::from_chars(text.data(), text.data() + text.size(), real).ec != std::errc())
            throw InputError(place(cursor.position()), "a float", text);
        return Value(is_negative ? -real : real);
    }
    const std::string_view digits = has_prefix ? text.substr(2) : text;
    const std::string signed_digits = (is_negative ? "-" : "") + std::string(digits);
    const int base = !has_prefix ? 10 : text[1] == 'o' ? 8 : 16;
    std::int64_t integer = 0;
    if (std::from_chars(signed_digits.data(), signed_digits.data() + signed_digits.size(), integer, base)
            .ec != std::errc())
        throw InputError(place(cursor.position()), "an integer of 64 bits", text);
    return Value(integer);
}

/// The node, or the one below it, where it has only one.
Cursor skip_levels(Cursor cursor) {
    static constexpr Syntax levels[] = {Syntax::or_,      Syntax::xor_,           Syntax::and_,
                                        Syntax::not_,     Syntax::comparison,     Syntax::predicated,
                                        Syntax::additive, Syntax::multiplicative, Syntax::power,
                                        Syntax::unary,    Syntax::postfix};
    while (std::find(std::begin(levels), std::end(levels), cursor.kind()) != std::end(levels)) {
        auto children = cursor.children();
        if (children.size() != 1)
            break;
        cursor = children.front();
    }
    return cursor;
}

ExpressionPtr build_nary(Op op, const Cursor& cursor) {
    auto result = make_expression(op, cursor);
    for (const Cursor& child : cursor.children())
        add_child(*result, build_expression(child));
    return result;
}

Op arithmetic_op(std::string_view sign) {
    switch (sign.front()) {
    case '+':
        return Op::add;
    case '-':
        return Op::subtract;
    case '*':
        return Op::multiply;
    case '/':
        return Op::divide;
    case '%':
        return Op::modulo;
    default:
        return Op::power;
    }
}

/// a + b - c, as ((a + b) - c).
ExpressionPtr build_arithmetic(const Cursor& cursor) {
    const auto children = cursor.children();
    ExpressionPtr left = build_expression(children.front());
    for (std::size_t i = 1; i + 1 < children.size(); i += 2) {
        auto result = make_expression(arithmetic_op(children[i].text()), children[i]);
        add_child(*result, std::move(left));
        add_child(*result, build_expression(children[i + 1]));
        left = std::move(result);
    }
    return left;
}

ExpressionPtr build_comparison(const Cursor& cursor) {
    auto result = make_expression(Op::compare, cursor);
    for (const Cursor& child : cursor.children()) {
        if (child.is(Syntax::comparison_operator))
            result->names.emplace_back(child.text());
        else
            add_child(*result, build_expression(child));
    }
    return result;
}

ExpressionPtr build_not(const Cursor& cursor) {
    const auto children = cursor.children();
    ExpressionPtr result = build_expression(children.back());
    for (std::size_t i = 1; i < children.size(); ++i) {
        auto outer = make_expression(Op::not_, cursor);
        add_child(*outer, std::move(result));
        result = std::move(outer);
    }
    return result;
}

Op string_op(std::string_view text) {
    switch (text.front() | 0x20) {
    case 's':
        return Op::starts_with;
    case 'e':
        return Op::ends_with;
    case 'c':
        return Op::contains;
    case 'i':
        return Op::in;
    default:
        return Op::matches;
    }
}

ExpressionPtr build_predicated(const Cursor& cursor) {
    const auto children = cursor.children();
    ExpressionPtr left = build_expression(children.front());
    for (std::size_t i = 1; i < children.size(); ++i) {
        ExpressionPtr result;
        if (children[i].is(Syntax::is_null)) {
            result =
                make_expression(children[i].children().empty() ? Op::is_null : Op::is_not_null, children[i]);
            add_child(*result, std::move(left));
        } else {
            result = make_expression(string_op(children[i].text()), children[i]);
            add_child(*result, std::move(left));
            add_child(*result, build_expression(children[++i]));
        }
        left = std::move(result);
    }
    return left;
}

ExpressionPtr build_unary(const Cursor& cursor) {
    const auto children = cursor.children();
    const Cursor operand = skip_levels(children.back());
    std::size_t signs = children.size() - 1;
    ExpressionPtr result;
    if (operand.is(Syntax::number) && signs > 0 && children[signs - 1].text() == "-") {
        result = make_expression(Op::literal, children[--signs]);
        result->literal = number_value(operand, true);
    } else {
        result = build_expression(children.back());
    }
    while (signs-- > 0) {
        auto outer = make_expression(Op::negate, children[signs]);
        if (children[signs].text() != "-")
            continue;
        add_child(*outer, std::move(result));
        result = std::move(outer);
    }
    return result;
}

ExpressionPtr build_subscript(const Cursor& cursor, ExpressionPtr operand) {
    const auto parts = cursor.children();
    const bool is_slice = std::any_of(parts.begin(), parts.end(),
                                      [](const Cursor& part) { return part.is(Syntax::slice_dots); });
    auto result = make_expression(is_slice ? Op::slice : Op::subscript, cursor);
    add_child(*result, std::move(operand));
    ExpressionPtr from;
    ExpressionPtr to;
    for (const Cursor& part : parts) {
        if (part.is(Syntax::slice_from))
            from = build_expression(part.children().front());
        else if (part.is(Syntax::slice_to))
            to = build_expression(part.children().front());
    }
    add_child(*result, std::move(from));
    if (is_slice)
        add_child(*result, std::move(to));
    return result;
}

ExpressionPtr build_postfix(const Cursor& cursor) {
    const auto children = cursor.children();
    ExpressionPtr left = build_expression(children.front());
    for (std::size_t i = 1; i < children.size(); ++i) {
        const Cursor& child = children[i];
        if (child.is(Syntax::subscript)) {
            left = build_subscript(child, std::move(left));
            continue;
        }
        auto result = make_expression(child.is(Syntax::property) ? Op::property : Op::has_labels, child);
        if (child.is(Syntax::property)) {
            const std::string_view text = child.text();
            result->text = name_of_text(text.substr(text.find_first_not_of(". \t\r\n")));
        } else {
            for (const Cursor& label : child.children())
                result->names.push_back(name_of_text(label.text()));
        }
        add_child(*result, std::move(left));
        left = std::move(result);
    }
    return left;
}

} // namespace

ExpressionPtr make_expression(Op op, const Cursor& cursor) {
    return std::make_unique<Expression>(op, cursor.position());
}

void add_child(Expression& parent, ExpressionPtr child) {
    if (child != nullptr) {
        parent.depth = std::max(parent.depth, child->depth + 1);
        if (parent.depth > deepest)
            throw InputError(place(child->at), "the expression is nested more than 500 deep");
    }
    parent.children.push_back(std::move(child));
}

ExpressionPtr build_literal(const Cursor& cursor) {
    auto result = make_expression(Op::literal, cursor);
    switch (cursor.kind()) {
    case Syntax::number:
        result->literal = number_value(cursor, false);
        break;
    case Syntax::string:
        result->literal = string_value(cursor);
        break;
    case Syntax::true_:
        result->literal = Value(true);
        break;
    case Syntax::false_:
        result->literal = Value(false);
        break;
    default:
        break;
    }
    return result;
}

ExpressionPtr build_expression(const Cursor& whole) {
    const Cursor cursor = skip_levels(whole);
    switch (cursor.kind()) {
    case Syntax::or_:
        return build_nary(Op::or_, cursor);
    case Syntax::xor_:
        return build_nary(Op::xor_, cursor);
    case Syntax::and_:
        return build_nary(Op::and_, cursor);
    case Syntax::not_:
        return build_not(cursor);
    case Syntax::comparison:
        return build_comparison(cursor);
    case Syntax::predicated:
        return build_predicated(cursor);
    case Syntax::additive:
    case Syntax::multiplicative:
    case Syntax::power:
        return build_arithmetic(cursor);
    case Syntax::unary:
        return build_unary(cursor);
    case Syntax::postfix:
        return build_postfix(cursor);
    case Syntax::number:
    case Syntax::string:
    case Syntax::true_:
    case Syntax::false_:
    case Syntax::null:
        return build_literal(cursor);
    default:
        return build_atom(cursor);
    }
}

} // namespace entente::cypher::detail
