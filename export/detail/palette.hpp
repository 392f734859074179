// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_EXPORT_DETAIL_PALETTE_HPP
#define ENTENTE_EXPORT_DETAIL_PALETTE_HPP

#include "graph/party_code.hpp"
#include "graph/plover.hpp"

#include <optional>
#include <string_view>

namespace entente::detail {

/// Of names, of what stands below them, and of lines that are no relation.
inline constexpr std::string_view ink = "#1A1F27";
inline constexpr std::string_view faint = "#5B6572";
inline constexpr std::string_view plain_line = "#9AA4B1";

/// How relations of one quad class are drawn.
///
/// Blue and orange are told apart by every kind of colour-blind eye, light and dark in grey print; verbal is
/// dashed, material is whole, so that no class rests on colour alone.
struct ClassLook {
    std::string_view line;
    /// Dark enough for small letters on white (contrast 4.5 and more).
    std::string_view text;
    std::string_view style;
    std::string_view words;
};

const ClassLook& look(plover::QuadClass quad_class) noexcept;

/// How actors of one kind are drawn.
struct KindLook {
    std::string_view shape;
    std::string_view style;
    std::string_view border;
    std::string_view fill;
    std::string_view words;
};

const KindLook& look(ActorKind kind) noexcept;
const KindLook& topic_look() noexcept;

/// The parts of the world by which a diagram groups countries.
enum class World { africa, americas, asia, europe, oceania };

/// The part that a UN M49 subregion ("Western Europe", "Caribbean") lies in; nothing where it is empty.
std::optional<World> world_of(std::string_view region) noexcept;

/// How countries of one part of the world are filled; the words stand in the legend.
struct WorldLook {
    std::string_view fill;
    /// The same hue, to be seen as a small square.
    std::string_view strong;
    std::string_view words;
};

const WorldLook& look(World world) noexcept;

} // namespace entente::detail

#endif
