// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_STATEMENTS_DETAIL_HTML_TREE_HPP
#define ENTENTE_INGEST_STATEMENTS_DETAIL_HTML_TREE_HPP

#include <gumbo.h>

#include <memory>
#include <string_view>

namespace entente::detail {

/// Why a page was not parsed.
enum class HtmlRefusal { none, too_deep, too_large };

/// A parsed page and the memory it lives in.
///
/// gumbo itself takes unbounded memory and stack for hostile pages, so that the depth of the page is looked
/// at before, and the memory comes from an arena of bounded size, which is freed as a whole. The arena also
/// ends what takes longer than 20 seconds.
class HtmlTree {
public:
    static constexpr std::size_t deepest = 500;
    static constexpr std::size_t largest = std::size_t{512} << 20;

    /// `html` is UTF-8 and outlives the tree.
    explicit HtmlTree(std::string_view html);
    ~HtmlTree();
    HtmlTree(const HtmlTree&) = delete;
    HtmlTree& operator=(const HtmlTree&) = delete;

    HtmlRefusal refusal() const { return refusal_; }
    /// The html element; nothing where the page was refused.
    const GumboNode* root() const { return root_; }

private:
    class Arena;

    std::unique_ptr<Arena> arena_;
    const GumboNode* root_ = nullptr;
    HtmlRefusal refusal_ = HtmlRefusal::none;
};

/// The attribute's value, empty where the element lacks it.
std::string_view attribute(const GumboNode& element, const char* name);
bool has_attribute(const GumboNode& element, const char* name);

/// Whether the node is an element with this tag.
bool is_element(const GumboNode& node, GumboTag tag);

/// The children of an element or document; nothing for other nodes.
struct Children {
    const GumboNode* const* first = nullptr;
    std::size_t count = 0;
    const GumboNode* const* begin() const { return first; }
    const GumboNode* const* end() const { return first + count; }
};
Children children(const GumboNode& node);

} // namespace entente::detail

#endif
