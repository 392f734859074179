// SPDX-License-Identifier: Apache-2.0
#include "ingest/tables/detail/fields.hpp"

#include "ingest/statements/encoding.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace entente::detail {

namespace {

// Which of the 16 bytes at `at` are separators or line ends, and whether one is not ASCII.
struct Marks {
    unsigned ends;
    unsigned high;
};

#if defined(__SSE2__)
class Scanner {
public:
    explicit Scanner(char separator) : separator_(_mm_set1_epi8(separator)), newline_(_mm_set1_epi8('\n')) {}

    Marks look(const char* at) const {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
        const __m128i found =
            _mm_or_si128(_mm_cmpeq_epi8(bytes, separator_), _mm_cmpeq_epi8(bytes, newline_));
        return {static_cast<unsigned>(_mm_movemask_epi8(found)),
                static_cast<unsigned>(_mm_movemask_epi8(bytes))};
    }

private:
    __m128i separator_;
    __m128i newline_;
};
#else
class Scanner {
public:
    explicit Scanner(char separator) : separator_(separator) {}

    Marks look(const char* at) const {
        Marks marks{0, 0};
        for (unsigned i = 0; i < 16; ++i) {
            marks.ends |= at[i] == separator_ || at[i] == '\n' ? 1U << i : 0U;
            marks.high |= static_cast<unsigned char>(at[i]) >= 0x80 ? 1U << i : 0U;
        }
        return marks;
    }

private:
    char separator_;
};
#endif

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        const std::size_t length = sequence_length(text.substr(0, 4));
        if (length == 0)
            return false;
        text.remove_prefix(length);
    }
    return true;
}

bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }

} // namespace

FieldSplitter::FieldSplitter(std::string_view block, const Dialect& dialect, std::uint32_t first_line)
    : block_(block), dialect_(dialect), line_(first_line), next_line_(first_line) {}

bool FieldSplitter::next() {
    while (at_ < block_.size()) {
        fields_.clear();
        unquoted_.clear();
        fault_ = RecordFault::none;
        line_ = next_line_;
        if (dialect_.has_quotes ? next_quoted() : next_plain())
            return true;
    }
    return false;
}

// Sets what text() and fault() say of the record that ends at `end`; its line end is passed over.
void FieldSplitter::take_record(std::size_t end, bool has_high_bytes) {
    const bool has_return = end > at_ && block_[end - 1] == '\r';
    text_ = block_.substr(at_, end - at_ - (has_return ? 1 : 0));
    if (has_return && !fields_.back().empty() && fields_.back().data() + fields_.back().size() > text_.end())
        fields_.back().remove_suffix(1);
    if (has_high_bytes && !is_utf8(text_))
        fault_ = RecordFault::bad_utf8;
    at_ = std::min(end + 1, block_.size());
}

bool FieldSplitter::next_plain() {
    const Scanner scanner(dialect_.separator);
    const char* const begin = block_.data();
    unsigned high = 0;
    std::size_t field = at_;
    for (std::size_t base = at_;; base += 16) {
        Marks marks = scanner.look(begin + base);
        high |= marks.high;
        for (; marks.ends != 0; marks.ends &= marks.ends - 1) {
            const std::size_t at = base + static_cast<std::size_t>(std::countr_zero(marks.ends));
            const bool is_end = at >= block_.size() || begin[at] == '\n';
            const std::size_t end = std::min(at, block_.size());
            fields_.emplace_back(begin + field, end - field);
            if (!is_end) {
                field = at + 1;
                continue;
            }
            ++next_line_;
            take_record(end, high != 0);
            return !text_.empty();
        }
        if (base + 16 >= block_.size()) { // no line end behind the last record
            fields_.emplace_back(begin + field, block_.size() - field);
            take_record(block_.size(), high != 0);
            return !text_.empty();
        }
    }
}

bool FieldSplitter::next_quoted() {
    // Views into unquoted_ must stay: a record's fields together are no longer than the record.
    const std::size_t longest = std::min(block_.find('\n', at_), block_.size()) - at_;
    if (unquoted_.capacity() < longest)
        unquoted_.reserve(longest);
    std::size_t at = at_;
    while (true) {
        if (at < block_.size() && block_[at] == '"') {
            const std::size_t end = take_quoted_field(at);
            if (end == std::string_view::npos) {
                reject_open_quote();
                return true;
            }
            at = end;
        } else {
            std::size_t end = at;
            while (end < block_.size() && block_[end] != dialect_.separator && block_[end] != '\n')
                ++end;
            fields_.push_back(block_.substr(at, end - at));
            at = end;
        }
        if (at < block_.size() && block_[at] == dialect_.separator) {
            ++at;
            continue;
        }
        break;
    }
    ++next_line_;
    const std::size_t end = std::min(at, block_.size());
    const std::string_view record = block_.substr(at_, end - at_);
    take_record(end, std::any_of(record.begin(), record.end(), is_high));
    return !text_.empty();
}

// Appends the field that begins with a quote at `at`; where it ends, or npos where it doesn't.
std::size_t FieldSplitter::take_quoted_field(std::size_t at) {
    const std::size_t begin = at + 1;
    bool has_pairs = false;
    for (at = begin;; at += 2) {
        at = block_.find('"', at);
        if (at == std::string_view::npos)
            return std::string_view::npos;
        if (at + 1 >= block_.size() || block_[at + 1] != '"')
            break;
        has_pairs = true;
    }
    const std::string_view inside = block_.substr(begin, at - begin);
    next_line_ += static_cast<std::uint32_t>(std::count(inside.begin(), inside.end(), '\n'));
    ++at;
    if (!has_pairs) {
        fields_.push_back(inside);
    } else {
        const std::size_t start = unquoted_.size();
        if (unquoted_.capacity() - start <
            inside.size()) { // a record of several lines: the views move with it
            std::string larger;
            larger.reserve(2 * (start + inside.size()));
            larger = unquoted_;
            for (std::string_view& field : fields_) {
                if (field.data() >= unquoted_.data() && field.data() <= unquoted_.data() + start)
                    field = {larger.data() + (field.data() - unquoted_.data()), field.size()};
            }
            unquoted_.swap(larger);
        }
        for (std::size_t i = 0; i < inside.size(); i += inside[i] == '"' ? 2 : 1) // two quotes stand for one
            unquoted_ += inside[i];
        fields_.push_back(std::string_view(unquoted_).substr(start));
    }
    while (at < block_.size() && block_[at] != dialect_.separator && block_[at] != '\n')
        ++at; // what stands behind the closing quote is no part of the field
    return at;
}

// The line with the quote is one record; the next line may be good again.
void FieldSplitter::reject_open_quote() {
    fields_.clear();
    next_line_ = line_ + 1;
    const std::size_t end = std::min(block_.find('\n', at_), block_.size());
    text_ = block_.substr(at_, end - at_);
    fault_ = RecordFault::open_quote;
    at_ = std::min(end + 1, block_.size());
}

std::size_t whole_records(std::string_view bytes, const Dialect& dialect) {
    if (!dialect.has_quotes) {
        const std::size_t last = bytes.rfind('\n');
        return last == std::string_view::npos ? 0 : last + 1;
    }
    bool is_open = false;
    std::size_t whole = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        if (bytes[at] == '"')
            is_open = !is_open;
        else if (bytes[at] == '\n' && !is_open)
            whole = at + 1;
    }
    return whole;
}

} // namespace entente::detail
