// SPDX-License-Identifier: Apache-2.0
#include "ingest/rdf/detail/record_assembler.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

namespace entente {

namespace {

/// What makes a record no relation; it becomes a notice.
struct Refusal {
    std::string what;
};

std::string_view last_part(std::string_view iri) {
    const auto place = iri.find_last_of("#/:");
    return place == std::string_view::npos ? iri : iri.substr(place + 1);
}

std::string_view without_fragment(std::string_view iri) { return iri.substr(0, iri.find('#')); }

int hex_digit(char c) noexcept {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

std::string percent_decoded(std::string_view text) {
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool escape = text[i] == '%' && i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 &&
                            hex_digit(text[i + 2]) >= 0;
        if (!escape) {
            decoded += text[i];
            continue;
        }
        decoded += static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]));
        i += 2;
    }
    return decoded;
}

std::string one_part(std::string_view iri, std::string_view kind) {
    auto parts = identifier_parts(iri, kind);
    return parts.size() == 1 ? std::move(parts.front()) : std::string();
}

std::uint64_t number(std::string_view text, std::string_view what) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        throw Refusal{"expected a number for " + std::string(what) + ", found " + quoted(text)};
    return value;
}

double real(std::string_view text, std::string_view what) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        throw Refusal{"expected a number for " + std::string(what) + ", found " + quoted(text)};
    return value;
}

/// `parse(text)`, or a refusal that says what was expected.
template<class Parse>
auto parsed(const Parse& parse, std::string_view text, std::string_view what) {
    auto value = parse(text);
    if (!value)
        throw Refusal{"expected " + std::string(what) + ", found " + quoted(text)};
    return *value;
}

std::optional<ActId> parse_act(std::string_view text) {
    const auto hex = parse_hex(text);
    return hex ? std::optional<ActId>({hex->high, hex->low}) : std::nullopt;
}

} // namespace

std::vector<std::string> identifier_parts(std::string_view iri, std::string_view kind) {
    for (const char separator : {':', '/'}) {
        const auto mark = std::string(1, separator) + std::string(kind) + separator;
        const auto place = iri.find(mark);
        if (place == std::string_view::npos)
            continue;
        std::vector<std::string> parts;
        auto rest = iri.substr(place + mark.size());
        for (;;) {
            const auto end = rest.find(separator);
            parts.push_back(percent_decoded(rest.substr(0, end)));
            if (end == std::string_view::npos)
                return parts;
            rest.remove_prefix(end + 1);
        }
    }
    return {};
}

RecordAssembler::RecordAssembler(std::string name, const GraphSink& sink, const NoticeHandler& on_notice)
    : name_(std::move(name)), sink_(sink), on_notice_(on_notice) {}

bool RecordAssembler::is_of_record(std::string_view subject) const {
    if (without_fragment(subject) == root_)
        return true;
    // Nodes without a record of their own; evidence and coding are fragments of the root.
    constexpr std::array<std::string_view, 3> children{"about", "publisher", "tenure"};
    return std::ranges::any_of(triples_, [&](const Triple& triple) {
        return triple.value == subject && std::ranges::find(children, triple.property) != children.end();
    });
}

void RecordAssembler::add(std::string_view subject, std::string_view property, std::string_view value) {
    if (!triples_.empty() && !is_of_record(subject))
        end_record();
    if (triples_.empty()) {
        root_ = without_fragment(subject);
        record_line_ = line_;
    }
    triples_.push_back({std::string(subject), std::string(last_part(property)), std::string(value)});
}

std::string_view RecordAssembler::of(std::string_view subject, std::string_view property) const {
    for (const auto& triple : triples_)
        if (triple.subject == subject && triple.property == property)
            return triple.value;
    return {};
}

std::string_view RecordAssembler::own(std::string_view property) const { return of(root_, property); }

std::string_view RecordAssembler::any(std::string_view property) const {
    for (const auto& triple : triples_)
        if (triple.property == property)
            return triple.value;
    return {};
}

bool RecordAssembler::has_class(std::string_view name) const {
    return std::ranges::any_of(triples_, [&](const Triple& triple) {
        return triple.subject == root_ && triple.property == "type" && last_part(triple.value) == name;
    });
}

void RecordAssembler::end_record() {
    if (triples_.empty())
        return;
    try {
        if (has_class("Relation"))
            make_relation();
        else if (has_class("Article"))
            make_statement();
        else if (has_class("Country"))
            make_actor(ActorKind::country);
        else if (has_class("Group"))
            make_actor(ActorKind::group);
        else if (has_class("Organization") && !own("identifier").empty())
            make_actor(ActorKind::organization);
        else if (has_class("Community"))
            make_actor(ActorKind::community);
        else if (has_class("Person"))
            make_actor(ActorKind::person);
    } catch (const Refusal& refusal) {
        on_notice_({Severity::refused, {name_, record_line_}, root_ + ": " + refusal.what});
    }
    triples_.clear();
}

void RecordAssembler::make_actor(ActorKind kind) {
    Actor actor;
    actor.kind = kind;
    actor.name = own("name");
    constexpr std::string_view entity = "http://www.wikidata.org/entity/";
    if (root_.starts_with(entity))
        actor.wikidata = root_.substr(entity.size());
    if (kind == ActorKind::person) {
        actor.party = party_of(own("actsFor"));
        actor.office = any("office");
        if (const auto from = any("startDate"); !from.empty())
            actor.from = parsed(parse_date, from, "a date");
        if (const auto until = any("endDate"); !until.empty())
            actor.until = parsed(parse_date, until, "a date");
        persons_[root_] = {actor.party, actor.name};
    } else {
        actor.party = parsed(parse_party_code, own("identifier"), "the code of a party");
        parties_[root_] = actor.party;
    }
    sink_.on_actor(actor);
}

