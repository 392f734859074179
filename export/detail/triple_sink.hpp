// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_EXPORT_DETAIL_TRIPLE_SINK_HPP
#define ENTENTE_EXPORT_DETAIL_TRIPLE_SINK_HPP

#include "export/detail/describe.hpp"

#include <string>
#include <vector>

namespace entente::detail {

/// Turns nodes into triples; the syntaxes of RDF derive from it.
class TripleSink : public NodeSink {
public:
    /// What follows stands in the named graph `iri`; empty for the default graph.
    virtual void set_graph(std::string_view iri) = 0;

    void begin_node(std::string_view iri) override { subjects_.emplace_back(iri); }
    void end_node() override { subjects_.pop_back(); }
    void begin_children(Term term) override { terms_.push_back(term); }
    void end_children() override { terms_.pop_back(); }
    void begin_child(std::string_view iri) override {
        link(terms_.back(), iri);
        subjects_.emplace_back(iri);
    }
    void end_child() override { subjects_.pop_back(); }

    void classes(std::initializer_list<Term> classes) override {
        for (const auto term : classes)
            iri_triple(subjects_.back(), rdf_type_iri, info(term).iri);
    }
    void link(Term term, std::string_view iri) override { iri_triple(subjects_.back(), info(term).iri, iri); }
    void links(Term term, std::span<const std::string> iris) override {
        for (const auto& iri : iris)
            link(term, iri);
    }
    void literal(Term term, std::string_view value) override {
        literal_triple(subjects_.back(), info(term).iri, value, datatype(info(term).value));
    }
    void typed_literal(Term term, std::string_view value, std::string_view xsd_type) override {
        literal_triple(subjects_.back(), info(term).iri, value, std::string(xsd_iri) + std::string(xsd_type));
    }
    void real(Term term, double value) override;
    void integer(Term term, std::uint64_t value) override { literal(term, std::to_string(value)); }
    void truth(Term term) override { literal(term, "true"); }
    void triple(std::string_view subject, plover::EventType property, std::string_view object) override {
        iri_triple(subject, property_iri(property), object);
    }

protected:
    virtual void iri_triple(std::string_view subject, std::string_view predicate,
                            std::string_view object) = 0;
    /// An empty datatype is xsd:string.
    virtual void literal_triple(std::string_view subject, std::string_view predicate, std::string_view value,
                                std::string_view datatype) = 0;

private:
    static std::string_view datatype(Value value) noexcept;

    std::vector<std::string> subjects_;
    std::vector<Term> terms_;
};

/// Walks the graph in the order of RDF: `write(value)` for every actor and statement, then
/// `write_relation(relation, id)` for every relation, after `sink` was told the named graph of its statement.
template<class Write, class WriteRelation>
void for_each_record(const GraphSource& graph, const Describer& describer, TripleSink& sink,
                     const Write& write, const WriteRelation& write_relation) {
    graph.for_each_actor(write);
    graph.for_each_statement(write);
    std::string statement;
    graph.for_each_relation([&](const Relation& relation, const RelationId& id) {
        if (relation.evidence.statement != statement) {
            statement = relation.evidence.statement;
            sink.set_graph(statement.empty() ? std::string() : describer.statement_iri(statement));
        }
        write_relation(relation, id);
    });
}

} // namespace entente::detail

#endif
