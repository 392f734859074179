// SPDX-License-Identifier: Apache-2.0
#include "ingest/tables/detail/columns.hpp"
#include "ingest/tables/detail/layouts.hpp"

namespace entente::detail {

namespace {

// GDELT's columns by number: they come without a header.
enum Column : std::size_t { event_id = 0, day = 1, event_code = 26, mentions = 31, sources = 32 };

// Where a row's columns on one of its actors begin, and what follows from there.
enum ActorColumn : std::size_t { code = 0, name = 1, country = 2, group = 3, first_type = 7, last_type = 9 };
constexpr std::size_t first_actor = 5;
constexpr std::size_t second_actor = 15;

// 57 columns until 2013-03-31, 58 with the source's URL from then on, 61 in version 2.0.
constexpr std::size_t oldest = 57;
constexpr std::size_t version_1 = 58;
constexpr std::size_t version_2 = 61;

class Gdelt : public TableLayout {
public:
    Gdelt(std::size_t columns, bool has_header, const TableVocabulary& vocabulary)
        : columns_(columns), has_header_(has_header), vocabulary_(&vocabulary),
          european_union_(*PartyCode::parse("IGO:EU")) {}

    std::string_view dataset() const override { return columns_ == version_2 ? "gdelt2" : "gdelt1"; }
    bool has_header() const override { return has_header_; }

    void map(const EventRow& row, MappedRows& out) override {
        if (!has_columns(row, columns_, out))
            return;
        const auto date = parse_date(row.fields[day]);
        if (!date || row.fields[day].size() != 8)
            return refuse_date(row, row.fields[day], out);
        const CodedEvent* event = vocabulary_->events.find(row.fields[event_code]);
        if (event == nullptr)
            return out.refuse_code(row, row.fields[event_code]);
        if (row.fields[first_actor].empty() || row.fields[second_actor].empty())
            return out.count(RowOutcome::no_actor);
        const PartyCode* source = find_party(row, first_actor);
        const PartyCode* target = find_party(row, second_actor);
        if (source == nullptr || target == nullptr)
            return out.count_unknown_actor(row.fields[source == nullptr ? first_actor : second_actor]);
        Relation& relation = out.begin(row);
        if (!read_count(row, mentions, relation.coding.mentions, out) ||
            !read_count(row, sources, relation.coding.sources, out))
            return;
        relation.source = *source;
        relation.target = *target;
        relation.date = date;
        relation.coding.row = row.fields[event_id];
        if (columns_ != oldest)
            relation.coding.url = row.fields[columns_ - 1];
        append_types(row, first_actor, relation.coding.source_sector);
        append_types(row, second_actor, relation.coding.target_sector);
        apply(*event, relation);
        out.count(out.keep());
    }

private:
    // The organization or armed group that an actor is; else the country. Countries are CAMEO's in these
    // columns, while the geographic ones are FIPS 10-4, and say where, not who.
    const PartyCode* find_party(const EventRow& row, std::size_t actor) const {
        const std::string_view known_group = row.fields[actor + group];
        if (!known_group.empty()) {
            if (const PartyCode* party = vocabulary_->cameo_actors.find_group(known_group))
                return party;
        }
        const std::string_view known_country = row.fields[actor + country];
        if (known_country == "EUR" && row.fields[actor + name] == "EUROPEAN UNION")
            return &european_union_;
        if (!known_country.empty())
            return vocabulary_->cameo_actors.find_country(known_country);
        for (std::size_t type = first_type; type <= last_type; ++type) {
            if (const PartyCode* party = vocabulary_->cameo_actors.find_group(row.fields[actor + type]))
                return party;
        }
        return vocabulary_->cameo_actors.find_run(row.fields[actor + code]);
    }

    static void append_types(const EventRow& row, std::size_t actor, std::string& out) {
        for (std::size_t type = first_type; type <= last_type; ++type) {
            const std::string_view text = row.fields[actor + type];
            if (!text.empty())
                out.append(out.empty() ? "" : ",").append(text);
        }
    }

    std::size_t columns_;
    bool has_header_;
    const TableVocabulary* vocabulary_;
    PartyCode european_union_;
};

} // namespace

LayoutPtr make_gdelt(const FirstRecord& first, const TableVocabulary& vocabulary, const std::string& file) {
    const std::size_t columns = first.fields.size();
    if (columns != oldest && columns != version_1 && columns != version_2)
        throw InputError({file, 1}, "expected 57, 58 or 61 columns of a GDELT event table, found " +
                                        std::to_string(columns));
    const bool has_header = normalised(first.fields[0]).starts_with("globaleventid");
    return std::make_unique<Gdelt>(columns, has_header, vocabulary);
}

} // namespace entente::detail