void RecordAssembler::make_statement() {
    Statement statement;
    statement.id = own("identifier");
    if (statement.id.empty())
        throw Refusal{"expected an identifier of the statement"};
    statement.title = own("name");
    statement.publisher = one_part(own("publisher"), "publisher");
    statement.url = own("url");
    if (const auto date = own("datePublished"); !date.empty())
        statement.date = parsed(parse_date, date, "a date");
    statement.language = own("inLanguage");
    statement.text = own("text");
    sink_.on_statement(statement);
}

PartyCode RecordAssembler::party_of(std::string_view iri) const {
    const auto known = parties_.find(std::string(iri));
    if (known != parties_.end())
        return known->second;
    return parsed(parse_party_code, one_part(iri, "actor"), "a party that was described before");
}

std::string RecordAssembler::person_of(std::string_view iri) const {
    if (iri.empty())
        return {};
    const auto known = persons_.find(std::string(iri));
    if (known != persons_.end())
        return known->second.name;
    auto parts = identifier_parts(iri, "person");
    if (parts.size() != 2)
        throw Refusal{"expected a person who was described before, found " + quoted(iri)};
    return std::move(parts[1]);
}

void RecordAssembler::read_ends(Relation& relation) const {
    relation.source = party_of(own("agent"));
    relation.target = party_of(own("object"));
    if (relation.source == relation.target)
        throw Refusal{"expected two different parties, found " + quoted(relation.source.text()) + " twice"};
    relation.source_actor = person_of(own("sourceActor"));
    relation.target_actor = person_of(own("targetActor"));
    if (const auto said_by = own("saidBy"); !said_by.empty())
        relation.said_by = party_of(said_by);
}

void RecordAssembler::read_codes(Relation& relation) const {
    relation.type = parsed(plover::parse_event_type, last_part(own("eventType")), "a PLOVER event type");
    if (const auto mode = own("mode"); !mode.empty())
        relation.mode = parsed([&](std::string_view text) { return plover::Mode::find(relation.type, text); },
                               percent_decoded(last_part(mode)), "a mode of the type");
    if (const auto code = own("cameoCode"); !code.empty())
        relation.cameo = parsed(cameo::Code::find, code, "a CAMEO code");
    relation.modality = parsed(parse_modality, last_part(own("modality")), "a modality");
    relation.symmetric = own("symmetric") == "true";
    if (const auto act = own("act"); !act.empty())
        relation.act = parsed(parse_act, one_part(act, "act"), "an act");
    relation.predicate = own("wording");
    relation.confidence = real(own("confidence"), "the confidence");
    for (const auto& triple : triples_) {
        if (triple.subject != root_)
            continue;
        if (triple.property == "context")
            relation.contexts.insert(
                parsed(plover::Context::find, percent_decoded(last_part(triple.value)), "a PLOVER context"));
        if (triple.property == "about")
            relation.topics.push_back(one_part(triple.value, "topic"));
    }
}

void RecordAssembler::read_dates(Relation& relation) const {
    const auto start = own("startTime");
    if (!start.empty()) {
        constexpr std::array<std::string_view, 3> rest{"", "-01", "-01-01"};
        const std::size_t precision = start.size() == 4 ? 2 : start.size() == 7 ? 1 : 0;
        relation.date = parsed(parse_date, std::string(start) + std::string(rest[precision]), "a date");
        relation.date_precision = static_cast<DatePrecision>(precision);
    }
    if (const auto end = own("endTime"); !end.empty())
        relation.date_end = parsed(parse_date, end, "a date");
}

void RecordAssembler::read_evidence(Relation& relation) const {
    auto& evidence = relation.evidence;
    if (const auto statement = own("wasDerivedFrom"); !statement.empty())
        evidence.statement = one_part(statement, "statement");
    if (const auto sentence = any("sentence"); !sentence.empty())
        evidence.sentence = static_cast<std::uint32_t>(number(sentence, "the sentence"));
    if (const auto start = any("start"); !start.empty())
        evidence.span.begin = number(start, "the start");
    if (const auto end = any("end"); !end.empty())
        evidence.span.end = number(end, "the end");
    evidence.text = any("exact");
}

void RecordAssembler::read_coding(Relation& relation) const {
    const auto node = own("coding");
    if (node.empty())
        return;
    auto& coding = relation.coding;
    coding.dataset = of(node, "dataset");
    coding.row = of(node, "identifier");
    coding.url = of(node, "url");
    coding.mentions = static_cast<std::uint32_t>(number(of(node, "mentions"), "the mentions"));
    coding.sources = static_cast<std::uint32_t>(number(of(node, "sources"), "the sources"));
    coding.source_sector = of(node, "sourceSector");
    coding.target_sector = of(node, "targetSector");
}

void RecordAssembler::make_relation() {
    Relation relation;
    read_ends(relation);
    read_codes(relation);
    read_dates(relation);
    read_evidence(relation);
    read_coding(relation);
    sink_.on_relation(relation);
}

} // namespace entente
