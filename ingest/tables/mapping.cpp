// SPDX-License-Identifier: Apache-2.0
#include "ingest/tables/detail/columns.hpp"
#include "ingest/tables/detail/layouts.hpp"
#include "ingest/tables/detail/mapping_file.hpp"

#include <algorithm>

namespace entente::detail {

namespace {

// A table that a mapping file describes.
class Mapped : public TableLayout {
public:
    Mapped(MappingFile mapping, char separator, const TableVocabulary& vocabulary)
        : mapping_(std::move(mapping)), separator_(separator), vocabulary_(&vocabulary) {}

    std::string_view dataset() const override { return mapping_.name; }
    char separator() const override { return separator_; }
    bool has_quotes() const override { return mapping_.has_quotes.value_or(separator_ != '\t'); }
    bool has_header() const override { return mapping_.has_header; }

    void map(const EventRow& row, MappedRows& out) override {
        if (!has_columns(row, mapping_.column_count, out))
            return;
        const auto date = mapping_.parse_date(value(row, MappingField::date));
        if (!date)
            return refuse_date(row, value(row, MappingField::date), out);
        const std::string_view source = value(row, MappingField::source);
        const std::string_view target = value(row, MappingField::target);
        if (is_missing(source) || is_missing(target))
            return out.count(RowOutcome::no_actor);
        Relation& relation = out.begin(row);
        const auto found_source = find_actor(source, *date);
        const auto found_target = find_actor(target, *date);
        if (!found_source || !found_target)
            return out.count_unknown_actor(found_source ? target : source);
        set_sides(*found_source, *found_target, relation);
        relation.date = date;
        relation.symmetric = mapping_.is_symmetric;
        if (!read_end(row, relation, out) || !read_weight(row, relation, out))
            return;
        set_texts(row, relation);
        if (!set_event(row, relation, out))
            return;
        out.count(out.keep());
    }

private:
    struct Found {
        PartyCode party;
        std::string_view actor{};
        std::string_view sector{};
    };

    std::string_view value(const EventRow& row, MappingField of) const { return mapping_.value(row, of); }

    std::optional<Found> find_actor(std::string_view text, const Date& date) const {
        if (mapping_.actors) {
            if (auto party = vocabulary_->countries.find(*mapping_.actors, text, date))
                return Found{*party};
            if (mapping_.actors == CountryScheme::cameo) {
                if (const PartyCode* party = vocabulary_->cameo_actors.find_run(text))
                    return Found{*party};
            }
            return std::nullopt;
        }
        if (const Party* party = vocabulary_->gazetteer.party(text))
            return Found{party->code};
        const auto named = vocabulary_->names.find(text, date);
        return named ? std::optional(Found{*named->party, named->actor, named->sector}) : std::nullopt;
    }

    static void set_sides(const Found& source, const Found& target, Relation& relation) {
        relation.source = source.party;
        relation.target = target.party;
        relation.source_actor = source.actor;
        relation.target_actor = target.actor;
        relation.coding.source_sector = source.sector;
        relation.coding.target_sector = target.sector;
    }

    bool read_end(const EventRow& row, Relation& relation, MappedRows& out) const {
        const std::string_view text = value(row, MappingField::date_end);
        if (is_missing(text))
            return true;
        relation.date_end = mapping_.parse_date(text);
        if (relation.date_end && *relation.date_end >= *relation.date)
            return true;
        refuse_date(row, text, out);
        return false;
    }

    bool read_weight(const EventRow& row, Relation& relation, MappedRows& out) const {
        const std::string_view text = value(row, MappingField::weight);
        if (is_missing(text))
            return true;
        const auto weight = parse_integer(text);
        if (!weight || *weight < 0 || *weight > UINT32_MAX) {
            out.refuse(row, RowOutcome::impossible_value, "expected a count, found " + quoted(text));
            return false;
        }
        relation.coding.mentions = static_cast<std::uint32_t>(*weight);
        return true;
    }

    void set_texts(const EventRow& row, Relation& relation) const {
        relation.coding.row = value(row, MappingField::id);
        relation.coding.url = value(row, MappingField::url);
        relation.evidence.text = value(row, MappingField::text);
        const auto set = [&](std::string& to, MappingField of) {
            if (const std::string_view text = value(row, of); !is_missing(text))
                to = text;
        };
        set(relation.source_actor, MappingField::source_actor);
        set(relation.target_actor, MappingField::target_actor);
        set(relation.coding.source_sector, MappingField::source_sector);
        set(relation.coding.target_sector, MappingField::target_sector);
    }

    // A CAMEO code, the name of one, or a PLOVER type.
    bool set_event(const EventRow& row, Relation& relation, MappedRows& out) const {
        const std::string_view code = value(row, MappingField::code);
        const CodedEvent* event = vocabulary_->events.find(code);
        if (event == nullptr)
            event = vocabulary_->events.find_by_name(code);
        if (event != nullptr) {
            apply(*event, relation);
            return true;
        }
        std::string type(code);
        std::transform(type.begin(), type.end(), type.begin(),
                       [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
        if (const auto plover_type = plover::parse_event_type(type)) {
            relation.type = *plover_type;
            relation.predicate = plover::predicate(*plover_type);
            return true;
        }
        out.refuse_code(row, code);
        return false;
    }

    MappingFile mapping_;
    char separator_;
    const TableVocabulary* vocabulary_;
};

} // namespace

} // namespace entente::detail

namespace entente {

std::unique_ptr<TableLayout> read_mapping(std::string_view text, const std::string& mapping_file,
                                          const FirstRecord& first, const TableVocabulary& vocabulary,
                                          const std::string& file) {
    detail::MappingFile mapping = detail::read_mapping_file(text, mapping_file);
    const char separator = mapping.separator.value_or(first.separator);
    detail::bind_columns(mapping, first.fields, file);
    return std::make_unique<detail::Mapped>(std::move(mapping), separator, vocabulary);
}

} // namespace entente
