// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_RELATION_HPP
#define ENTENTE_GRAPH_RELATION_HPP

#include "graph/cameo.hpp"
#include "graph/date.hpp"
#include "graph/identifier.hpp"
#include "graph/party_code.hpp"
#include "graph/plover.hpp"
#include "graph/span.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// How the statement holds the relation: it happened or holds, will, is asked for, did not, or might.
enum class Modality : std::uint8_t { asserted, intended, requested, negated, hypothetical };
inline constexpr std::size_t modality_count = 5;

/// "asserted".
std::string_view to_string(Modality modality) noexcept;
std::optional<Modality> parse_modality(std::string_view text) noexcept;

/// How finely a date is known.
enum class DatePrecision : std::uint8_t { day, month, year };

/// The words a relation was read from.
struct Evidence {
    /// Statement::id; for a row of an event table, the id of the statement that stands for the file.
    std::string statement;
    /// Counts from 1 within the statement; for a row of an event table, its line in the file.
    std::uint32_t sentence = 0;
    /// Where `text` stands in the statement's text.
    Span span;
    std::string text;

    bool operator==(const Evidence&) const = default;
};

/// What a row of an event table says beyond the relation itself.
struct Coding {
    /// The table ("gdelt2", "icews"), and the row's own identifier in it; empty for what was read from text.
    std::string dataset;
    std::string row;
    std::string url;
    /// In how many places, and by how many publishers, the table saw it reported.
    std::uint32_t mentions = 1;
    std::uint32_t sources = 1;
    /// Sectors in the table's words ("GOV", "MIL"); empty where unknown.
    std::string source_sector;
    std::string target_sector;

    bool operator==(const Coding&) const = default;
};

/// Who did or said what towards whom: an edge of the graph.
struct Relation {
    PartyCode source;
    PartyCode target;
    /// The person or body that acted ("Xi Jinping"); empty where only the party is named.
    std::string source_actor;
    std::string target_actor;
    plover::EventType type = plover::EventType::consult;
    std::optional<plover::Mode> mode;
    /// The nearest CAMEO code; where there is none, cameo::nearest(type, mode) stands for it.
    std::optional<cameo::Code> cameo;
    /// The plain words of the edge in the third person: "expresses sympathies and support to".
    std::string predicate;
    /// Done together: either way round is the same relation, and it is written once.
    bool symmetric = false;
    Modality modality = Modality::asserted;
    /// The party whose speaker says so; nothing where the narrator does.
    std::optional<PartyCode> said_by;
    /// What the pairwise relations of one many-sided event share.
    ActId act;
    plover::ContextSet contexts;
    /// Up to three short noun phrases.
    std::vector<std::string> topics;
    /// When it happened, else when the statement was published. With `date_end`, the first day of a period.
    std::optional<Date> date;
    std::optional<Date> date_end;
    DatePrecision date_precision = DatePrecision::day;
    /// 0 to 1.
    double confidence = 1.0;
    Evidence evidence;
    Coding coding;

    bool operator==(const Relation&) const = default;
};

/// The code that stands for the relation: its own, else the nearest to its type and mode.
cameo::Code cameo_code(const Relation& relation) noexcept;

/// The Goldstein score of cameo_code(relation), -10 to +10.
double goldstein_score(const Relation& relation) noexcept;

/// Derived from what the relation says and where: equal for equal relations on any machine. A symmetric
/// relation has the same identifier either way round. Confidence, contexts and topics do not count, nor, for
/// a row of an event table, the file and line: the row's own identifier and what it says are what make it the
/// same.
RelationId relation_id(const Relation& relation);

/// "urn:entente:relation:" and 32 hexadecimal digits.
std::string relation_urn(const RelationId& id);

/// A node: a party, or a person who acts for one.
struct Actor {
    /// The party itself, or the one a person acts for.
    PartyCode party;
    ActorKind kind = ActorKind::country;
    std::string name;
    /// "Q148"; empty where unknown.
    std::string wikidata;
    /// For a person: "King of the Belgians"; else empty.
    std::string office;
    std::optional<Date> from;
    std::optional<Date> until;

    bool operator==(const Actor&) const = default;
};

} // namespace entente

#endif
