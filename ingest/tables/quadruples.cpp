// SPDX-License-Identifier: Apache-2.0
#include "ingest/tables/detail/columns.hpp"
#include "ingest/tables/detail/layouts.hpp"

namespace entente::detail {

namespace {

// date, source, event, target: what benchmarks of temporal graphs make of ICEWS.
class Quadruples : public TableLayout {
public:
    Quadruples(char separator, bool has_header, const TableVocabulary& vocabulary)
        : separator_(separator), has_header_(has_header), vocabulary_(&vocabulary) {}

    std::string_view dataset() const override { return "quadruples"; }
    char separator() const override { return separator_; }
    bool has_quotes() const override { return separator_ != '\t'; }
    bool has_header() const override { return has_header_; }

    void map(const EventRow& row, MappedRows& out) override {
        constexpr std::size_t columns = 4;
        if (!has_columns(row, columns, out))
            return;
        const auto date = parse_table_date(row.fields[0]);
        if (!date)
            return refuse_date(row, row.fields[0], out);
        const CodedEvent* event = vocabulary_->events.find_by_name(row.fields[2]);
        if (event == nullptr)
            event = vocabulary_->events.find(row.fields[2]);
        if (event == nullptr)
            return out.refuse_code(row, row.fields[2]);
        if (is_missing(row.fields[1]) || is_missing(row.fields[3]))
            return out.count(RowOutcome::no_actor);
        const auto source = vocabulary_->names.find(row.fields[1], date);
        const auto target = vocabulary_->names.find(row.fields[3], date);
        if (!source || !target)
            return out.count_unknown_actor(row.fields[source ? 3 : 1]);
        Relation& relation = out.begin(row);
        relation.source = *source->party;
        relation.target = *target->party;
        relation.source_actor = source->actor;
        relation.target_actor = target->actor;
        relation.coding.source_sector = source->sector;
        relation.coding.target_sector = target->sector;
        relation.date = date;
        relation.symmetric = event->is_mutual; // written once each way; both rows are one relation
        apply(*event, relation);
        out.count(out.keep());
    }

private:
    char separator_;
    bool has_header_;
    const TableVocabulary* vocabulary_;
};

} // namespace

LayoutPtr make_quadruples(const FirstRecord& first, const TableVocabulary& vocabulary, const std::string&) {
    const bool has_header = !first.fields.empty() && !parse_table_date(first.fields[0]);
    return std::make_unique<Quadruples>(first.separator, has_header, vocabulary);
}

} // namespace entente::detail
