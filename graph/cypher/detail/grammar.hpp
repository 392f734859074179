// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_CYPHER_DETAIL_GRAMMAR_HPP
#define ENTENTE_GRAPH_CYPHER_DETAIL_GRAMMAR_HPP

#include "graph/cypher/detail/grammar_words.hpp"

// The read part of openCypher 9. Only grammar.cpp includes this.

namespace entente::cypher::detail {

namespace grammar {

// clang-format off
struct expression;

template<class Item>
struct comma_list : seq<Item, star<if_must<comma, Item>>> {};

struct bound_variable : variable_name {};

// Patterns.
struct map_key : schema_name {};
struct map_entry : seq<map_key, pegtl::must<colon, expression>> {};
struct map : seq<left_brace, opt<comma_list<map_entry>>, pegtl::must<right_brace>> {};
struct pattern_map : sor<map, parameter> {};
struct pattern_variable : variable_name {};
struct label : seq<sor<quoted_name, word>, sp> {};
struct labels : plus<if_must<colon, label>> {};
struct node_pattern : seq<left_parenthesis, opt<pattern_variable>, opt<labels>, opt<pattern_map>,
                          pegtl::must<right_parenthesis>> {};
struct type : seq<sor<quoted_name, word>, sp> {};
struct types : seq<if_must<colon, type>, star<if_must<bar, opt<colon>, type>>> {};
struct length_from : integer {};
struct length_to : integer {};
struct length_dots : dots {};
struct length : seq<asterisk, opt<length_from>, opt<length_dots, opt<length_to>>> {};
struct detail_of_relationship : if_must<left_bracket, opt<pattern_variable>, opt<types>, opt<length>, opt<pattern_map>, right_bracket> {};
struct left_head : less_sign {};
struct right_head : greater_sign {};
struct relationship_pattern : seq<sor<seq<left_head, pegtl::must<dash>>, dash>,
                                  opt<detail_of_relationship>, pegtl::must<dash>, opt<right_head>> {};
struct pattern_chain : seq<node_pattern, star<seq<relationship_pattern, pegtl::must<node_pattern>>>> {};
struct path_variable : variable_name {};
struct shortest_path : seq<kw_shortest, pegtl::must<left_parenthesis, pattern_chain, right_parenthesis>> {};
struct all_shortest_paths : seq<kw_all_shortest, pegtl::must<left_parenthesis, pattern_chain, right_parenthesis>> {};
struct pattern_part : seq<opt<seq<path_variable, equals>>, sor<shortest_path, all_shortest_paths, pattern_chain>> {};
struct pattern : comma_list<pattern_part> {};
struct where : if_must<kw_where, expression> {};

// Atoms.
struct case_when : if_must<kw_when, expression, kw_then, expression> {};
struct case_else : if_must<kw_else, expression> {};
struct case_operand : seq<not_at<kw_when>, expression> {};
struct case_ : if_must<kw_case, opt<case_operand>, plus<case_when>, opt<case_else>, kw_end> {};
struct count_star : seq<kw_count, one<'('>, sp, one<'*'>, sp, one<')'>, sp> {};
struct subquery : if_must<left_brace, opt<kw_match>, pattern, opt<where>, right_brace> {};
struct raw_open_brace : at<one<'{'>> {};
struct raw_open_parenthesis : at<one<'('>> {};
struct exists_subquery : seq<kw_exists, raw_open_brace, subquery> {};
struct count_subquery : seq<kw_count, raw_open_brace, subquery> {};
struct quantifier_name : sor<kw_all, kw_any, kw_none, kw_single> {};
struct quantifier : seq<quantifier_name, raw_open_parenthesis,
                        pegtl::must<left_parenthesis, bound_variable, kw_in, expression, where, right_parenthesis>> {};
struct reduce : seq<kw_reduce, raw_open_parenthesis,
                    pegtl::must<left_parenthesis, bound_variable, equals, expression, comma, bound_variable, kw_in,
                                expression, bar, expression, right_parenthesis>> {};
struct distinct : kw_distinct {};
struct call_name : seq<word, star<seq<one<'.'>, word>>, sp> {};
struct call : seq<at<word, star<seq<one<'.'>, word>>, sp, one<'('>>, call_name,
                  pegtl::must<left_parenthesis, opt<distinct>, opt<comma_list<expression>>, right_parenthesis>> {};
struct list_filter : where {};
struct list_map : if_must<bar, expression> {};
struct comprehension_head : at<one<'['>, sp, sor<quoted_name, plain_word>, sp, TAO_PEGTL_ISTRING("IN"), not_at<name_char>> {};
struct list_comprehension : if_must<comprehension_head, left_bracket, bound_variable, kw_in, expression, opt<list_filter>,
                                    opt<list_map>, right_bracket> {};
struct pattern_head : at<one<'['>, sp, opt<seq<sor<quoted_name, plain_word>, sp, one<'='>, sp>>, looks_like_pattern> {};
struct pattern_comprehension : if_must<pattern_head, left_bracket, opt<seq<path_variable, equals>>, pattern_chain,
                                       opt<where>, bar, expression, right_bracket> {};
struct list : seq<left_bracket, opt<comma_list<expression>>, pegtl::must<right_bracket>> {};
struct pattern_predicate : if_must<looks_like_pattern, pattern_chain> {};
struct parenthesised : seq<left_parenthesis, pegtl::must<expression, right_parenthesis>> {};
struct true_ : kw_true {};
struct false_ : kw_false {};
struct null : kw_null {};
struct variable : seq<sor<quoted_name, plain_word>, sp> {};
struct atom : sor<number, string, parameter, true_, false_, null, case_, count_star, exists_subquery, count_subquery,
                  quantifier, reduce, call, list_comprehension, pattern_comprehension, list, map, pattern_predicate,
                  parenthesised, variable> {};

struct not_operator : kw_not {};
struct null_word : kw_null {};
struct word_in : kw_in {};

// Operators, from the one that binds most tightly.
struct property : seq<one<'.'>, not_at<one<'.'>>, sp, pegtl::must<schema_name>> {};
struct slice_from : seq<expression> {};
struct slice_to : seq<not_at<one<']'>>, expression> {};
struct slice_dots : dots {};
struct slice_end : seq<slice_dots, opt<slice_to>> {};
struct subscript : if_must<seq<one<'['>, sp>, sor<slice_end, seq<slice_from, opt<slice_end>>>, right_bracket> {};
struct label_test : seq<one<':'>, sp, pegtl::must<label>, star<if_must<seq<one<':'>, sp>, label>>> {};
struct postfix_operator : sor<property, subscript, label_test> {};
struct postfix : seq<atom, star<postfix_operator>> {};
struct unary_sign : seq<one<'+', '-'>, sp> {};
struct unary : seq<star<unary_sign>, postfix> {};
template<char... Signs>
struct operator_sign : seq<one<Signs...>, sp> {};
struct power : seq<unary, star<if_must<operator_sign<'^'>, unary>>> {};
struct multiplicative : seq<power, star<if_must<operator_sign<'*', '/', '%'>, power>>> {};
struct additive : seq<multiplicative, star<if_must<operator_sign<'+', '-'>, multiplicative>>> {};
struct string_operator : sor<if_must<kw_starts, kw_with>, if_must<kw_ends, kw_with>, kw_contains,
                             seq<pegtl::string<'=', '~'>, sp>, word_in> {};
struct is_null : if_must<kw_is, opt<not_operator>, null_word> {};
struct predicate_operator : sor<if_must<string_operator, additive>, is_null> {};
struct predicated : seq<additive, star<predicate_operator>> {};
struct comparison_operator : seq<sor<pegtl::string<'<', '>'>, pegtl::string<'<', '='>, pegtl::string<'>', '='>,
                                     one<'<', '>', '='>>, sp> {};
struct comparison : seq<predicated, star<if_must<comparison_operator, predicated>>> {};
struct not_ : seq<star<not_operator>, comparison> {};
struct and_ : seq<not_, star<if_must<kw_and, not_>>> {};
struct xor_ : seq<and_, star<if_must<kw_xor, and_>>> {};
struct expression : seq<xor_, star<if_must<kw_or, xor_>>> {};

// Clauses.
struct optional : kw_optional {};
struct match_clause : seq<sor<if_must<optional, kw_match>, kw_match>, pegtl::must<pattern>, opt<where>> {};
struct alias : variable_name {};
struct unwind : if_must<kw_unwind, expression, kw_as, alias> {};
struct projection_item : seq<expression, opt<if_must<kw_as, alias>>> {};
struct star_item : asterisk {};
struct projection_items : sor<seq<star_item, star<if_must<comma, projection_item>>>, comma_list<projection_item>> {};
struct descending : sor<kw_descending, kw_desc> {};
struct sort_item : seq<expression, opt<sor<descending, kw_ascending, kw_asc>>> {};
struct order_by : if_must<kw_order, kw_by, comma_list<sort_item>> {};
struct skip : if_must<kw_skip, expression> {};
struct limit : if_must<kw_limit, expression> {};
struct projection : seq<opt<distinct>, projection_items, opt<order_by>, opt<skip>, opt<limit>> {};
struct with : if_must<kw_with, projection, opt<where>> {};
struct return_ : if_must<kw_return, projection> {};
struct single_query : seq<star<sor<match_clause, unwind, with>>, return_> {};
struct union_all : seq<kw_union, kw_all> {};
struct union_distinct : kw_union {};
struct end_of_query : pegtl::eof {};
struct query : pegtl::must<sp, single_query, star<if_must<sor<union_all, union_distinct>, single_query>>,
                           opt<semicolon>, end_of_query> {};
// clang-format on

} // namespace grammar

#define ENTENTE_KIND(rule)                                                                                   \
    template<>                                                                                               \
    inline constexpr Syntax syntax_of<grammar::rule> = Syntax::rule;

ENTENTE_KIND(union_all)
ENTENTE_KIND(union_distinct)
ENTENTE_KIND(single_query)
ENTENTE_KIND(optional)
ENTENTE_KIND(where)
ENTENTE_KIND(unwind)
ENTENTE_KIND(with)
ENTENTE_KIND(return_)
ENTENTE_KIND(distinct)
ENTENTE_KIND(projection_item)
ENTENTE_KIND(alias)
ENTENTE_KIND(order_by)
ENTENTE_KIND(sort_item)
ENTENTE_KIND(descending)
ENTENTE_KIND(skip)
ENTENTE_KIND(limit)
ENTENTE_KIND(pattern_part)
ENTENTE_KIND(pattern_chain)
ENTENTE_KIND(path_variable)
ENTENTE_KIND(shortest_path)
ENTENTE_KIND(all_shortest_paths)
ENTENTE_KIND(node_pattern)
ENTENTE_KIND(relationship_pattern)
ENTENTE_KIND(left_head)
ENTENTE_KIND(right_head)
ENTENTE_KIND(label)
ENTENTE_KIND(type)
ENTENTE_KIND(length)
ENTENTE_KIND(length_from)
ENTENTE_KIND(length_dots)
ENTENTE_KIND(length_to)
ENTENTE_KIND(pattern_variable)
ENTENTE_KIND(xor_)
ENTENTE_KIND(and_)
ENTENTE_KIND(not_)
ENTENTE_KIND(not_operator)
ENTENTE_KIND(comparison)
ENTENTE_KIND(comparison_operator)
ENTENTE_KIND(predicated)
ENTENTE_KIND(string_operator)
ENTENTE_KIND(is_null)
ENTENTE_KIND(additive)
ENTENTE_KIND(multiplicative)
ENTENTE_KIND(power)
ENTENTE_KIND(unary)
ENTENTE_KIND(unary_sign)
ENTENTE_KIND(postfix)
ENTENTE_KIND(property)
ENTENTE_KIND(subscript)
ENTENTE_KIND(slice_from)
ENTENTE_KIND(slice_dots)
ENTENTE_KIND(slice_to)
ENTENTE_KIND(label_test)
ENTENTE_KIND(number)
ENTENTE_KIND(string)
ENTENTE_KIND(true_)
ENTENTE_KIND(false_)
ENTENTE_KIND(null)
ENTENTE_KIND(parameter)
ENTENTE_KIND(variable)
ENTENTE_KIND(list)
ENTENTE_KIND(list_comprehension)
ENTENTE_KIND(list_filter)
ENTENTE_KIND(list_map)
ENTENTE_KIND(pattern_comprehension)
ENTENTE_KIND(map)
ENTENTE_KIND(map_key)
ENTENTE_KIND(case_)
ENTENTE_KIND(case_operand)
ENTENTE_KIND(case_when)
ENTENTE_KIND(case_else)
ENTENTE_KIND(count_star)
ENTENTE_KIND(call)
ENTENTE_KIND(call_name)
ENTENTE_KIND(quantifier)
ENTENTE_KIND(quantifier_name)
ENTENTE_KIND(reduce)
ENTENTE_KIND(exists_subquery)
ENTENTE_KIND(count_subquery)
ENTENTE_KIND(pattern_predicate)

#undef ENTENTE_KIND

template<>
inline constexpr Syntax syntax_of<grammar::expression> = Syntax::or_;
template<>
inline constexpr Syntax syntax_of<grammar::match_clause> = Syntax::match;
template<>
inline constexpr Syntax syntax_of<grammar::bound_variable> = Syntax::variable;
template<>
inline constexpr Syntax syntax_of<grammar::star_item> = Syntax::star;
template<char... Signs>
inline constexpr Syntax syntax_of<grammar::operator_sign<Signs...>> = Syntax::operator_sign;

template<>
inline constexpr const char* name_of<grammar::atom> = "an expression";
template<>
inline constexpr const char* name_of<grammar::null_word> = "NULL";
template<>
inline constexpr const char* name_of<grammar::optional> = "OPTIONAL MATCH";
template<>
inline constexpr const char* name_of<grammar::label> = "a label";
template<>
inline constexpr const char* name_of<grammar::type> = "a relationship type";
template<>
inline constexpr const char* name_of<grammar::pattern_variable> = "a variable";
template<>
inline constexpr const char* name_of<grammar::path_variable> = "a variable";
template<>
inline constexpr const char* name_of<grammar::bound_variable> = "a variable";
template<>
inline constexpr const char* name_of<grammar::alias> = "a variable";
template<>
inline constexpr const char* name_of<grammar::map_key> = "a property name";
template<>
inline constexpr const char* name_of<grammar::end_of_query> = "the end of the query";
template<>
inline constexpr const char* name_of<grammar::postfix_operator> = "an operator";
template<>
inline constexpr const char* name_of<grammar::predicate_operator> = "an operator";
template<>
inline constexpr const char* name_of<grammar::comparison_operator> = "an operator";
template<>
inline constexpr const char* name_of<grammar::kw_and> = "an operator";
template<char... Signs>
inline constexpr const char* name_of<grammar::operator_sign<Signs...>> = "an operator";

} // namespace entente::cypher::detail

#endif
