// SPDX-License-Identifier: Apache-2.0
#include "ingest/tables/detail/mapping_file.hpp"

#include "graph/error.hpp"
#include "ingest/tables/detail/columns.hpp"
#include "ingest/tables/detail/mapping_tree.hpp"

#include <algorithm>

namespace entente::detail {

namespace {

constexpr std::array<std::string_view, mapping_field_count> field_names = {
    "source", "target", "code",         "date",         "date_end",      "weight",       "url",
    "id",     "text",   "source_actor", "target_actor", "source_sector", "target_sector"};

constexpr std::array<std::string_view, 6> date_formats = {"YYYY-MM-DD", "M/D/YYYY", "D.M.YYYY",
                                                          "D/M/YYYY",   "YYYYMMDD", "YYYY"};

/// Takes a mapping's values for what they mean.
class Parser {
public:
    MappingFile read(const MappingValue& root) {
        if (root.kind != MappingValue::Kind::object)
            fail(root, "expected an object");
        for (const auto& member : root.members)
            read_member(member);
        check(root);
        return std::move(mapping_);
    }

private:
    [[noreturn]] static void fail(const MappingValue& at, const std::string& what) {
        throw InputError(at.place, what);
    }

    static const std::string& text(std::string_view key, const MappingValue& value) {
        if (value.kind != MappingValue::Kind::text)
            fail(value, "expected a string for " + quoted(key));
        return value.text;
    }

    static bool truth(std::string_view key, const MappingValue& value) {
        if (value.kind != MappingValue::Kind::truth)
            fail(value, "expected true or false for " + quoted(key));
        return value.truth;
    }

    void read_member(const MappingMember& member) {
        const auto& [key, place, value] = member;
        if (key == "name")
            mapping_.name = text(key, value);
        else if (key == "separator")
            read_separator(value);
        else if (key == "quotes")
            mapping_.has_quotes = truth(key, value);
        else if (key == "header")
            mapping_.has_header = truth(key, value);
        else if (key == "symmetric")
            mapping_.is_symmetric = truth(key, value);
        else if (key == "actors")
            read_actors(value);
        else if (key == "date_format")
            read_date_format(value);
        else if (key == "columns" || key == "constants" || key == "values")
            read_fields(key, value);
        else
            throw InputError(
                place, "expected one of name, separator, quotes, header, symmetric, actors, date_format, "
                       "columns, constants and values, found " +
                           quoted(key));
    }

    void read_separator(const MappingValue& value) {
        const auto& separator = text("separator", value);
        if (separator.size() != 1)
            fail(value, "expected one character for \"separator\", found " + quoted(separator));
        mapping_.separator = separator.front();
    }

    void read_actors(const MappingValue& value) {
        const auto& actors = text("actors", value);
        if (actors == "names")
            return;
        mapping_.actors = parse_country_scheme(actors);
        if (!mapping_.actors)
            fail(value,
                 "expected names, iso3, iso2, cow, cow_abbreviation, gw, fips or cameo for \"actors\", "
                 "found " +
                     quoted(actors));
    }

    void read_date_format(const MappingValue& value) {
        const auto& format = text("date_format", value);
        if (std::find(date_formats.begin(), date_formats.end(), format) == date_formats.end())
            fail(value, "expected YYYY-MM-DD, M/D/YYYY, D.M.YYYY, D/M/YYYY, YYYYMMDD or YYYY for "
                        "\"date_format\", found " +
                            quoted(format));
        mapping_.date_format = format;
    }

    void read_fields(std::string_view key, const MappingValue& object) {
        if (object.kind != MappingValue::Kind::object)
            fail(object, "expected an object or table for " + quoted(key));
        for (const auto& [name, place, value] : object.members) {
            const auto found = std::find(field_names.begin(), field_names.end(), name);
            if (found == field_names.end())
                throw InputError(place, "expected a field such as source, target, code or date in " +
                                            quoted(key) + ", found " + quoted(name));
            MappingFile::Column& column =
                mapping_.columns[static_cast<std::size_t>(found - field_names.begin())];
            if (key == "columns")
                read_column(name, value, column);
            else if (key == "constants")
                column.constant = text(name, value);
            else
                read_values(name, value, column);
        }
    }

