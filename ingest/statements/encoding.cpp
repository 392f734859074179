// SPDX-License-Identifier: Apache-2.0
#include "ingest/statements/encoding.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace entente {

namespace {

constexpr char32_t replacement = 0xFFFD;

unsigned char byte_at(std::string_view bytes, std::size_t i) noexcept {
    return static_cast<unsigned char>(bytes[i]);
}

bool is_continuation(unsigned char byte) noexcept { return (byte & 0xC0U) == 0x80U; }

// 0x80 to 0x9F of Windows-1252; 0 where it has no character.
constexpr std::array<char16_t, 32> windows_1252_c1 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

char32_t from_windows_1252(unsigned char byte) noexcept {
    if (byte >= 0x80 && byte < 0xA0)
        return windows_1252_c1[byte - 0x80U];
    return byte;
}

bool is_ascii_letter(unsigned char byte) noexcept {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

// Bytes that prose in Windows-1252 has: the euro, the ellipsis, quotes, dashes, the bullet, the trade mark,
// letters, and Latin-1's signs. The rest is more likely part of a broken UTF-8 sequence.
bool is_likely_1252(unsigned char byte) noexcept {
    static constexpr std::string_view likely = "\x80\x85\x8a\x8c\x8e\x91\x92\x93\x94\x95\x96\x97\x99\x9a\x9c"
                                               "\x9e\x9f";
    return byte >= 0xA0 ? byte < 0xFE : likely.find(static_cast<char>(byte)) != std::string_view::npos;
}

bool is_1252_letter(unsigned char byte) noexcept { return byte >= 0xC0 && byte != 0xD7 && byte != 0xF7; }

// Whether the run of high bytes that begins at `begin` reads as prose: all likely, and letters touch a
// letter.
bool is_prose_run(std::string_view bytes, std::size_t begin, std::size_t end) noexcept {
    const bool letter_before = begin > 0 && is_ascii_letter(byte_at(bytes, begin - 1));
    const bool letter_after = end < bytes.size() && is_ascii_letter(byte_at(bytes, end));
    bool has_letter = false;
    for (std::size_t i = begin; i < end; ++i) {
        if (!is_likely_1252(byte_at(bytes, i)))
            return false;
        has_letter |= is_1252_letter(byte_at(bytes, i));
    }
    return end - begin <= 4 && (!has_letter || letter_before || letter_after);
}

bool is_windows_1252(std::string_view bytes) noexcept {
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (byte_at(bytes, i) < 0x80)
            continue;
        std::size_t end = i;
        while (end < bytes.size() && byte_at(bytes, end) >= 0x80) {
            if (sequence_length(bytes.substr(end)) > 1)
                return false; // a whole sequence is hardly ever chance: UTF-8, broken elsewhere
            ++end;
        }
        if (!is_prose_run(bytes, i, end))
            return false;
        i = end;
    }
    return true;
}

bool is_plain_utf8(std::string_view bytes) noexcept {
    std::size_t i = 0;
    while (i < bytes.size()) {
        std::uint64_t word = 0;
        if (i + sizeof word <= bytes.size()) {
            std::memcpy(&word, bytes.data() + i, sizeof word);
            const bool is_ascii = (word & 0x8080808080808080U) == 0;
            const bool has_no_zero = ((word - 0x0101010101010101U) & ~word & 0x8080808080808080U) == 0;
            if (is_ascii && has_no_zero) {
                i += sizeof word;
                continue;
            }
        }
        const std::size_t length = sequence_length(bytes.substr(i, 4));
        if (length == 0 || bytes[i] == '\0')
            return false;
        i += length;
    }
    return true;
}

// Appends to the text and knows where in it the first replacement stands.
class Repairer {
public:
    explicit Repairer(std::size_t size) { decoded_.text.reserve(size + size / 8); }

    void append(std::string_view sequence) {
        decoded_.text.append(sequence);
        ++column_;
        if (sequence == "\n") {
            ++line_;
            column_ = 1;
        }
    }

    void append(char32_t code_point) {
        std::string sequence;
        append_utf8(sequence, code_point);
        append(sequence);
    }

    void replace() {
        if (decoded_.replaced++ == 0) {
            decoded_.line = line_;
            decoded_.column = column_;
        }
        append(replacement);
    }

