// SPDX-License-Identifier: Apache-2.0
#include "graph/detail/dictionary.hpp"

#include <utility>

namespace entente::detail {

namespace {
constexpr std::size_t most_in_memory = 1'000'000;
}

Dictionary::Dictionary(const Connection& connection, const std::string& table, const std::string& column,
                       std::function<void()> before_use)
    : connection_(&connection), before_use_(std::move(before_use)),
      find_(connection, "SELECT id FROM " + table + " WHERE " + column + " = ?"),
      insert_(connection, "INSERT INTO " + table + "(" + column + ") VALUES (?)") {}

std::int64_t Dictionary::look_up(std::string_view text) {
    if (keys_.size() >= most_in_memory)
        keys_.clear();
    before_use_();
    std::int64_t key = 0;
    if (find_.bind(1, text).step())
        key = find_.integer(0);
    find_.reset();
    if (key == 0) {
        insert_.bind(1, text).run();
        key = sqlite3_last_insert_rowid(connection_->get());
    }
    keys_.emplace(text, key);
    return key;
}

void Dictionary::forget() {
    keys_.clear();
    recent_.clear();
}

} // namespace entente::detail
