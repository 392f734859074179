// SPDX-License-Identifier: Apache-2.0
#include "export/vocabulary.hpp"

#include "export/detail/describe.hpp"
#include "export/detail/terms.hpp"
#include "graph/cameo.hpp"
#include "graph/error.hpp"

#include <ostream>
#include <set>

namespace entente {

namespace data {

extern const std::string_view shapes_ttl;
extern const std::string_view vocabulary_ttl;

} // namespace data

namespace {

// All that is quoted here comes from our own tables and holds neither quotes nor backslashes.
std::string literal(std::string_view text) { return '"' + std::string(text) + "\"@en"; }

void write_types(std::ostream& out) {
    out << "\n<urn:entente:plover:> a skos:ConceptScheme ; rdfs:label \"PLOVER event types\"@en .\n";
    for (const auto type : plover::event_types()) {
        out << "plover:" << to_string(type) << " a skos:Concept ; skos:inScheme <urn:entente:plover:> ;\n"
            << "    skos:prefLabel " << literal(to_string(type))
            << " ; skos:broader ent:" << to_string(plover::quad_class(type)) << " ;\n    skos:notation \""
            << cameo::nearest(type, std::nullopt).root().text() << "\" ; skos:definition "
            << literal(plover::description(type)) << " .\n"
            << "ent:" << detail::property_name(type) << " a owl:ObjectProperty ; rdfs:label "
            << literal(plover::predicate(type)) << " ;\n    rdfs:comment "
            << literal(plover::description(type)) << " ;\n    rdfs:seeAlso plover:" << to_string(type)
            << " ; rdfs:isDefinedBy <urn:entente:term:> .\n";
    }
}

void write_modes(std::ostream& out) {
    out << "\n<urn:entente:mode:> a skos:ConceptScheme ; rdfs:label \"PLOVER modes\"@en .\n";
    std::set<std::string_view> names;
    for (const auto type : plover::event_types())
        for (const auto mode : plover::modes(type))
            names.insert(mode.name());
    for (const auto name : names)
        out << "<urn:entente:mode:" << detail::percent_encoded(name)
            << "> a skos:Concept ; skos:inScheme <urn:entente:mode:> ; skos:prefLabel " << literal(name)
            << " .\n";
}

void write_contexts(std::ostream& out) {
    out << "\n<urn:entente:context:> a skos:ConceptScheme ; rdfs:label \"PLOVER contexts\"@en .\n";
    for (const auto context : plover::contexts())
        out << "<urn:entente:context:" << detail::percent_encoded(context.name())
            << "> a skos:Concept ; skos:inScheme <urn:entente:context:> ; skos:prefLabel "
            << literal(context.name()) << " .\n";
}

void check(const std::ostream& out) {
    if (!out)
        throw OutputError("cannot write the vocabulary: the output takes no more");
}

} // namespace

void write_vocabulary(std::ostream& out) {
    out << data::vocabulary_ttl;
    write_types(out);
    write_modes(out);
    write_contexts(out);
    check(out);
}

void write_shapes(std::ostream& out) {
    out << data::shapes_ttl;
    check(out);
}

} // namespace entente
