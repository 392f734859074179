// SPDX-License-Identifier: Apache-2.0
#include "graph/detail/table_pages.hpp"

namespace entente::detail {

namespace {

constexpr unsigned char interior_page = 5;
constexpr unsigned char leaf_page = 13;
constexpr std::size_t most_levels = 20; // as SQLite itself

[[noreturn]] void unusual() { throw UnusualPage{}; }

void require(bool condition) {
    if (!condition)
        unusual();
}

std::uint32_t big_endian(const unsigned char* bytes, std::size_t count) noexcept {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < count; ++i)
        value = value << 8 | bytes[i];
    return value;
}

// A number of one to nine bytes, seven bits each, the highest first; the ninth has eight.
const unsigned char* read_varint(const unsigned char* at, const unsigned char* end, std::uint64_t& value) {
    value = 0;
    for (int i = 0; i < 9; ++i) {
        require(at < end);
        const unsigned char byte = *at++;
        if (i == 8) {
            value = value << 8 | byte;
            return at;
        }
        value = value << 7 | (byte & 0x7FU);
        if (byte < 0x80)
            return at;
    }
    return at;
}

// Bytes of a field by its type, where that is a number or NULL; 255 for types that no file has.
constexpr std::array<std::uint8_t, 12> widths{0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 255, 255};
constexpr std::uint64_t real_type = 7;
constexpr std::uint64_t zero_type = 8; // 9 is the number 1

// The state of the file as this connection sees it is in the file alone, and stays so until its transaction
// ends: no transaction of others is in the log, and what they put there later is not copied while this one
// reads.
bool is_whole_as_it_lies(const Connection& connection) {
    if (sqlite3_txn_state(connection.get(), "main") != SQLITE_TXN_READ)
        return false;
    sqlite3_file* log = nullptr;
    if (sqlite3_file_control(connection.get(), "main", SQLITE_FCNTL_JOURNAL_POINTER, &log) != SQLITE_OK)
        return false;
    if (log == nullptr || log->pMethods == nullptr)
        return true;
    sqlite3_int64 size = 0;
    return log->pMethods->xFileSize(log, &size) == SQLITE_OK && size == 0;
}

} // namespace

void PageRecord::parse(const unsigned char* begin, const unsigned char* end) {
    std::uint64_t header = 0;
    const unsigned char* at = read_varint(begin, end, header);
    require(header <= static_cast<std::uint64_t>(end - begin));
    const unsigned char* const header_end = begin + header;
    const unsigned char* body = header_end;
    for (std::size_t i = 0; i < field_count; ++i) {
        require(at < header_end);
        std::uint64_t type = *at;
        if (type < 0x80)
            ++at;
        else
            at = read_varint(at, header_end, type);
        const std::uint64_t width = type < widths.size() ? widths[type] : (type - 12) / 2;
        require(width <= static_cast<std::uint64_t>(end - body) && (type >= widths.size() || width != 255));
        types_[i] = type;
        places_[i] = body;
        body += width;
    }
}

std::int64_t PageRecord::integer(std::size_t field) const {
    const std::uint64_t type = types_[field];
    if (type == 0)
        return 0;
    if (type < real_type) // arithmetic, so that the sign comes along
        return static_cast<std::int64_t>(eight_bytes(field)) >> (64 - 8 * widths[type]);
    require(type == zero_type || type == zero_type + 1);
    return static_cast<std::int64_t>(type - zero_type);
}

double PageRecord::number(std::size_t field) const {
    if (types_[field] != real_type)
        return static_cast<double>(integer(field));
    return std::bit_cast<double>(eight_bytes(field));
}

std::string_view PageRecord::bytes(std::size_t field) const {
    const std::uint64_t type = types_[field];
    if (type == 0)
        return {};
    require(type >= 12);
    return {reinterpret_cast<const char*>(places_[field]), static_cast<std::size_t>((type - 12) / 2)};
}

