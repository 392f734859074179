// SPDX-License-Identifier: Apache-2.0
#include "export/detail/terms.hpp"

#include <boost/assert.hpp>

#include <array>

namespace entente::detail {

namespace {

constexpr TermInfo table[] = {
    {Term::action, "Action", "schema:Action", "https://schema.org/Action", Value::is_class},
    {Term::annotation, "Annotation", "oa:Annotation", "http://www.w3.org/ns/oa#Annotation", Value::is_class},
    {Term::article, "Article", "schema:Article", "https://schema.org/Article", Value::is_class},
    {Term::coding_class, "Coding", "ent:Coding", "urn:entente:term:Coding", Value::is_class},
    {Term::community, "Community", "ent:Community", "urn:entente:term:Community", Value::is_class},
    {Term::country, "Country", "schema:Country", "https://schema.org/Country", Value::is_class},
    {Term::defined_term, "DefinedTerm", "schema:DefinedTerm", "https://schema.org/DefinedTerm",
     Value::is_class},
    {Term::entity, "Entity", "prov:Entity", "http://www.w3.org/ns/prov#Entity", Value::is_class},
    {Term::group, "Group", "ent:Group", "urn:entente:term:Group", Value::is_class},
    {Term::organization, "Organization", "schema:Organization", "https://schema.org/Organization",
     Value::is_class},
    {Term::person, "Person", "schema:Person", "https://schema.org/Person", Value::is_class},
    {Term::rdf_statement, "rdf:Statement", "rdf:Statement",
     "http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement", Value::is_class},
    {Term::relation, "Relation", "ent:Relation", "urn:entente:term:Relation", Value::is_class},
    {Term::specific_resource, "SpecificResource", "oa:SpecificResource",
     "http://www.w3.org/ns/oa#SpecificResource", Value::is_class},
    {Term::statement_class, "Statement", "ent:Statement", "urn:entente:term:Statement", Value::is_class},
    {Term::tenure_class, "Tenure", "ent:Tenure", "urn:entente:term:Tenure", Value::is_class},
    {Term::text_position_selector, "TextPositionSelector", "oa:TextPositionSelector",
     "http://www.w3.org/ns/oa#TextPositionSelector", Value::is_class},
    {Term::text_quote_selector, "TextQuoteSelector", "oa:TextQuoteSelector",
     "http://www.w3.org/ns/oa#TextQuoteSelector", Value::is_class},
    {Term::about, "about", "schema:about", "https://schema.org/about", Value::iri},
    {Term::act, "act", "ent:act", "urn:entente:term:act", Value::iri},
    {Term::acts_for, "actsFor", "ent:actsFor", "urn:entente:term:actsFor", Value::iri},
    {Term::agent, "agent", "schema:agent", "https://schema.org/agent", Value::iri},
    {Term::body, "hasBody", "oa:hasBody", "http://www.w3.org/ns/oa#hasBody", Value::iri},
    {Term::cameo_code, "cameoCode", "ent:cameoCode", "urn:entente:term:cameoCode", Value::text},
    {Term::coding, "coding", "ent:coding", "urn:entente:term:coding", Value::iri},
    {Term::confidence, "confidence", "ent:confidence", "urn:entente:term:confidence", Value::real},
    {Term::context, "context", "ent:context", "urn:entente:term:context", Value::iri},
    {Term::dataset, "dataset", "ent:dataset", "urn:entente:term:dataset", Value::text},
    {Term::date_published, "datePublished", "schema:datePublished", "https://schema.org/datePublished",
     Value::date},
    {Term::end, "end", "oa:end", "http://www.w3.org/ns/oa#end", Value::count},
    {Term::end_date, "endDate", "schema:endDate", "https://schema.org/endDate", Value::date},
    {Term::end_time, "endTime", "schema:endTime", "https://schema.org/endTime", Value::date},
    {Term::event_type, "eventType", "ent:eventType", "urn:entente:term:eventType", Value::iri},
    {Term::evidence, "evidence", "ent:evidence", "urn:entente:term:evidence", Value::iri},
    {Term::exact, "exact", "oa:exact", "http://www.w3.org/ns/oa#exact", Value::text},
    {Term::goldstein, "goldstein", "ent:goldstein", "urn:entente:term:goldstein", Value::real},
    {Term::identifier, "identifier", "schema:identifier", "https://schema.org/identifier", Value::text},
    {Term::in_language, "inLanguage", "schema:inLanguage", "https://schema.org/inLanguage", Value::text},
    {Term::mentions, "mentions", "ent:mentions", "urn:entente:term:mentions", Value::integer},
    {Term::modality, "modality", "ent:modality", "urn:entente:term:modality", Value::iri},
    {Term::mode, "mode", "ent:mode", "urn:entente:term:mode", Value::iri},
    {Term::motivation, "motivatedBy", "oa:motivatedBy", "http://www.w3.org/ns/oa#motivatedBy", Value::iri},
    {Term::name, "name", "schema:name", "https://schema.org/name", Value::text},
    {Term::object, "object", "schema:object", "https://schema.org/object", Value::iri},
    {Term::office, "office", "ent:office", "urn:entente:term:office", Value::text},
    {Term::publisher, "publisher", "schema:publisher", "https://schema.org/publisher", Value::iri},
    {Term::quad_class, "quadClass", "ent:quadClass", "urn:entente:term:quadClass", Value::iri},
    {Term::rdf_object, "rdf:object", "rdf:object", "http://www.w3.org/1999/02/22-rdf-syntax-ns#object",
     Value::iri},
    {Term::rdf_predicate, "rdf:predicate", "rdf:predicate",
     "http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate", Value::iri},
    {Term::rdf_subject, "rdf:subject", "rdf:subject", "http://www.w3.org/1999/02/22-rdf-syntax-ns#subject",
     Value::iri},
    {Term::said_by, "saidBy", "ent:saidBy", "urn:entente:term:saidBy", Value::iri},
    {Term::selector, "hasSelector", "oa:hasSelector", "http://www.w3.org/ns/oa#hasSelector", Value::iri},
    {Term::sentence, "sentence", "ent:sentence", "urn:entente:term:sentence", Value::integer},
    {Term::source, "hasSource", "oa:hasSource", "http://www.w3.org/ns/oa#hasSource", Value::iri},
    {Term::source_actor, "sourceActor", "ent:sourceActor", "urn:entente:term:sourceActor", Value::iri},
    {Term::source_sector, "sourceSector", "ent:sourceSector", "urn:entente:term:sourceSector", Value::text},
    {Term::sources, "sources", "ent:sources", "urn:entente:term:sources", Value::integer},
    {Term::start, "start", "oa:start", "http://www.w3.org/ns/oa#start", Value::count},
    {Term::start_date, "startDate", "schema:startDate", "https://schema.org/startDate", Value::date},
    {Term::start_time, "startTime", "schema:startTime", "https://schema.org/startTime", Value::date},
    {Term::symmetric, "symmetric", "ent:symmetric", "urn:entente:term:symmetric", Value::truth},
    {Term::target, "hasTarget", "oa:hasTarget", "http://www.w3.org/ns/oa#hasTarget", Value::iri},
    {Term::target_actor, "targetActor", "ent:targetActor", "urn:entente:term:targetActor", Value::iri},
    {Term::target_sector, "targetSector", "ent:targetSector", "urn:entente:term:targetSector", Value::text},
    {Term::tenure, "tenure", "ent:tenure", "urn:entente:term:tenure", Value::iri},
    {Term::text, "text", "schema:text", "https://schema.org/text", Value::text},
    {Term::url, "url", "schema:url", "https://schema.org/url", Value::uri},
    {Term::was_derived_from, "wasDerivedFrom", "prov:wasDerivedFrom",
     "http://www.w3.org/ns/prov#wasDerivedFrom", Value::iri},
    {Term::wording, "wording", "ent:wording", "urn:entente:term:wording", Value::text},
};

constexpr Prefix prefix_table[] = {
    {"ctx", "urn:entente:context:"},
    {"ent", vocabulary_iri},
    {"mode", "urn:entente:mode:"},
    {"oa", "http://www.w3.org/ns/oa#"},
    {"plover", "urn:entente:plover:"},
    {"prov", "http://www.w3.org/ns/prov#"},
    {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
    {"schema", "https://schema.org/"},
    {"wd", "http://www.wikidata.org/entity/"},
    {"xsd", xsd_iri},
};

constexpr std::array<std::string_view, plover::event_type_count> property_iris{
    "urn:entente:term:agree",    "urn:entente:term:consult",   "urn:entente:term:support",
    "urn:entente:term:concede",  "urn:entente:term:cooperate", "urn:entente:term:aid",
    "urn:entente:term:retreat",  "urn:entente:term:request",   "urn:entente:term:accuse",
    "urn:entente:term:reject",   "urn:entente:term:threaten",  "urn:entente:term:protest",
    "urn:entente:term:sanction", "urn:entente:term:mobilize",  "urn:entente:term:coerce",
    "urn:entente:term:assault"};

} // namespace

std::span<const TermInfo> terms() noexcept { return table; }

const TermInfo& info(Term term) noexcept {
    const auto& row = table[static_cast<std::size_t>(term)];
    BOOST_ASSERT_MSG(row.term == term, "the table has the order of the enumeration");
    return row;
}

std::span<const Prefix> prefixes() noexcept { return prefix_table; }

std::string_view property_iri(plover::EventType type) noexcept {
    return property_iris[static_cast<std::size_t>(type)];
}

std::string_view property_name(plover::EventType type) noexcept {
    return property_iri(type).substr(vocabulary_iri.size());
}

} // namespace entente::detail
