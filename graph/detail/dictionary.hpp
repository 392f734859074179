// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_DETAIL_DICTIONARY_HPP
#define ENTENTE_GRAPH_DETAIL_DICTIONARY_HPP

#include "graph/detail/sqlite.hpp"

#include <string>
#include <string_view>
#include <unordered_map>

namespace entente::detail {

/// A hash that finds std::string keys by std::string_view.
struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept {
        return std::hash<std::string_view>{}(text);
    }
};

/// A table (id, text) whose texts are unique, with what was asked for kept in memory.
class Dictionary {
public:
    Dictionary(const Connection& connection, const std::string& table, const std::string& column);

    /// The key of `text`, which is added if need be; 0 for the empty text.
    std::int64_t key(std::string_view text) {
        if (text.empty())
            return 0;
        if (text == last_text_)
            return last_key_;
        const auto found = keys_.find(text);
        return remember(text, found != keys_.end() ? found->second : look_up(text));
    }

    /// Forgets what is in memory: after a rollback, keys may be no longer there.
    void forget();

private:
    std::int64_t look_up(std::string_view text);
    std::int64_t remember(std::string_view text, std::int64_t key) {
        last_text_ = text;
        last_key_ = key;
        return key;
    }

    const Connection* connection_;
    Query find_;
    Query insert_;
    std::unordered_map<std::string, std::int64_t, TextHash, std::equal_to<>> keys_;
    std::string last_text_;
    std::int64_t last_key_ = 0;
};

} // namespace entente::detail

#endif
