// SPDX-License-Identifier: Apache-2.0
#include "export/detail/palette.hpp"

#include <array>
#include <utility>

namespace entente::detail {

namespace {

constexpr std::array<ClassLook, plover::quad_class_count> class_looks{{
    {"#3B8BC9", "#1F6BA5", "dashed", "verbal cooperation"},
    {"#0B3C6F", "#0B3C6F", "solid", "material cooperation"},
    {"#E8912D", "#9A5700", "dashed", "verbal conflict"},
    {"#BF4A12", "#A63E0C", "solid", "material conflict"},
}};

constexpr std::array<KindLook, 5> kind_looks{{
    {"box", "rounded,filled", "#44546A", "#EEF2F7", "country"},
    {"octagon", "filled", "#44546A", "#E4EFE6", "organization"},
    {"box", "filled,dashed", "#44546A", "#F6EDE4", "group"},
    {"ellipse", "filled", "#44546A", "#F3EEF7", "person"},
    {"ellipse", "filled,dashed", "#44546A", "#F4F4F4", "international community"},
}};

constexpr KindLook topics{"note", "filled", "#9AA4B1", "#FFFDF2", "topic"};

constexpr std::array<WorldLook, 5> world_looks{{
    {"#F6E9C8", "#C79A2B", "Africa"},
    {"#E0EDE0", "#6FA370", "Americas"},
    {"#F7E1DC", "#CC7F6E", "Asia"},
    {"#E0E9F5", "#6C94C6", "Europe"},
    {"#EAE2F3", "#9A7DBD", "Oceania"},
}};

} // namespace

const ClassLook& look(plover::QuadClass quad_class) noexcept {
    return class_looks[static_cast<std::size_t>(quad_class)];
}

const KindLook& look(ActorKind kind) noexcept { return kind_looks[static_cast<std::size_t>(kind)]; }

const KindLook& topic_look() noexcept { return topics; }

std::optional<World> world_of(std::string_view region) noexcept {
    if (region.empty())
        return std::nullopt;
    for (const auto& [end, world] : {std::pair<std::string_view, World>{"Africa", World::africa},
                                     {"America", World::americas},
                                     {"Caribbean", World::americas},
                                     {"Asia", World::asia},
                                     {"Europe", World::europe}})
        if (region.ends_with(end))
            return world;
    return World::oceania; // Melanesia, Micronesia, Polynesia, Australia and New Zealand
}

const WorldLook& look(World world) noexcept { return world_looks[static_cast<std::size_t>(world)]; }

} // namespace entente::detail
