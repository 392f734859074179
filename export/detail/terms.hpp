// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_EXPORT_DETAIL_TERMS_HPP
#define ENTENTE_EXPORT_DETAIL_TERMS_HPP

#include "graph/plover.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace entente::detail {

/// The properties and classes of the linked-data form; one table serves JSON-LD and the RDF syntaxes.
enum class Term : std::uint8_t {
    // classes
    action,
    annotation,
    article,
    coding_class,
    community,
    country,
    defined_term,
    entity,
    group,
    organization,
    person,
    rdf_statement,
    relation,
    specific_resource,
    statement_class,
    tenure_class,
    text_position_selector,
    text_quote_selector,
    // properties
    about,
    act,
    acts_for,
    agent,
    body,
    cameo_code,
    coding,
    confidence,
    context,
    dataset,
    date_published,
    end,
    end_date,
    end_time,
    event_type,
    evidence,
    exact,
    goldstein,
    identifier,
    in_language,
    mentions,
    modality,
    mode,
    motivation,
    name,
    object,
    office,
    publisher,
    quad_class,
    rdf_object,
    rdf_predicate,
    rdf_subject,
    said_by,
    selector,
    sentence,
    source,
    source_actor,
    source_sector,
    sources,
    start,
    start_date,
    start_time,
    symmetric,
    target,
    target_actor,
    target_sector,
    tenure,
    text,
    url,
    was_derived_from,
    wording,
};

/// What a value of a term is when the JSON holds a bare string or number.
enum class Value : std::uint8_t { is_class, text, iri, date, real, integer, count, truth, uri };

struct TermInfo {
    Term term;
    /// In JSON.
    std::string_view name;
    /// A prefix and a local name, "schema:agent".
    std::string_view compact;
    std::string_view iri;
    Value value;
};

/// Every term, in the order of the enumeration.
std::span<const TermInfo> terms() noexcept;
const TermInfo& info(Term term) noexcept;

struct Prefix {
    std::string_view name;
    std::string_view iri;
};

/// The prefixes, by name.
std::span<const Prefix> prefixes() noexcept;

/// The property of the plain triple that stands beside a relation: "urn:entente:term:support".
std::string_view property_iri(plover::EventType type) noexcept;
/// The same as a JSON key, "support".
std::string_view property_name(plover::EventType type) noexcept;

inline constexpr std::string_view vocabulary_iri = "urn:entente:term:";
inline constexpr std::string_view rdf_type_iri = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
inline constexpr std::string_view xsd_iri = "http://www.w3.org/2001/XMLSchema#";

} // namespace entente::detail

#endif
