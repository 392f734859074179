// SPDX-License-Identifier: Apache-2.0
#include "cli/query_parameter.hpp"

#include "graph/cypher/store_graph.hpp"
#include "graph/error.hpp"

#include <cctype>
#include <charconv>

namespace entente::cli {

namespace {

/// What the query language makes of a literal.
cypher::Value literal(const std::string& text) {
    cypher::Value result;
    const cypher::StoreGraph graph{RelationGraph()};
    cypher::Query::parse("RETURN " + text + " AS value")
        .run(
            graph, {}, {}, [](const auto&) {},
            [&](std::span<const cypher::Value> row) {
                result = row[0];
                return true;
            });
    return result;
}

template<class Number>
std::optional<Number> whole_number(const std::string& text) {
    Number number{};
    const char* end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, number);
    return result.ec == std::errc() && result.ptr == end ? std::optional(number) : std::nullopt;
}

cypher::Value parse_value(const std::string& text) {
    if (text.size() == 10 && text[4] == '-' && text[7] == '-')
        if (const auto date = parse_date(text))
            return cypher::Value(*date);
    if (const auto integer = whole_number<std::int64_t>(text))
        return cypher::Value(*integer);
    const bool has_digit =
        !text.empty() && (std::isdigit(static_cast<unsigned char>(text[0])) != 0 || text[0] == '-');
    if (const auto real = has_digit ? whole_number<double>(text) : std::nullopt)
        return cypher::Value(*real);
    const bool is_written_out =
        !text.empty() && std::string_view("[{'\"").find(text[0]) != std::string_view::npos;
    return is_written_out || text == "true" || text == "false" || text == "null" ? literal(text)
                                                                                 : cypher::Value(text);
}

} // namespace

cypher::Parameters parse_parameters(const std::vector<std::string>& texts) {
    cypher::Parameters parameters;
    for (const std::string& text : texts) {
        const std::size_t sign = text.find('=');
        if (sign == 0 || sign == std::string::npos)
            throw InputError(Place{"--param"}, "name=value", text);
        try {
            parameters.insert_or_assign(text.substr(0, sign), parse_value(text.substr(sign + 1)));
        } catch (const InputError& error) {
            throw InputError(Place{"--param " + text.substr(0, sign)}, error.what());
        }
    }
    return parameters;
}

} // namespace entente::cli
