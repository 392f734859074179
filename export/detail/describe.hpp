// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_EXPORT_DETAIL_DESCRIBE_HPP
#define ENTENTE_EXPORT_DETAIL_DESCRIBE_HPP

#include "export/detail/terms.hpp"
#include "export/graph_source.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>

namespace entente::detail {

/// Takes the linked-data form of a graph node by node; one implementation a syntax.
///
/// Calls nest: begin_node .. end_node, with begin_children .. begin_child .. end_child .. end_children
/// between.
class NodeSink {
public:
    virtual ~NodeSink() = default;

    virtual void begin_node(std::string_view iri) = 0;
    virtual void end_node() = 0;
    /// The values of `term` that are nodes, described in place.
    virtual void begin_children(Term term) = 0;
    virtual void begin_child(std::string_view iri) = 0;
    virtual void end_child() = 0;
    virtual void end_children() = 0;

    virtual void classes(std::initializer_list<Term> classes) = 0;
    virtual void link(Term term, std::string_view iri) = 0;
    virtual void links(Term term, std::span<const std::string> iris) = 0;
    /// Text, a URI or a day, by info(term).value.
    virtual void literal(Term term, std::string_view value) = 0;
    /// A month or a year: "gYearMonth" or "gYear".
    virtual void typed_literal(Term term, std::string_view value, std::string_view xsd_type) = 0;
    virtual void real(Term term, double value) = 0;
    virtual void integer(Term term, std::uint64_t value) = 0;
    virtual void truth(Term term) = 0;
    /// A node that has one property only: the plain triple.
    virtual void triple(std::string_view subject, plover::EventType property, std::string_view object) = 0;
};

/// Says in linked data what the graph's values are: which node has which properties.
///
/// Holds the identifiers of the actors, and nothing else of the graph.
class Describer {
public:
    /// `base` starts the identifiers of what has none elsewhere: "urn:entente:", or a URL that ends in a
    /// slash.
    Describer(std::string base, const GraphSource& graph);

    void describe(const Actor& actor, NodeSink& sink) const;
    void describe(const Statement& statement, NodeSink& sink) const;
    /// The relation's node and, where it is asserted, the plain triple.
    void describe(const Relation& relation, const RelationId& id, NodeSink& sink) const;

    std::string statement_iri(std::string_view id) const;
    std::string relation_iri(const RelationId& id) const;
    std::string party_iri(const PartyCode& party) const;
    std::string person_iri(const PartyCode& party, std::string_view name) const;
    /// The name of the party's actor, else its code.
    std::string_view party_name(const PartyCode& party) const;

private:
    std::string minted(std::initializer_list<std::string_view> parts) const;
    void describe_tenure(const Actor& actor, NodeSink& sink) const;
    void describe_ends(const Relation& relation, NodeSink& sink) const;
    void describe_coding(const Coding& coding, const std::string& iri, NodeSink& sink) const;
    void describe_topics(const Relation& relation, NodeSink& sink) const;
    void describe_evidence(const Evidence& evidence, const std::string& iri, NodeSink& sink) const;
    std::string sentence_of(const Relation& relation) const;

    std::string base_;
    char separator_;
    std::unordered_map<std::string, std::string> iris_;
    std::unordered_map<PartyCode, std::string> names_;
};

/// The bytes that RFC 3986 calls unreserved as they are, all others as %XX.
std::string percent_encoded(std::string_view text);

/// Confidence and score as they are written: six decimals.
double rounded(double value) noexcept;

} // namespace entente::detail

#endif
