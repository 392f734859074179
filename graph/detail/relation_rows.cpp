// SPDX-License-Identifier: Apache-2.0
#include "graph/detail/relation_rows.hpp"

#include <array>
#include <charconv>

namespace entente::detail {

namespace {

constexpr std::int32_t no_day = std::numeric_limits<std::int32_t>::min();
constexpr std::uint16_t no_code = std::numeric_limits<std::uint16_t>::max();

std::int32_t day_or_none(const std::optional<Date>& date) {
    return date ? static_cast<std::int32_t>(day_of(*date)) : no_day;
}

void add_key(RowRecord& record, std::int64_t key) {
    if (key != 0)
        record.add(key);
    else
        record.add_null();
}

void add_day(RowRecord& record, std::int32_t day) {
    if (day != no_day)
        record.add(std::int64_t{day});
    else
        record.add_null();
}

void add_text_if_any(RowRecord& record, std::string_view text) {
    if (!text.empty())
        record.add_text(text);
    else
        record.add_null();
}

void add_digest(RowRecord& record, const unsigned char (&digest)[16]) {
    record.add_blob({reinterpret_cast<const char*>(digest), sizeof digest});
}

// A number that SQLite prints back as the same text is kept as a number: GDELT's identifiers take 5 bytes
// then, not 10.
void add_row_name(RowRecord& record, std::string_view text) {
    const bool canonical = !text.empty() && text.size() < 18 && text.front() >= '1' && text.front() <= '9';
    std::int64_t number = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
    if (canonical && result.ec == std::errc{} && result.ptr == text.data() + text.size())
        record.add(number);
    else
        add_text_if_any(record, text);
}

} // namespace

void write_digest(std::uint64_t high, std::uint64_t low, unsigned char* out) noexcept {
    put_big_endian(high, out);
    put_big_endian(low, out + 8);
}

RelationRows::Text RelationRows::keep(std::string_view text) {
    const Text kept{texts_.size(), text.size()};
    texts_.append(text);
    return kept;
}

void RelationRows::add(const Row& keys, const Relation& relation, const RelationId& id) {
    Pending& row = rows_.emplace_back();
    row.keys = keys;
    write_digest(id.high, id.low, row.id);
    write_digest(relation.act.high, relation.act.low, row.act);
    row.has_act = relation.act != ActId{};
    row.dataset_row = keep(relation.coding.row);
    row.evidence = keep(relation.evidence.text);
    row.contexts = relation.contexts.bits();
    row.confidence = relation.confidence;
    row.span_begin = relation.evidence.span.begin;
    row.span_end = relation.evidence.span.end;
    row.day = day_or_none(relation.date);
    row.end_day = day_or_none(relation.date_end);
    row.mentions = relation.coding.mentions;
    row.sources = relation.coding.sources;
    row.sentence = relation.evidence.sentence;
    row.cameo = relation.cameo ? relation.cameo->index() : no_code;
    row.mode = relation.mode ? std::int16_t{relation.mode->index()} : std::int16_t{-1};
    row.type = static_cast<std::uint8_t>(relation.type);
    row.precision = static_cast<std::uint8_t>(relation.date_precision);
    row.modality = static_cast<std::uint8_t>(relation.modality);
    row.symmetric = relation.symmetric;
}

EdgeValues RelationRows::edge(std::size_t index) const noexcept {
    const Pending& row = rows_[index];
    const auto number = [](std::int64_t key) { return static_cast<std::uint32_t>(key); };
    EdgeValues edge;
    edge.key = number(row.keys.seq);
    edge.source = number(row.keys.source);
    edge.target = number(row.keys.target);
    edge.day = row.day;
    edge.end_day = row.end_day;
    edge.type = row.type;
    edge.mode = row.mode >= 0 ? static_cast<std::uint8_t>(row.mode) : EdgeValues::no_mode;
    edge.flags = edge_flags(row.symmetric, static_cast<Modality>(row.modality),
                            static_cast<DatePrecision>(row.precision));
    edge.cameo = row.cameo;
    edge.confidence = static_cast<float>(row.confidence);
    edge.contexts = row.contexts;
    edge.statement = number(row.keys.statement);
    edge.said_by = number(row.keys.said_by);
    edge.source_actor = number(row.keys.source_actor);
    edge.target_actor = number(row.keys.target_actor);
    edge.predicate = number(row.keys.predicate);
    edge.dataset = number(row.keys.dataset);
    edge.mentions = row.mentions;
    edge.publishers = row.sources;
    return edge;
}

void RelationRows::clear() {
    rows_.clear();
    texts_.clear();
}

// The columns in the order of graph/data/schema.sql; seq is the row's key, and its field is left out of it.
void RelationRows::write(std::size_t index, RowRecord& record) const {
    const Pending& row = rows_[index];
    record.clear();
    record.add_null();
    add_digest(record, row.id);
    record.add(row.keys.source);
    record.add(row.keys.target);
    record.add(std::int64_t{row.type});
    if (row.mode >= 0)
        record.add(std::int64_t{row.mode});
    else
        record.add_null();
    add_text_if_any(record, row.cameo != no_code ? cameo::Code::at(row.cameo)->text() : std::string_view());
    add_day(record, row.day);
    add_day(record, row.end_day);
    record.add(std::int64_t{row.precision});
    record.add(std::int64_t{row.modality});
    record.add(std::int64_t{row.symmetric});
    record.add(static_cast<std::int64_t>(row.contexts));
    record.add(row.confidence);
    add_key(record, row.keys.statement);
    add_key(record, row.keys.said_by);
    add_key(record, row.keys.source_actor);
    add_key(record, row.keys.target_actor);
    if (row.has_act)
        add_digest(record, row.act);
    else
        record.add_null();
    add_key(record, row.keys.predicate);
    write_coding(row, record);
}

void RelationRows::write_coding(const Pending& row, RowRecord& record) const {
    const std::string_view texts = texts_;
    add_key(record, row.keys.dataset);
    add_row_name(record, texts.substr(row.dataset_row.begin, row.dataset_row.size));
    add_key(record, row.keys.url);
    record.add(std::int64_t{row.mentions});
    record.add(std::int64_t{row.sources});
    add_key(record, row.keys.source_sector);
    add_key(record, row.keys.target_sector);
    record.add(std::int64_t{row.sentence});
    record.add(static_cast<std::int64_t>(row.span_begin));
    record.add(static_cast<std::int64_t>(row.span_end));
    add_text_if_any(record, texts.substr(row.evidence.begin, row.evidence.size));
}

void UrlRows::add(std::int64_t id, std::string_view url) {
    rows_.push_back({id, texts_.size(), url.size()});
    texts_.append(url);
}

void UrlRows::clear() {
    rows_.clear();
    texts_.clear();
}

void UrlRows::write(std::size_t index, RowRecord& record) const {
    const Pending& row = rows_[index];
    record.clear();
    record.add_null();
    record.add_text(std::string_view(texts_).substr(row.begin, row.size));
}

} // namespace entente::detail
