// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_DETAIL_TABLE_PAGES_HPP
#define ENTENTE_GRAPH_DETAIL_TABLE_PAGES_HPP

#include "graph/detail/sqlite.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace entente::detail {

/// A page holds what SQLite's own decoder has to look at: it is not laid out as expected.
struct UnusualPage {};

/// The first fields of one row as they lie in a page (https://sqlite.org/fileformat2.html, "Record Format").
class PageRecord {
public:
    static constexpr std::size_t field_count = 25;

    /// Finds the fields in [begin, end); throws UnusualPage where they are not all there. Eight bytes after
    /// `end` can be read, whatever they hold.
    void parse(const unsigned char* begin, const unsigned char* end);

    bool is_null(std::size_t field) const noexcept { return types_[field] == 0; }
    /// 0 for NULL; throws UnusualPage for what is no whole number.
    std::int64_t integer(std::size_t field) const;
    /// The same for any number.
    double number(std::size_t field) const;
    /// The bytes of a text or blob; empty for NULL; throws UnusualPage for a number.
    std::string_view bytes(std::size_t field) const;

private:
    std::uint64_t eight_bytes(std::size_t field) const noexcept {
        std::uint64_t bits = 0;
        std::memcpy(&bits, places_[field], sizeof bits);
        if constexpr (std::endian::native == std::endian::little)
            bits = __builtin_bswap64(bits);
        return bits;
    }

    std::array<std::uint64_t, field_count> types_;
    std::array<const unsigned char*, field_count> places_;
};

/// The pages of one table, read from the database file past SQLite's row decoder, which takes several
/// times as long.
///
/// To be used within one read transaction, from one thread at a time.
class TablePages {
public:
    /// Nothing where the file can't be read like this: where the last changes are still in the log or in the
    /// connection. Throws UnusualPage.
    static std::optional<TablePages> open(const Connection& connection, std::string_view table);

    /// The pages with the rows whose keys are `first` or higher, in order, and some with lower ones. Throws
    /// UnusualPage.
    std::vector<std::uint32_t> leaves(std::int64_t first) const;

    std::size_t page_size() const noexcept { return page_size_; }
    /// Reads pages into `bytes`, one after the other. Throws UnusualPage where it can't.
    void read(std::span<const std::uint32_t> numbers, unsigned char* bytes) const;

    /// Calls `visit(key, record)` for every row of a leaf that read() has read, after which there are eight
    /// more bytes. Throws UnusualPage.
    template<class Visit>
    void for_each_row(const unsigned char* page, Visit visit) const {
        PageRecord record;
        const std::size_t count = cell_count(page);
        for (std::size_t i = 0; i < count; ++i)
            visit(find_row(page, i, record), record);
    }

private:
    TablePages(sqlite3_file* file, std::uint32_t root, std::size_t page_size, std::size_t usable,
               std::uint32_t page_count) noexcept
        : file_(file), root_(root), page_size_(page_size), usable_(usable), page_count_(page_count) {}

    std::size_t cell_count(const unsigned char* page) const;
    std::int64_t find_row(const unsigned char* page, std::size_t cell, PageRecord& record) const;
    void add_children(const unsigned char* page, std::int64_t first,
                      std::vector<std::uint32_t>& children) const;

    sqlite3_file* file_;
    std::uint32_t root_;
    std::size_t page_size_;
    std::size_t usable_; // bytes of a page that SQLite uses
    std::uint32_t page_count_;
};

} // namespace entente::detail

#endif
