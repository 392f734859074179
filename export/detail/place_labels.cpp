// SPDX-License-Identifier: Apache-2.0
#include "export/detail/place_labels.hpp"

#include <gvc.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string_view>
#include <vector>

namespace entente::detail {

namespace {

// All lengths are in points.
constexpr double sample_step = 5;
constexpr double gap = 2;
constexpr double rounding = 0.5; // of an area
constexpr int rounds = 3;        // the second and third time all others have a place to keep away from

// What a place costs. A label on a node or on another label can't be read, and less so the more of it is
// hidden; a line that runs through it is bad, a place away from its own line or from the middle only less
// good.
constexpr double cost_of_node = 60;
constexpr double cost_of_label = 25;
constexpr double cost_of_edge_of_picture = 25;
constexpr double cost_of_all_hidden = 100;
constexpr double cost_of_line = 3; // of a line of one point
constexpr double cost_beside_line = 2;
constexpr double cost_off_middle = 6;

struct Point {
    double x = 0;
    double y = 0;
};

struct Box {
    Point middle;
    double half_width = 0;
    double half_height = 0;

    double area() const { return 4 * half_width * half_height; }
    bool contains(const Point& point) const {
        return std::abs(point.x - middle.x) <= half_width && std::abs(point.y - middle.y) <= half_height;
    }
    double area_shared_with(const Box& other) const {
        const auto shared = [](double a, double half_a, double b, double half_b) {
            return std::min(a + half_a, b + half_b) - std::max(a - half_a, b - half_b);
        };
        const double width = shared(middle.x, half_width, other.middle.x, other.half_width);
        const double height = shared(middle.y, half_height, other.middle.y, other.half_height);
        return width > 0 && height > 0 ? width * height : 0;
    }
};

/// Points of a line at even steps, with arrowheads left out.
std::vector<Point> samples_of(const splines& line) {
    std::vector<Point> fine;
    for (int i = 0; i < line.size; ++i) {
        const bezier& curve = line.list[i];
        for (int first = 0; first + 3 < curve.size; first += 3) {
            const pointf* const p = curve.list + first;
            constexpr int steps = 60;
            for (int step = 0; step <= steps; ++step) {
                const double t = static_cast<double>(step) / steps;
                const double s = 1 - t;
                const double a = s * s * s;
                const double b = 3 * s * s * t;
                const double c = 3 * s * t * t;
                const double d = t * t * t;
                fine.push_back({a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x,
                                a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y});
            }
        }
    }
    std::vector<Point> even;
    for (const auto& point : fine)
        if (even.empty() || std::hypot(point.x - even.back().x, point.y - even.back().y) >= sample_step)
            even.push_back(point);
    return even;
}

struct Line {
    std::vector<Point> points;
    double width = 1;
    /// Null for a line without one.
    textlabel_t* label = nullptr;
    /// Where the label is now.
    Box place{};
};

class Placer {
public:
    explicit Placer(Agraph_t* graph) {
        const boxf& bounds = GD_bb(graph);
        picture_ = {{(bounds.LL.x + bounds.UR.x) / 2, (bounds.LL.y + bounds.UR.y) / 2},
                    (bounds.UR.x - bounds.LL.x) / 2,
                    (bounds.UR.y - bounds.LL.y) / 2};
        for (auto* node = agfstnode(graph); node != nullptr; node = agnxtnode(graph, node)) {
            nodes_.push_back({{ND_coord(node).x, ND_coord(node).y},
                              (ND_lw(node) + ND_rw(node)) / 2 + gap,
                              ND_ht(node) / 2 + gap});
            for (auto* edge = agfstout(graph, node); edge != nullptr; edge = agnxtout(graph, edge))
                add(edge);
        }
        std::ranges::stable_sort(lines_, [](const Line& a, const Line& b) { return a.width > b.width; });
    }

    void place() {
        for (int round = 0; round < rounds; ++round)
            for (auto& line : lines_)
                if (line.label != nullptr)
                    place(line);
        for (const auto& line : lines_) {
            if (line.label == nullptr)
                continue;
            line.label->pos.x = line.place.middle.x;
            line.label->pos.y = line.place.middle.y;
        }
    }

private:
    void add(Agedge_t* edge) {
        if (ED_spl(edge) == nullptr)
            return;
        Line line;
        line.points = samples_of(*ED_spl(edge));
        const char* const width = agget(edge, const_cast<char*>("penwidth"));
        line.width = width == nullptr ? 1 : std::atof(width);
        const char* const style = agget(edge, const_cast<char*>("style"));
        if (line.points.empty() || (style != nullptr && std::string_view(style) == "invis"))
            return;
        if (ED_label(edge) != nullptr) {
            line.label = ED_label(edge);
            line.place = {
                {line.label->pos.x, line.label->pos.y}, line.label->dimen.x / 2, line.label->dimen.y / 2};
        }
        lines_.push_back(std::move(line));
    }

    double cost(const Line& line, const Box& place) const {
        double cost = 0;
        const auto add = [&](double touched, double hidden) {
            if (hidden > rounding)
                cost += touched + cost_of_all_hidden * hidden / place.area();
        };
        add(cost_of_edge_of_picture, place.area() - place.area_shared_with(picture_));
        for (const auto& node : nodes_)
            add(cost_of_node, place.area_shared_with(node));
        for (const auto& other : lines_)
            if (&other != &line && other.label != nullptr)
                add(cost_of_label, place.area_shared_with(other.place));
        for (const auto& other : lines_)
            if (&other != &line &&
                std::ranges::any_of(other.points, [&](const Point& point) { return place.contains(point); }))
                cost += cost_of_line * other.width;
        return cost;
    }

    /// Tries places along the line, on it and on both sides; far from it only where two nodes leave no room
    /// between.
    void place(Line& line) const {
        const auto last = static_cast<double>(line.points.size() - 1);
        constexpr int steps = 24;
        double least = HUGE_VAL;
        Box best = line.place;
        for (int step = 3; step <= steps - 3; ++step) {
            const double along = static_cast<double>(step) / steps;
            const auto index = static_cast<std::size_t>(std::lround(along * last));
            const auto& before = line.points[index == 0 ? 0 : index - 1];
            const auto& after = line.points[std::min(index + 1, line.points.size() - 1)];
            const double length = std::hypot(after.x - before.x, after.y - before.y);
            const Point across = length > 0
                                     ? Point{(before.y - after.y) / length, (after.x - before.x) / length}
                                     : Point{0, 1};
            const double away = std::abs(across.x) * line.place.half_width +
                                std::abs(across.y) * line.place.half_height + gap;
            for (const int side : {0, 1, -1, 2, -2, 3, -3, 4, -4}) {
                Box place = line.place;
                place.middle = {line.points[index].x + side * away * across.x,
                                line.points[index].y + side * away * across.y};
                const double found = cost(line, place) + cost_beside_line * side * side +
                                     cost_off_middle * std::abs(along - 0.5);
                if (found < least) {
                    least = found;
                    best = place;
                }
            }
        }
        line.place = best;
    }

    Box picture_;
    std::vector<Box> nodes_;
    std::vector<Line> lines_;
};

} // namespace

void place_labels(Agraph_t* graph) { Placer(graph).place(); }

} // namespace entente::detail
