// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_DETAIL_ROW_RECORD_HPP
#define ENTENTE_GRAPH_DETAIL_ROW_RECORD_HPP

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace entente::detail {

/// Puts a number in front of `to` as SQLite does: seven bits a byte, the highest first. Returns how many
/// bytes that took, at most nine.
inline std::size_t put_varint(std::uint64_t value, unsigned char* to) noexcept {
    if (value < 0x80) {
        to[0] = static_cast<unsigned char>(value);
        return 1;
    }
    if (value >> 56 != 0) { // the ninth byte has eight bits
        to[8] = static_cast<unsigned char>(value);
        value >>= 8;
        for (int i = 7; i >= 0; --i, value >>= 7)
            to[i] = static_cast<unsigned char>(value | 0x80U);
        return 9;
    }
    std::size_t size = 1;
    for (std::uint64_t rest = value >> 7; rest != 0; rest >>= 7)
        ++size;
    for (std::size_t i = size; i-- != 0; value >>= 7)
        to[i] = static_cast<unsigned char>(value | 0x80U);
    to[size - 1] &= 0x7FU;
    return size;
}

/// Puts the eight bytes of a number, the highest first.
inline void put_big_endian(std::uint64_t value, void* to) noexcept {
    if constexpr (std::endian::native == std::endian::little)
        value = __builtin_bswap64(value);
    std::memcpy(to, &value, sizeof value);
}

/// One row in SQLite's record format (https://www.sqlite.org/fileformat2.html#record_format): the types of
/// its fields and their bytes. Fields are added in the order of the table's columns.
class RowRecord {
public:
    void clear() noexcept {
        type_size_ = 0;
        body_size_ = 0;
    }

    void add_null() noexcept { types_[type_size_++] = 0; }

    void add(std::int64_t value) {
        if (value == 0 || value == 1) { // types of their own
            types_[type_size_++] = static_cast<unsigned char>(8 + value);
            return;
        }
        static constexpr std::array<std::uint8_t, 6> widths{1, 2, 3, 4, 6, 8};
        std::size_t type = 0;
        while (type != 5 && !fits(value, widths[type]))
            ++type;
        types_[type_size_++] = static_cast<unsigned char>(type + 1);
        put(static_cast<std::uint64_t>(value), widths[type]);
    }

    void add(double value);

    void add_text(std::string_view text) { add_bytes(text, 13); }
    void add_blob(std::string_view bytes) { add_bytes(bytes, 12); }

    /// The header without its size, and the fields.
    std::string_view types() const noexcept {
        return {reinterpret_cast<const char*>(types_.data()), type_size_};
    }
    std::string_view body() const noexcept { return {body_.data(), body_size_}; }
    /// Of the whole record.
    std::size_t size() const noexcept { return 1 + type_size_ + body_size_; }

private:
    static bool fits(std::int64_t value, unsigned bytes) noexcept {
        const std::int64_t end = std::int64_t{1} << (8 * bytes - 1);
        return bytes == 8 || (value >= -end && value < end);
    }

    char* room(std::size_t size) {
        if (body_.size() - body_size_ < size)
            body_.resize(2 * (body_size_ + size));
        return body_.data() + body_size_;
    }

    void put(std::uint64_t value, unsigned bytes) {
        put_big_endian(value << (64 - 8 * bytes), room(8));
        body_size_ += bytes;
    }

    void add_bytes(std::string_view bytes, std::uint64_t type) {
        type_size_ += put_varint(2 * bytes.size() + type, types_.data() + type_size_);
        bytes.copy(room(bytes.size()), bytes.size());
        body_size_ += bytes.size();
    }

    // The header's size takes one byte, as there are at most 13 long texts in 40 fields.
    std::array<unsigned char, 127> types_;
    std::size_t type_size_ = 0;
    std::string body_ = std::string(256, '\0');
    std::size_t body_size_ = 0;
};

} // namespace entente::detail

#endif
