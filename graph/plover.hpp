// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_PLOVER_HPP
#define ENTENTE_GRAPH_PLOVER_HPP

#include <bit>
#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

/// PLOVER: Political Language Ontology for Verifiable Event Records, Open Event Data Alliance.
namespace entente::plover {

/// The 16 event types, in the order of graph/data/event_types.tsv.
enum class EventType : std::uint8_t {
    agree,
    consult,
    support,
    concede,
    cooperate,
    aid,
    retreat,
    request,
    accuse,
    reject,
    threaten,
    protest,
    sanction,
    mobilize,
    coerce,
    assault
};
inline constexpr std::size_t event_type_count = 16;

/// The four classes of Goldstein's and Duval and Thompson's quad counts.
enum class QuadClass : std::uint8_t {
    verbal_cooperation,
    material_cooperation,
    verbal_conflict,
    material_conflict
};
inline constexpr std::size_t quad_class_count = 4;

/// Every type, in the order of the enumeration.
const std::vector<EventType>& event_types();

/// "SUPPORT".
std::string_view to_string(EventType type) noexcept;
std::optional<EventType> parse_event_type(std::string_view text) noexcept;

/// "verbal_cooperation".
std::string_view to_string(QuadClass quad_class) noexcept;
std::optional<QuadClass> parse_quad_class(std::string_view text) noexcept;

QuadClass quad_class(EventType type) noexcept;
/// PLOVER's score for the type, from -10 (attack) to +10.
double goldstein_score(EventType type) noexcept;
/// The plain words of an edge of this type: "expresses support for".
std::string_view predicate(EventType type) noexcept;
/// One line on what the type covers.
std::string_view description(EventType type) noexcept;

/// How an act was done: "phone", "visit". One of the rows of graph/data/modes.tsv.
class Mode {
public:
    /// The mode's name, as PLOVER writes it in lower case.
    std::string_view name() const noexcept;
    std::uint8_t index() const noexcept { return index_; }
    auto operator<=>(const Mode&) const = default;

    /// Nothing where the table has no such mode for `type`.
    static std::optional<Mode> find(EventType type, std::string_view name) noexcept;
    /// Nothing where the table is shorter; the inverse of index().
    static std::optional<Mode> at(std::size_t index) noexcept;

private:
    explicit Mode(std::uint8_t index) noexcept : index_(index) {}
    std::uint8_t index_;
};

/// The modes that the table gives `type`, in its order.
std::vector<Mode> modes(EventType type);

/// What an act was about, broadly: "health". One of the rows of graph/data/contexts.tsv, of at most 64.
class Context {
public:
    std::string_view name() const noexcept;
    std::uint8_t index() const noexcept { return index_; }
    auto operator<=>(const Context&) const = default;

    static std::optional<Context> find(std::string_view name) noexcept;
    static std::optional<Context> at(std::size_t index) noexcept;

private:
    explicit Context(std::uint8_t index) noexcept : index_(index) {}
    std::uint8_t index_;
};

/// Every context, in the order of the table.
std::vector<Context> contexts();

/// A set of contexts, one bit each by Context::index().
class ContextSet {
public:
    ContextSet() = default;
    explicit ContextSet(std::uint64_t bits) noexcept : bits_(bits) {}

    void insert(Context context) noexcept { bits_ |= std::uint64_t{1} << context.index(); }
    bool contains(Context context) const noexcept { return (bits_ >> context.index()) & 1U; }
    bool empty() const noexcept { return bits_ == 0; }
    std::size_t size() const noexcept { return static_cast<std::size_t>(std::popcount(bits_)); }
    std::uint64_t bits() const noexcept { return bits_; }
    /// The members, in the order of the table.
    std::vector<Context> members() const;

    auto operator<=>(const ContextSet&) const = default;

private:
    std::uint64_t bits_ = 0;
};

} // namespace entente::plover

#endif
