// SPDX-License-Identifier: Apache-2.0
#include "graph/detail/relation_rows.hpp"

#include <array>
#include <charconv>

namespace entente::detail {

namespace {

constexpr std::int32_t no_day = std::numeric_limits<std::int32_t>::min();
constexpr std::uint16_t no_code = std::numeric_limits<std::uint16_t>::max();

constexpr std::array columns{"seq",           "id",
                             "source",        "target",
                             "type",          "mode",
                             "cameo",         "day",
                             "end_day",       "day_precision",
                             "modality",      "symmetric",
                             "contexts",      "confidence",
                             "statement",     "said_by",
                             "source_actor",  "target_actor",
                             "act",           "predicate",
                             "dataset",       "dataset_row",
                             "url",           "mentions",
                             "sources",       "source_sector",
                             "target_sector", "sentence",
                             "span_begin",    "span_end",
                             "evidence"};

std::int32_t day_or_none(const std::optional<Date>& date) {
    return date ? static_cast<std::int32_t>(day_of(*date)) : no_day;
}

void give_key(sqlite3_context* context, std::int64_t key) {
    if (key != 0)
        sqlite3_result_int64(context, key);
}

void give_day(sqlite3_context* context, std::int32_t day) {
    if (day != no_day)
        sqlite3_result_int(context, day);
}

void give_text(sqlite3_context* context, std::string_view text) {
    sqlite3_result_text64(context, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
}

// A number that SQLite prints back as the same text is kept as a number: GDELT's identifiers take 5 bytes
// then, not 10.
void give_row_name(sqlite3_context* context, std::string_view text) {
    const bool canonical = text.size() < 18 && text.front() >= '1' && text.front() <= '9';
    std::int64_t number = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
    if (canonical && result.ec == std::errc{} && result.ptr == text.data() + text.size())
        sqlite3_result_int64(context, number);
    else
        give_text(context, text);
}

} // namespace

void write_digest(std::uint64_t high, std::uint64_t low, unsigned char* out) noexcept {
    for (int i = 0; i < 8; ++i) {
        out[i] = static_cast<unsigned char>(high >> (56 - 8 * i));
        out[8 + i] = static_cast<unsigned char>(low >> (56 - 8 * i));
    }
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
    note_differences(row);
}

void RelationRows::note_differences(const Pending& row) {
    const Pending& first = rows_.front();
    const auto note = [this](int column, bool differs) { varying_ |= std::uint32_t{differs} << column; };
    note(8, row.end_day != first.end_day);
    note(9, row.precision != first.precision);
    note(10, row.modality != first.modality);
    note(11, row.symmetric != first.symmetric);
    note(12, row.contexts != first.contexts);
    note(13, row.confidence != first.confidence);
    note(14, row.keys.statement != first.keys.statement);
    note(15, row.keys.said_by != first.keys.said_by);
    note(16, row.keys.source_actor != first.keys.source_actor);
    note(17, row.keys.target_actor != first.keys.target_actor);
    note(18, row.has_act || first.has_act);
    note(20, row.keys.dataset != first.keys.dataset);
    note(25, row.keys.source_sector != first.keys.source_sector);
    note(26, row.keys.target_sector != first.keys.target_sector);
    note(28, row.span_begin != first.span_begin);
    note(29, row.span_end != first.span_end);
    note(30, row.evidence.size != 0 || first.evidence.size != 0);
}

std::string RelationRows::insertion(const std::string& from, std::uint32_t varying) {
    std::string sql = "INSERT INTO relations SELECT ";
    for (std::size_t i = 0; i < columns.size(); ++i) {
        sql.append(i == 0 ? "" : ", ");
        if ((varying >> i & 1U) != 0)
            sql.append(columns[i]);
        else // SQLite asks once
            sql.append("(SELECT ").append(columns[i]).append(" FROM ").append(from).append(" LIMIT 1)");
    }
    return sql.append(" FROM ").append(from);
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
    varying_ = always_varying;
}

void RelationRows::field(sqlite3_context* context, std::size_t index, int column) const {
    const Pending& row = rows_[index];
    switch (column) {
    case 0:
        return sqlite3_result_int64(context, row.keys.seq);
    case 1:
        return sqlite3_result_blob(context, row.id, 16, SQLITE_STATIC);
    case 2:
        return sqlite3_result_int64(context, row.keys.source);
    case 3:
        return sqlite3_result_int64(context, row.keys.target);
    default:
        return column < 14 ? value_field(context, row, column) : reference_field(context, row, column);
    }
}

void RelationRows::value_field(sqlite3_context* context, const Pending& row, int column) const {
    switch (column) {
    case 4:
        return sqlite3_result_int(context, row.type);
    case 5:
        if (row.mode >= 0)
            sqlite3_result_int(context, row.mode);
        return;
    case 6:
        if (row.cameo != no_code)
            give_text(context, cameo::Code::at(row.cameo)->text());
        return;
    case 7:
        return give_day(context, row.day);
    case 8:
        return give_day(context, row.end_day);
    case 9:
        return sqlite3_result_int(context, row.precision);
    case 10:
        return sqlite3_result_int(context, row.modality);
    case 11:
        return sqlite3_result_int(context, row.symmetric);
    case 12:
        return sqlite3_result_int64(context, static_cast<sqlite3_int64>(row.contexts));
    default:
        return sqlite3_result_double(context, row.confidence);
    }
}

void RelationRows::reference_field(sqlite3_context* context, const Pending& row, int column) const {
    const std::string_view texts = texts_;
    switch (column) {
    case 14:
        return give_key(context, row.keys.statement);
    case 15:
        return give_key(context, row.keys.said_by);
    case 16:
        return give_key(context, row.keys.source_actor);
    case 17:
        return give_key(context, row.keys.target_actor);
    case 18:
        if (row.has_act)
            sqlite3_result_blob(context, row.act, 16, SQLITE_STATIC);
        return;
    case 19:
        return give_key(context, row.keys.predicate);
    case 20:
        return give_key(context, row.keys.dataset);
    case 21:
        if (row.dataset_row.size != 0)
            give_row_name(context, texts.substr(row.dataset_row.begin, row.dataset_row.size));
        return;
    case 22:
        return give_key(context, row.keys.url);
    case 23:
        return sqlite3_result_int64(context, row.mentions);
    case 24:
        return sqlite3_result_int64(context, row.sources);
    case 25:
        return give_key(context, row.keys.source_sector);
    case 26:
        return give_key(context, row.keys.target_sector);
    case 27:
        return sqlite3_result_int64(context, row.sentence);
    case 28:
        return sqlite3_result_int64(context, static_cast<sqlite3_int64>(row.span_begin));
    case 29:
        return sqlite3_result_int64(context, static_cast<sqlite3_int64>(row.span_end));
    default:
        if (row.evidence.size != 0)
            give_text(context, texts.substr(row.evidence.begin, row.evidence.size));
    }
}

void UrlRows::add(std::int64_t id, std::string_view url) {
    rows_.push_back({id, texts_.size(), url.size()});
    texts_.append(url);
}

void UrlRows::clear() {
    rows_.clear();
    texts_.clear();
}

void UrlRows::field(sqlite3_context* context, std::size_t index, int column) const {
    const Pending& row = rows_[index];
    if (column == 0)
        sqlite3_result_int64(context, row.id);
    else
        give_text(context, std::string_view(texts_).substr(row.begin, row.size));
}

} // namespace entente::detail
