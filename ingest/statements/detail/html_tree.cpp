// SPDX-License-Identifier: Apache-2.0
#include "ingest/statements/detail/html_tree.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <csetjmp>
#include <string>
#include <vector>

namespace entente::detail {

namespace {

bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool ends_name(char c) noexcept {
    return c == '>' || c == '/' || c == ' ' || c == '\t' || c == '\n' || c == '\f';
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
}

// Elements that never stay open: void ones, and those that the next one of their kind closes.
bool is_shallow(std::string_view tag) {
    static constexpr std::array<std::string_view, 26> tags = {
        "area",  "base",   "br",    "col",  "dd",     "dt", "embed", "hr", "img",
        "input", "li",     "link",  "meta", "option", "p",  "param", "rb", "rp",
        "rt",    "source", "tbody", "td",   "th",     "tr", "track", "wbr"};
    return std::binary_search(tags.begin(), tags.end(), tag);
}

bool is_raw_text(std::string_view tag) {
    return tag == "script" || tag == "style" || tag == "textarea" || tag == "title";
}

// How deep elements nest, by their start and end tags alone: a quick look that spares the parser what is
// plainly hostile. It can be misled, so that the parser has a deadline too.
class DepthGauge {
public:
    bool is_deeper(std::string_view html, std::size_t limit) {
        for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at)) {
            at = pass_tag(html, at);
            if (open_.size() > limit)
                return true;
        }
        return false;
    }

private:
    std::size_t pass_tag(std::string_view html, std::size_t at) {
        if (html.substr(at, 4) == "<!--") {
            const std::size_t end = html.find("-->", at + 2);
            return end == std::string_view::npos ? html.size() : end + 3;
        }
        const bool is_end = at + 1 < html.size() && html[at + 1] == '/';
        const std::size_t begin = at + (is_end ? 2 : 1);
        std::size_t end = begin;
        while (end < html.size() && !ends_name(html[end]))
            ++end;
        if (begin == end || !is_letter(html[begin]))
            return at + 1;
        const std::string tag = lower(html.substr(begin, std::min<std::size_t>(end - begin, 20)));
        if (is_end)
            close(tag);
        else if (is_raw_text(tag))
            return pass_raw_text(html, end, tag);
        else if (!is_shallow(tag) && !is_closed_itself(html, end))
            open_.push_back(tag);
        return end;
    }

    // "<path d=... />", of which drawings have thousands.
    static bool is_closed_itself(std::string_view html, std::size_t at) {
        const std::size_t end = html.find_first_of("<>", at);
        return end != std::string_view::npos && end > 0 && html[end] == '>' && html[end - 1] == '/';
    }

    static std::size_t pass_raw_text(std::string_view html, std::size_t at, const std::string& tag) {
        for (at = html.find("</", at); at != std::string_view::npos; at = html.find("</", at + 2)) {
            if (lower(html.substr(at + 2, tag.size())) == tag)
                return at + 2;
        }
        return html.size();
    }

    void close(const std::string& tag) {
        const auto last = std::find(open_.rbegin(), open_.rend(), tag);
        if (last != open_.rend())
            open_.erase(last.base() - 1, open_.end());
    }

    std::vector<std::string> open_;
};

} // namespace

// Hands out memory that is freed all at once, and jumps out of the parser when there is no more of it or of
// time: gumbo takes no failure for an answer, and no C++ exception may cross it.
class HtmlTree::Arena {
public:
    static void* allocate(void* arena, std::size_t size) { return static_cast<Arena*>(arena)->take(size); }
    static void release(void*, void*) {}

    std::jmp_buf give_up;

private:
    using Clock = std::chrono::steady_clock;

    void* take(std::size_t size) {
        size = (size + 15) / 16 * 16;
        if ((size > left_ && !grow(size)) || is_late())
            std::longjmp(give_up, 1);
        left_ -= size;
        used_ += size;
        return blocks_.back().get() + blocks_size_ - left_ - size;
    }

    bool is_late() {
        constexpr auto longest = std::chrono::seconds(20);
        return ++calls_ % 4096 == 0 && Clock::now() - start_ > longest;
    }

    bool grow(std::size_t size) {
        constexpr std::size_t block = std::size_t{1} << 20;
        if (used_ + size > largest)
            return false;
        blocks_size_ = std::max(block, size);
        left_ = blocks_size_;
        blocks_.push_back(std::make_unique_for_overwrite<char[]>(blocks_size_));
        return true;
    }

    std::vector<std::unique_ptr<char[]>> blocks_;
    std::size_t blocks_size_ = 0;
    std::size_t left_ = 0;
    std::size_t used_ = 0;
    std::size_t calls_ = 0;
    Clock::time_point start_ = Clock::now();
};

namespace {

// Nothing in here has a destructor, so that the jump out of gumbo is defined.
const GumboNode* parse(const GumboOptions& options, std::jmp_buf& give_up, std::string_view html) {
    if (setjmp(give_up) != 0)
        return nullptr;
    return gumbo_parse_with_options(&options, html.data(), html.size())->root;
}

} // namespace

HtmlTree::HtmlTree(std::string_view html) : arena_(std::make_unique<Arena>()) {
    if (DepthGauge().is_deeper(html, deepest)) {
        refusal_ = HtmlRefusal::too_deep;
        return;
    }
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = &Arena::allocate;
    options.deallocator = &Arena::release;
    options.userdata = arena_.get();
    options.max_errors = 0;
    root_ = parse(options, arena_->give_up, html);
    if (root_ == nullptr)
        refusal_ = HtmlRefusal::too_large;
}

HtmlTree::~HtmlTree() = default;

std::string_view attribute(const GumboNode& element, const char* name) {
    if (element.type != GUMBO_NODE_ELEMENT)
        return {};
    const GumboAttribute* found = gumbo_get_attribute(&element.v.element.attributes, name);
    return found ? std::string_view(found->value) : std::string_view{};
}

bool has_attribute(const GumboNode& element, const char* name) {
    return element.type == GUMBO_NODE_ELEMENT &&
           gumbo_get_attribute(&element.v.element.attributes, name) != nullptr;
}

bool is_element(const GumboNode& node, GumboTag tag) {
    return node.type == GUMBO_NODE_ELEMENT && node.v.element.tag == tag;
}

Children children(const GumboNode& node) {
    if (node.type != GUMBO_NODE_ELEMENT && node.type != GUMBO_NODE_TEMPLATE)
        return {};
    const GumboVector& vector = node.v.element.children;
    return {reinterpret_cast<const GumboNode* const*>(vector.data), vector.length};
}

} // namespace entente::detail