    DecodedText finish(Encoding encoding) {
        decoded_.encoding = encoding;
        return std::move(decoded_);
    }

private:
    DecodedText decoded_;
    std::size_t line_ = 1;
    std::size_t column_ = 1;
};

// How many bytes a broken sequence has that begin a good one.
std::size_t maximal_part(std::string_view bytes) noexcept {
    for (std::size_t length = 3; length > 1; --length) {
        if (bytes.size() < length)
            continue;
        std::string padded(bytes.substr(0, length));
        while (padded.size() < 4) {
            padded += '\x80';
            if (sequence_length(padded) == padded.size())
                return length;
        }
    }
    return 1;
}

DecodedText repair_utf8(std::string_view bytes) {
    Repairer repairer(bytes.size());
    while (!bytes.empty()) {
        std::size_t length = sequence_length(bytes.substr(0, 4));
        if (length == 0 || bytes.front() == '\0') {
            repairer.replace();
            length = length == 0 ? maximal_part(bytes.substr(0, 4)) : 1;
        } else {
            repairer.append(bytes.substr(0, length));
        }
        bytes.remove_prefix(length);
    }
    return repairer.finish(Encoding::utf8);
}

DecodedText decode_windows_1252(std::string_view bytes) {
    Repairer repairer(bytes.size());
    for (const char byte : bytes) {
        const char32_t code_point = from_windows_1252(static_cast<unsigned char>(byte));
        if (code_point == 0)
            repairer.replace();
        else
            repairer.append(code_point);
    }
    return repairer.finish(Encoding::windows_1252);
}

DecodedText decode_utf16(std::string_view bytes, bool is_big_endian) {
    Repairer repairer(bytes.size());
    const auto unit = [&](std::size_t i) {
        const char32_t first = byte_at(bytes, i);
        const char32_t second = byte_at(bytes, i + 1);
        return is_big_endian ? first << 8 | second : second << 8 | first;
    };
    std::size_t i = 0;
    for (; i + 1 < bytes.size(); i += 2) {
        const char32_t high = unit(i);
        const bool is_surrogate = high >= 0xD800 && high < 0xE000;
        const char32_t low = is_surrogate && i + 3 < bytes.size() ? unit(i + 2) : 0;
        if (high == 0 || (is_surrogate && (high >= 0xDC00 || low < 0xDC00 || low >= 0xE000))) {
            repairer.replace();
        } else if (is_surrogate) {
            repairer.append(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00));
            i += 2;
        } else {
            repairer.append(high);
        }
    }
    if (i < bytes.size())
        repairer.replace();
    return repairer.finish(Encoding::utf16);
}

} // namespace

std::size_t sequence_length(std::string_view bytes) noexcept {
    if (bytes.empty())
        return 0;
    const unsigned char lead = byte_at(bytes, 0);
    if (lead < 0x80)
        return 1;
    if (lead < 0xC2 || lead > 0xF4)
        return 0;
    const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (bytes.size() < length)
        return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if (!is_continuation(byte_at(bytes, i)))
            return 0;
    }
    const unsigned char second = byte_at(bytes, 1);
    const bool is_bad = (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ||
                        (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F);
    return is_bad ? 0 : length;
}

void append_utf8(std::string& out, char32_t code_point) {
    if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point < 0xE000))
        code_point = replacement;
    const auto put = [&out](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (code_point < 0x80) {
        put(code_point);
    } else if (code_point < 0x800) {
        put(0xC0U | code_point >> 6);
        put(0x80U | (code_point & 0x3FU));
    } else if (code_point < 0x10000) {
        put(0xE0U | code_point >> 12);
        put(0x80U | (code_point >> 6 & 0x3FU));
        put(0x80U | (code_point & 0x3FU));
    } else {
        put(0xF0U | code_point >> 18);
        put(0x80U | (code_point >> 12 & 0x3FU));
        put(0x80U | (code_point >> 6 & 0x3FU));
        put(0x80U | (code_point & 0x3FU));
    }
}

DecodedText decode(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE"))
        return decode_utf16(bytes.substr(2), false);
    if (bytes.starts_with("\xFE\xFF"))
        return decode_utf16(bytes.substr(2), true);
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.remove_prefix(3);
    if (is_plain_utf8(bytes))
        return {.text = std::string(bytes)};
    if (bytes.find('\0') == std::string_view::npos && is_windows_1252(bytes))
        return decode_windows_1252(bytes);
    return repair_utf8(bytes);
}

} // namespace entente
