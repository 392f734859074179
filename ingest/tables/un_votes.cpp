// SPDX-License-Identifier: Apache-2.0
#include "ingest/tables/detail/columns.hpp"
#include "ingest/tables/detail/layouts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace entente::detail {

namespace {

struct Vote {
    int year;
    std::int32_t roll_call;
    std::uint16_t party;
    std::uint8_t vote; // 1 yes, 2 abstention, 3 no
    std::uint32_t line;
};

// Agreement of two states over the roll calls of a year: 1 for the same vote, a half where one of them
// abstained.
struct Agreement {
    std::uint32_t halves = 0;
    std::uint32_t votes = 0;
};

// Votes of the UN General Assembly: one relation a pair and year, from all roll calls in which both voted.
class UnVotes : public TableLayout {
public:
    UnVotes(const FirstRecord& first, const TableVocabulary& vocabulary, const std::string& file)
        : header_(first.fields), separator_(first.separator), vocabulary_(&vocabulary),
          roll_call_(header_.require({"rcid"}, file)), state_(header_.require({"ccode"}, file)),
          vote_(header_.require({"vote"}, file)), date_(header_.find({"date"})),
          year_(header_.find({"year"})) {}

    std::string_view dataset() const override { return "un_votes"; }
    char separator() const override { return separator_; }
    bool has_quotes() const override { return separator_ != '\t'; }
    bool has_header() const override { return true; }
    bool is_aggregate() const override { return true; }

    void map(const EventRow& row, MappedRows& out) override {
        if (!has_columns(row, header_.size(), out))
            return;
        // A session runs over New Year: the date says the year, where there is one.
        const auto date = parse_table_date(field(row, date_));
        const auto year = date ? std::optional(static_cast<long>(static_cast<int>(date->year())))
                               : parse_integer(field(row, year_));
        if (!year || *year < 1 || *year > 9999)
            return refuse_date(row, field(row, date_ == no_column ? year_ : date_), out);
        const auto roll_call = parse_integer(field(row, roll_call_));
        const auto vote = parse_integer(field(row, vote_));
        if (!roll_call || !vote || *roll_call < 0 || *roll_call > INT32_MAX)
            return out.refuse(row, RowOutcome::impossible_value,
                              "expected a roll call and a vote, found " +
                                  quoted(field(row, roll_call ? vote_ : roll_call_)));
        if (*vote < 1 || *vote > 3) // absent, or not a member
            return out.count(RowOutcome::no_event);
        const auto party = vocabulary_->countries.find(CountryScheme::cow, field(row, state_),
                                                       date.value_or(last_day(static_cast<int>(*year))));
        if (!party)
            return out.count_unknown_actor("COW " + std::string(field(row, state_)));
        votes_.push_back({static_cast<int>(*year), static_cast<std::int32_t>(*roll_call), key(*party),
                          static_cast<std::uint8_t>(*vote), row.line});
        out.count(RowOutcome::kept);
    }

    void finish(MappedRows& out) override {
        std::sort(votes_.begin(), votes_.end(), [](const Vote& a, const Vote& b) {
            return std::tie(a.year, a.roll_call, a.party) < std::tie(b.year, b.roll_call, b.party);
        });
        for (auto first = votes_.begin(); first != votes_.end();) {
            const auto end =
                std::find_if(first, votes_.end(), [&](const Vote& v) { return v.year != first->year; });
            write_year(std::span<const Vote>(first, end), out);
            first = end;
        }
        votes_.clear();
    }

private:
    std::uint16_t key(const PartyCode& party) {
        const auto [found, is_new] = keys_.emplace(party, static_cast<std::uint16_t>(parties_.size()));
        if (is_new)
            parties_.push_back(party);
        return found->second;
    }

    void write_year(std::span<const Vote> votes, MappedRows& out) const {
        const std::size_t parties = parties_.size();
        std::vector<Agreement> pairs(parties * parties);
        for (std::size_t first = 0; first < votes.size();) {
            std::size_t end = first;
            while (end < votes.size() && votes[end].roll_call == votes[first].roll_call)
                ++end;
            add_roll_call(votes.subspan(first, end - first), pairs);
            first = end;
        }
        for (const auto& [source, i] : keys_) {
            for (const auto& [target, j] : keys_) {
                const Agreement& pair = pairs[i * parties + j];
                if (source < target && pair.votes != 0)
                    write(source, target, votes.front(), pair, out);
            }
        }
    }

    void add_roll_call(std::span<const Vote> votes, std::vector<Agreement>& pairs) const {
        for (const Vote& a : votes) {
            for (const Vote& b : votes) {
                Agreement& pair = pairs[a.party * parties_.size() + b.party];
                const unsigned difference = a.vote > b.vote ? a.vote - b.vote : b.vote - a.vote;
                pair.halves += 2U - difference;
                ++pair.votes;
            }
        }
    }

    static void write(const PartyCode& source, const PartyCode& target, const Vote& first,
                      const Agreement& pair, MappedRows& out) {
        Relation& relation = out.begin({{}, first.line, {}});
        const bool is_agreed = pair.halves >= pair.votes; // at least a half of all votes
        relation.source = source;
        relation.target = target;
        relation.symmetric = true;
        relation.type = is_agreed ? plover::EventType::agree : plover::EventType::reject;
        relation.predicate = is_agreed ? "votes mostly with" : "votes mostly against";
        relation.date = first_day(first.year);
        relation.date_end = last_day(first.year);
        relation.date_precision = DatePrecision::year;
        relation.coding.mentions = pair.votes;
        relation.evidence.text = fmt::format("agreement {:.3f} in {} votes of the UN General Assembly",
                                             pair.halves / (2.0 * pair.votes), pair.votes);
        if (const auto diplomatic = plover::Context::find("diplomatic"))
            relation.contexts.insert(*diplomatic);
        out.keep();
    }

    Header header_;
    char separator_;
    const TableVocabulary* vocabulary_;
    std::size_t roll_call_;
    std::size_t state_;
    std::size_t vote_;
    std::size_t date_;
    std::size_t year_;
    std::map<PartyCode, std::uint16_t> keys_;
    std::vector<PartyCode> parties_;
    std::vector<Vote> votes_;
};

} // namespace

LayoutPtr make_un_votes(const FirstRecord& first, const TableVocabulary& vocabulary,
                        const std::string& file) {
    return std::make_unique<UnVotes>(first, vocabulary, file);
}

} // namespace entente::detail
