// SPDX-License-Identifier: Apache-2.0
#include "ingest/tables/mapped_rows.hpp"

#include "graph/error.hpp"

#include <unordered_set>

namespace entente {

namespace {

void count_name(std::map<std::string, std::uint64_t, std::less<>>& names, std::string_view name) {
    const auto found = names.find(name);
    if (found != names.end())
        ++found->second;
    else
        names.emplace(name, 1);
}

// Empties what rows fill in; what is left as it is, is set for every row. Texts keep their memory.
void reset(Relation& relation) {
    relation.source_actor.clear();
    relation.target_actor.clear();
    relation.mode.reset();
    relation.cameo.reset();
    relation.symmetric = false;
    relation.act = {};
    relation.contexts = {};
    relation.topics.clear();
    relation.date_end.reset();
    relation.date_precision = DatePrecision::day;
    relation.confidence = 1.0;
    relation.evidence.text.clear();
    relation.coding.row.clear();
    relation.coding.url.clear();
    relation.coding.mentions = 1;
    relation.coding.sources = 1;
    relation.coding.source_sector.clear();
    relation.coding.target_sector.clear();
}

} // namespace

Relation& MappedRows::begin(const EventRow& row) {
    if (used_ == relations_.size()) {
        Relation& fresh = relations_.emplace_back();
        fresh.evidence.statement = file_.statement;
        fresh.coding.dataset = file_.dataset;
    }
    Relation& relation = relations_[used_];
    reset(relation);
    relation.evidence.sentence = row.line;
    return relation;
}

RowOutcome MappedRows::keep() {
    const Relation& relation = relations_[used_];
    if (relation.source == relation.target && !file_.keeps_domestic)
        return RowOutcome::within_one_party;
    ++used_;
    return RowOutcome::kept;
}

Relation* MappedRows::previous(std::string_view key) {
    const bool is_there = used_ != 0 && remembered_ == used_ && key_ == key;
    return is_there ? &relations_[used_ - 1] : nullptr;
}

void MappedRows::remember(std::string key) {
    key_ = std::move(key);
    remembered_ = used_;
}

void MappedRows::refuse(const EventRow& row, RowOutcome outcome, std::string reason) {
    count(outcome);
    rejected_.push_back({row.line, outcome, std::move(reason), std::string(row.text)});
}

void MappedRows::count_unknown_actor(std::string_view name) {
    const bool is_remembered = left_out_.size() < file_.most_left_out;
    count(RowOutcome::unknown_actor);
    if (is_remembered)
        left_out_.back().reason.append(": ").append(quoted(name));
    count_name(counts_.unknown_actors, name);
}

void MappedRows::refuse_code(const EventRow& row, std::string_view code) {
    count_name(counts_.unknown_codes, code);
    refuse(row, RowOutcome::unknown_code, "expected a code or name of an event, found " + quoted(code));
}

void MappedRows::make_ids() {
    ids_.clear();
    parties_.clear();
    std::unordered_set<std::string_view> seen;
    for (const Relation& relation : relations()) {
        ids_.push_back(relation_id(relation));
        for (const PartyCode* party : {&relation.source, &relation.target}) {
            if (seen.insert(party->text()).second)
                parties_.push_back(*party);
        }
    }
}

void MappedRows::clear() {
    used_ = 0;
    ids_.clear();
    parties_.clear();
    rejected_.clear();
    left_out_.clear();
    counts_ = {};
    remembered_ = 0;
}

} // namespace entente