    static void read_column(std::string_view field, const MappingValue& value, MappingFile::Column& column) {
        if (value.kind == MappingValue::Kind::text && !value.text.empty())
            column.name = value.text;
        else if (value.kind == MappingValue::Kind::number && value.number != 0)
            column.number = value.number;
        else
            fail(value, "expected the name or number of a column for " + quoted(field));
        column.place = value.place;
    }

    static void read_values(std::string_view field, const MappingValue& object, MappingFile::Column& column) {
        if (object.kind != MappingValue::Kind::object)
            fail(object, "expected an object or table of values for " + quoted(field));
        for (const auto& [from, place, to] : object.members)
            column.values.emplace(from, text(from, to));
    }

    void check(const MappingValue& root) const {
        if (mapping_.name.empty())
            throw InputError({root.place.file}, "expected a \"name\" for the dataset");
        for (const MappingField field :
             {MappingField::source, MappingField::target, MappingField::code, MappingField::date}) {
            const auto& column = mapping_.columns[static_cast<std::size_t>(field)];
            if (column.name.empty() && column.number == 0 && !column.constant)
                throw InputError({root.place.file}, "expected a column or constant for " +
                                                        quoted(field_names[static_cast<std::size_t>(field)]));
        }
    }

    MappingFile mapping_;
};

std::optional<Date> parse_parts(std::string_view text, char separator, bool month_first) {
    const auto parts = list(text, separator);
    if (parts.size() != 3)
        return std::nullopt;
    const auto first = parse_integer(parts[0]);
    const auto second = parse_integer(parts[1]);
    const auto year = parse_integer(parts[2]);
    if (!first || !second || !year || *year < 1 || *year > 9999 || *first < 1 || *second < 1 || *first > 31 ||
        *second > 31)
        return std::nullopt;
    const Date date{std::chrono::year{static_cast<int>(*year)},
                    std::chrono::month{static_cast<unsigned>(month_first ? *first : *second)},
                    std::chrono::day{static_cast<unsigned>(month_first ? *second : *first)}};
    return date.ok() ? std::optional(date) : std::nullopt;
}

} // namespace

std::string_view MappingFile::value(const EventRow& row, MappingField of) const {
    const Column& column = columns[static_cast<std::size_t>(of)];
    const std::string_view text = column.index == no_column ? std::string_view{} : field(row, column.index);
    if (text.empty() && column.constant)
        return *column.constant;
    const auto found = column.values.find(text);
    return found == column.values.end() ? text : std::string_view(found->second);
}

std::optional<Date> MappingFile::parse_date(std::string_view text) const {
    if (date_format == "M/D/YYYY")
        return parse_parts(text, '/', true);
    if (date_format == "D/M/YYYY")
        return parse_parts(text, '/', false);
    if (date_format == "D.M.YYYY")
        return parse_parts(text, '.', false);
    if (date_format == "YYYY") {
        const auto year = parse_integer(text);
        return year && *year >= 1 && *year <= 9999 ? std::optional(first_day(static_cast<int>(*year)))
                                                   : std::nullopt;
    }
    return entente::parse_date(text);
}

MappingFile read_mapping_file(std::string_view text, const std::string& file) {
    return Parser().read(file.ends_with(".toml") ? read_toml_mapping(text, file)
                                                 : read_json_mapping(text, file));
}

std::optional<char> mapping_separator(std::string_view text, const std::string& file) {
    try {
        return read_mapping_file(text, file).separator;
    } catch (const InputError&) {
        return std::nullopt; // told when the file is read in earnest
    }
}

void bind_columns(MappingFile& mapping, std::span<const std::string_view> first, const std::string& file) {
    const Header header(first);
    mapping.column_count = first.size();
    for (MappingFile::Column& column : mapping.columns) {
        if (!column.name.empty())
            column.index = mapping.has_header ? header.find({column.name}) : no_column;
        else if (column.number != 0)
            column.index = column.number - 1 < first.size() ? column.number - 1 : no_column;
        else
            continue;
        if (column.index == no_column)
            throw InputError(column.place,
                             "expected a column of " + file + ", found " +
                                 (column.name.empty() ? std::to_string(column.number) : quoted(column.name)));
    }
}

} // namespace entente::detail
