// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_CYPHER_DETAIL_GRAMMAR_WORDS_HPP
#define ENTENTE_GRAPH_CYPHER_DETAIL_GRAMMAR_WORDS_HPP

#include "graph/cypher/detail/syntax_tree.hpp"

#include <tao/pegtl.hpp>

#include <string_view>

// The words of the grammar: names, keywords, signs, numbers and texts, each with the white space behind it.
// Only grammar.cpp includes this.

namespace entente::cypher::detail {

namespace pegtl = tao::pegtl;

/// What a rule leaves in the tree; Syntax::none for nothing.
template<class Rule>
inline constexpr Syntax syntax_of = Syntax::none;
/// What messages call a rule; nullptr for a rule that they don't name.
template<class Rule>
inline constexpr const char* name_of = nullptr;

namespace grammar {

using pegtl::at;
using pegtl::if_must;
using pegtl::not_at;
using pegtl::one;
using pegtl::opt;
using pegtl::plus;
using pegtl::seq;
using pegtl::sor;
using pegtl::star;
using pegtl::until;

// clang-format off
struct line_comment : seq<pegtl::string<'/', '/'>, until<pegtl::eolf>> {};
struct block_comment : seq<pegtl::string<'/', '*'>, until<pegtl::string<'*', '/'>>> {};
struct sp : star<sor<plus<pegtl::space>, line_comment, block_comment>> {};

struct name_start : sor<pegtl::ascii::ranges<'a', 'z', 'A', 'Z', '_', '_'>, pegtl::utf8::range<0x80, 0x10FFFF>> {};
struct name_char : sor<pegtl::ascii::ranges<'a', 'z', 'A', 'Z', '0', '9', '_', '_'>, pegtl::utf8::range<0x80, 0x10FFFF>> {};
struct quoted_name : seq<one<'`'>, plus<sor<pegtl::string<'`', '`'>, pegtl::not_one<'`'>>>, one<'`'>> {};
struct word : seq<name_start, star<name_char>> {};
// clang-format on

/// Words that can't be a variable without back quotes.
bool is_reserved(std::string_view word);

/// A word that is not reserved.
struct plain_word {
    using rule_t = plain_word;
    using subs_t = pegtl::empty_list;

    template<class Input>
    static bool match(Input& in) {
        std::size_t size = 0;
        while (size < in.size(size + 1) && is_name_byte(in.current()[size]))
            ++size;
        const bool starts_with_digit = size > 0 && in.current()[0] >= '0' && in.current()[0] <= '9';
        if (size == 0 || starts_with_digit || is_reserved({in.current(), size}))
            return false;
        in.bump(size);
        return true;
    }

    static bool is_name_byte(char c) noexcept {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
               static_cast<unsigned char>(c) >= 0x80;
    }
};

/// Whether the parenthesis here opens a pattern and not an expression: `(a)--(`, `(a)-[r`, `(a)<-`. Looking
/// once decides it, so that nested parentheses cost no search through alternatives.
struct looks_like_pattern {
    using rule_t = looks_like_pattern;
    using subs_t = pegtl::empty_list;

