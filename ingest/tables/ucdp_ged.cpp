// SPDX-License-Identifier: Apache-2.0
#include "ingest/tables/detail/columns.hpp"
#include "ingest/tables/detail/layouts.hpp"

#include <array>

namespace entente::detail {

namespace {

// What a file without a header has.
constexpr std::array<std::string_view, ged_column_count> usual_columns = {"id",
                                                                          "relid",
                                                                          "year",
                                                                          "active_year",
                                                                          "code_status",
                                                                          "type_of_violence",
                                                                          "conflict_dset_id",
                                                                          "conflict_new_id",
                                                                          "conflict_name",
                                                                          "dyad_dset_id",
                                                                          "dyad_new_id",
                                                                          "dyad_name",
                                                                          "side_a_dset_id",
                                                                          "side_a_new_id",
                                                                          "side_a",
                                                                          "side_b_dset_id",
                                                                          "side_b_new_id",
                                                                          "side_b",
                                                                          "number_of_sources",
                                                                          "source_article",
                                                                          "source_office",
                                                                          "source_date",
                                                                          "source_headline",
                                                                          "source_original",
                                                                          "where_prec",
                                                                          "where_coordinates",
                                                                          "where_description",
                                                                          "adm_1",
                                                                          "adm_2",
                                                                          "latitude",
                                                                          "longitude",
                                                                          "geom_wkt",
                                                                          "priogrid_gid",
                                                                          "country",
                                                                          "country_id",
                                                                          "region",
                                                                          "event_clarity",
                                                                          "date_prec",
                                                                          "date_start",
                                                                          "date_end",
                                                                          "deaths_a",
                                                                          "deaths_b",
                                                                          "deaths_civilians",
                                                                          "deaths_unknown",
                                                                          "best",
                                                                          "high",
                                                                          "low",
                                                                          "gwnoa",
                                                                          "gwnob"};

struct GedColumns {
    GedColumns(const Header& header, const std::string& file)
        : id(header.require({"id"}, file)), side_a(header.require({"side_a"}, file)),
          side_b(header.require({"side_b"}, file)), number_a(header.require({"gwnoa"}, file)),
          number_b(header.require({"gwnob"}, file)), start(header.require({"date_start"}, file)),
          end(header.require({"date_end"}, file)), precision(header.find({"date_prec"})),
          sources(header.find({"number_of_sources"})), headline(header.find({"source_headline"})),
          count(header.size()) {}

    std::size_t id;
    std::size_t side_a;
    std::size_t side_b;
    std::size_t number_a;
    std::size_t number_b;
    std::size_t start;
    std::size_t end;
    std::size_t precision;
    std::size_t sources;
    std::size_t headline;
    std::size_t count;
};

// A violent event between two sides: who began it is not coded, so the relation is mutual.
class UcdpGed : public TableLayout {
public:
    UcdpGed(const GedColumns& columns, bool has_header, const TableVocabulary& vocabulary)
        : columns_(columns), has_header_(has_header), vocabulary_(&vocabulary),
          event_(vocabulary.events.find("190")) {}

    std::string_view dataset() const override { return "ucdp_ged"; }
    char separator() const override { return ','; }
    bool has_quotes() const override { return true; }
    bool has_header() const override { return has_header_; }

    void map(const EventRow& row, MappedRows& out) override {
        if (!has_columns(row, columns_.count, out))
            return;
        const auto start = parse_table_date(field(row, columns_.start));
        const auto end = parse_table_date(field(row, columns_.end));
        if (!start || !end || *end < *start)
            return refuse_date(row, field(row, start ? columns_.end : columns_.start), out);
        const auto side_a = find_side(row, columns_.side_a, columns_.number_a, *start);
        const auto side_b = find_side(row, columns_.side_b, columns_.number_b, *start);
        if (!side_a || !side_b)
            return out.count_unknown_actor(field(row, side_a ? columns_.side_b : columns_.side_a));
        Relation& relation = out.begin(row);
        relation.source = *side_a;
        relation.target = *side_b;
        relation.symmetric = true;
        relation.date = start;
        if (*end != *start)
            relation.date_end = end;
        relation.date_precision = precision(field(row, columns_.precision));
        relation.coding.row = field(row, columns_.id);
        if (const auto sources = parse_integer(field(row, columns_.sources)); sources && *sources > 0)
            relation.coding.sources = static_cast<std::uint32_t>(*sources);
        if (!is_missing(field(row, columns_.headline)))
            relation.evidence.text = field(row, columns_.headline);
        apply(*event_, relation);
        out.count(out.keep());
    }

private:
    // Governments have Gleditsch-Ward numbers; armed groups only names.
    std::optional<PartyCode> find_side(const EventRow& row, std::size_t name, std::size_t number,
                                       const Date& date) const {
        if (auto party = vocabulary_->countries.find(CountryScheme::gw, field(row, number), date))
            return party;
        const auto named = vocabulary_->names.find(field(row, name), date);
        return named ? std::optional(*named->party) : std::nullopt;
    }

    // 1 and 2: a day, or one of a few; 3: a week; 4: a month; 5: a year or more.
    static DatePrecision precision(std::string_view text) {
        return text == "4" ? DatePrecision::month : text == "5" ? DatePrecision::year : DatePrecision::day;
    }

    GedColumns columns_;
    bool has_header_;
    const TableVocabulary* vocabulary_;
    const CodedEvent* event_;
};

} // namespace

LayoutPtr make_ucdp_ged(const FirstRecord& first, const TableVocabulary& vocabulary,
                        const std::string& file) {
    const Header header(first.fields);
    const bool has_header = first.fields.size() != ged_column_count || header.find({"side_a"}) != no_column;
    return std::make_unique<UcdpGed>(GedColumns(has_header ? header : Header(usual_columns), file),
                                     has_header, vocabulary);
}

} // namespace entente::detail
