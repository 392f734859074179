// SPDX-License-Identifier: Apache-2.0
#include "ingest/tables/detail/columns.hpp"
#include "ingest/tables/detail/dyad_years.hpp"
#include "ingest/tables/detail/layouts.hpp"

namespace entente::detail {

namespace {

struct Obligation {
    std::size_t column;
    std::string_view words;
};

// "is allied with (defense, entente)".
std::string allied_predicate(const EventRow& row, std::span<const Obligation> obligations) {
    std::string out = "is allied with (";
    const std::size_t start = out.size();
    for (const Obligation& obligation : obligations) {
        const std::string_view value = field(row, obligation.column);
        if (value == "1" || value == "1.0")
            out.append(out.size() == start ? "" : ", ").append(obligation.words);
    }
    return out.size() == start ? "is allied with" : out + ")";
}

void fill_alliance(Relation& relation) {
    relation.type = plover::EventType::agree;
    if (const auto military = plover::Context::find("military"))
        relation.contexts.insert(*military);
}

// Correlates of War, Formal Alliances: by dyad or by directed dyad, with the days of a tie or year by year.
class CowAlliances : public TableLayout {
public:
    CowAlliances(const FirstRecord& first, const TableVocabulary& vocabulary, const std::string& file)
        : header_(first.fields), separator_(first.separator), vocabulary_(&vocabulary),
          id_(header_.require({"version4id"}, file)), first_(header_.require({"ccode1"}, file)),
          second_(header_.require({"ccode2"}, file)), start_{header_.require({"dyad_st_year"}, file),
                                                             header_.find({"dyad_st_month"}),
                                                             header_.find({"dyad_st_day"})},
          end_{header_.require({"dyad_end_year"}, file), header_.find({"dyad_end_month"}),
               header_.find({"dyad_end_day"})},
          obligations_{{header_.find({"defense"}), "defense"},
                       {header_.find({"neutrality"}), "neutrality"},
                       {header_.find({"nonaggression"}), "nonaggression"},
                       {header_.find({"entente"}), "consultation"}} {}

    std::string_view dataset() const override { return "cow_alliances"; }
    char separator() const override { return separator_; }
    bool has_quotes() const override { return true; }
    bool has_header() const override { return true; }

    // The yearly files repeat the days of the tie in each year, so that their rows say the same and are
    // stored once.
    void map(const EventRow& row, MappedRows& out) override {
        if (!has_columns(row, header_.size(), out))
            return;
        const auto start = read_day(row, start_);
        if (!start)
            return refuse_date(row, field(row, start_.year), out);
        const auto states = read_dyad(row, first_, second_, *start, vocabulary_->countries, out);
        if (!states)
            return;
        Relation& relation = out.begin(row);
        fill_alliance(relation);
        relation.source = states->first;
        relation.target = states->second;
        relation.symmetric = true;
        relation.predicate = allied_predicate(row, obligations_);
        relation.date = start;
        // No end means in force on 2012-12-31, where the data end.
        if (!is_missing(field(row, end_.year)))
            relation.date_end = read_day(row, end_);
        relation.coding.row = field(row, id_);
        out.count(out.keep());
    }

private:
    struct DayColumns {
        std::size_t year;
        std::size_t month;
        std::size_t day;
    };

    static std::optional<Date> read_day(const EventRow& row, const DayColumns& columns) {
        const auto year = parse_integer(field(row, columns.year));
        const long month = parse_integer(field(row, columns.month)).value_or(1);
        const long day = parse_integer(field(row, columns.day)).value_or(1);
        if (!year || *year < 1 || *year > 9999 || month < 1 || month > 12 || day < 1 || day > 31)
            return std::nullopt;
        const Date date{std::chrono::year{static_cast<int>(*year)},
                        std::chrono::month{static_cast<unsigned>(month)},
                        std::chrono::day{static_cast<unsigned>(day)}};
        return date.ok() ? std::optional(date) : std::nullopt;
    }

    Header header_;
    char separator_;
    const TableVocabulary* vocabulary_;
    std::size_t id_;
    std::size_t first_;
    std::size_t second_;
    DayColumns start_;
    DayColumns end_;
    std::vector<Obligation> obligations_;
};

// ATOP, dyad-years: `ddyad` says what A owes B, `dyad` what binds both.
class Atop : public TableLayout {
public:
    Atop(const FirstRecord& first, const TableVocabulary& vocabulary, const std::string& file)
        : header_(first.fields), separator_(first.separator), vocabulary_(&vocabulary),
          is_directed_(header_.find({"ddyad"}) != no_column), year_(header_.require({"year"}, file)),
          first_(header_.require({"stateA", "mem1"}, file)),
          second_(header_.require({"stateB", "mem2"}, file)),
          obligations_{{header_.find({"defense"}), "defense"},
                       {header_.find({"offense"}), "offense"},
                       {header_.find({"neutral"}), "neutrality"},
                       {header_.find({"nonagg"}), "nonaggression"},
                       {header_.find({"consul"}), "consultation"}} {
        for (const char* name : {"atopid1", "atopid2", "atopid3", "atopid4", "atopid5", "atopid6", "atopid7",
                                 "atopid8", "atopid9"})
            ids_.push_back(header_.find({name}));
    }

    std::string_view dataset() const override { return "atop"; }
    char separator() const override { return separator_; }
    bool has_quotes() const override { return true; }
    bool has_header() const override { return true; }
    bool is_aggregate() const override { return true; }

    void map(const EventRow& row, MappedRows& out) override {
        if (!has_columns(row, header_.size(), out))
            return;
        const auto dyad = read_dyad_year(row, year_, first_, second_, vocabulary_->countries, out);
        if (!dyad)
            return;
        const auto& [first, second] = dyad->states;
        if (first == second)
            return out.count(RowOutcome::within_one_party);
        years_.add({first, second, allied_predicate(row, obligations_), treaties(row)}, dyad->year, row.line);
        out.count(RowOutcome::kept);
    }

    bool finish(MappedRows& out) override {
        return years_.write(out, [this](Relation& relation) {
            fill_alliance(relation);
            relation.symmetric = !is_directed_;
        });
    }

private:
    // "3150 4567": ATOP's numbers of the alliances.
    std::string treaties(const EventRow& row) const {
        std::string out;
        for (const std::size_t column : ids_) {
            const std::string_view id = field(row, column);
            if (!is_missing(id) && id != "0")
                out.append(out.empty() ? "" : " ").append(id);
        }
        return out;
    }

    Header header_;
    char separator_;
    const TableVocabulary* vocabulary_;
    bool is_directed_;
    std::size_t year_;
    std::size_t first_;
    std::size_t second_;
    std::vector<Obligation> obligations_;
    std::vector<std::size_t> ids_;
    DyadYears years_;
};

} // namespace

LayoutPtr make_cow_alliances(const FirstRecord& first, const TableVocabulary& vocabulary,
                             const std::string& file) {
    return std::make_unique<CowAlliances>(first, vocabulary, file);
}

LayoutPtr make_atop(const FirstRecord& first, const TableVocabulary& vocabulary, const std::string& file) {
    return std::make_unique<Atop>(first, vocabulary, file);
}

} // namespace entente::detail
