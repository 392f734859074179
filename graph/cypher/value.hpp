// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_CYPHER_VALUE_HPP
#define ENTENTE_GRAPH_CYPHER_VALUE_HPP

#include "graph/date.hpp"

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The query language: the read part of openCypher over a graph of relations (graph/cypher/README.md).
namespace entente::cypher {

/// What a value is, in the order in which openCypher sorts values of different kinds, null last.
enum class Kind : std::uint8_t {
    map,
    node,
    relationship,
    list,
    path,
    date,
    duration,
    string,
    boolean,
    integer,
    real,
    null
};

/// "an integer", "a list": for messages.
std::string_view with_article(Kind kind) noexcept;

using NodeId = std::uint32_t;

/// A relation as a graph knows it. What is equal by `table` and `key` is the same relation.
struct Relationship {
    std::uint32_t key = 0;
    /// Where the graph has its properties; a symmetric relation has a place for each way round.
    std::uint32_t index = 0;
    /// 0 for relations between parties, 1 for REPRESENTS.
    std::uint8_t table = 0;

    bool operator==(const Relationship& other) const noexcept {
        return key == other.key && table == other.table;
    }
};

/// A period: months, whose length differs, and days.
struct Duration {
    std::int32_t months = 0;
    std::int64_t days = 0;
};

class Value;

namespace detail {

/// What values share; counted, so that copying a value is cheap.
struct Shared {
    mutable std::atomic<std::uint32_t> references{0};
    Shared() = default;
    Shared(const Shared&) = delete;
    Shared& operator=(const Shared&) = delete;
    virtual ~Shared() = default;
};

} // namespace detail

using List = std::vector<Value>;
/// Sorted by key, each key once.
using Map = std::vector<std::pair<std::string, Value>>;
/// One node more than relationships.
struct Path {
    std::vector<NodeId> nodes;
    std::vector<Relationship> relationships;
};

/// A value of the query language, of 16 bytes. Values that hold the same list, map, path or text share it.
///
/// A borrowed text belongs to the graph (or to who made it) and must outlive the value.
class Value {
public:
    Value() noexcept = default;
    explicit Value(bool value) noexcept : kind_(Kind::boolean), data_{value ? 1 : 0} {}
    explicit Value(std::int64_t value) noexcept : kind_(Kind::integer), data_{value} {}
    explicit Value(double value) noexcept : kind_(Kind::real) { data_.real = value; }
    explicit Value(std::string text);
    explicit Value(const char* text) = delete;
    explicit Value(const Date& date) noexcept;
    explicit Value(const Duration& duration) noexcept
        : kind_(Kind::duration), size_(static_cast<std::uint32_t>(duration.months)), data_{duration.days} {}
    explicit Value(const Relationship& relationship) noexcept
        : kind_(Kind::relationship), table_(relationship.table) {
        data_.relationship = {relationship.key, relationship.index};
    }
    /// Throws Error where the list is nested too deeply or has too many elements in all.
    explicit Value(List list);
    /// Sorts the map; of equal keys the last one stays.
    explicit Value(Map map);
    explicit Value(Path path);
    static Value borrowed(std::string_view text) noexcept;
    static Value node(NodeId node) noexcept;
    static Value date(std::int32_t days_since_1970) noexcept;

    Value(const Value& other) noexcept
        : kind_(other.kind_), table_(other.table_), is_shared_(other.is_shared_), size_(other.size_),
          data_(other.data_) {
        if (is_shared_)
            data_.shared->references.fetch_add(1, std::memory_order_relaxed);
    }
    Value(Value&& other) noexcept
        : kind_(other.kind_), table_(other.table_), is_shared_(other.is_shared_), size_(other.size_),
          data_(other.data_) {
        other.kind_ = Kind::null;
        other.is_shared_ = false;
    }
    Value& operator=(const Value& other) noexcept {
        Value copy(other);
        swap(copy);
        return *this;
    }
    Value& operator=(Value&& other) noexcept {
        swap(other);
        return *this;
    }
    ~Value() {
        if (is_shared_)
            release();
    }
    void swap(Value& other) noexcept {
        std::swap(kind_, other.kind_);
        std::swap(table_, other.table_);
        std::swap(is_shared_, other.is_shared_);
        std::swap(size_, other.size_);
        std::swap(data_, other.data_);
    }

    Kind kind() const noexcept { return kind_; }
    bool is_null() const noexcept { return kind_ == Kind::null; }
    bool is_number() const noexcept { return kind_ == Kind::integer || kind_ == Kind::real; }
    bool is_true() const noexcept { return kind_ == Kind::boolean && data_.integer != 0; }

    // Each asks for a value of its kind.
    bool boolean() const noexcept { return data_.integer != 0; }
    std::int64_t integer() const noexcept { return data_.integer; }
    double real() const noexcept { return data_.real; }
    std::string_view text() const noexcept;
    Date date() const noexcept;
    std::int32_t days() const noexcept { return static_cast<std::int32_t>(data_.integer); }
    Duration duration() const noexcept { return {static_cast<std::int32_t>(size_), data_.integer}; }
    NodeId node() const noexcept { return static_cast<NodeId>(data_.integer); }
    Relationship relationship() const noexcept {
        return {data_.relationship.key, data_.relationship.index, table_};
    }
    const List& list() const noexcept;
    const Map& map() const noexcept;
    const Path& path() const noexcept;
    /// An integer or a real, as a real.
    double number() const noexcept {
        return kind_ == Kind::integer ? static_cast<double>(data_.integer) : data_.real;
    }

    /// How many bytes keeping the value takes, at most.
    std::size_t byte_count() const noexcept;

private:
    union Data {
        std::int64_t integer = 0;
        double real;
        const char* text;
        const detail::Shared* shared;
        struct {
            std::uint32_t key;
            std::uint32_t index;
        } relationship;
    };

    void share(const detail::Shared* shared) noexcept;
    void release() noexcept;

    Kind kind_ = Kind::null;
    std::uint8_t table_ = 0;
    bool is_shared_ = false;
    std::uint32_t size_ = 0;
    Data data_{};
};

/// The value at a key of a map; nothing where the map lacks it.
const Value* find(const Map& map, std::string_view key) noexcept;

} // namespace entente::cypher

#endif
