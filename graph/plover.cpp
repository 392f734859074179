// SPDX-License-Identifier: Apache-2.0
#include "graph/plover.hpp"

#include "graph/detail/table.hpp"

#include <boost/assert.hpp>

#include <algorithm>
#include <array>

namespace entente::data {
extern const std::string_view event_types_tsv;
extern const std::string_view modes_tsv;
extern const std::string_view contexts_tsv;
} // namespace entente::data

namespace entente::plover {

namespace {

constexpr std::array<std::string_view, quad_class_count> quad_class_names{
    "verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict"};

struct TypeRow {
    std::string_view name;
    QuadClass quad_class;
    double goldstein;
    std::string_view predicate;
    std::string_view description;
};

struct ModeRow {
    EventType type;
    std::string_view name;
};

std::vector<TypeRow> read_types() {
    std::vector<TypeRow> rows;
    for (const auto& row : detail::table_rows(data::event_types_tsv))
        rows.push_back({row.at(0), parse_quad_class(row.at(1)).value(), detail::table_number(row.at(3)),
                        row.at(4), row.at(5)});
    BOOST_ASSERT_MSG(rows.size() == event_type_count, "the table of types has a row for each enumerator");
    return rows;
}

const std::vector<TypeRow>& type_rows() {
    static const std::vector<TypeRow> rows = read_types();
    return rows;
}

const TypeRow& row_of(EventType type) { return type_rows()[static_cast<std::size_t>(type)]; }

std::vector<ModeRow> read_modes() {
    std::vector<ModeRow> rows;
    for (const auto& row : detail::table_rows(data::modes_tsv))
        rows.push_back({parse_event_type(row.at(0)).value(), row.at(1)});
    return rows;
}

const std::vector<ModeRow>& mode_rows() {
    static const std::vector<ModeRow> rows = read_modes();
    return rows;
}

std::vector<std::string_view> read_contexts() {
    std::vector<std::string_view> names;
    for (const auto& row : detail::table_rows(data::contexts_tsv))
        names.push_back(row.at(0));
    BOOST_ASSERT_MSG(names.size() <= 64, "a set of contexts has 64 bits");
    return names;
}

const std::vector<std::string_view>& context_names() {
    static const std::vector<std::string_view> names = read_contexts();
    return names;
}

} // namespace

const std::vector<EventType>& event_types() {
    static const std::vector<EventType> types = [] {
        std::vector<EventType> all;
        for (std::size_t i = 0; i < event_type_count; ++i)
            all.push_back(static_cast<EventType>(i));
        return all;
    }();
    return types;
}

std::string_view to_string(EventType type) noexcept { return row_of(type).name; }

std::optional<EventType> parse_event_type(std::string_view text) noexcept {
    const auto& rows = type_rows();
    const auto found =
        std::find_if(rows.begin(), rows.end(), [&](const TypeRow& row) { return row.name == text; });
    if (found == rows.end())
        return std::nullopt;
    return static_cast<EventType>(found - rows.begin());
}

std::string_view to_string(QuadClass quad_class) noexcept {
    return quad_class_names[static_cast<std::size_t>(quad_class)];
}

std::optional<QuadClass> parse_quad_class(std::string_view text) noexcept {
    const auto found = std::find(quad_class_names.begin(), quad_class_names.end(), text);
    if (found == quad_class_names.end())
        return std::nullopt;
    return static_cast<QuadClass>(found - quad_class_names.begin());
}

QuadClass quad_class(EventType type) noexcept { return row_of(type).quad_class; }
double goldstein_score(EventType type) noexcept { return row_of(type).goldstein; }
std::string_view predicate(EventType type) noexcept { return row_of(type).predicate; }
std::string_view description(EventType type) noexcept { return row_of(type).description; }

std::string_view Mode::name() const noexcept { return mode_rows()[index_].name; }

std::optional<Mode> Mode::find(EventType type, std::string_view name) noexcept {
    const auto& rows = mode_rows();
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [&](const ModeRow& row) { return row.type == type && row.name == name; });
    return at(static_cast<std::size_t>(found - rows.begin()));
}

std::optional<Mode> Mode::at(std::size_t index) noexcept {
    if (index >= mode_rows().size())
        return std::nullopt;
    return Mode(static_cast<std::uint8_t>(index));
}

std::vector<Mode> modes(EventType type) {
    std::vector<Mode> found;
    const auto& rows = mode_rows();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].type == type)
            found.push_back(*Mode::at(i));
    }
    return found;
}

std::string_view Context::name() const noexcept { return context_names()[index_]; }

std::optional<Context> Context::find(std::string_view name) noexcept {
    const auto& names = context_names();
    return at(static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin()));
}

std::optional<Context> Context::at(std::size_t index) noexcept {
    if (index >= context_names().size())
        return std::nullopt;
    return Context(static_cast<std::uint8_t>(index));
}

std::vector<Context> contexts() {
    std::vector<Context> all;
    for (std::size_t i = 0; i < context_names().size(); ++i)
        all.push_back(*Context::at(i));
    return all;
}

std::vector<Context> ContextSet::members() const {
    std::vector<Context> found;
    for (const Context context : contexts()) {
        if (contains(context))
            found.push_back(context);
    }
    return found;
}

} // namespace entente::plover
