// SPDX-License-Identifier: Apache-2.0
#include "ingest/statements/detail/html_boilerplate.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace entente::detail {

namespace {

bool is_alphanumeric(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_boilerplate_word(std::string_view word) {
    static constexpr std::array<std::string_view, 37> words = {
        "ad",         "ads",      "advert",     "advertisement", "banner",    "breadcrumb", "breadcrumbs",
        "comment",    "comments", "cookie",     "cookies",       "copyright", "disqus",     "footer",
        "login",      "masthead", "menu",       "modal",         "nav",       "navbar",     "navigation",
        "newsletter", "pager",    "pagination", "popup",         "print",     "promo",      "recommended",
        "related",    "search",   "share",      "sharing",       "sidebar",   "social",     "subscribe",
        "toolbar",    "widget"};
    return std::binary_search(words.begin(), words.end(), word);
}

// "main-Nav_2" has the words main and nav.
bool has_boilerplate_word(std::string_view names) {
    std::string word;
    for (std::size_t i = 0; i <= names.size(); ++i) {
        if (i < names.size() && is_alphanumeric(names[i])) {
            const char c = names[i];
            word += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            continue;
        }
        if (is_boilerplate_word(word))
            return true;
        word.clear();
    }
    return false;
}

} // namespace

bool is_invisible(const GumboNode& element) {
    switch (element.v.element.tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_HEAD:
        return true;
    default:
        break;
    }
    if (has_attribute(element, "hidden") || attribute(element, "aria-hidden") == "true")
        return true;
    const std::string_view style = attribute(element, "style");
    return style.find("display:none") != std::string_view::npos ||
           style.find("display: none") != std::string_view::npos;
}

bool is_surrounding(const GumboNode& element) {
    switch (element.v.element.tag) {
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_HEADER:
        return true;
    default:
        break;
    }
    static constexpr std::array<std::string_view, 5> roles = {"navigation", "banner", "contentinfo",
                                                              "complementary", "search"};
    return std::find(roles.begin(), roles.end(), attribute(element, "role")) != roles.end();
}

bool is_named_boilerplate(const GumboNode& element) {
    return has_boilerplate_word(attribute(element, "class")) ||
           has_boilerplate_word(attribute(element, "id"));
}

bool is_container(const GumboNode& element) {
    switch (element.v.element.tag) {
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_TD:
        return true;
    default:
        return false;
    }
}

bool is_block(const GumboNode& element) {
    switch (element.v.element.tag) {
    case GUMBO_TAG_P:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_HR:
        return true;
    default:
        return is_container(element);
    }
}

} // namespace entente::detail
