// SPDX-License-Identifier: Apache-2.0
#include "ingest/tables/detail/columns.hpp"
#include "ingest/tables/detail/layouts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace entente::detail {

namespace {

// The votes of a roll call by the party's number: 1 yes, 2 abstention, 3 no, 0 none. A byte a vote, whatever
// the rows say beside it and however often they say it.
using RollCall = std::vector<std::uint8_t>;

struct Year {
    std::uint32_t first_line = 0;
    std::map<long, RollCall> roll_calls;
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
        add({static_cast<int>(*year), *roll_call, number_of(*party), static_cast<std::uint8_t>(*vote)},
            row.line);
        out.count(RowOutcome::kept);
    }

    // A year at a time: the pairs of all years are many.
    bool finish(MappedRows& out) override {
        if (years_.empty())
            return false;
        write_year(years_.begin()->first, years_.begin()->second, out);
        years_.erase(years_.begin());
        return !years_.empty();
    }

private:
    struct Vote {
        int year;
        long roll_call;
        std::size_t party;
        std::uint8_t vote;
    };

    std::size_t number_of(const PartyCode& party) {
        return numbers_.emplace(party, numbers_.size()).first->second;
    }

    void add(const Vote& vote, std::uint32_t line) {
        Year& year = years_[vote.year];
        year.first_line = year.first_line == 0 ? line : std::min(year.first_line, line);
        RollCall& roll_call = year.roll_calls[vote.roll_call];
        if (roll_call.size() <= vote.party)
            roll_call.resize(vote.party + 1);
        roll_call[vote.party] = vote.vote;
    }

    void write_year(int year, const Year& votes, MappedRows& out) const {
        const std::size_t parties = numbers_.size();
        std::vector<Agreement> pairs(parties * parties); // of the lower number, then the higher
        for (const auto& [number, roll_call] : votes.roll_calls)
            add_roll_call(roll_call, pairs);
        for (const auto& [source, i] : numbers_) {
            for (const auto& [target, j] : numbers_) {
                const Agreement& pair = pairs[std::min(i, j) * parties + std::max(i, j)];
                if (source < target && pair.votes != 0)
                    write(source, target, {year, votes.first_line, pair}, out);
            }
        }
    }

    void add_roll_call(const RollCall& votes, std::vector<Agreement>& pairs) const {
        for (std::size_t a = 0; a < votes.size(); ++a) {
            if (votes[a] == 0)
                continue;
            for (std::size_t b = a + 1; b < votes.size(); ++b) {
                if (votes[b] == 0)
                    continue;
                Agreement& pair = pairs[a * numbers_.size() + b];
                const unsigned difference = votes[a] > votes[b] ? votes[a] - votes[b] : votes[b] - votes[a];
                pair.halves += 2U - difference;
                ++pair.votes;
            }
        }
    }

    struct PairYear {
        int year;
        std::uint32_t line;
        Agreement pair;
    };

    static void write(const PartyCode& source, const PartyCode& target, const PairYear& of, MappedRows& out) {
        const Agreement& pair = of.pair;
        Relation& relation = out.begin({{}, of.line, {}});
        const bool is_agreed = pair.halves >= pair.votes; // at least a half of all votes
        relation.source = source;
        relation.target = target;
        relation.symmetric = true;
        relation.type = is_agreed ? plover::EventType::agree : plover::EventType::reject;
        relation.predicate = is_agreed ? "votes mostly with" : "votes mostly against";
        relation.date = first_day(of.year);
        relation.date_end = last_day(of.year);
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
    std::map<PartyCode, std::size_t> numbers_; // in the order in which they come first
    std::map<int, Year> years_;
};

} // namespace

LayoutPtr make_un_votes(const FirstRecord& first, const TableVocabulary& vocabulary,
                        const std::string& file) {
    return std::make_unique<UnVotes>(first, vocabulary, file);
}

} // namespace entente::detail
