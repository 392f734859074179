// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_DETAIL_DICTIONARY_HPP
#define ENTENTE_GRAPH_DETAIL_DICTIONARY_HPP

#include "graph/detail/key_cache.hpp"
#include "graph/detail/sqlite.hpp"

#include <functional>
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
    /// `before_use` is called before the connection is used.
    Dictionary(const Connection& connection, const std::string& table, const std::string& column,
               std::function<void()> before_use);

    /// The key of `text`, which is added if need be; 0 for the empty text.
    std::int64_t key(std::string_view text) {
        if (text.empty())
            return 0;
        auto& place = recent_.at(text);
        if (place.key == 0) {
            const auto found = keys_.find(text);
            place.key = found != keys_.end() ? found->second : look_up(text);
        }
        return place.key;
    }

    /// Forgets what is in memory: after a rollback, keys may be no longer there.
    void forget();

private:
    std::int64_t look_up(std::string_view text);

    const Connection* connection_;
    std::function<void()> before_use_;
    Query find_;
    Query insert_;
    std::unordered_map<std::string, std::int64_t, TextHash, std::equal_to<>> keys_;
    KeyCache recent_{4096};
};

} // namespace entente::detail

#endif
