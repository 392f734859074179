// SPDX-License-Identifier: Apache-2.0
#include "ingest/statements/detail/html_boilerplate.hpp"
#include "ingest/statements/detail/html_text.hpp"

#include <optional>
#include <unordered_map>
#include <vector>

namespace entente::detail {

namespace {

constexpr std::size_t deepest = 1000;

bool is_text(const GumboNode& node) { return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA; }

// Appends words; white space, no-break spaces too, becomes one blank between them.
void append_collapsed(std::string& out, std::string_view text) {
    while (!text.empty()) {
        const bool is_no_break_space = text.starts_with("\xC2\xA0");
        const char c = text.front();
        if (is_no_break_space || c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
            if (!out.empty() && out.back() != ' ' && out.back() != '\n')
                out += ' ';
        } else {
            out += c;
        }
        text.remove_prefix(is_no_break_space ? 2 : 1);
    }
}

struct Paragraph {
    std::string text;
    std::size_t link_bytes = 0;
};

// Paragraphs of mostly link text are ways to elsewhere, not prose.
bool is_link_list(const Paragraph& paragraph) {
    return paragraph.link_bytes * 10 > paragraph.text.size() * 7;
}

// How much prose an element holds, that is, text outside links and surroundings.
struct Prose {
    std::size_t bytes = 0;
    bool is_direct = false; // in the element's own paragraphs, not only in boxes within it
};

class Article {
public:
    explicit Article(const GumboNode& root) : all_prose_(measure(root, 0, false).bytes) {}

    std::vector<Paragraph> paragraphs(const GumboNode& root) {
        const GumboNode* main = descend(find_main(root));
        is_inside_main_ = true;
        collect(*main, 0, false);
        end_paragraph();
        return std::move(paragraphs_);
    }

private:
    std::size_t prose(const GumboNode& node) const {
        const auto found = prose_.find(&node);
        return found == prose_.end() ? 0 : found->second.bytes;
    }

    bool is_skipped(const GumboNode& node, bool is_within_article) const {
        if (node.type != GUMBO_NODE_ELEMENT || is_invisible(node))
            return true;
        const bool is_article_header = is_within_article && is_element(node, GUMBO_TAG_HEADER);
        return is_surrounding(node) && !is_article_header;
    }

    static bool is_article(const GumboNode& node) {
        return is_element(node, GUMBO_TAG_ARTICLE) || is_element(node, GUMBO_TAG_MAIN) ||
               attribute(node, "itemprop") == "articleBody" || attribute(node, "role") == "main";
    }

    Prose measure(const GumboNode& node, std::size_t depth, bool is_within_article) {
        Prose sum;
        if (depth > deepest || is_skipped(node, is_within_article))
            return sum;
        is_within_article = is_within_article || is_article(node);
        for (const GumboNode* child : children(node)) {
            if (is_text(*child)) {
                std::string text;
                append_collapsed(text, child->v.text.text);
                sum.bytes += text.size();
                sum.is_direct |= text.size() > 20;
            } else if (child->type == GUMBO_NODE_ELEMENT && !is_element(*child, GUMBO_TAG_A)) {
                const Prose below = measure(*child, depth + 1, is_within_article);
                sum.bytes += below.bytes;
                sum.is_direct |= !is_container(*child) && below.bytes > 20;
            }
        }
        prose_.emplace(&node, sum);
        if (is_article(node) && (main_ == nullptr || sum.bytes > prose(*main_)))
            main_ = &node;
        return sum;
    }

    // What the page itself calls its article, when most prose stands in it.
    const GumboNode* find_main(const GumboNode& root) const {
        return main_ != nullptr && prose(*main_) * 2 > prose(root) ? main_ : &root;
    }

    // The innermost box that still holds nearly all prose.
    const GumboNode* descend(const GumboNode* node) const {
        while (true) {
            const auto own = prose_.find(node);
            if (own == prose_.end() || own->second.is_direct)
                return node;
            const GumboNode* next = nullptr;
            for (const GumboNode* child : children(*node)) {
                if (child->type == GUMBO_NODE_ELEMENT && prose(*child) * 5 > own->second.bytes * 4)
                    next = child;
            }
            if (next == nullptr)
                return node;
            node = next;
        }
    }

    void collect(const GumboNode& node, std::size_t depth, bool is_in_link) {
        if (is_text(node) || node.type == GUMBO_NODE_WHITESPACE)
            return append(node.v.text.text, is_in_link);
        if (depth > deepest || is_skipped(node, is_inside_main_))
            return;
        if (depth > 0 && is_named_boilerplate(node) && prose(node) * 10 < all_prose_ * 3)
            return;
        if (is_element(node, GUMBO_TAG_BR))
            return break_line();
        const bool is_paragraph = is_block(node);
        if (is_paragraph)
            end_paragraph();
        for (const GumboNode* child : children(node))
            collect(*child, depth + 1, is_in_link || is_element(node, GUMBO_TAG_A));
        if (is_paragraph)
            end_paragraph();
    }

    void append(std::string_view text, bool is_in_link) {
        const std::size_t before = paragraph_.text.size();
        append_collapsed(paragraph_.text, text);
        if (is_in_link)
            paragraph_.link_bytes += paragraph_.text.size() - before;
    }

    // One break is a line, two are a paragraph.
    void break_line() {
        while (paragraph_.text.ends_with(' '))
            paragraph_.text.pop_back();
        if (paragraph_.text.ends_with('\n'))
            return end_paragraph();
        if (!paragraph_.text.empty())
            paragraph_.text += '\n';
    }

    void end_paragraph() {
        while (paragraph_.text.ends_with(' ') || paragraph_.text.ends_with('\n'))
            paragraph_.text.pop_back();
        if (!paragraph_.text.empty())
            paragraphs_.push_back(std::move(paragraph_));
        paragraph_ = {};
    }

    std::unordered_map<const GumboNode*, Prose> prose_;
    const GumboNode* main_ = nullptr;
    std::size_t all_prose_ = 0;
    bool is_inside_main_ = false;
    std::vector<Paragraph> paragraphs_;
    Paragraph paragraph_;
};

void append_text(const GumboNode& node, std::size_t depth, std::size_t longest, std::string& out) {
    if (depth > deepest || out.size() > longest)
        return;
    if (is_text(node) || node.type == GUMBO_NODE_WHITESPACE)
        return append_collapsed(out, std::string_view(node.v.text.text).substr(0, longest + 1));
    if (is_element(node, GUMBO_TAG_BR))
        return append_collapsed(out, " ");
    for (const GumboNode* child : children(node))
        append_text(*child, depth + 1, longest, out);
}

} // namespace

std::string collapsed_text(const GumboNode& node, std::size_t longest) {
    std::string out;
    append_text(node, 0, longest, out);
    while (out.ends_with(' '))
        out.pop_back();
    return out;
}

std::string article_text(const GumboNode& root, std::string_view title) {
    std::string out;
    for (const Paragraph& paragraph : Article(root).paragraphs(root)) {
        const bool is_title = out.empty() && paragraph.text == title;
        if (is_title || is_link_list(paragraph))
            continue;
        if (!out.empty())
            out += "\n\n";
        out += paragraph.text;
    }
    return out;
}

} // namespace entente::detail
