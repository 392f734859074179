// SPDX-License-Identifier: Apache-2.0
// export_bench [RELATIONS [GRAPH]]: how fast each format is written, in seconds of one core, into a stream
// that only counts.
//
// Without GRAPH the relations are made as they are asked for, a thousand different ones in turn, so that the
// time is the writer's; with GRAPH they are read from the graph file. "bare writer" is RapidJSON's Writer
// with one object a relation of the fields that `entente extract` prints: the limit that JSON-LD runs
// against.
#include "sample_graph.hpp"

#include "export/csv.hpp"
#include "export/graphml.hpp"
#include "export/jsonld.hpp"
#include "export/rdf.hpp"
#include "export/store_source.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <ostream>

namespace {

using namespace entente;

class CountingBuffer : public std::streambuf {
public:
    std::uint64_t bytes = 0;

protected:
    int_type overflow(int_type c) override {
        ++bytes;
        return c;
    }
    std::streamsize xsputn(const char*, std::streamsize size) override {
        bytes += static_cast<std::uint64_t>(size);
        return size;
    }
};

/// A thousand relations over and over; each has a number of its own in its sentence, and so its own
/// identifier.
class EndlessSource : public GraphSource {
public:
    explicit EndlessSource(std::uint64_t count) : count_(count), values_(test::belgium_call()) {
        values_.statements.resize(1);
        values_.relations.resize(6);
        for (std::size_t i = 0; values_.relations.size() < 1000; ++i) {
            auto relation = values_.relations[i % 6];
            relation.date = Date(std::chrono::sys_days(*relation.date) + std::chrono::days(i));
            relation.evidence.text +=
                " Number " + std::to_string(i) + ", with a few more words as sentences have them.";
            values_.relations.push_back(relation);
        }
        for (auto& relation : values_.relations)
            ids_.push_back(relation_id(relation));
    }
    void for_each_actor(const std::function<void(const Actor&)>& visit) const override {
        std::ranges::for_each(values_.actors, visit);
    }
    void for_each_statement(const std::function<void(const Statement&)>& visit) const override {
        std::ranges::for_each(values_.statements, visit);
    }
    void for_each_relation(const RelationVisitor& visit) const override {
        for (std::uint64_t i = 0; i < count_; ++i)
            visit(values_.relations[i % 1000], {ids_[i % 1000].high, i});
    }

private:
    std::uint64_t count_;
    test::Values values_;
    std::vector<RelationId> ids_;
};

void write_bare(std::ostream& out, const GraphSource& graph) {
    rapidjson::StringBuffer buffer;
    graph.for_each_relation([&](const Relation& r, const RelationId& id) {
        rapidjson::Writer<rapidjson::StringBuffer> json(buffer);
        const auto put = [&](const char* key, std::string_view value) {
            json.Key(key);
            json.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
        };
        json.StartObject();
        put("id", relation_urn(id));
        put("document", r.evidence.statement);
        put("text", r.evidence.text);
        put("source", r.source.text());
        put("source_actor", r.source_actor);
        put("target", r.target.text());
        put("type", to_string(r.type));
        put("predicate", r.predicate);
        put("modality", to_string(r.modality));
        if (r.date)
            put("date", to_string(*r.date));
        json.Key("start");
        json.Uint64(r.evidence.span.begin);
        json.Key("end");
        json.Uint64(r.evidence.span.end);
        json.Key("confidence");
        json.Double(r.confidence);
        json.EndObject();
        buffer.Put('\n');
        if (buffer.GetSize() >= 65536) {
            out.write(buffer.GetString(), static_cast<std::streamsize>(buffer.GetSize()));
            buffer.Clear();
        }
    });
    out.write(buffer.GetString(), static_cast<std::streamsize>(buffer.GetSize()));
}

double peak_megabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

/// The processor's time, which other work on the machine does not stretch.
double processor_seconds() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

template<class Write>
void measure(const char* name, std::uint64_t relations, const Write& write) {
    CountingBuffer buffer;
    std::ostream out(&buffer);
    const auto start = processor_seconds();
    write(out);
    const auto seconds = processor_seconds() - start;
    std::printf("%-22s %8.0f MB/s %9.0f relations/s %8.1f MB %7.2f s   peak %.0f MB\n", name,
                static_cast<double>(buffer.bytes) / 1e6 / seconds, static_cast<double>(relations) / seconds,
                static_cast<double>(buffer.bytes) / 1e6, seconds, peak_megabytes());
}

} // namespace

int main(int argc, char** argv) {
    auto relations = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1000000ULL;
    std::unique_ptr<Store> store;
    std::unique_ptr<GraphSource> source = std::make_unique<EndlessSource>(relations);
    if (argc > 2) {
        store = std::make_unique<Store>(Store::open(argv[2], Store::Mode::read_only));
        source = std::make_unique<StoreSource>(*store);
        relations = store->counts().relations;
    }
    const auto& graph = *source;
    measure("read only", relations,
            [&](auto&) { graph.for_each_relation([](const Relation&, const RelationId&) {}); });
    measure("bare writer", relations, [&](auto& out) { write_bare(out, graph); });
    measure("jsonld", relations, [&](auto& out) { write_jsonld(out, graph); });
    measure("ndjsonld", relations, [&](auto& out) { write_ndjsonld(out, graph); });
    measure("ndjsonld, context URL", relations, [&](auto& out) {
        write_ndjsonld(out, graph, {.context_url = "https://data.example.org/context"});
    });
    measure("nquads", relations, [&](auto& out) { write_nquads(out, graph); });
    measure("nquads --star", relations, [&](auto& out) { write_nquads(out, graph, {.star = true}); });
    measure("trig (serd)", relations, [&](auto& out) { write_trig(out, graph); });
    measure("turtle (serd)", relations, [&](auto& out) { write_turtle(out, graph); });
    measure("graphml", relations, [&](auto& out) { write_graphml(out, graph); });
    measure("csv", relations, [&](auto& out) {
        CountingBuffer nodes;
        std::ostream nodes_out(&nodes);
        write_csv(nodes_out, out, graph, CsvHeader::gephi);
    });
    measure("events", relations, [&](auto& out) { write_events(out, graph); });
    return 0;
}
