// SPDX-License-Identifier: Apache-2.0
#include "graph/cypher/value.hpp"

#include "graph/error.hpp"

#include <algorithm>
#include <limits>
#include <memory>

namespace entente::cypher {

namespace {

// Bounds on one value, so that a short query can't build one that takes minutes to print or to free.
constexpr std::size_t most_elements = 16'000'000;
constexpr std::size_t most_bytes = std::size_t{64} << 20;
constexpr std::uint32_t deepest = 200;

struct SharedText final : detail::Shared {
    explicit SharedText(std::string value) : text(std::move(value)) {}
    std::string text;
};

struct Sized : detail::Shared {
    std::size_t elements = 1;
    std::size_t bytes = 0;
    std::uint32_t depth = 1;
};

struct SharedList final : Sized {
    List list;
};

struct SharedMap final : Sized {
    Map map;
};

struct SharedPath final : detail::Shared {
    Path path;
};

} // namespace

std::string_view with_article(Kind kind) noexcept {
    static constexpr std::string_view names[] = {"a map",     "a node",     "a relationship", "a list",
                                                 "a path",    "a date",     "a duration",     "a string",
                                                 "a boolean", "an integer", "a float",        "null"};
    return names[static_cast<std::size_t>(kind)];
}

void Value::share(const detail::Shared* shared) noexcept {
    data_.shared = shared;
    is_shared_ = true;
    shared->references.store(1, std::memory_order_relaxed);
}

void Value::release() noexcept {
    if (data_.shared->references.fetch_sub(1, std::memory_order_acq_rel) == 1)
        delete data_.shared;
}

Value::Value(std::string text) : kind_(Kind::string) {
    if (text.size() > most_bytes)
        throw Error("a string of more than 64 MiB");
    share(new SharedText(std::move(text)));
}

Value::Value(const Date& date) noexcept
    : kind_(Kind::date), data_{std::chrono::sys_days{date}.time_since_epoch().count()} {}

namespace {

void account(Sized& sized, const Value& value, const Sized* inner) {
    sized.elements += inner != nullptr ? inner->elements : 1;
    sized.bytes += inner != nullptr ? inner->bytes : value.byte_count();
    sized.depth = std::max(sized.depth, inner != nullptr ? inner->depth + 1 : 1);
    if (sized.elements > most_elements)
        throw Error("a list or map of more than 16000000 values");
    if (sized.bytes > std::size_t{1} << 30)
        throw Error("a list or map of more than 1 GiB");
    if (sized.depth > deepest)
        throw Error("lists or maps nested more than 200 deep");
}

} // namespace

Value::Value(List list) : kind_(Kind::list) {
    auto shared = std::make_unique<SharedList>();
    for (const Value& value : list) {
        const bool is_nested = value.kind_ == Kind::list || value.kind_ == Kind::map;
        account(*shared, value, is_nested ? static_cast<const Sized*>(value.data_.shared) : nullptr);
    }
    shared->list = std::move(list);
    share(shared.release());
}

Value::Value(Map map) : kind_(Kind::map) {
    std::stable_sort(map.begin(), map.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    // Of equal keys the last one stays, which is the first one from behind.
    const auto last = std::unique(map.rbegin(), map.rend(),
                                  [](const auto& a, const auto& b) { return a.first == b.first; });
    map.erase(map.begin(), last.base());
    auto shared = std::make_unique<SharedMap>();
    for (const auto& [key, value] : map) {
        const bool is_nested = value.kind_ == Kind::list || value.kind_ == Kind::map;
        account(*shared, value, is_nested ? static_cast<const Sized*>(value.data_.shared) : nullptr);
        shared->bytes += key.size();
    }
    shared->map = std::move(map);
    share(shared.release());
}

Value::Value(Path path) : kind_(Kind::path) {
    auto shared = std::make_unique<SharedPath>();
    shared->path = std::move(path);
    share(shared.release());
}

Value Value::borrowed(std::string_view text) noexcept {
    Value value;
    value.kind_ = Kind::string;
    value.size_ = static_cast<std::uint32_t>(
        std::min<std::size_t>(text.size(), std::numeric_limits<std::uint32_t>::max()));
    value.data_.text = text.data();
    return value;
}

Value Value::node(NodeId node) noexcept {
    Value value;
    value.kind_ = Kind::node;
    value.data_.integer = node;
    return value;
}

Value Value::date(std::int32_t days_since_1970) noexcept {
    Value value;
    value.kind_ = Kind::date;
    value.data_.integer = days_since_1970;
    return value;
}

std::string_view Value::text() const noexcept {
    if (is_shared_)
        return static_cast<const SharedText*>(data_.shared)->text;
    return {data_.text, size_};
}

Date Value::date() const noexcept { return Date{std::chrono::sys_days{std::chrono::days{data_.integer}}}; }

const List& Value::list() const noexcept { return static_cast<const SharedList*>(data_.shared)->list; }
const Map& Value::map() const noexcept { return static_cast<const SharedMap*>(data_.shared)->map; }
const Path& Value::path() const noexcept { return static_cast<const SharedPath*>(data_.shared)->path; }

std::size_t Value::byte_count() const noexcept {
    // The kind says that there is a shared part, which the analyzer does not know.
    switch (kind_) {
    case Kind::string:
        return sizeof(Value) + (is_shared_ ? text().size() + sizeof(SharedText) : 0);
    case Kind::list:
        return sizeof(SharedList) +
               static_cast<const Sized*>(data_.shared)->bytes; // NOLINT(clang-analyzer-core.NullDereference)
    case Kind::map:
        return sizeof(SharedMap) +
               static_cast<const Sized*>(data_.shared)->bytes; // NOLINT(clang-analyzer-core.NullDereference)
    case Kind::path:
        return sizeof(SharedPath) + path().nodes.size() * (sizeof(NodeId) + sizeof(Relationship));
    default:
        return sizeof(Value);
    }
}

const Value* find(const Map& map, std::string_view key) noexcept {
    const auto place =
        std::lower_bound(map.begin(), map.end(), key,
                         [](const auto& entry, std::string_view wanted) { return entry.first < wanted; });
    return place != map.end() && place->first == key ? &place->second : nullptr;
}

} // namespace entente::cypher
