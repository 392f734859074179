// SPDX-License-Identifier: Apache-2.0
#include "ingest/tables/detail/columns.hpp"
#include "ingest/tables/detail/layouts.hpp"

namespace entente::detail {

namespace {

struct ActorColumns {
    std::size_t name;
    std::size_t sectors;
    std::size_t country;
};

// The columns by name: the Dataverse and the government files have them in different orders.
struct IcewsColumns {
    IcewsColumns(const Header& header, const std::string& file)
        : id(header.require({"Event ID"}, file)),
          date(header.require({"Event Date"}, file)), source{header.require({"Source Name"}, file),
                                                             header.find({"Source Sectors"}),
                                                             header.find({"Source Country"})},
          target{header.require({"Target Name"}, file), header.find({"Target Sectors"}),
                 header.find({"Target Country"})},
          event(header.require({"Event Text"}, file)), code(header.find({"CAMEO Code"})),
          story(header.find({"Story ID"})), sentence(header.find({"Sentence Number"})),
          text(header.find({"Event Sentence"})), count(header.size()) {}

    std::size_t id;
    std::size_t date;
    ActorColumns source;
    ActorColumns target;
    std::size_t event;
    std::size_t code;
    std::size_t story;
    std::size_t sentence;
    std::size_t text;
    std::size_t count;
};

class Icews : public TableLayout {
public:
    Icews(char separator, const IcewsColumns& columns, const TableVocabulary& vocabulary)
        : separator_(separator), columns_(columns), vocabulary_(&vocabulary) {}

    std::string_view dataset() const override { return "icews"; }
    char separator() const override { return separator_; }
    // A quote is text in the files with tabs.
    bool has_quotes() const override { return separator_ != '\t'; }
    bool has_header() const override { return true; }

    void map(const EventRow& row, MappedRows& out) override {
        if (!has_columns(row, columns_.count, out))
            return;
        const auto date = parse_table_date(field(row, columns_.date));
        if (!date)
            return refuse_date(row, field(row, columns_.date), out);
        const CodedEvent* event = find_event(row);
        if (event == nullptr)
            return out.refuse_code(row, field(row, columns_.code).empty() ? field(row, columns_.event)
                                                                          : field(row, columns_.code));
        if (is_missing(field(row, columns_.source.name)) || is_missing(field(row, columns_.target.name)))
            return out.count(RowOutcome::no_actor);
        Relation& relation = out.begin(row);
        relation.date = date;
        if (!read_actor(row, columns_.source, *date, relation.source, relation.source_actor,
                        relation.coding.source_sector, out) ||
            !read_actor(row, columns_.target, *date, relation.target, relation.target_actor,
                        relation.coding.target_sector, out))
            return;
        relation.coding.row = field(row, columns_.id);
        relation.evidence.text = field(row, columns_.text);
        apply(*event, relation);
        out.count(is_mirror(row, relation, out) ? RowOutcome::mirrored : keep(row, out));
    }

    bool belong_together(std::span<const std::string_view> a,
                         std::span<const std::string_view> b) const override {
        return key({a, 0, {}}) == key({b, 0, {}});
    }

private:
    const CodedEvent* find_event(const EventRow& row) const {
        const std::string_view code = field(row, columns_.code);
        if (!is_missing(code)) {
            if (const CodedEvent* event = vocabulary_->events.find(code))
                return event;
            // Spreadsheets take the leading zero away.
            return vocabulary_->events.find("0" + std::string(code));
        }
        return vocabulary_->events.find_by_name(field(row, columns_.event));
    }

    // An organization or group by its own name; everybody else by the column of countries.
    bool read_actor(const EventRow& row, const ActorColumns& columns, const Date& date, PartyCode& party,
                    std::string& actor, std::string& sector, MappedRows& out) const {
        const std::string_view name = field(row, columns.name);
        const std::string_view country = field(row, columns.country);
        const auto named = vocabulary_->names.find(name, date);
        const PartyCode* of_country = is_missing(country) ? nullptr : vocabulary_->names.find_party(country);
        const bool is_body = named && named->party->kind() != ActorKind::country;
        if (!named && of_country == nullptr) {
            out.count_unknown_actor(name);
            return false;
        }
        party = is_body || of_country == nullptr ? *named->party : *of_country;
        if (named)
            actor = named->actor;
        else if (name.find(" (") == std::string_view::npos)
            actor = name;
        const std::string_view sectors = field(row, columns.sectors);
        sector =
            is_missing(sectors) ? (named ? std::string(named->sector) : std::string()) : sorted_list(sectors);
        return true;
    }

