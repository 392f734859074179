// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_STATEMENT_HPP
#define ENTENTE_GRAPH_STATEMENT_HPP

#include "graph/date.hpp"

#include <optional>
#include <string>

namespace entente {

/// One published text with its metadata. All text is UTF-8; what is not known is empty.
struct Statement {
    /// Unique in a graph; readers derive it from the content where the input has none.
    std::string id;
    std::string title;
    /// Who published it: "Ministry of Foreign Affairs of China".
    std::string publisher;
    std::string url;
    std::optional<Date> date;
    /// BCP 47 ("en"), where the input says it.
    std::string language;
    /// Paragraphs are separated by a blank line.
    std::string text;

    bool operator==(const Statement&) const = default;
};

} // namespace entente

#endif
