// SPDX-License-Identifier: Apache-2.0
#include "ingest/tables/table_format.hpp"

#include "ingest/table_file.hpp"
#include "ingest/tables/detail/columns.hpp"
#include "ingest/tables/detail/first_record.hpp"
#include "ingest/tables/detail/layouts.hpp"

#include <boost/assert.hpp>

#include <algorithm>
#include <array>

namespace entente {

namespace {

constexpr std::array<std::string_view, 15> names = {
    "gdelt1",   "gdelt2",   "icews",      "icews_reduced", "polecat",       "phoenix", "phoenix_historical",
    "petrarch", "ucdp_ged", "quadruples", "un_votes",      "cow_alliances", "atop",    "diplomatic_exchange",
    "mapped"};

using Fields = std::span<const std::string_view>;

bool is_number(std::string_view text) { return detail::parse_integer(text).has_value(); }
bool is_compact_date(std::string_view text) { return text.size() == 8 && parse_date(text).has_value(); }

struct HeaderSign {
    TableFormat format;
    std::initializer_list<std::string_view> columns;
};

// The columns that tell a table with a header; the first that fits.
std::optional<TableFormat> recognise_header(const detail::Header& header) {
    static const HeaderSign signs[] = {
        {TableFormat::polecat, {"event id", "event date", "event type", "actor name", "recipient name"}},
        {TableFormat::icews, {"event id", "event date", "source name", "target name", "event text"}},
        {TableFormat::phoenix_historical, {"eid", "story_date", "source", "target", "code"}},
        {TableFormat::ucdp_ged, {"side_a", "side_b", "gwnoa", "gwnob", "date_start"}},
        {TableFormat::un_votes, {"rcid", "ccode", "vote"}},
        {TableFormat::cow_alliances, {"version4id", "ccode1", "ccode2"}},
        {TableFormat::atop, {"ddyad", "year", "statea", "stateb", "defense"}},
        {TableFormat::atop, {"dyad", "year", "mem1", "mem2", "defense"}},
        {TableFormat::diplomatic_exchange, {"ccode1", "ccode2", "year", "dr_at_1"}},
        {TableFormat::quadruples, {"date", "source", "event", "target"}},
    };
    for (const HeaderSign& sign : signs) {
        const bool has_all =
            std::all_of(sign.columns.begin(), sign.columns.end(),
                        [&](std::string_view column) { return header.find({column}) != detail::no_column; });
        if (has_all && (sign.format != TableFormat::quadruples || header.size() == 4))
            return sign.format;
    }
    return std::nullopt;
}

// Tables without a header, by the number of columns and what stands in them.
std::optional<TableFormat> recognise_row(Fields row) {
    switch (row.size()) {
    case 61:
    case 58:
    case 57:
        if ((is_number(row[0]) && is_compact_date(row[1])) || row[0].starts_with("GLOBALEVENTID"))
            return row.size() == 61 ? TableFormat::gdelt2 : TableFormat::gdelt1;
        return std::nullopt;
    case 26:
        return is_compact_date(row[1]) && row[13].size() <= 4 && is_number(row[13])
                   ? std::optional(TableFormat::phoenix)
                   : std::nullopt;
    case detail::ged_column_count:
        return is_number(row[0]) && row[2].size() == 4 && is_number(row[2]) && row[5].size() == 1 &&
                       row[5] >= "1" && row[5] <= "3" && detail::parse_table_date(row[38]) &&
                       detail::parse_table_date(row[39])
                   ? std::optional(TableFormat::ucdp_ged)
                   : std::nullopt;
    case 4:
        return detail::parse_table_date(row[0]) ? std::optional(TableFormat::quadruples) : std::nullopt;
    default:
        break;
    }
    if (row.size() == 10 && detail::parse_table_date(row[0]) && is_number(row[2]) && is_number(row[5]) &&
        is_number(row[7]))
        return TableFormat::icews_reduced;
    const bool is_petrarch = row.size() >= 6 && row.size() <= 12 && is_compact_date(row[0]) &&
                             row[3].size() <= 4 && is_number(row[3]);
    return is_petrarch ? std::optional(TableFormat::petrarch) : std::nullopt;
}

} // namespace

std::string_view to_string(TableFormat format) noexcept { return names[static_cast<std::size_t>(format)]; }

std::optional<TableFormat> parse_table_format(std::string_view text) noexcept {
    if (text == "gdelt")
        return TableFormat::gdelt2;
    const auto found = std::find(names.begin(), names.end(), text);
    if (found == names.end())
        return std::nullopt;
    return static_cast<TableFormat>(found - names.begin());
}

const std::vector<TableFormat>& table_formats() {
    static const std::vector<TableFormat> formats = [] {
        std::vector<TableFormat> all;
        for (std::size_t i = 0; i < names.size(); ++i)
            all.push_back(static_cast<TableFormat>(i));
        return all;
    }();
    return formats;
}

std::optional<TableFormat> recognise_table(std::string_view first_bytes) {
    const detail::FirstLine line(first_bytes);
    if (line.fields().size() < 3)
        return std::nullopt;
    if (const auto format = recognise_header(detail::Header(line.fields())))
        return format;
    const std::size_t size = line.fields().size();
    const bool may_lack_header = line.separator() == '\t' || size == 4 || size == detail::ged_column_count;
    return may_lack_header ? recognise_row(line.fields()) : std::nullopt;
}

std::optional<std::string> find_unusable_table(std::string_view first_bytes) {
    const detail::FirstLine line(first_bytes);
    const Fields row = line.fields();
    const detail::Header header(row);
    const auto has = [&](std::string_view name) { return header.find({name}) != detail::no_column; };
    if (row.size() == 16 && is_number(row[0]) && is_number(row[1]) && row[1].size() == 14)
        return "GDELT's table of mentions: it holds no parties";
    if ((row.size() == 27 || row.size() == 11) && line.separator() == '\t' &&
        (row[0].find('-') != std::string_view::npos || has("cameoeventids")))
        return "GDELT's knowledge graph: it holds no coded events";
    if (has("version4id") && has("mem_st_year"))
        return "the alliances by member: use the file by_dyad or by_directed";
    if (has("atopid") && (has("mem1") || has("yrent")))
        return "the alliances or their members: use the dyad-year file atop5_1ddyr or atop5_1dy";
    if (has("state") && has("atopally"))
        return "the alliances by state and year: use the dyad-year file atop5_1ddyr or atop5_1dy";
    if (has("rcid") && has("country_code") && has("vote") && !has("ccode"))
        return "votes without dates: use the votes of the UN General Assembly with ccode and date";
    return std::nullopt;
}

std::unique_ptr<TableLayout> make_layout(TableFormat format, const FirstRecord& first,
                                         const TableVocabulary& vocabulary, const std::string& file) {
    switch (format) {
    case TableFormat::gdelt1:
    case TableFormat::gdelt2:
        return detail::make_gdelt(first, vocabulary, file);
    case TableFormat::icews:
        return detail::make_icews(first, vocabulary, file);
    case TableFormat::icews_reduced:
        return detail::make_icews_reduced(first, vocabulary, file);
    case TableFormat::polecat:
        return detail::make_polecat(first, vocabulary, file);
    case TableFormat::phoenix:
        return detail::make_phoenix(first, vocabulary, file);
    case TableFormat::phoenix_historical:
        return detail::make_phoenix_historical(first, vocabulary, file);
    case TableFormat::petrarch:
        return detail::make_petrarch(first, vocabulary, file);
    case TableFormat::ucdp_ged:
        return detail::make_ucdp_ged(first, vocabulary, file);
    case TableFormat::quadruples:
        return detail::make_quadruples(first, vocabulary, file);
    case TableFormat::un_votes:
        return detail::make_un_votes(first, vocabulary, file);
    case TableFormat::cow_alliances:
        return detail::make_cow_alliances(first, vocabulary, file);
    case TableFormat::atop:
        return detail::make_atop(first, vocabulary, file);
    case TableFormat::diplomatic_exchange:
        return detail::make_diplomatic_exchange(first, vocabulary, file);
    case TableFormat::mapped:
        break;
    }
    throw InputError({file}, "expected a mapping file for a table of its own layout");
}

} // namespace entente
