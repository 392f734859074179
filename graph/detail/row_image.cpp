// SPDX-License-Identifier: Apache-2.0
#include "graph/detail/row_image.hpp"

#include <boost/assert.hpp>

#include <algorithm>

namespace entente::detail {

namespace {

constexpr std::size_t page_size = 65536;
constexpr std::size_t file_header = 100; // in front of the first page's own
constexpr unsigned char interior_page = 5;
constexpr unsigned char leaf_page = 13;
constexpr std::size_t leaf_header = 8;
constexpr std::size_t interior_header = 12;
constexpr std::size_t longest_varint = 9;

// A record that is longer has its end on pages of its own.
constexpr std::size_t longest_record = page_size - 35;

void put_number(std::size_t value, std::size_t bytes, unsigned char* to) noexcept {
    for (std::size_t i = 0; i < bytes; ++i)
        to[i] = static_cast<unsigned char>(value >> (8 * (bytes - 1 - i)));
}

unsigned char* put_bytes(std::string_view bytes, unsigned char* to) noexcept {
    return std::copy(bytes.begin(), bytes.end(), to);
}

unsigned char* put_record(const RowRecord& record, unsigned char* to) noexcept {
    to[0] = static_cast<unsigned char>(1 + record.types().size());
    return put_bytes(record.body(), put_bytes(record.types(), to + 1));
}

// How much of a long record stays with its cell.
std::size_t local_size(std::size_t size) noexcept {
    constexpr std::size_t least = (page_size - 12) * 32 / 255 - 23;
    const std::size_t even = least + (size - least) % (page_size - 4);
    return even <= longest_record ? even : least;
}

// 65536 is written as 0 where a page says where its cells begin.
void put_header(unsigned char* to, unsigned char kind, std::size_t cell_count, std::size_t content) noexcept {
    to[0] = kind;
    put_number(cell_count, 2, to + 3);
    put_number(content, 2, to + 5);
}

} // namespace

RowImage::RowImage(std::vector<Table> tables) : tables_(std::move(tables)), trees_(tables_.size()) {
    clear();
}

void RowImage::clear() {
    for (Tree& tree : trees_) {
        tree.leaves.clear();
        tree.cell_count = 0;
    }
    bytes_.clear();
    add_page(); // the schema's
}

std::uint32_t RowImage::add_page() {
    bytes_.resize(bytes_.size() + page_size);
    return static_cast<std::uint32_t>(bytes_.size() / page_size);
}

unsigned char* RowImage::page(std::uint32_t number) noexcept {
    return bytes_.data() + (number - 1) * page_size;
}

void RowImage::add_leaf(Tree& tree) {
    tree.leaves.push_back({add_page(), 0});
    tree.cell_count = 0;
    tree.content = page_size;
    put_header(page(tree.leaves.back().page), leaf_page, 0, page_size);
}

// The place of a cell of so many bytes, on a new page if need be.
unsigned char* RowImage::add_cell(Tree& tree, std::size_t size) {
    if (tree.leaves.empty() || tree.content < leaf_header + 2 * (tree.cell_count + 1) + size)
        add_leaf(tree);
    unsigned char* const leaf = page(tree.leaves.back().page);
    tree.content -= size;
    put_number(tree.content, 2, leaf + leaf_header + 2 * tree.cell_count);
    ++tree.cell_count;
    put_header(leaf, leaf_page, tree.cell_count, tree.content);
    return leaf + tree.content;
}

void RowImage::add(std::size_t table, std::int64_t key, const RowRecord& record) {
    Tree& tree = trees_[table];
    const std::size_t size = record.size();
    if (size > longest_record) {
        add_long(tree, key, record);
    } else {
        unsigned char start[2 * longest_varint];
        std::size_t start_size = put_varint(size, start);
        start_size += put_varint(static_cast<std::uint64_t>(key), start + start_size);
        put_record(record, std::copy_n(start, start_size, add_cell(tree, start_size + size)));
    }
    tree.leaves.back().last_key = key;
}

void RowImage::add_long(Tree& tree, std::int64_t key, const RowRecord& record) {
    std::vector<unsigned char> bytes(record.size());
    put_record(record, bytes.data());
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    const std::size_t local = local_size(text.size());
    unsigned char start[2 * longest_varint];
    std::size_t start_size = put_varint(text.size(), start);
    start_size += put_varint(static_cast<std::uint64_t>(key), start + start_size);
    const std::uint32_t rest = write_overflow(text.substr(local));
    unsigned char* const cell = add_cell(tree, start_size + local + 4);
    put_number(rest, 4, put_bytes(text.substr(0, local), std::copy_n(start, start_size, cell)));
}

// Pages that each name the next; the number of the first.
std::uint32_t RowImage::write_overflow(std::string_view bytes) {
    constexpr std::size_t room = page_size - 4;
    const std::uint32_t first = add_page();
    for (std::uint32_t number = first;;) {
        put_bytes(bytes.substr(0, room), page(number) + 4);
        bytes.remove_prefix(std::min(room, bytes.size()));
        if (bytes.empty())
            return first;
        const std::uint32_t next = add_page();
        put_number(next, 4, page(number));
        number = next;
    }
}

// One leaf is the root itself; above several there is one page that names them.
std::uint32_t RowImage::write_root(const Tree& tree) {
    if (tree.leaves.size() == 1)
        return tree.leaves.front().page;
    const std::uint32_t root = add_page();
    unsigned char* const to = page(root);
    const std::size_t count = tree.leaves.size() - 1; // the last has a place of its own
    std::size_t content = page_size;
    for (std::size_t i = 0; i < count; ++i) {
        unsigned char cell[4 + longest_varint];
        put_number(tree.leaves[i].page, 4, cell);
        const std::size_t size =
            4 + put_varint(static_cast<std::uint64_t>(tree.leaves[i].last_key), cell + 4);
        content -= size;
        BOOST_ASSERT_MSG(content >= interior_header + 2 * count, "a table has no more than 4,000 leaves");
        std::copy_n(cell, size, to + content);
        put_number(content, 2, to + interior_header + 2 * i);
    }
    put_header(to, interior_page, count, content);
    put_number(tree.leaves.back().page, 4, to + leaf_header);
    return root;
}

std::span<unsigned char> RowImage::finish() {
    std::vector<std::uint32_t> roots;
    for (Tree& tree : trees_) {
        if (tree.leaves.empty())
            add_leaf(tree);
        roots.push_back(write_root(tree));
    }
    write_schema(roots);
    return bytes_;
}

void RowImage::write_schema(std::span<const std::uint32_t> roots) {
    unsigned char* const to = page(1);
    std::fill_n(to, page_size, static_cast<unsigned char>(0));
    put_bytes(std::string_view("SQLite format 3\0", 16), to);
    put_number(1, 2, to + 16); // stands for pages of 65536 bytes
    to[18] = to[19] = 1;       // no log
    to[21] = 64;
    to[22] = to[23] = 32;
    put_number(1, 4, to + 24); // of changes
    put_number(bytes_.size() / page_size, 4, to + 28);
    put_number(1, 4, to + 40); // of changes to the schema
    put_number(4, 4, to + 44); // the schema's format
    put_number(1, 4, to + 56); // UTF-8
    put_number(1, 4, to + 92); // as of which change the number of pages is right
    std::size_t content = page_size;
    for (std::size_t i = 0; i < tables_.size(); ++i) {
        RowRecord record;
        record.add_text("table");
        record.add_text(tables_[i].name);
        record.add_text(tables_[i].name);
        record.add(static_cast<std::int64_t>(roots[i]));
        record.add_text(tables_[i].sql);
        unsigned char start[2 * longest_varint];
        std::size_t start_size = put_varint(record.size(), start);
        start_size += put_varint(i + 1, start + start_size);
        content -= start_size + record.size();
        put_record(record, std::copy_n(start, start_size, to + content));
        put_number(content, 2, to + file_header + leaf_header + 2 * i);
    }
    put_header(to + file_header, leaf_page, tables_.size(), content);
}

} // namespace entente::detail
