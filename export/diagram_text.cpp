// SPDX-License-Identifier: Apache-2.0
#include "export/diagram.hpp"

#include <array>

namespace entente {

namespace {

std::string in_words(const Date& date) {
    constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};
    return std::to_string(static_cast<unsigned>(date.day())) + ' ' +
           std::string(months[static_cast<unsigned>(date.month()) - 1]) + ' ' +
           std::to_string(static_cast<int>(date.year()));
}

/// "16,908 relations".
std::string counted(std::uint64_t n, std::string_view one, std::string_view many) {
    auto digits = std::to_string(n);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), 1, ',');
    return digits + ' ' + std::string(n == 1 ? one : many);
}

} // namespace

std::string party_node(const PartyCode& party) { return party.text(); }

std::string person_node(const PartyCode& party, const std::string& name) { return party.text() + '/' + name; }

std::string topic_node(const std::string& topic) { return '#' + topic; }

std::string subtitle(const Diagram& diagram) {
    auto text = counted(diagram.relations, "relation", "relations") + " in " +
                counted(diagram.statements, "statement", "statements");
    if (diagram.first)
        text += ", " + in_words(*diagram.first);
    if (diagram.first && diagram.last != diagram.first)
        text += " to " + in_words(*diagram.last);
    if (const auto rest = left_out(diagram); !rest.empty())
        text += " (" + rest + " left out)";
    return text;
}

std::string left_out(const Diagram& diagram) {
    std::string text;
    if (diagram.relations_left_out > 0)
        text = counted(diagram.relations_left_out, "relation", "relations");
    if (diagram.nodes_left_out > 0)
        text += (text.empty() ? "" : " and ") + counted(diagram.nodes_left_out, "party", "parties");
    return text;
}

} // namespace entente
