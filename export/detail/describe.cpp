// SPDX-License-Identifier: Apache-2.0
#include "export/detail/describe.hpp"

#include <algorithm>
#include <cmath>

namespace entente::detail {

namespace {

constexpr std::string_view wikidata = "http://www.wikidata.org/entity/";

bool is_wikidata_item(std::string_view id) {
    return id.size() > 1 && id.size() < 20 && id[0] == 'Q' && id[1] != '0' &&
           std::all_of(id.begin() + 1, id.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_unreserved(char c) noexcept {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

std::string person_key(const PartyCode& party, std::string_view name) {
    return party.text() + '/' + std::string(name);
}

void write_date(NodeSink& sink, Term term, const std::optional<Date>& date,
                DatePrecision precision = DatePrecision::day) {
    if (!date)
        return;
    const auto text = to_string(*date);
    switch (precision) {
    case DatePrecision::day:
        return sink.literal(term, text);
    case DatePrecision::month:
        return sink.typed_literal(term, std::string_view(text).substr(0, 7), "gYearMonth");
    case DatePrecision::year:
        return sink.typed_literal(term, std::string_view(text).substr(0, 4), "gYear");
    }
}

void write_text(NodeSink& sink, Term term, std::string_view text) {
    if (!text.empty())
        sink.literal(term, text);
}

void write_classes(NodeSink& sink, ActorKind kind) {
    switch (kind) {
    case ActorKind::country:
        return sink.classes({Term::country});
    case ActorKind::organization:
        return sink.classes({Term::organization});
    case ActorKind::group:
        return sink.classes({Term::organization, Term::group});
    case ActorKind::person:
        return sink.classes({Term::person});
    case ActorKind::community:
        return sink.classes({Term::community});
    }
}

} // namespace

std::string percent_encoded(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    encoded.reserve(text.size());
    for (const char c : text) {
        if (is_unreserved(c)) {
            encoded += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        encoded += {'%', digits[byte >> 4U], digits[byte & 15U]};
    }
    return encoded;
}

double rounded(double value) noexcept { return std::round(value * 1e6) / 1e6; }

Describer::Describer(std::string base, const GraphSource& graph)
    : base_(std::move(base)), separator_(base_.ends_with(':') ? ':' : '/') {
    graph.for_each_actor([this](const Actor& actor) {
        const bool person = actor.kind == ActorKind::person;
        if (!person)
            names_.emplace(actor.party, actor.name);
        if (is_wikidata_item(actor.wikidata))
            iris_.emplace(person ? person_key(actor.party, actor.name) : actor.party.text(),
                          std::string(wikidata) + actor.wikidata);
    });
}

std::string Describer::minted(std::initializer_list<std::string_view> parts) const {
    auto iri = base_;
    for (const auto part : parts) {
        if (iri.size() > base_.size())
            iri += separator_;
        iri += percent_encoded(part);
    }
    return iri;
}

std::string Describer::statement_iri(std::string_view id) const { return minted({"statement", id}); }

std::string Describer::relation_iri(const RelationId& id) const { return minted({"relation", to_hex(id)}); }

std::string Describer::party_iri(const PartyCode& party) const {
    const auto known = iris_.find(party.text());
    return known == iris_.end() ? minted({"actor", party.text()}) : known->second;
}

std::string Describer::person_iri(const PartyCode& party, std::string_view name) const {
    const auto known = iris_.find(person_key(party, name));
    return known == iris_.end() ? minted({"person", party.text(), name}) : known->second;
}

std::string_view Describer::party_name(const PartyCode& party) const {
    const auto known = names_.find(party);
    return known == names_.end() || known->second.empty() ? party.text() : known->second;
}

void Describer::describe(const Actor& actor, NodeSink& sink) const {
    const bool person = actor.kind == ActorKind::person;
    sink.begin_node(person ? person_iri(actor.party, actor.name) : party_iri(actor.party));
    write_classes(sink, actor.kind);
    if (!person)
        sink.literal(Term::identifier, actor.party.text());
    write_text(sink, Term::name, actor.name);
    if (person)
        sink.link(Term::acts_for, party_iri(actor.party));
    if (!actor.office.empty() || actor.from || actor.until)
        describe_tenure(actor, sink);
    sink.end_node();
}

void Describer::describe_tenure(const Actor& actor, NodeSink& sink) const {
    sink.begin_children(Term::tenure);
    sink.begin_child(
        minted({"tenure", actor.party.text(), actor.name, actor.from ? to_string(*actor.from) : ""}));
    sink.classes({Term::tenure_class});
    write_text(sink, Term::office, actor.office);
    write_date(sink, Term::start_date, actor.from);
    write_date(sink, Term::end_date, actor.until);
    sink.end_child();
    sink.end_children();
}

void Describer::describe(const Statement& statement, NodeSink& sink) const {
    sink.begin_node(statement_iri(statement.id));
    sink.classes({Term::article, Term::entity, Term::statement_class});
    sink.literal(Term::identifier, statement.id);
    write_text(sink, Term::name, statement.title);
    if (!statement.publisher.empty()) {
        sink.begin_children(Term::publisher);
        sink.begin_child(minted({"publisher", statement.publisher}));
        sink.classes({Term::organization});
        sink.literal(Term::name, statement.publisher);
        sink.end_child();
        sink.end_children();
    }
    write_text(sink, Term::url, statement.url);
    write_date(sink, Term::date_published, statement.date);
    write_text(sink, Term::in_language, statement.language);
    write_text(sink, Term::text, statement.text);
    sink.end_node();
}

std::string Describer::sentence_of(const Relation& relation) const {
    std::string sentence(party_name(relation.source));
    sentence += ' ';
    sentence += relation.predicate.empty() ? plover::predicate(relation.type) : relation.predicate;
    sentence += ' ';
    sentence += party_name(relation.target);
    return sentence;
}

void Describer::describe(const Relation& relation, const RelationId& id, NodeSink& sink) const {
    const auto iri = relation_iri(id);
    sink.begin_node(iri);
    sink.classes({Term::action, Term::rdf_statement, Term::relation});
    sink.literal(Term::name, sentence_of(relation));
    describe_ends(relation, sink);
    sink.link(Term::event_type, "urn:entente:plover:" + std::string(to_string(relation.type)));
    if (relation.mode)
        sink.link(Term::mode, "urn:entente:mode:" + percent_encoded(relation.mode->name()));
    sink.link(Term::quad_class,
              "urn:entente:term:" + std::string(to_string(plover::quad_class(relation.type))));
    if (relation.cameo)
        sink.literal(Term::cameo_code, relation.cameo->text());
    sink.real(Term::goldstein, rounded(goldstein_score(relation)));
    write_text(sink, Term::wording, relation.predicate);
    if (relation.symmetric)
        sink.truth(Term::symmetric);
    sink.link(Term::modality, "urn:entente:term:" + std::string(to_string(relation.modality)));
    write_date(sink, Term::start_time, relation.date, relation.date_precision);
    write_date(sink, Term::end_time, relation.date_end);
    describe_topics(relation, sink);
    if (relation.said_by)
        sink.link(Term::said_by, party_iri(*relation.said_by));
    if (relation.act != ActId{})
        sink.link(Term::act, minted({"act", to_hex(relation.act)}));
    sink.real(Term::confidence, rounded(relation.confidence));
    if (!relation.evidence.statement.empty())
        sink.link(Term::was_derived_from, statement_iri(relation.evidence.statement));
    describe_coding(relation.coding, iri, sink);
    describe_evidence(relation.evidence, iri, sink);
    sink.end_node();
    if (relation.modality == Modality::asserted) {
        const auto source = party_iri(relation.source);
        const auto target = party_iri(relation.target);
        sink.triple(source, relation.type, target);
        if (relation.symmetric)
            sink.triple(target, relation.type, source);
    }
}

void Describer::describe_ends(const Relation& relation, NodeSink& sink) const {
    const auto source = party_iri(relation.source);
    const auto target = party_iri(relation.target);
    sink.link(Term::agent, source);
    sink.link(Term::object, target);
    if (!relation.source_actor.empty())
        sink.link(Term::source_actor, person_iri(relation.source, relation.source_actor));
    if (!relation.target_actor.empty())
        sink.link(Term::target_actor, person_iri(relation.target, relation.target_actor));
    sink.link(Term::rdf_subject, source);
    sink.link(Term::rdf_predicate, property_iri(relation.type));
    sink.link(Term::rdf_object, target);
}

void Describer::describe_topics(const Relation& relation, NodeSink& sink) const {
    if (!relation.contexts.empty()) {
        std::vector<std::string> contexts;
        for (const auto context : relation.contexts.members())
            contexts.push_back("urn:entente:context:" + percent_encoded(context.name()));
        sink.links(Term::context, contexts);
    }
    if (relation.topics.empty())
        return;
    sink.begin_children(Term::about);
    for (const auto& topic : relation.topics) {
        sink.begin_child(minted({"topic", topic}));
        sink.classes({Term::defined_term});
        sink.literal(Term::name, topic);
        sink.end_child();
    }
    sink.end_children();
}

void Describer::describe_coding(const Coding& coding, const std::string& iri, NodeSink& sink) const {
    if (coding == Coding{})
        return;
    sink.begin_children(Term::coding);
    sink.begin_child(iri + "#coding");
    sink.classes({Term::coding_class});
    write_text(sink, Term::dataset, coding.dataset);
    write_text(sink, Term::identifier, coding.row);
    write_text(sink, Term::url, coding.url);
    sink.integer(Term::mentions, coding.mentions);
    sink.integer(Term::sources, coding.sources);
    write_text(sink, Term::source_sector, coding.source_sector);
    write_text(sink, Term::target_sector, coding.target_sector);
    sink.end_child();
    sink.end_children();
}

void Describer::describe_evidence(const Evidence& evidence, const std::string& iri, NodeSink& sink) const {
    const bool placed = evidence.span.end > 0;
    if (evidence.text.empty() && !placed && evidence.sentence == 0)
        return;
    sink.begin_children(Term::evidence);
    sink.begin_child(iri + "#evidence");
    sink.classes({Term::annotation});
    sink.link(Term::motivation, "http://www.w3.org/ns/oa#classifying");
    sink.link(Term::body, iri);
    if (evidence.sentence > 0)
        sink.integer(Term::sentence, evidence.sentence);
    sink.begin_children(Term::target);
    sink.begin_child(iri + "#target");
    sink.classes({Term::specific_resource});
    sink.link(Term::source, statement_iri(evidence.statement));
    sink.begin_children(Term::selector);
    if (!evidence.text.empty()) {
        sink.begin_child(iri + "#quote");
        sink.classes({Term::text_quote_selector});
        sink.literal(Term::exact, evidence.text);
        sink.end_child();
    }
    if (placed) {
        sink.begin_child(iri + "#position");
        sink.classes({Term::text_position_selector});
        sink.integer(Term::start, evidence.span.begin);
        sink.integer(Term::end, evidence.span.end);
        sink.end_child();
    }
    sink.end_children();
    sink.end_child();
    sink.end_children();
    sink.end_child();
    sink.end_children();
}

} // namespace entente::detail
