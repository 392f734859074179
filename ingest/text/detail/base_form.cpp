// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/detail/base_form.hpp"

#include <algorithm>
#include <initializer_list>

namespace entente::ud::detail {

namespace {

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

bool has_vowel(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return is_vowel(c) || c == 'y'; });
}

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> endings) {
    return std::any_of(endings.begin(), endings.end(),
                       [&](std::string_view ending) { return text.ends_with(ending); });
}

std::size_t vowel_groups(std::string_view text) {
    std::size_t groups = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        groups += is_vowel(text[i]) && (i == 0 || !is_vowel(text[i - 1]));
    return groups;
}

// Whether the last two letters are a consonant twice (stopp, but not pass).
bool is_doubled(std::string_view stem) {
    const std::size_t n = stem.size();
    if (n < 3 || stem[n - 1] != stem[n - 2] || is_vowel(stem[n - 1]))
        return false;
    const char c = stem[n - 1];
    // Short words end in ll, ss, ff and zz of their own (kill, pass); longer ones double the l (expel).
    return c == 'l' ? vowel_groups(stem) > 1 : c != 's' && c != 'f' && c != 'z';
}

// Whether a stem of this spelling has most often lost an e: announc, invad, not visit or explain.
bool has_lost_e(std::string_view stem) {
    if (ends_with_any(stem, {"e",  "u",  "v",  "c",  "z",  "dg", "rg", "lg", "ang", "eng",
                             "th", "bl", "cl", "dl", "fl", "gl", "kl", "pl", "tl",  "zl"}))
        return !ends_with_any(stem, {"zz", "earth", "ooth", "rth"});
    if (stem.ends_with('s'))
        return !ends_with_any(stem, {"ss", "ocus", "ias"});
    const std::size_t n = stem.size();
    if (n < 3 || is_vowel(stem[n - 1]) || !is_vowel(stem[n - 2]) || is_vowel(stem[n - 3]))
        return false; // an e is lost after one vowel and one consonant
    if (vowel_groups(stem) == 1)
        return !ends_with_any(stem, {"ow", "aw", "ew", "ay", "oy", "ax", "ex", "ix", "ox"});
    return ends_with_any(stem, {"at", "ut", "ot", "ur", "ir", "ar", "in", "un", "id", "ad", "ud", "od",
                                "ak", "ok", "ik", "ap", "am", "um", "ib", "ag", "ig", "og", "or", "ul"});
}

void add(std::vector<std::string>& forms, std::string form) {
    if (std::find(forms.begin(), forms.end(), form) == forms.end())
        forms.push_back(std::move(form));
}

// The verbs whose form is the stem and -ed or -ing.
std::vector<std::string> of_stem(std::string_view stem) {
    std::vector<std::string> forms;
    if (stem.size() < 2 || !has_vowel(stem))
        return forms;
    if (is_doubled(stem))
        add(forms, std::string(stem.substr(0, stem.size() - 1)));
    const bool with_e = has_lost_e(stem);
    for (const bool e : {with_e, !with_e})
        add(forms, std::string(stem) + (e ? "e" : ""));
    if (stem.ends_with("ick"))
        add(forms, std::string(stem.substr(0, stem.size() - 1)));
    return forms;
}

std::vector<std::string> of_past(std::string_view form) {
    if (form.ends_with("ied") && form.size() > 4)
        return {std::string(form.substr(0, form.size() - 3)) + 'y',
                std::string(form.substr(0, form.size() - 1))};
    return form.ends_with("ed") ? of_stem(form.substr(0, form.size() - 2)) : std::vector<std::string>{};
}

// Third persons and plurals.
std::vector<std::string> of_s(std::string_view form) {
    const auto without = [&](std::size_t count, const char* ending) {
        return std::string(form.substr(0, form.size() - count)) + ending;
    };
    if (form.size() < 3 || !form.ends_with('s') || ends_with_any(form, {"ss", "us", "is"}))
        return {};
    if (form.ends_with("'s"))
        return {without(2, "")};
    if (form.ends_with("ies"))
        return form.size() > 4 ? std::vector{without(3, "y"), without(1, "")} : std::vector{without(1, "")};
    if (ends_with_any(form, {"sses", "shes", "ches", "xes", "zzes", "oes"}))
        return {without(2, ""), without(1, "")};
    if (form.ends_with("ves"))
        return {without(1, ""), without(3, "f"), without(3, "fe")};
    return form.ends_with("es") ? std::vector{without(1, ""), without(2, "")} : std::vector{without(1, "")};
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Years in tens (1980s, '60s), which have no singular.
bool is_decade(std::string_view form) {
    return form.size() > 2 && form.ends_with("0s") && is_digit(form[form.size() - 3]);
}

} // namespace

std::vector<std::string> base_forms(std::string_view form, std::string_view tag) {
    const auto is_of_word = [](char c) {
        return (c >= 'a' && c <= 'z') || is_digit(c) || c == '-' || c == '\'';
    };
    if (!std::all_of(form.begin(), form.end(), is_of_word))
        return {};
    if (tag == "VBD" || tag == "VBN")
        return of_past(form);
    if (tag == "VBG" && form.ends_with("ing"))
        return of_stem(form.substr(0, form.size() - 3));
    if (tag == "NNS" && form.ends_with("men") && form.size() > 4)
        return {std::string(form.substr(0, form.size() - 2)) + "an"};
    if (tag == "NNS" && is_decade(form))
        return {std::string(form)};
    if (tag == "VBZ" || tag == "NNS")
        return of_s(form);
    return {};
}

std::vector<std::string> positive_forms(std::string_view form) {
    const std::size_t ending = form.ends_with("er") ? 2 : form.ends_with("est") ? 3 : 0;
    if (ending == 0 || form.size() < ending + 2)
        return {};
    const std::string_view stem = form.substr(0, form.size() - ending);
    const std::string shorter(stem.substr(0, stem.size() - 1));
    std::vector<std::string> forms = {std::string(stem), std::string(stem) + 'e'};
    if (stem.ends_with('i'))
        forms.push_back(shorter + 'y');
    if (stem.ends_with(shorter.back()))
        forms.push_back(shorter);
    return forms;
}

} // namespace entente::ud::detail
