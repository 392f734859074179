// SPDX-License-Identifier: Apache-2.0
#include "ingest/tables/detail/columns.hpp"
#include "ingest/tables/detail/layouts.hpp"

namespace entente::detail {

namespace {

// How DR_at_1, the level at which state 2 is represented in state 1, is written; 0 is none.
std::string_view predicate(std::string_view level) noexcept {
    if (level == "1")
        return "is represented by a chargé d'affaires in";
    if (level == "2")
        return "is represented by a minister in";
    if (level == "3")
        return "is represented by an ambassador in";
    return level == "9" ? "is represented in" : "";
}

// Correlates of War, Diplomatic Exchange: one row a dyad and measured year, both directions of a dyad listed.
class DiplomaticExchange : public TableLayout {
public:
    DiplomaticExchange(const FirstRecord& first, const TableVocabulary& vocabulary, const std::string& file)
        : header_(first.fields), separator_(first.separator), vocabulary_(&vocabulary),
          first_(header_.require({"ccode1"}, file)), second_(header_.require({"ccode2"}, file)),
          year_(header_.require({"year"}, file)), level_at_first_(header_.require({"DR_at_1"}, file)),
          level_at_second_(header_.find({"DR_at_2"})), event_(vocabulary.events.find("050")) {}

    std::string_view dataset() const override { return "diplomatic_exchange"; }
    char separator() const override { return separator_; }
    bool has_quotes() const override { return true; }
    bool has_header() const override { return true; }

    void map(const EventRow& row, MappedRows& out) override {
        if (!has_columns(row, header_.size(), out))
            return;
        const auto dyad = read_dyad_year(row, year_, first_, second_, vocabulary_->countries, out);
        if (!dyad)
            return;
        // Both rows of a dyad say both; the same relation is stored once.
        const auto& [first, second] = dyad->states;
        const bool is_sent = write(row, second, first, dyad->year, field(row, level_at_first_), out);
        const bool is_received = write(row, first, second, dyad->year, field(row, level_at_second_), out);
        out.count(is_sent || is_received ? RowOutcome::kept : RowOutcome::no_event);
    }

private:
    bool write(const EventRow& row, const PartyCode& sender, const PartyCode& host, int year,
               std::string_view level, MappedRows& out) const {
        const std::string_view words = predicate(level);
        if (words.empty())
            return false;
        Relation& relation = out.begin(row);
        relation.source = sender;
        relation.target = host;
        apply(*event_, relation);
        relation.predicate = words;
        relation.date = first_day(year);
        relation.date_end = last_day(year);
        relation.date_precision = DatePrecision::year;
        return out.keep() == RowOutcome::kept;
    }

    Header header_;
    char separator_;
    const TableVocabulary* vocabulary_;
    std::size_t first_;
    std::size_t second_;
    std::size_t year_;
    std::size_t level_at_first_;
    std::size_t level_at_second_;
    const CodedEvent* event_;
};

} // namespace

LayoutPtr make_diplomatic_exchange(const FirstRecord& first, const TableVocabulary& vocabulary,
                                   const std::string& file) {
    return std::make_unique<DiplomaticExchange>(first, vocabulary, file);
}

} // namespace entente::detail
