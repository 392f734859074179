// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_RDF_DETAIL_RECORD_ASSEMBLER_HPP
#define ENTENTE_INGEST_RDF_DETAIL_RECORD_ASSEMBLER_HPP

#include "ingest/rdf/graph_reader.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente {

/// Makes actors, statements and relations of the triples that describe them.
///
/// Properties go by the last part of their IRIs ("agent" for https://schema.org/agent), which are the names
/// that JSON-LD has.
class RecordAssembler {
public:
    /// `name` is what messages call the input.
    RecordAssembler(std::string name, const GraphSink& sink, const NoticeHandler& on_notice);

    /// Adds a triple. One whose subject is not of the record that is being read begins the next one.
    void add(std::string_view subject, std::string_view property, std::string_view value);
    /// The record is whole.
    void end_record();
    /// What messages give as the place of the next record.
    void set_line(std::size_t line) { line_ = line; }

private:
    struct Triple {
        std::string subject;
        std::string property;
        std::string value;
    };
    struct Person {
        PartyCode party;
        std::string name;
    };

    bool is_of_record(std::string_view subject) const;
    /// The first value of a property of the record's own node, or of any of its nodes; empty where there is
    /// none.
    std::string_view own(std::string_view property) const;
    std::string_view any(std::string_view property) const;
    /// The same of one node.
    std::string_view of(std::string_view subject, std::string_view property) const;
    bool has_class(std::string_view name) const;

    void make_actor(ActorKind kind);
    void make_statement();
    void make_relation();
    void read_ends(Relation& relation) const;
    void read_codes(Relation& relation) const;
    void read_dates(Relation& relation) const;
    void read_evidence(Relation& relation) const;
    void read_coding(Relation& relation) const;
    PartyCode party_of(std::string_view iri) const;
    std::string person_of(std::string_view iri) const;

    std::string name_;
    const GraphSink& sink_;
    const NoticeHandler& on_notice_;
    std::string root_;
    std::vector<Triple> triples_;
    std::size_t line_ = 0;
    std::size_t record_line_ = 0;
    std::unordered_map<std::string, PartyCode> parties_;
    std::unordered_map<std::string, Person> persons_;
};

/// The parts of an identifier behind `kind` ("person"), with %XX decoded: urn:entente:person:BEL:Philippe
/// gives BEL and Philippe, and so does https://data.example.org/person/BEL/Philippe.
std::vector<std::string> identifier_parts(std::string_view iri, std::string_view kind);

} // namespace entente

#endif
