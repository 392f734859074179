// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_EXPORT_DETAIL_HTML_LABEL_HPP
#define ENTENTE_EXPORT_DETAIL_HTML_LABEL_HPP

#include <string>
#include <string_view>
#include <vector>

namespace entente::detail {

/// How a run of text looks in a label.
struct Font {
    int size = 12;
    std::string_view color = "#222222";
    bool bold = false;
    bool italic = false;
};

/// The text with what SVG and Graphviz's HTML-like labels take for mark-up escaped; control characters, which
/// XML has not, become U+FFFD, line ends spaces.
std::string markup_escaped(std::string_view text);

/// The text for an attribute in which Graphviz reads escapes (`\N`) and entities (`&amp;`): it comes out as
/// it went in.
std::string attribute_escaped(std::string_view text);

/// The first `most` code points, with an ellipsis where there are more.
std::string shortened(std::string_view text, std::size_t most);

/// The text as lines of at most about `width` bytes, broken at spaces.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

/// Builds one of Graphviz's HTML-like labels: rows of text runs, centred.
class HtmlLabel {
public:
    /// Adds a run to the row being written.
    HtmlLabel& text(std::string_view text, const Font& font);
    /// Ends the row.
    HtmlLabel& row();
    /// The rows that were ended, as a label; on a ground of that colour, where one is given.
    std::string str(std::string_view ground = {}) const;

private:
    std::string rows_;
    std::string line_;
};

} // namespace entente::detail

#endif
