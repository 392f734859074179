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

std::string counted(std::uint64_t n, std::string_view one, std::string_view many) {
    return std::to_string(n) + ' ' + std::string(n == 1 ? one : many);
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
    if (diagram.relations_left_out > 0 || diagram.nodes_left_out > 0)
        text += " (" + counted(diagram.relations_left_out, "relation", "relations") + " and " +
                counted(diagram.nodes_left_out, "party", "parties") + " left out)";
    return text;
}

} // namespace entente
