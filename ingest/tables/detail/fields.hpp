// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TABLES_DETAIL_FIELDS_HPP
#define ENTENTE_INGEST_TABLES_DETAIL_FIELDS_HPP

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::detail {

/// How the fields of a table are divided.
struct Dialect {
    char separator = '\t';
    /// Fields may stand in double quotes, with "" for one, and then hold separators and line ends.
    bool has_quotes = false;

    bool operator==(const Dialect&) const = default;
};

/// What is wrong with a record before its fields are looked at.
enum class RecordFault { none, bad_utf8, open_quote };

/// Takes records from a block of whole ones. Fields view the block or, where quotes were taken away, the
/// splitter.
class FieldSplitter {
public:
    /// Room that must be readable behind a block: records are looked at sixteen bytes at a time.
    static constexpr std::size_t padding = 16;

    /// `block` has `padding` readable bytes behind its end, whatever they are.
    FieldSplitter(std::string_view block, const Dialect& dialect, std::uint32_t first_line);

    /// Goes to the next record; false at the end. Empty lines are passed over.
    bool next();

    const std::vector<std::string_view>& fields() const { return fields_; }
    RecordFault fault() const { return fault_; }
    /// The line on which the record begins, counting from 1.
    std::uint32_t line() const { return line_; }
    /// The record as it stands, without its line end.
    std::string_view text() const { return text_; }

private:
    bool next_plain();
    bool next_quoted();
    std::size_t take_quoted_field(std::size_t at);
    void take_record(std::size_t end, bool has_high_bytes);
    void reject_open_quote();

    std::string_view block_;
    Dialect dialect_;
    std::size_t at_ = 0;
    std::uint32_t line_;
    std::uint32_t next_line_;
    RecordFault fault_ = RecordFault::none;
    std::string_view text_;
    std::vector<std::string_view> fields_;
    std::string unquoted_;
};

/// The longest front of `bytes` that holds whole records. 0 where there is none.
std::size_t whole_records(std::string_view bytes, const Dialect& dialect);

} // namespace entente::detail

#endif
