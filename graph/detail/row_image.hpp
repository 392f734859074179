// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_DETAIL_ROW_IMAGE_HPP
#define ENTENTE_GRAPH_DETAIL_ROW_IMAGE_HPP

#include "graph/detail/row_record.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::detail {

/// A database in memory, byte for byte in SQLite's file format
/// (https://www.sqlite.org/fileformat2.html), whose rows SQLite copies into a table of its own as they are:
/// `INSERT INTO t SELECT * FROM image.t` takes a third of the time of a statement that makes each row.
class RowImage {
public:
    struct Table {
        std::string name;
        /// As sqlite_schema has it, for a table with an INTEGER PRIMARY KEY. SQLite copies rows as they are
        /// where both tables have the same.
        std::string sql;
    };
    explicit RowImage(std::vector<Table> tables);

    /// Forgets the rows and keeps the memory.
    void clear();
    /// Adds a row to the table with that number. Keys of a table grow; the key's own field is NULL.
    void add(std::size_t table, std::int64_t key, const RowRecord& record);
    /// The whole database, until the next change. At most 4,000 pages of 64 KiB a table.
    std::span<unsigned char> finish();

private:
    struct Leaf {
        std::uint32_t page;
        std::int64_t last_key;
    };
    /// The pages of one table, and how far the last one is filled.
    struct Tree {
        std::vector<Leaf> leaves;
        std::size_t cell_count = 0;
        std::size_t content = 0; // where the first cell begins; they grow towards the front
    };

    std::uint32_t add_page();
    unsigned char* page(std::uint32_t number) noexcept;
    void add_leaf(Tree& tree);
    unsigned char* add_cell(Tree& tree, std::size_t size);
    void add_long(Tree& tree, std::int64_t key, const RowRecord& record);
    std::uint32_t write_overflow(std::string_view bytes);
    std::uint32_t write_root(const Tree& tree);
    void write_schema(std::span<const std::uint32_t> roots);

    std::vector<Table> tables_;
    std::vector<Tree> trees_;
    std::vector<unsigned char> bytes_;
};

} // namespace entente::detail

#endif