std::optional<TablePages> TablePages::open(const Connection& connection, std::string_view table) {
    Query root(connection, "SELECT rootpage FROM sqlite_schema WHERE type = 'table' AND name = ?");
    root.bind(1, table);
    sqlite3_file* file = nullptr;
    if (!root.step() || !is_whole_as_it_lies(connection) ||
        sqlite3_file_control(connection.get(), "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK ||
        file == nullptr || file->pMethods == nullptr)
        return std::nullopt;
    std::array<unsigned char, 100> header{};
    sqlite3_int64 size = 0;
    if (file->pMethods->xRead(file, header.data(), static_cast<int>(header.size()), 0) != SQLITE_OK ||
        file->pMethods->xFileSize(file, &size) != SQLITE_OK)
        return std::nullopt;
    const std::uint32_t written = big_endian(header.data() + 16, 2);
    const std::size_t page_size = written == 1 ? 65536 : written;
    const bool is_utf8 = big_endian(header.data() + 56, 4) == 1;
    if (page_size < 512 || header[20] > 32 || !is_utf8)
        return std::nullopt;
    return TablePages(file, static_cast<std::uint32_t>(root.integer(0)), page_size, page_size - header[20],
                      static_cast<std::uint32_t>(static_cast<std::uint64_t>(size) / page_size));
}

void TablePages::read(std::span<const std::uint32_t> numbers, unsigned char* bytes) const {
    while (!numbers.empty()) {
        std::size_t count = 1; // of those that lie together
        while (count < numbers.size() && numbers[count] == numbers[0] + count)
            ++count;
        require(numbers[0] > 1 && numbers[0] + count - 1 <= page_count_);
        const auto offset =
            static_cast<sqlite3_int64>(numbers[0] - 1) * static_cast<sqlite3_int64>(page_size_);
        const std::size_t size = count * page_size_;
        require(file_->pMethods->xRead(file_, bytes, static_cast<int>(size), offset) == SQLITE_OK);
        bytes += size;
        numbers = numbers.subspan(count);
    }
}

std::vector<std::uint32_t> TablePages::leaves(std::int64_t first) const {
    std::vector<unsigned char> page(page_size_ + 8);
    std::vector<std::uint32_t> pages{root_};
    for (std::size_t level = 0; level < most_levels; ++level) { // all leaves are equally deep
        read(std::span(pages).first(1), page.data());
        if (page[0] == leaf_page)
            return pages;
        std::vector<std::uint32_t> children;
        for (const std::uint32_t number : pages) {
            read(std::span(&number, 1), page.data());
            add_children(page.data(), first, children);
            require(children.size() <= page_count_);
        }
        pages.swap(children);
    }
    unusual();
}

void TablePages::add_children(const unsigned char* page, std::int64_t first,
                              std::vector<std::uint32_t>& children) const {
    require(page[0] == interior_page);
    const std::size_t count = big_endian(page + 3, 2);
    require(12 + 2 * count <= usable_);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t place = big_endian(page + 12 + 2 * i, 2);
        require(place + 4 < usable_);
        std::uint64_t last = 0; // the highest key in the child
        read_varint(page + place + 4, page + usable_, last);
        if (static_cast<std::int64_t>(last) >= first)
            children.push_back(big_endian(page + place, 4));
    }
    children.push_back(big_endian(page + 8, 4));
}

std::size_t TablePages::cell_count(const unsigned char* page) const {
    const std::size_t count = big_endian(page + 3, 2);
    require(page[0] == leaf_page && 8 + 2 * count <= usable_);
    return count;
}

std::int64_t TablePages::find_row(const unsigned char* page, std::size_t cell, PageRecord& record) const {
    const std::size_t place = big_endian(page + 8 + 2 * cell, 2);
    require(place < usable_);
    const unsigned char* const page_end = page + usable_;
    std::uint64_t size = 0;
    std::uint64_t key = 0;
    const unsigned char* at = read_varint(page + place, page_end, size);
    at = read_varint(at, page_end, key);
    std::uint64_t here = size;
    if (size > usable_ - 35) { // the rest is on other pages
        const std::uint64_t least = (usable_ - 12) * 32 / 255 - 23;
        const std::uint64_t even = least + (size - least) % (usable_ - 4);
        here = even <= usable_ - 35 ? even : least;
    }
    require(here <= static_cast<std::uint64_t>(page_end - at));
    record.parse(at, at + here);
    return static_cast<std::int64_t>(key);
}

} // namespace entente::detail
