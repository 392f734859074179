// SPDX-License-Identifier: Apache-2.0
#include "ingest/tables/detail/columns.hpp"
#include "ingest/tables/detail/layouts.hpp"

#include <algorithm>

namespace entente::detail {

namespace {

// The header of the Dataverse files; some of them have surplus names in the first line, of columns without
// data.
constexpr std::string_view standard_names[] = {"Event ID",
                                               "Event Date",
                                               "Event Type",
                                               "Event Mode",
                                               "Intensity",
                                               "Quad Code",
                                               "Contexts",
                                               "Actor Name",
                                               "Actor Country",
                                               "Actor COW",
                                               "Primary Actor Sector",
                                               "Actor Sectors",
                                               "Actor Title",
                                               "Actor Name Raw",
                                               "Wikipedia Actor ID",
                                               "Recipient Name",
                                               "Recipient Country",
                                               "Recipient COW",
                                               "Primary Recipient Sector",
                                               "Recipient Sectors",
                                               "Recipient Title",
                                               "Recipient Name Raw",
                                               "Wikipedia Recipient ID",
                                               "Placename",
                                               "City",
                                               "District",
                                               "Province",
                                               "Country",
                                               "Latitude",
                                               "Longitude",
                                               "GeoNames ID",
                                               "Raw Placename",
                                               "Feature Type",
                                               "Source",
                                               "Publication Date",
                                               "Story People",
                                               "Story Organizations",
                                               "Story Locations",
                                               "Language",
                                               "Version"};

struct SideColumns {
    std::size_t name;
    std::size_t country;
    std::size_t sectors;
};

struct PolecatColumns {
    PolecatColumns(const Header& header, const std::string& file)
        : id(header.require({"Event ID"}, file)), date(header.require({"Event Date"}, file)),
          type(header.require({"Event Type"}, file)), mode(header.find({"Event Mode"})),
          contexts(header.find({"Contexts"})), actor{header.require({"Actor Name"}, file),
                                                     header.require({"Actor Country"}, file),
                                                     header.find({"Actor Sectors", "Primary Actor Sector"})},
          recipient{header.require({"Recipient Name"}, file), header.require({"Recipient Country"}, file),
                    header.find({"Recipient Sectors", "Primary Recipient Sector"})},
          count(header.size()) {}

    std::size_t id;
    std::size_t date;
    std::size_t type;
    std::size_t mode;
    std::size_t contexts;
    SideColumns actor;
    SideColumns recipient;
    std::size_t count;
};

struct Participant {
    PartyCode party;
    std::string_view name;
    std::string_view sector;
};

std::string upper(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return out;
}

// Parties that do these together may all stand in the actor's cells, with nobody in the recipient's.
bool is_mutual(plover::EventType type) {
    return type == plover::EventType::agree || type == plover::EventType::consult ||
           type == plover::EventType::cooperate;
}

class Polecat : public TableLayout {
public:
    Polecat(const PolecatColumns& columns, const TableVocabulary& vocabulary)
        : columns_(columns), vocabulary_(&vocabulary) {}

    std::string_view dataset() const override { return "polecat"; }
    bool has_quotes() const override { return true; }
    bool has_header() const override { return true; }
    bool may_be_windows_1252() const override { return true; }

    void map(const EventRow& row, MappedRows& out) override {
        if (!has_whole_columns(row, out))
            return;
        const auto date = parse_table_date(field(row, columns_.date));
        if (!date)
            return refuse_date(row, field(row, columns_.date), out);
        const auto type = plover::parse_event_type(upper(field(row, columns_.type)));
        if (!type)
            return out.refuse_code(row, field(row, columns_.type));
        std::vector<Participant> sources;
        std::vector<Participant> targets;
        std::string_view unknown;
        read_side(row, columns_.actor, *date, sources, unknown);
        read_side(row, columns_.recipient, *date, targets, unknown);
        const bool is_among_actors = is_missing(field(row, columns_.recipient.name)) &&
                                     is_missing(field(row, columns_.recipient.country)) && is_mutual(*type);
        const bool has_pair = is_among_actors ? sources.size() > 1 : !sources.empty() && !targets.empty();
        if (!has_pair)
            return unknown.empty() ? out.count(RowOutcome::no_actor) : out.count_unknown_actor(unknown);
        if (sources.size() > most_parties || targets.size() > most_parties)
            return out.refuse(row, RowOutcome::impossible_value, "expected at most 64 parties on a side");
        write_pairs(row, *date, *type, sources, is_among_actors ? sources : targets, is_among_actors, out);
    }

private:
    static constexpr std::size_t most_parties = 64;

