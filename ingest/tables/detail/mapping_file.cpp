// SPDX-License-Identifier: Apache-2.0
#include "ingest/tables/detail/mapping_file.hpp"

#include "graph/error.hpp"
#include "ingest/tables/detail/columns.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>

namespace entente::detail {

namespace {

using Value = rapidjson::Value;

constexpr std::array<std::string_view, mapping_field_count> field_names = {
    "source", "target", "code",         "date",         "date_end",      "weight",       "url",
    "id",     "text",   "source_actor", "target_actor", "source_sector", "target_sector"};

constexpr std::array<std::string_view, 6> date_formats = {"YYYY-MM-DD", "M/D/YYYY", "D.M.YYYY",
                                                          "D/M/YYYY",   "YYYYMMDD", "YYYY"};

std::string_view text_of(const Value& value) { return {value.GetString(), value.GetStringLength()}; }

Place place_of(std::string_view json, std::size_t offset, const std::string& file) {
    const std::string_view before = json.substr(0, offset);
    const std::size_t line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
    const std::size_t start = before.rfind('\n') + 1; // npos + 1 is 0
    return {file, line, before.size() - start + 1};
}

class Parser {
public:
    explicit Parser(const std::string& file) : file_(&file) {}

    MappingFile read(const Value& root) {
        if (!root.IsObject())
            fail("expected an object");
        for (const auto& member : root.GetObject())
            read_member(text_of(member.name), member.value);
        check();
        return std::move(mapping_);
    }

private:
    [[noreturn]] void fail(const std::string& what) const { throw InputError({*file_}, what); }

    std::string text(std::string_view key, const Value& value) const {
        if (!value.IsString())
            fail("expected a string for " + quoted(key));
        return std::string(text_of(value));
    }

    bool truth(std::string_view key, const Value& value) const {
        if (!value.IsBool())
            fail("expected true or false for " + quoted(key));
        return value.GetBool();
    }

    void read_member(std::string_view key, const Value& value) {
        if (key == "name")
            mapping_.name = text(key, value);
        else if (key == "separator")
            read_separator(text(key, value));
        else if (key == "quotes")
            mapping_.has_quotes = truth(key, value);
        else if (key == "header")
            mapping_.has_header = truth(key, value);
        else if (key == "symmetric")
            mapping_.is_symmetric = truth(key, value);
        else if (key == "actors")
            read_actors(text(key, value));
        else if (key == "date_format")
            read_date_format(text(key, value));
        else if (key == "columns" || key == "constants" || key == "values")
            read_fields(key, value);
        else
            fail("expected one of name, separator, quotes, header, symmetric, actors, date_format, columns, "
                 "constants "
                 "and values, found " +
                 quoted(key));
    }

    void read_separator(const std::string& separator) {
        if (separator.size() != 1)
            fail("expected one character for \"separator\", found " + quoted(separator));
        mapping_.separator = separator.front();
    }

    void read_actors(const std::string& actors) {
        if (actors == "names")
            return;
        mapping_.actors = parse_country_scheme(actors);
        if (!mapping_.actors)
            fail("expected names, iso3, iso2, cow, cow_abbreviation, gw, fips or cameo for \"actors\", "
                 "found " +
                 quoted(actors));
    }

    void read_date_format(const std::string& format) {
        if (std::find(date_formats.begin(), date_formats.end(), format) == date_formats.end())
            fail("expected YYYY-MM-DD, M/D/YYYY, D.M.YYYY, D/M/YYYY, YYYYMMDD or YYYY for \"date_format\", "
                 "found " +
                 quoted(format));
        mapping_.date_format = format;
    }

    void read_fields(std::string_view key, const Value& object) {
        if (!object.IsObject())
            fail("expected an object for " + quoted(key));
        for (const auto& member : object.GetObject()) {
            const auto found = std::find(field_names.begin(), field_names.end(), text_of(member.name));
            if (found == field_names.end())
                fail("expected a field such as source, target, code or date in " + quoted(key) + ", found " +
                     quoted(text_of(member.name)));
            MappingFile::Column& column =
                mapping_.columns[static_cast<std::size_t>(found - field_names.begin())];
            if (key == "columns")
                read_column(*found, member.value, column);
            else if (key == "constants")
                column.constant = text(*found, member.value);
            else
                read_values(*found, member.value, column);
        }
    }

    void read_column(std::string_view field, const Value& value, MappingFile::Column& column) const {
        if (value.IsString() && value.GetStringLength() != 0)
            column.name = text_of(value);
        else if (value.IsUint() && value.GetUint() != 0)
            column.number = value.GetUint();
        else
            fail("expected the name or number of a column for " + quoted(field));
    }

    void read_values(std::string_view field, const Value& value, MappingFile::Column& column) const {
        if (!value.IsObject())
            fail("expected an object of values for " + quoted(field));
        for (const auto& pair : value.GetObject())
            column.values.emplace(text_of(pair.name), text(text_of(pair.name), pair.value));
    }

    void check() const {
        if (mapping_.name.empty())
            fail("expected a \"name\" for the dataset");
        for (const MappingField field :
             {MappingField::source, MappingField::target, MappingField::code, MappingField::date}) {
            const auto& column = mapping_.columns[static_cast<std::size_t>(field)];
            if (column.name.empty() && column.number == 0 && !column.constant)
                fail("expected a column or constant for " +
                     quoted(field_names[static_cast<std::size_t>(field)]));
        }
    }

    const std::string* file_;
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

MappingFile read_mapping_file(std::string_view json, const std::string& file) {
    rapidjson::Document document;
    document.Parse<rapidjson::kParseCommentsFlag | rapidjson::kParseTrailingCommasFlag |
                   rapidjson::kParseIterativeFlag>(json.data(), json.size());
    if (document.HasParseError())
        throw InputError(place_of(json, document.GetErrorOffset(), file),
                         rapidjson::GetParseError_En(document.GetParseError()));
    return Parser(file).read(document);
}

std::optional<char> mapping_separator(std::string_view json) {
    try {
        return read_mapping_file(json, {}).separator;
    } catch (const InputError&) {
        return std::nullopt; // told when the file is read in earnest
    }
}

void bind_columns(MappingFile& mapping, std::span<const std::string_view> first,
                  const std::string& mapping_file, const std::string& file) {
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
            throw InputError({mapping_file},
                             "expected a column of " + file + ", found " +
                                 (column.name.empty() ? std::to_string(column.number) : quoted(column.name)));
    }
}

} // namespace entente::detail
