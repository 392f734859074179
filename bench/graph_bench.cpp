// SPDX-License-Identifier: Apache-2.0
// graph_bench FILE RELATIONS [--csv FILE]: writes seeded relations in GDELT's shape into a new graph file,
// makes its snapshot and asks the questions of bench/graph_peers. One line a measurement: name, value, unit.
// --csv writes the same relations for peers.
#include "graph/error.hpp"
#include "graph/queries.hpp"
#include "graph/ranks.hpp"
#include "graph/snapshot.hpp"
#include "graph/store.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <random>
#include <string>
#include <vector>

namespace {

using namespace entente;
using Clock = std::chrono::steady_clock;
using Vertex = RelationGraph::Vertex;

constexpr int party_count = 220;
constexpr int day_count = 3650;
constexpr std::int32_t first_day = 16436; // 2015-01-01

void report(const char* name, double value, const char* unit) {
    std::printf("%s\t%.4f\t%s\n", name, value, unit);
}

std::string code_of(int number) {
    if (number >= 200)
        return "IGO:" + std::to_string(number);
    return {static_cast<char>('A' + number / 26 / 26), static_cast<char>('A' + number / 26 % 26),
            static_cast<char>('A' + number % 26)};
}

// Few parties do most, as in the news: the chance of the n-th is about 1 / n.
class Generator {
public:
    Generator() : random_(42) {
        for (int i = 0; i < party_count; ++i) {
            codes_.push_back(*PartyCode::parse(code_of(i)));
            weights_.push_back((weights_.empty() ? 0 : weights_.back()) + 1.0 / (i + 1));
        }
        relation_.coding.dataset = "bench";
        relation_.evidence.statement = "bench";
    }

