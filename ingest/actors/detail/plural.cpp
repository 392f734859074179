// SPDX-License-Identifier: Apache-2.0
#include "ingest/actors/detail/plural.hpp"

#include <algorithm>
#include <array>

namespace entente::detail {

namespace {

constexpr std::array<std::string_view, 20> without_plural{
    "police",      "people",  "military",  "staff",     "press",       "leadership", "personnel",
    "gendarmerie", "royalty", "top brass", "brass",     "officialdom", "youth",      "clergy",
    "media",       "public",  "cavalry",   "artillery", "infantry",    "elite"};

bool is_vowel(char c) noexcept { return std::string_view("aeiou").find(c) != std::string_view::npos; }

std::string plural_of_word(std::string_view word) {
    std::string plural(word);
    if (word.ends_with("man") && word != "german" && word != "human")
        plural.replace(plural.size() - 3, 3, "men");
    else if (word.ends_with("child"))
        plural += "ren";
    else if (word.ends_with('y') && word.size() > 1 && !is_vowel(word[word.size() - 2]))
        plural.replace(plural.size() - 1, 1, "ies");
    else if (word.ends_with("ss") || word.ends_with('x') || word.ends_with("ch") || word.ends_with("sh"))
        plural += "es";
    else
        plural += 's';
    return plural;
}

/// Where the head of the phrase ends: "heads of state", "commanders-in-chief", "secretaries-general".
std::size_t head_end(std::string_view term) noexcept {
    static constexpr std::array<std::string_view, 12> after_head{
        " of ", " for ", " to ",     " in ",     " at ",       " on ",
        "-in-", "-de-",  " general", "-general", " designate", "-elect"};
    std::size_t end = term.size();
    for (const std::string_view mark : after_head) {
        const std::size_t found = term.find(mark);
        if (found == std::string_view::npos || found == 0)
            continue;
        const std::string_view rest = term.substr(found + mark.size());
        if (mark.ends_with(' ') || mark.ends_with('-') || rest.empty() || rest.starts_with(" of "))
            end = std::min(end, found);
    }
    return end;
}

} // namespace

std::string plural_of(std::string_view term) {
    const std::size_t end = head_end(term);
    const std::size_t space = term.substr(0, end).find_last_of(" -");
    const std::size_t begin = space == std::string_view::npos ? 0 : space + 1;
    const std::string_view head = term.substr(begin, end - begin);
    const bool plural = head.ends_with('s') && !head.ends_with("ss");
    if (head.empty() || plural || head.ends_with("men") ||
        std::ranges::find(without_plural, head) != without_plural.end())
        return {};
    return std::string(term.substr(0, begin)) + plural_of_word(head) + std::string(term.substr(end));
}

} // namespace entente::detail
