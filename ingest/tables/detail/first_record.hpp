// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TABLES_DETAIL_FIRST_RECORD_HPP
#define ENTENTE_INGEST_TABLES_DETAIL_FIRST_RECORD_HPP

#include "ingest/tables/table_layout.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::detail {

/// The fields of a file's first line, or lines where a quote goes on; tab, comma or semicolon parts them,
/// whichever is there in this order. Views its own copy.
class FirstLine {
public:
    explicit FirstLine(std::string_view first_bytes, std::optional<char> separator = {});

    const std::vector<std::string_view>& fields() const { return fields_; }
    char separator() const { return separator_; }
    FirstRecord record() const { return {fields_, separator_}; }

private:
    std::vector<std::string> texts_;
    std::vector<std::string_view> fields_;
    char separator_;
};

} // namespace entente::detail

#endif