    template<class Input>
    static bool match(Input& in) {
        return opens_pattern({in.current(), in.size(0)});
    }
    static bool opens_pattern(std::string_view text) noexcept;
};

#define ENTENTE_KEYWORD(rule, text)                                                                          \
    struct rule : seq<TAO_PEGTL_ISTRING(text), not_at<name_char>, sp> {};
#define ENTENTE_SIGN(rule, ...)                                                                              \
    struct rule : seq<pegtl::string<__VA_ARGS__>, sp> {};

ENTENTE_KEYWORD(kw_all, "ALL")
ENTENTE_KEYWORD(kw_and, "AND")
ENTENTE_KEYWORD(kw_any, "ANY")
ENTENTE_KEYWORD(kw_as, "AS")
ENTENTE_KEYWORD(kw_asc, "ASC")
ENTENTE_KEYWORD(kw_ascending, "ASCENDING")
ENTENTE_KEYWORD(kw_by, "BY")
ENTENTE_KEYWORD(kw_case, "CASE")
ENTENTE_KEYWORD(kw_contains, "CONTAINS")
ENTENTE_KEYWORD(kw_count, "COUNT")
ENTENTE_KEYWORD(kw_desc, "DESC")
ENTENTE_KEYWORD(kw_descending, "DESCENDING")
ENTENTE_KEYWORD(kw_distinct, "DISTINCT")
ENTENTE_KEYWORD(kw_else, "ELSE")
ENTENTE_KEYWORD(kw_end, "END")
ENTENTE_KEYWORD(kw_ends, "ENDS")
ENTENTE_KEYWORD(kw_exists, "EXISTS")
ENTENTE_KEYWORD(kw_false, "FALSE")
ENTENTE_KEYWORD(kw_in, "IN")
ENTENTE_KEYWORD(kw_is, "IS")
ENTENTE_KEYWORD(kw_limit, "LIMIT")
ENTENTE_KEYWORD(kw_match, "MATCH")
ENTENTE_KEYWORD(kw_none, "NONE")
ENTENTE_KEYWORD(kw_not, "NOT")
ENTENTE_KEYWORD(kw_null, "NULL")
ENTENTE_KEYWORD(kw_optional, "OPTIONAL")
ENTENTE_KEYWORD(kw_or, "OR")
ENTENTE_KEYWORD(kw_order, "ORDER")
ENTENTE_KEYWORD(kw_reduce, "REDUCE")
ENTENTE_KEYWORD(kw_return, "RETURN")
ENTENTE_KEYWORD(kw_shortest, "shortestPath")
ENTENTE_KEYWORD(kw_all_shortest, "allShortestPaths")
ENTENTE_KEYWORD(kw_single, "SINGLE")
ENTENTE_KEYWORD(kw_skip, "SKIP")
ENTENTE_KEYWORD(kw_starts, "STARTS")
ENTENTE_KEYWORD(kw_then, "THEN")
ENTENTE_KEYWORD(kw_true, "TRUE")
ENTENTE_KEYWORD(kw_union, "UNION")
ENTENTE_KEYWORD(kw_unwind, "UNWIND")
ENTENTE_KEYWORD(kw_when, "WHEN")
ENTENTE_KEYWORD(kw_where, "WHERE")
ENTENTE_KEYWORD(kw_with, "WITH")
ENTENTE_KEYWORD(kw_xor, "XOR")

ENTENTE_SIGN(left_parenthesis, '(')
ENTENTE_SIGN(right_parenthesis, ')')
ENTENTE_SIGN(left_bracket, '[')
ENTENTE_SIGN(right_bracket, ']')
ENTENTE_SIGN(left_brace, '{')
ENTENTE_SIGN(right_brace, '}')
ENTENTE_SIGN(comma, ',')
ENTENTE_SIGN(colon, ':')
ENTENTE_SIGN(bar, '|')
ENTENTE_SIGN(equals, '=')
ENTENTE_SIGN(dots, '.', '.')
ENTENTE_SIGN(asterisk, '*')
ENTENTE_SIGN(dash, '-')
ENTENTE_SIGN(less_sign, '<')
ENTENTE_SIGN(greater_sign, '>')
ENTENTE_SIGN(semicolon, ';')

#undef ENTENTE_KEYWORD
#undef ENTENTE_SIGN

// clang-format off
/// A name of the user's: of a variable.
struct variable_name : seq<sor<quoted_name, plain_word>, sp> {};
/// A name of the graph's, which may be any word: of a property, a label, a type.
struct schema_name : seq<sor<quoted_name, word>, sp> {};

struct digits : plus<pegtl::digit> {};
struct exponent : seq<one<'e', 'E'>, opt<one<'+', '-'>>, digits> {};
struct fraction : seq<one<'.'>, digits> {};
struct hexadecimal : seq<one<'0'>, one<'x', 'X'>, plus<pegtl::xdigit>> {};
struct octal : seq<one<'0'>, one<'o'>, plus<pegtl::range<'0', '7'>>> {};
struct number : seq<sor<hexadecimal, octal, seq<digits, opt<fraction>, opt<exponent>>, seq<fraction, opt<exponent>>>,
                    not_at<name_char>, sp> {};
struct integer : seq<digits, not_at<name_char>, sp> {};

struct escaped : sor<one<'\\', '\'', '"', 'b', 'f', 'n', 'r', 't', '`'>,
                     seq<one<'u'>, pegtl::rep<4, pegtl::xdigit>>,
                     seq<one<'U'>, pegtl::rep<8, pegtl::xdigit>>> {};
struct escape : if_must<one<'\\'>, escaped> {};
struct single_quote_end : one<'\''> {};
struct double_quote_end : one<'"'> {};
struct string : seq<sor<if_must<one<'\''>, star<sor<escape, pegtl::not_one<'\'', '\\'>>>, single_quote_end>,
                        if_must<one<'"'>, star<sor<escape, pegtl::not_one<'"', '\\'>>>, double_quote_end>>, sp> {};
struct parameter : if_must<one<'$'>, sor<seq<digits, sp>, schema_name>> {};
// clang-format on

} // namespace grammar

#define ENTENTE_NAME(rule, text)                                                                             \
    template<>                                                                                               \
    inline constexpr const char* name_of<grammar::rule> = text;

ENTENTE_NAME(variable_name, "a variable")
ENTENTE_NAME(schema_name, "a name")
ENTENTE_NAME(integer, "a whole number")
ENTENTE_NAME(single_quote_end, "a closing '")
ENTENTE_NAME(double_quote_end, "a closing \"")
ENTENTE_NAME(escaped, "n, t, u and four hexadecimal digits or another escaped character")
ENTENTE_NAME(kw_as, "AS")
ENTENTE_NAME(kw_by, "BY")
ENTENTE_NAME(kw_else, "ELSE")
ENTENTE_NAME(kw_end, "END")
ENTENTE_NAME(kw_in, "IN")
ENTENTE_NAME(kw_limit, "LIMIT")
ENTENTE_NAME(kw_match, "MATCH")
ENTENTE_NAME(kw_optional, "OPTIONAL MATCH")
ENTENTE_NAME(kw_order, "ORDER BY")
ENTENTE_NAME(kw_return, "RETURN")
ENTENTE_NAME(kw_skip, "SKIP")
ENTENTE_NAME(kw_then, "THEN")
ENTENTE_NAME(kw_union, "UNION")
ENTENTE_NAME(kw_unwind, "UNWIND")
ENTENTE_NAME(kw_when, "WHEN")
ENTENTE_NAME(kw_where, "WHERE")
ENTENTE_NAME(kw_with, "WITH")
ENTENTE_NAME(left_parenthesis, "\"(\"")
ENTENTE_NAME(right_parenthesis, "\")\"")
ENTENTE_NAME(left_bracket, "\"[\"")
ENTENTE_NAME(right_bracket, "\"]\"")
ENTENTE_NAME(left_brace, "\"{\"")
ENTENTE_NAME(right_brace, "\"}\"")
ENTENTE_NAME(comma, "\",\"")
ENTENTE_NAME(colon, "\":\"")
ENTENTE_NAME(bar, "\"|\"")
ENTENTE_NAME(equals, "\"=\"")
ENTENTE_NAME(asterisk, "\"*\"")
ENTENTE_NAME(dash, "\"-\"")

#undef ENTENTE_NAME

} // namespace entente::cypher::detail

#endif
