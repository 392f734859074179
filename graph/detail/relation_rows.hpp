// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_DETAIL_RELATION_ROWS_HPP
#define ENTENTE_GRAPH_DETAIL_RELATION_ROWS_HPP

#include "graph/detail/graph_builder.hpp"
#include "graph/detail/row_record.hpp"
#include "graph/relation.hpp"

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace entente::detail {

/// A date as the graph file has it: days since 1970-01-01.
inline std::int64_t day_of(const Date& date) {
    return std::chrono::sys_days{date}.time_since_epoch().count();
}
inline Date date_of(std::int64_t day) { return Date{std::chrono::sys_days{std::chrono::days{day}}}; }

/// Rows of the relations table that wait to be written. Keys of other tables are 0 where there is none, which
/// no table has.
class RelationRows {
public:
    struct Row {
        std::int64_t seq = 0;
        std::int64_t source = 0;
        std::int64_t target = 0;
        std::int64_t statement = 0;
        std::int64_t said_by = 0;
        std::int64_t source_actor = 0;
        std::int64_t target_actor = 0;
        std::int64_t predicate = 0;
        std::int64_t dataset = 0;
        std::int64_t url = 0;
        std::int64_t source_sector = 0;
        std::int64_t target_sector = 0;
        bool has_topics = false;
    };

    /// Keeps what it needs of `relation`.
    void add(const Row& keys, const Relation& relation, const RelationId& id);
    void clear();

    std::int64_t key(std::size_t row) const noexcept { return rows_[row].keys.seq; }
    /// Whether a row has an act or topics, which edge() lacks.
    bool has_lists(std::size_t row) const noexcept {
        return rows_[row].has_act || rows_[row].keys.has_topics;
    }
    /// The row as snapshots have it, but with keys of the file for parties and terms; said_by too is a key.
    EdgeValues edge(std::size_t row) const noexcept;

    std::size_t size() const noexcept { return rows_.size(); }
    /// How many bytes of text the rows have.
    std::size_t text_size() const noexcept { return texts_.size(); }
    /// Puts a row into `record` as the relations table has it.
    void write(std::size_t row, RowRecord& record) const;

private:
    struct Text {
        std::size_t begin;
        std::size_t size;
    };
    struct Pending {
        Row keys;
        unsigned char id[16];
        unsigned char act[16];
        Text dataset_row;
        Text evidence;
        std::uint64_t contexts;
        double confidence;
        std::uint64_t span_begin;
        std::uint64_t span_end;
        std::int32_t day;
        std::int32_t end_day;
        std::uint32_t mentions;
        std::uint32_t sources;
        std::uint32_t sentence;
        std::uint16_t cameo;
        std::int16_t mode;
        std::uint8_t type;
        std::uint8_t precision;
        std::uint8_t modality;
        bool symmetric;
        bool has_act;
    };

    Text keep(std::string_view text);
    void write_coding(const Pending& row, RowRecord& record) const;

    std::vector<Pending> rows_;
    std::string texts_;
};

/// Rows of the urls table that wait to be written.
class UrlRows {
public:
    void add(std::int64_t id, std::string_view url);
    void clear();

    std::size_t size() const noexcept { return rows_.size(); }
    std::size_t text_size() const noexcept { return texts_.size(); }
    std::int64_t key(std::size_t row) const noexcept { return rows_[row].id; }
    void write(std::size_t row, RowRecord& record) const;

private:
    struct Pending {
        std::int64_t id;
        std::size_t begin;
        std::size_t size;
    };
    std::vector<Pending> rows_;
    std::string texts_;
};

/// The 16 bytes of an identifier, high half first, so that hex() shows what to_hex() does.
void write_digest(std::uint64_t high, std::uint64_t low, unsigned char* out) noexcept;

} // namespace entente::detail

#endif
