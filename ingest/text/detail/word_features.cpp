// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/detail/word_features.hpp"

#include "ingest/text/detail/hash.hpp"
#include "ingest/text/detail/utf8.hpp"

#include <algorithm>
#include <array>

namespace entente::ud::detail {

namespace {

enum Kind : std::uint64_t { form_kind, shape_kind, prefix_kind, suffix_kind, ngram_kind, case_kind };

constexpr std::size_t longest_part = 24;

struct Replacement {
    std::string_view from;
    char to;
};
constexpr Replacement replacements[] = {{"\u2018", '\''}, {"\u2019", '\''}, {"\u201C", '"'},
                                        {"\u201D", '"'},  {"\u2013", '-'},  {"\u2014", '-'}};

char shape_of(char32_t c) {
    if (c >= U'0' && c <= U'9')
        return 'd';
    if (c >= U'A' && c <= U'Z')
        return 'X';
    if (c >= U'a' && c <= U'z')
        return 'x';
    return c < 0x80 ? static_cast<char>(c) : 'u';
}

// "Xx-Xx" for China-Belgium: runs are cut to one, but for capitals, where one and several differ.
std::string shape(std::string_view form) {
    std::string shape;
    while (!form.empty() && shape.size() < longest_part) {
        const CodePoint c = first_code_point(form);
        const char s = shape_of(c.value);
        const std::size_t allowed = s == 'X' || s == 'd' ? 2 : 1;
        const auto run = shape.size() - std::min(shape.find_last_not_of(s) + 1, shape.size());
        if (run < allowed)
            shape += s;
        form.remove_prefix(c.bytes);
    }
    return shape;
}

// A form of many bytes, cut to its first and last ones.
std::string shortened(std::string form) {
    if (form.size() > 2 * longest_part)
        form.erase(longest_part, form.size() - 2 * longest_part);
    return form;
}

} // namespace

std::string vocabulary_form(std::string_view form) {
    std::string lower = lower_case(form.substr(0, 4 * longest_part));
    std::string out;
    for (std::size_t i = 0; i < lower.size();) {
        const std::string_view rest = std::string_view(lower).substr(i);
        const auto found = std::find_if(std::begin(replacements), std::end(replacements),
                                        [&](const Replacement& r) { return rest.starts_with(r.from); });
        if (found != std::end(replacements)) {
            out += found->to;
            i += found->from.size();
        } else {
            out += lower[i] >= '0' && lower[i] <= '9' ? '0' : lower[i];
            ++i;
        }
    }
    return out;
}

std::uint64_t form_key(std::string_view form) { return hash_of(shortened(vocabulary_form(form)), form_kind); }

WordFeatures word_features(std::string_view form) {
    WordFeatures features;
    const std::string lower = shortened(vocabulary_form(form));
    features.form = hash_of(lower, form_kind);
    features.parts.push_back(hash_of(shape(form), shape_kind));
    // The exact form tells "US" from "us" and "May" from "may".
    features.parts.push_back(hash_of(shortened(std::string(form.substr(0, 4 * longest_part))), case_kind));
    for (std::size_t length = 1; length <= 4 && length <= lower.size(); ++length) {
        features.parts.push_back(hash_of(std::string_view(lower).substr(0, length), prefix_kind));
        features.parts.push_back(hash_of(std::string_view(lower).substr(lower.size() - length), suffix_kind));
    }
    const std::string framed = '<' + lower + '>';
    for (std::size_t length = 3; length <= 5; ++length)
        for (std::size_t begin = 0; begin + length <= framed.size(); ++begin)
            features.parts.push_back(hash_of(std::string_view(framed).substr(begin, length), ngram_kind));
    return features;
}

} // namespace entente::ud::detail
