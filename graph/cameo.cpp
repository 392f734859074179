// SPDX-License-Identifier: Apache-2.0
#include "graph/cameo.hpp"

#include "graph/detail/table.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace entente::data {
extern const std::string_view cameo_tsv;
extern const std::string_view event_types_tsv;
extern const std::string_view modes_tsv;
} // namespace entente::data

namespace entente::cameo {

namespace {

struct Row {
    std::string_view code;
    std::string_view name;
    std::string_view other_names;
    plover::EventType type;
    std::optional<plover::Mode> mode;
    plover::QuadClass quad_class;
    double goldstein;
    bool reversed;
};

std::vector<Row> read_rows() {
    std::vector<Row> rows;
    for (const auto& row : detail::table_rows(data::cameo_tsv)) {
        const plover::EventType type = plover::parse_event_type(row.at(3)).value();
        rows.push_back({row.at(0), row.at(1), row.at(2), type, plover::Mode::find(type, row.at(4)),
                        plover::parse_quad_class(row.at(5)).value(), detail::table_number(row.at(6)),
                        row.at(7) == "1"});
    }
    return rows;
}

const std::vector<Row>& rows() {
    static const std::vector<Row> all = read_rows();
    return all;
}

// In lower case, with single spaces, without the note that only says that a code has subcodes.
std::string name_key(std::string_view name) {
    std::string key;
    for (const char c : name) {
        const bool space = c == ' ' || c == '\t';
        if (!space)
            key += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        else if (!key.empty() && key.back() != ' ')
            key += ' ';
    }
    for (const std::string_view note : {" not specified below", ","}) {
        while (key.ends_with(' '))
            key.pop_back();
        if (key.ends_with(note))
            key.resize(key.size() - note.size());
    }
    return key;
}

std::unordered_map<std::string, std::size_t> read_names() {
    std::unordered_map<std::string, std::size_t> names;
    const auto& all = rows();
    // Base and detailed codes go first: "Consult" is 040, as ICEWS uses the name, before it is the root 04.
    for (const bool is_root : {false, true}) {
        for (std::size_t i = 0; i < all.size(); ++i) {
            if ((all[i].code.size() == 2) != is_root)
                continue;
            names.emplace(name_key(all[i].name), i);
            for (const std::string_view name : detail::split(all[i].other_names, '|'))
                names.emplace(name_key(name), i);
        }
    }
    names.erase("-");
    return names;
}

// The nearest code to each type without a mode, then to each mode by its index.
std::vector<std::uint16_t> read_nearest() {
    std::vector<std::uint16_t> nearest;
    for (const auto& row : detail::table_rows(data::event_types_tsv))
        nearest.push_back(Code::find(row.at(2)).value().index());
    for (const auto& row : detail::table_rows(data::modes_tsv))
        nearest.push_back(Code::find(row.at(2)).value().index());
    return nearest;
}

} // namespace

std::string_view Code::text() const noexcept { return rows()[index_].code; }
Code Code::root() const noexcept { return *find(text().substr(0, 2)); }
std::string_view Code::name() const noexcept { return rows()[index_].name; }
plover::EventType Code::event_type() const noexcept { return rows()[index_].type; }
std::optional<plover::Mode> Code::mode() const noexcept { return rows()[index_].mode; }
plover::QuadClass Code::quad_class() const noexcept { return rows()[index_].quad_class; }
double Code::goldstein_score() const noexcept { return rows()[index_].goldstein; }
bool Code::is_reversed_in_plover() const noexcept { return rows()[index_].reversed; }

std::optional<Code> Code::find(std::string_view text) noexcept {
    const auto& all = rows();
    const auto found = std::lower_bound(
        all.begin(), all.end(), text, [](const Row& row, std::string_view code) { return row.code < code; });
    if (found == all.end() || found->code != text)
        return std::nullopt;
    return at(static_cast<std::size_t>(found - all.begin()));
}

std::optional<Code> Code::find_by_name(std::string_view name) {
    static const std::unordered_map<std::string, std::size_t> names = read_names();
    const auto found = names.find(name_key(name));
    if (found == names.end())
        return std::nullopt;
    return at(found->second);
}

std::optional<Code> Code::at(std::size_t index) noexcept {
    if (index >= rows().size())
        return std::nullopt;
    return Code(static_cast<std::uint16_t>(index));
}

std::vector<Code> codes() {
    std::vector<Code> all;
    for (std::size_t i = 0; i < rows().size(); ++i)
        all.push_back(*Code::at(i));
    return all;
}

Code nearest(plover::EventType type, std::optional<plover::Mode> mode) noexcept {
    static const std::vector<std::uint16_t> table = read_nearest();
    return *Code::at(table[mode ? plover::event_type_count + mode->index() : static_cast<std::size_t>(type)]);
}

} // namespace entente::cameo
