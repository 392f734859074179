// SPDX-License-Identifier: Apache-2.0
#include "export/detail/palette.hpp"

#include <array>

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

} // namespace

const ClassLook& look(plover::QuadClass quad_class) noexcept {
    return class_looks[static_cast<std::size_t>(quad_class)];
}

const KindLook& look(ActorKind kind) noexcept { return kind_looks[static_cast<std::size_t>(kind)]; }

} // namespace entente::detail