    const Relation& next() {
        const int source = pick();
        int target = pick();
        while (target == source)
            target = pick();
        relation_.source = codes_[static_cast<std::size_t>(source)];
        relation_.target = codes_[static_cast<std::size_t>(target)];
        const cameo::Code code = *cameo::Code::at(random_() % 318);
        relation_.cameo = code;
        relation_.type = code.event_type();
        relation_.mode = code.mode();
        const auto day = static_cast<std::int32_t>(first_day + random_() % day_count);
        relation_.date = Date{std::chrono::sys_days{std::chrono::days{day}}};
        relation_.coding.row = std::to_string(1'000'000'000 + count_);
        if (count_ % 3 == 0)
            relation_.coding.url = "https://news.example.org/world/" + std::to_string(day) + "/story-" +
                                   std::to_string(random_() % 1'000'000'000) + ".html";
        relation_.coding.mentions = static_cast<std::uint32_t>(1 + random_() % 20);
        relation_.coding.sources = static_cast<std::uint32_t>(1 + random_() % 3);
        ++count_;
        return relation_;
    }

private:
    int pick() {
        const double at = static_cast<double>(random_()) / 4294967296.0 * weights_.back();
        return static_cast<int>(std::upper_bound(weights_.begin(), weights_.end(), at) - weights_.begin());
    }

    std::mt19937 random_;
    std::vector<PartyCode> codes_;
    std::vector<double> weights_;
    Relation relation_;
    std::size_t count_ = 0;
};

double seconds(const std::function<void()>& work) {
    const auto start = Clock::now();
    work();
    return std::chrono::duration<double>(Clock::now() - start).count();
}

// The least of several runs.
double milliseconds(int runs, const std::function<void()>& work) {
    std::vector<double> times;
    for (int i = 0; i < runs; ++i)
        times.push_back(seconds(work) * 1000);
    return *std::min_element(times.begin(), times.end());
}

void write_store(const std::string& file, std::size_t count) {
    Store store = Store::open(file, Store::Mode::read_write);
    Generator generator;
    const double time = seconds([&] {
        Store::Batch batch = store.batch();
        batch.add(Statement{"bench", "bench", "", "", {}, "", ""});
        for (std::size_t i = 0; i < count; ++i) {
            batch.add(generator.next());
            if (i % 500'000 == 499'999)
                batch.commit();
        }
        batch.commit();
    });
    report("store, written", static_cast<double>(count) / time, "relations/s");
}

void write_csv(const std::string& file, std::size_t count) {
    std::ofstream out(file);
    Generator generator;
    for (std::size_t i = 0; i < count; ++i) {
        const Relation& relation = generator.next();
        out << relation.source.text() << '\t' << relation.target.text() << '\t'
            << static_cast<int>(relation.type) << '\t'
            << std::chrono::sys_days{*relation.date}.time_since_epoch().count() << '\n';
    }
}

std::vector<std::pair<std::uint64_t, Vertex>> accused_supports(const RelationGraph& graph, Vertex a) {
    RelationFilter accuse;
    accuse.types = {plover::EventType::accuse};
    accuse.modalities = RelationFilter::every_modality;
    RelationFilter support = accuse;
    support.types = {plover::EventType::support};
    std::vector<std::uint64_t> counts(graph.vertex_count(), 0);
    for (std::uint32_t out = graph.pair_begin(a); out < graph.pair_end(a); ++out) {
        const std::uint64_t accusations = count_admitted(graph, out, accuse);
        const Vertex b = graph.pair_target(out);
        for (std::uint32_t next = graph.pair_begin(b); accusations != 0 && next < graph.pair_end(b); ++next)
            counts[graph.pair_target(next)] += accusations * count_admitted(graph, next, support);
    }
    std::vector<std::pair<std::uint64_t, Vertex>> best;
    for (Vertex c = 0; c < counts.size(); ++c)
        best.emplace_back(counts[c], c);
    std::partial_sort(best.begin(), best.begin() + std::min<std::ptrdiff_t>(10, std::ssize(best)), best.end(),
                      std::greater<>());
    best.resize(std::min<std::size_t>(10, best.size()));
    return best;
}

void ask(const RelationGraph& graph) {
    const Vertex a = graph.find("AAB").value();
    const Vertex b = graph.find("AAF").value();
    const Vertex far = graph.find("AHR").value();
    RelationFilter period;
    period.first_day = first_day + 1000;
    period.last_day = first_day + 1090;
    std::size_t kept = 0;
    report("Q1 a pair in a period",
           milliseconds(201, [&] { kept += relations_between(graph, a, b, period).size(); }), "ms");
    report("Q2 a pair by type and year",
           milliseconds(101,
                        [&] {
                            std::vector<std::uint32_t> counts(16 * 64, 0);
                            for (const auto edge : graph.edges_between(a, b))
                                ++counts[static_cast<std::size_t>(graph.type(edge)) * 64 +
                                         static_cast<std::size_t>((graph.day(edge) - first_day) / 365.2425)];
                            kept += counts[0];
                        }),
           "ms");
    report("Q3 two hops", milliseconds(11, [&] { kept += accused_supports(graph, a).front().first; }), "ms");
    RelationFilter cooperation;
    cooperation.types = EventTypeSet::cooperation();
    report("Q4 shortest path",
           milliseconds(
               101,
               [&] {
                   kept += shortest_path(graph, far, b, cooperation).value_or(std::vector<Vertex>{}).size();
               }),
           "ms");
    RelationFilter all;
    all.modalities = RelationFilter::every_modality;
    report("Q5 PageRank over every relation",
           milliseconds(11, [&] { kept += page_rank(weighted_pairs(graph, all, Weighting::count)).size(); }),
           "ms");
    const WeightedPairs pairs = weighted_pairs(graph, all, Weighting::count);
    report("Q5 PageRank over pairs", milliseconds(11, [&] { kept += page_rank(pairs).size(); }), "ms");
    report("bytes a relation, texts apart",
           static_cast<double>(graph.byte_count() - graph.text_byte_count()) /
               static_cast<double>(graph.relation_count()),
           "bytes");
    if (kept == 0)
        std::puts("no answers");
}

void run(const std::string& file, std::size_t count) {
    write_store(file, count);
    const Store store = Store::open(file, Store::Mode::read_only);
    std::filesystem::remove(snapshot_file(file)); // of many millions the writer has made one
    RelationGraph graph;
    const double built = seconds([&] { graph = open_graph(store); });
    report("snapshot, built", static_cast<double>(count) / built, "relations/s");
    report("snapshot, opened",
           milliseconds(21,
                        [&] {
                            const Store again = Store::open(file, Store::Mode::read_only);
                            graph = open_graph(again);
                        }),
           "ms");
    ask(graph);
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::cerr << "usage: graph_bench FILE RELATIONS [--csv FILE]\n";
        return 2;
    }
    try {
        const auto count = static_cast<std::size_t>(std::strtoull(argv[2], nullptr, 10));
        if (argc == 5)
            write_csv(argv[4], count);
        run(argv[1], count);
    } catch (const entente::Error& error) {
        std::cerr << error.what() << '\n';
        return 3;
    }
}