    // What both rows of a mirrored event share.
    std::string key(const EventRow& row) const {
        std::string out(field(row, columns_.date));
        out.append("\t")
            .append(field(row, columns_.story))
            .append("\t")
            .append(field(row, columns_.sentence));
        return out;
    }

    // An event that two parties do together stands twice, once each way, one row below the other.
    bool is_mirror(const EventRow& row, const Relation& relation, MappedRows& out) const {
        Relation* before = out.previous(key(row));
        if (before == nullptr || before->type != relation.type || before->cameo != relation.cameo)
            return false;
        const bool is_same = before->source == relation.source && before->target == relation.target &&
                             before->source_actor == relation.source_actor &&
                             before->target_actor == relation.target_actor;
        const bool is_turned = before->source == relation.target && before->target == relation.source &&
                               before->source_actor == relation.target_actor &&
                               before->target_actor == relation.source_actor;
        const bool is_visit = relation.cameo->text() == "042";
        if (is_turned && !is_visit)
            before->symmetric = true;
        return is_visit ? is_same : is_turned;
    }

    RowOutcome keep(const EventRow& row, MappedRows& out) const {
        const RowOutcome outcome = out.keep();
        if (outcome == RowOutcome::kept)
            out.remember(key(row));
        return outcome;
    }

    char separator_;
    IcewsColumns columns_;
    const TableVocabulary* vocabulary_;
};

// date, source (name, COW number, sector), target (the same), CAMEO, Goldstein, quad class.
class IcewsReduced : public TableLayout {
public:
    explicit IcewsReduced(const TableVocabulary& vocabulary) : vocabulary_(&vocabulary) {}

    std::string_view dataset() const override { return "icews_reduced"; }

    void map(const EventRow& row, MappedRows& out) override {
        constexpr std::size_t columns = 10;
        if (!has_columns(row, columns, out))
            return;
        const auto date = parse_table_date(row.fields[0]);
        if (!date)
            return refuse_date(row, row.fields[0], out);
        const CodedEvent* event = vocabulary_->events.find(row.fields[7]);
        if (event == nullptr)
            return out.refuse_code(row, row.fields[7]);
        const auto source = find_party(row.fields[1], row.fields[2], *date);
        const auto target = find_party(row.fields[4], row.fields[5], *date);
        if (is_missing(row.fields[1]) || is_missing(row.fields[4]))
            return out.count(RowOutcome::no_actor);
        if (!source || !target)
            return out.count_unknown_actor(row.fields[source ? 4 : 1]);
        Relation& relation = out.begin(row);
        relation.source = *source;
        relation.target = *target;
        relation.date = date;
        if (!is_missing(row.fields[3]))
            relation.coding.source_sector = row.fields[3];
        if (!is_missing(row.fields[6]))
            relation.coding.target_sector = row.fields[6];
        relation.symmetric = event->is_mutual;
        apply(*event, relation);
        out.count(out.keep());
    }

private:
    std::optional<PartyCode> find_party(std::string_view name, std::string_view number,
                                        const Date& date) const {
        if (auto party = vocabulary_->countries.find(CountryScheme::cow, number, date))
            return party;
        const PartyCode* party = vocabulary_->cameo_actors.find_run(name);
        return party ? std::optional(*party) : std::nullopt;
    }

    const TableVocabulary* vocabulary_;
};

} // namespace

LayoutPtr make_icews(const FirstRecord& first, const TableVocabulary& vocabulary, const std::string& file) {
    return std::make_unique<Icews>(first.separator, IcewsColumns(Header(first.fields), file), vocabulary);
}

LayoutPtr make_icews_reduced(const FirstRecord&, const TableVocabulary& vocabulary, const std::string&) {
    return std::make_unique<IcewsReduced>(vocabulary);
}

} // namespace entente::detail
