// SPDX-License-Identifier: Apache-2.0
#include "ingest/statements/detail/html_metadata.hpp"

#include "ingest/statements/detail/finish.hpp"
#include "ingest/statements/detail/html_text.hpp"
#include "ingest/statements/published_date.hpp"

#include <algorithm>
#include <array>

namespace entente::detail {

namespace {

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
}

// The names under which meta elements say it, the surest first.
constexpr std::array<std::string_view, 5> title_names = {"og:title", "twitter:title", "dc.title",
                                                         "dcterms.title", "title"};
constexpr std::array<std::string_view, 6> publisher_names = {"og:site_name",      "publisher",
                                                             "dc.publisher",      "dcterms.publisher",
                                                             "article:publisher", "application-name"};
constexpr std::array<std::string_view, 1> url_names = {"og:url"};
constexpr std::array<std::string_view, 14> date_names = {
    "article:published_time", "og:published_time", "datepublished", "dc.date.issued", "dcterms.issued",
    "dcterms.created",        "dc.date",           "dcterms.date",  "pubdate",        "publishdate",
    "publish-date",           "publish_date",      "date",          "release_date"};

// One thing that the page may say in several ways: the surest is kept, and of two alike the first.
class Choice {
public:
    void offer(std::size_t rank, std::string_view value) {
        value = trimmed(value);
        if (value.empty() || rank >= rank_)
            return;
        rank_ = rank;
        value_ = value;
    }

    std::string take() { return std::move(value_); }
    bool empty() const { return value_.empty(); }
    const std::string& value() const { return value_; }

private:
    std::size_t rank_ = 1000;
    std::string value_;
};

template<std::size_t n>
void offer_by_name(Choice& choice, const std::array<std::string_view, n>& names, std::string_view name,
                   std::string_view value) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found != names.end())
        choice.offer(10 + static_cast<std::size_t>(found - names.begin()), value);
}

class Collector {
public:
    void visit(const GumboNode& node, std::size_t depth) {
        constexpr std::size_t deepest = 1000;
        if (depth > deepest)
            return;
        if (node.type == GUMBO_NODE_ELEMENT)
            read_element(node);
        for (const GumboNode* child : children(node))
            visit(*child, depth + 1);
    }

    HtmlMetadata finish() {
        // "Readout of a call - Ministry of Foreign Affairs": the site's name is no part of the title.
        std::string title = title_.take();
        const std::string_view site = publisher_.value();
        if (!site.empty() && title.size() > site.size() + 3 && title.ends_with(site)) {
            const std::string_view kept = std::string_view(title).substr(0, title.size() - site.size());
            const std::size_t end = kept.find_last_not_of(" -|\xE2\x80\x93\x94:\xC2\xBB");
            title.resize(end == std::string_view::npos ? title.size() : end + 1);
        }
        return {std::move(title), publisher_.take(), url_.take(), date_.take(), language_.take()};
    }

private:
    void read_element(const GumboNode& node) {
        switch (node.v.element.tag) {
        case GUMBO_TAG_HTML:
            language_.offer(5, attribute(node, "lang"));
            break;
        case GUMBO_TAG_META:
            read_meta(node);
            break;
        case GUMBO_TAG_LINK:
            if (lower(attribute(node, "rel")) == "canonical")
                url_.offer(5, attribute(node, "href"));
            break;
        case GUMBO_TAG_TITLE:
            title_.offer(60, collapsed_text(node));
            break;
        case GUMBO_TAG_H1:
            title_.offer(50, collapsed_text(node));
            break;
        case GUMBO_TAG_TIME:
            read_time(node);
            break;
        case GUMBO_TAG_SCRIPT:
            if (lower(attribute(node, "type")) == "application/ld+json")
                read_script(node);
            break;
        default:
            read_marked(node);
        }
    }

    void read_meta(const GumboNode& node) {
        const std::string_view value = attribute(node, "content");
        for (const char* key : {"property", "name", "itemprop"}) {
            const std::string name = lower(attribute(node, key));
            offer_by_name(title_, title_names, name, value);
            offer_by_name(publisher_, publisher_names, name, value);
            offer_by_name(url_, url_names, name, value);
            offer_by_name(date_, date_names, name, value);
        }
    }

    void read_time(const GumboNode& node) {
        const bool is_published =
            has_attribute(node, "pubdate") || attribute(node, "itemprop") == "datePublished";
        const std::string_view value = attribute(node, "datetime");
        const std::string text = value.empty() ? collapsed_text(node) : std::string(value);
        if (parse_published_date(text))
            date_.offer(is_published ? 30 : 40, text);
    }

    void read_script(const GumboNode& node) {
        for (const GumboNode* child : children(node)) {
            if (child->type != GUMBO_NODE_TEXT && child->type != GUMBO_NODE_CDATA)
                continue;
            const HtmlMetadata found = read_json_ld(child->v.text.text);
            title_.offer(1, found.title);
            publisher_.offer(1, found.publisher);
            url_.offer(1, found.url);
            date_.offer(1, found.date);
            language_.offer(10, found.language);
        }
    }

    // <span class="date">April 2, 2020</span>, where nothing better says it.
    void read_marked(const GumboNode& node) {
        const std::string marks = lower(attribute(node, "class")) + ' ' + lower(attribute(node, "id")) + ' ' +
                                  lower(attribute(node, "itemprop"));
        if (marks.find("date") == std::string::npos && marks.find("time") == std::string::npos)
            return;
        constexpr std::size_t longest = 60;
        const std::string_view value = attribute(node, "content");
        const std::string text = value.empty() ? collapsed_text(node, longest) : std::string(value);
        if (text.size() <= longest && parse_published_date(text))
            date_.offer(marks.find("datepublished") != std::string::npos ? 30 : 45, text);
    }

    Choice title_;
    Choice publisher_;
    Choice url_;
    Choice date_;
    Choice language_;
};

} // namespace

HtmlMetadata read_html_metadata(const GumboNode& root) {
    Collector collector;
    collector.visit(root, 0);
    return collector.finish();
}

} // namespace entente::detail
