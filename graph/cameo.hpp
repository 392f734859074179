// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_CAMEO_HPP
#define ENTENTE_GRAPH_CAMEO_HPP

#include "graph/plover.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

/// CAMEO: Conflict and Mediation Event Observations, codebook 1.1b3 (Schrodt, 2012).
namespace entente::cameo {

/// A code that CAMEO's table has, `"01"` to `"2042"`, with its leading zero: never a number.
class Code {
public:
    /// "043".
    std::string_view text() const noexcept;
    /// "04".
    Code root() const noexcept;
    /// "Host a visit".
    std::string_view name() const noexcept;
    /// What PLOVER calls it.
    plover::EventType event_type() const noexcept;
    std::optional<plover::Mode> mode() const noexcept;
    plover::QuadClass quad_class() const noexcept;
    /// Goldstein, A Conflict-Cooperation Scale for WEIS Events Data, JCR 36 (1992), extended to CAMEO. -10 to
    /// +10.
    double goldstein_score() const noexcept;
    /// Whether PLOVER turns source and target round (043: the host becomes the target of a visit).
    bool is_reversed_in_plover() const noexcept;
    /// The row of the table, from 0.
    std::uint16_t index() const noexcept { return index_; }

    auto operator<=>(const Code&) const = default;

    /// Nothing where the table has no such code. "43" is not "043".
    static std::optional<Code> find(std::string_view text) noexcept;
    /// By its name, "Express intent to cooperate", whatever the case.
    static std::optional<Code> find_by_name(std::string_view name);
    static std::optional<Code> at(std::size_t index) noexcept;

private:
    explicit Code(std::uint16_t index) noexcept : index_(index) {}
    std::uint16_t index_;
};

/// The whole table, sorted by code text.
std::vector<Code> codes();

/// The code nearest to a PLOVER type and mode.
Code nearest(plover::EventType type, std::optional<plover::Mode> mode) noexcept;

} // namespace entente::cameo

#endif
