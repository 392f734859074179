// SPDX-License-Identifier: Apache-2.0
#include "ingest/tables/detail/columns.hpp"
#include "ingest/tables/detail/layouts.hpp"

#include <algorithm>

namespace entente::detail {

namespace {

struct PhoenixColumns {
    std::size_t id = no_column;
    std::size_t date = no_column;
    std::size_t source = no_column;
    std::size_t target = no_column;
    std::size_t code = no_column;
    std::size_t articles = no_column; // a list
    std::size_t urls = no_column;     // a list
    std::size_t outlets = no_column;  // a list
    std::size_t least = 0;
    std::size_t most = 0;
};

// What the OEDA's coders write in their different layouts: actors are runs of codes, USAGOVMIL.
class Phoenix : public TableLayout {
public:
    Phoenix(std::string_view dataset, char separator, bool has_header, const PhoenixColumns& columns,
            const TableVocabulary& vocabulary)
        : dataset_(dataset), separator_(separator), has_header_(has_header), columns_(columns),
          vocabulary_(&vocabulary) {}

    std::string_view dataset() const override { return dataset_; }
    char separator() const override { return separator_; }
    bool has_quotes() const override { return separator_ == ','; }
    bool has_header() const override { return has_header_; }

    void map(const EventRow& row, MappedRows& out) override {
        if (row.fields.size() < columns_.least || row.fields.size() > columns_.most)
            return refuse_columns(row, out);
        const std::string_view day = field(row, columns_.date);
        const auto date = parse_table_date(day);
        if (!date)
            return refuse_date(row, day, out);
        const std::string_view code = field(row, columns_.code);
        const CodedEvent* event = vocabulary_->events.find(code);
        if (event == nullptr)
            return out.refuse_code(row, code);
        const std::string_view source = field(row, columns_.source);
        const std::string_view target = field(row, columns_.target);
        if (is_missing(source) || is_missing(target))
            return out.count(RowOutcome::no_actor);
        const PartyCode* source_party = vocabulary_->cameo_actors.find_run(source);
        const PartyCode* target_party = vocabulary_->cameo_actors.find_run(target);
        if (source_party == nullptr || target_party == nullptr)
            return out.count_unknown_actor(source_party == nullptr ? source : target);
        Relation& relation = out.begin(row);
        relation.source = *source_party;
        relation.target = *target_party;
        relation.date = date;
        append_roles(source, relation.coding.source_sector);
        append_roles(target, relation.coding.target_sector);
        set_provenance(row, relation);
        apply(*event, relation);
        out.count(out.keep());
    }

private:
    void refuse_columns(const EventRow& row, MappedRows& out) const {
        std::string expected = std::to_string(columns_.least);
        if (columns_.most != columns_.least)
            expected += " to " + std::to_string(columns_.most);
        out.refuse(row, RowOutcome::wrong_columns,
                   "expected " + expected + " columns, found " + std::to_string(row.fields.size()));
    }

    void set_provenance(const EventRow& row, Relation& relation) const {
        relation.coding.row = field(row, columns_.id);
        if (const std::string_view articles = field(row, columns_.articles); !articles.empty())
            relation.coding.mentions = static_cast<std::uint32_t>(list(articles, ';').size());
        if (const std::string_view outlets = field(row, columns_.outlets); !outlets.empty())
            relation.coding.sources = static_cast<std::uint32_t>(list(outlets, ';').size());
        const std::string_view url = list(field(row, columns_.urls), ';').front();
        if (url.starts_with("http"))
            relation.coding.url = url;
    }

    std::string_view dataset_;
    char separator_;
    bool has_header_;
    PhoenixColumns columns_;
    const TableVocabulary* vocabulary_;
};

} // namespace

LayoutPtr make_phoenix(const FirstRecord&, const TableVocabulary& vocabulary, const std::string&) {
    const PhoenixColumns columns{.id = 0,
                                 .date = 1,
                                 .source = 5,
                                 .target = 9,
                                 .code = 13,
                                 .articles = 23,
                                 .urls = 24,
                                 .outlets = 25,
                                 .least = 26,
                                 .most = 26};
    return std::make_unique<Phoenix>("phoenix", '\t', false, columns, vocabulary);
}

LayoutPtr make_phoenix_historical(const FirstRecord& first, const TableVocabulary& vocabulary,
                                  const std::string& file) {
    const Header header(first.fields);
    const PhoenixColumns columns{.id = header.require({"eid"}, file),
                                 .date = header.require({"story_date"}, file),
                                 .source = header.require({"source"}, file),
                                 .target = header.require({"target"}, file),
                                 .code = header.require({"code"}, file),
                                 .least = header.size(),
                                 .most = header.size()};
    return std::make_unique<Phoenix>("phoenix_historical", ',', true, columns, vocabulary);
}

LayoutPtr make_petrarch(const FirstRecord&, const TableVocabulary& vocabulary, const std::string&) {
    const PhoenixColumns columns{
        .date = 0, .source = 1, .target = 2, .code = 3, .articles = 5, .urls = 6, .least = 6, .most = 12};
    return std::make_unique<Phoenix>("petrarch", '\t', false, columns, vocabulary);
}

} // namespace entente::detail
