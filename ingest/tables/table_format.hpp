// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TABLES_TABLE_FORMAT_HPP
#define ENTENTE_INGEST_TABLES_TABLE_FORMAT_HPP

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// The event and dyad tables that are known by themselves; `mapped` is any other one with a mapping file.
enum class TableFormat {
    gdelt1,
    gdelt2,
    icews,
    icews_reduced,
    polecat,
    phoenix,
    phoenix_historical,
    petrarch,
    ucdp_ged,
    quadruples,
    un_votes,
    cow_alliances,
    atop,
    diplomatic_exchange,
    mapped
};

/// "gdelt2", as the dataset of relations and for `--from`.
std::string_view to_string(TableFormat format) noexcept;
/// The inverse; "gdelt" is gdelt2, whose reader takes 57, 58 and 61 columns alike.
std::optional<TableFormat> parse_table_format(std::string_view text) noexcept;
/// Every format, in the order of the enumeration.
const std::vector<TableFormat>& table_formats();

/// What the first bytes of a file, its first lines, are; nothing for what is no table that is known.
///
/// Goes by the header where there is one, else by the number of columns and what the first row holds.
std::optional<TableFormat> recognise_table(std::string_view first_bytes);

/// Why a table that looks like one of a known producer is none of events between parties: "GDELT's mentions
/// table"; nothing for other inputs.
std::optional<std::string> find_unusable_table(std::string_view first_bytes);

} // namespace entente

#endif
