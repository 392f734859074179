// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TABLES_DETAIL_MAPPING_FILE_HPP
#define ENTENTE_INGEST_TABLES_DETAIL_MAPPING_FILE_HPP

#include "graph/country_codes.hpp"
#include "graph/date.hpp"
#include "graph/error.hpp"
#include "ingest/tables/mapped_rows.hpp"

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace entente::detail {

/// What a column of any table may mean.
enum class MappingField {
    source,
    target,
    code,
    date,
    date_end,
    weight,
    url,
    id,
    text,
    source_actor,
    target_actor,
    source_sector,
    target_sector
};
inline constexpr std::size_t mapping_field_count = 13;

/// A mapping file, as documented in ingest/tables/MAPPING.md.
struct MappingFile {
    struct Column {
        /// By its name, or, where the name is empty and there is a number, by it; counts from 1.
        std::string name;
        std::size_t number = 0;
        /// Where the mapping names it.
        Place place;
        std::size_t index = static_cast<std::size_t>(-1);
        std::optional<std::string> constant;
        std::map<std::string, std::string, std::less<>> values;
    };

    std::string name;
    std::optional<char> separator;
    std::optional<bool> has_quotes;
    bool has_header = true;
    bool is_symmetric = false;
    /// Names, where there is no scheme.
    std::optional<CountryScheme> actors;
    /// "YYYY-MM-DD", "M/D/YYYY", "D.M.YYYY", "D/M/YYYY", "YYYYMMDD" or "YYYY"; empty: the unmistakable ones.
    std::string date_format;
    std::array<Column, mapping_field_count> columns;
    std::size_t column_count = 0;

    /// What the row, a constant or the map of values says; empty where nothing does.
    std::string_view value(const EventRow& row, MappingField field) const;
    std::optional<Date> parse_date(std::string_view text) const;
};

/// TOML where the name `file` ends in .toml, else JSON. Throws InputError, with the place in the file, for
/// what is no mapping.
MappingFile read_mapping_file(std::string_view text, const std::string& file);

/// The separator that a mapping gives; nothing where it gives none or is wrong.
std::optional<char> mapping_separator(std::string_view text, const std::string& file);

/// Finds the columns in the header, or by number. Throws InputError where `file` has not one of them.
void bind_columns(MappingFile& mapping, std::span<const std::string_view> first, const std::string& file);

} // namespace entente::detail

#endif