    // Surplus columns are there in some files, empty.
    bool has_whole_columns(const EventRow& row, MappedRows& out) const {
        std::size_t size = row.fields.size();
        while (size > columns_.count && row.fields[size - 1].empty())
            --size;
        if (size == columns_.count)
            return true;
        out.refuse(row, RowOutcome::wrong_columns,
                   "expected " + std::to_string(columns_.count) + " columns, found " + std::to_string(size));
        return false;
    }

    // The n-th entries of names, countries and sectors belong together.
    void read_side(const EventRow& row, const SideColumns& columns, const Date& date,
                   std::vector<Participant>& side, std::string_view& unknown) const {
        const auto names = list(field(row, columns.name), ';');
        const auto countries = list(field(row, columns.country), ';');
        const auto sectors = list(field(row, columns.sectors), ';');
        for (std::size_t i = 0; i < std::max(names.size(), countries.size()); ++i) {
            const std::string_view name =
                i < names.size() && !is_missing(names[i]) ? names[i] : std::string_view{};
            const std::string_view country =
                i < countries.size() && !is_missing(countries[i]) ? countries[i] : std::string_view{};
            const std::string_view sector =
                i < sectors.size() && !is_missing(sectors[i]) ? sectors[i] : std::string_view{};
            if (const auto party = find_party(name, country, date))
                side.push_back({*party, name, sector});
            else if (!name.empty() || !country.empty())
                unknown = name.empty() ? country : name;
        }
    }

    std::optional<PartyCode> find_party(std::string_view name, std::string_view country,
                                        const Date& date) const {
        if (country == "EUR") // the European Union, in PLOVER
            return PartyCode::parse("IGO:EU");
        if (const PartyCode* party = vocabulary_->cameo_actors.find_country(country))
            return *party;
        if (const PartyCode* party = vocabulary_->cameo_actors.find_group(country))
            return *party;
        if (const PartyCode* party = vocabulary_->names.find_party(country))
            return *party;
        if (name.empty())
            return std::nullopt;
        const auto named = vocabulary_->names.find(name, date);
        return named ? std::optional(*named->party) : std::nullopt;
    }

    void write_pairs(const EventRow& row, const Date& date, plover::EventType type,
                     const std::vector<Participant>& sources, const std::vector<Participant>& targets,
                     bool is_among_actors, MappedRows& out) const {
        const ActId act = Hasher()
                              .add(dataset())
                              .add(field(row, columns_.id))
                              .add(field(row, columns_.date))
                              .digest<ActTag>();
        const bool has_many = is_among_actors ? sources.size() > 2 : sources.size() * targets.size() > 1;
        bool is_any_kept = false;
        for (std::size_t i = 0; i < sources.size(); ++i) {
            for (std::size_t j = is_among_actors ? i + 1 : 0; j < targets.size(); ++j) {
                Relation& relation = out.begin(row);
                fill(relation, row, date, type, sources[i], targets[j]);
                relation.symmetric = is_among_actors;
                relation.act = has_many ? act : ActId{};
                is_any_kept |= out.keep() == RowOutcome::kept;
            }
        }
        out.count(is_any_kept ? RowOutcome::kept : RowOutcome::within_one_party);
    }

    void fill(Relation& relation, const EventRow& row, const Date& date, plover::EventType type,
              const Participant& source, const Participant& target) const {
        relation.source = source.party;
        relation.target = target.party;
        set_actor(relation.source_actor, source);
        set_actor(relation.target_actor, target);
        relation.coding.source_sector = source.sector;
        relation.coding.target_sector = target.sector;
        relation.coding.row = field(row, columns_.id);
        relation.type = type;
        relation.mode = plover::Mode::find(type, normalised(field(row, columns_.mode)));
        relation.predicate = plover::predicate(type);
        relation.date = date;
        for (const std::string_view name : list(field(row, columns_.contexts), ';')) {
            if (const auto context = plover::Context::find(normalised(name)))
                relation.contexts.insert(*context);
        }
    }

    void set_actor(std::string& actor, const Participant& participant) const {
        const Party* party = vocabulary_->gazetteer.party(participant.party);
        if (!participant.name.empty() && (party == nullptr || party->name != participant.name))
            actor = participant.name;
    }

    PolecatColumns columns_;
    const TableVocabulary* vocabulary_;
};

} // namespace

LayoutPtr make_polecat(const FirstRecord& first, const TableVocabulary& vocabulary, const std::string& file) {
    const bool has_surplus = first.fields.size() > std::size(standard_names);
    const Header header(has_surplus ? std::span<const std::string_view>(standard_names) : first.fields);
    return std::make_unique<Polecat>(PolecatColumns(header, file), vocabulary);
}

} // namespace entente::detail
