// SPDX-License-Identifier: Apache-2.0
#include "export/detail/relation_fields.hpp"

#include "export/detail/describe.hpp"

#include <array>
#include <charconv>

namespace entente::detail {

namespace {

using Text = std::string&;
using R = const Relation&;
using Id = const RelationId&;

void append_list(const std::vector<std::string>& list, std::string& text) {
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (i > 0)
            text += "; ";
        text += list[i];
    }
}

constexpr RelationField fields[] = {
    {"id", FieldType::text, [](R, Id id, Text text) { text += to_hex(id); }},
    {"type", FieldType::text, [](R r, Id, Text text) { text += to_string(r.type); }},
    {"mode", FieldType::text,
     [](R r, Id, Text text) { text += r.mode ? r.mode->name() : std::string_view(); }},
    {"quad_class", FieldType::text,
     [](R r, Id, Text text) { text += to_string(plover::quad_class(r.type)); }},
    {"cameo", FieldType::text, [](R r, Id, Text text) { text += cameo_code(r).text(); }},
    {"goldstein", FieldType::real, [](R r, Id, Text text) { append_number(goldstein_score(r), text); }},
    {"predicate", FieldType::text, [](R r, Id, Text text) { text += r.predicate; }},
    {"symmetric", FieldType::truth, [](R r, Id, Text text) { text += r.symmetric ? "true" : "false"; }},
    {"modality", FieldType::text, [](R r, Id, Text text) { text += to_string(r.modality); }},
    {"source_actor", FieldType::text, [](R r, Id, Text text) { text += r.source_actor; }},
    {"target_actor", FieldType::text, [](R r, Id, Text text) { text += r.target_actor; }},
    {"said_by", FieldType::text,
     [](R r, Id, Text text) {
         text += r.said_by ? std::string_view(r.said_by->text()) : std::string_view();
     }},
    {"act", FieldType::text,
     [](R r, Id, Text text) { text += r.act == ActId{} ? std::string() : to_hex(r.act); }},
    {"contexts", FieldType::text,
     [](R r, Id, Text text) {
         bool first = true;
         for (const auto context : r.contexts.members()) {
             text += first ? "" : "; ";
             text += context.name();
             first = false;
         }
     }},
    {"topics", FieldType::text, [](R r, Id, Text text) { append_list(r.topics, text); }},
    {"date", FieldType::date, [](R r, Id, Text text) { append_date(r.date, r.date_precision, text); }},
    {"date_end", FieldType::date,
     [](R r, Id, Text text) { append_date(r.date_end, DatePrecision::day, text); }},
    {"confidence", FieldType::real, [](R r, Id, Text text) { append_number(rounded(r.confidence), text); }},
    {"statement", FieldType::text, [](R r, Id, Text text) { text += r.evidence.statement; }},
    {"sentence", FieldType::integer, [](R r, Id, Text text) { text += std::to_string(r.evidence.sentence); }},
    {"start", FieldType::integer, [](R r, Id, Text text) { text += std::to_string(r.evidence.span.begin); }},
    {"end", FieldType::integer, [](R r, Id, Text text) { text += std::to_string(r.evidence.span.end); }},
    {"text", FieldType::text, [](R r, Id, Text text) { text += r.evidence.text; }},
    {"url", FieldType::text, [](R r, Id, Text text) { text += r.coding.url; }},
};

} // namespace

std::span<const RelationField> relation_fields() noexcept { return fields; }

int quad_number(plover::QuadClass quad_class) noexcept { return static_cast<int>(quad_class) + 1; }

void append_date(const std::optional<Date>& date, DatePrecision precision, std::string& text) {
    if (!date)
        return;
    constexpr std::array<std::size_t, 3> lengths{10, 7, 4};
    text += to_string(*date).substr(0, lengths[static_cast<std::size_t>(precision)]);
}

void append_number(double number, std::string& text) {
    std::array<char, 32> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
    text.append(buffer.data(), end);
}

} // namespace entente::detail
