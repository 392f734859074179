// SPDX-License-Identifier: Apache-2.0
// How fast one core reads event tables, beside what memchr makes of the same bytes.
#include "ingest/statements/detail/byte_stream.hpp"
#include "ingest/tables/detail/table_pipeline.hpp"
#include "ingest/tables/table_layout.hpp"

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

namespace {

using namespace entente;

// The rows of bench/make_gdelt_rows, from the file that the environment names; read with the first call.
const std::string& rows() {
    static const std::string text = [] {
        const char* file = std::getenv("ENTENTE_GDELT_ROWS");
        std::ifstream in(file != nullptr ? file : "rows.tsv", std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(in), {});
    }();
    return text;
}

detail::Block whole_block() {
    detail::Block block;
    block.buffer = rows() + std::string(detail::FieldSplitter::padding, '\0');
    block.size = rows().size();
    return block;
}

void memchr_lines(benchmark::State& state) {
    const std::string& text = rows();
    for (auto _ : state) {
        std::size_t lines = 0;
        const char* at = text.data();
        const char* const end = at + text.size();
        while ((at = static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)))) !=
               nullptr) {
            ++at;
            ++lines;
        }
        benchmark::DoNotOptimize(lines);
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * rows().size()));
}
BENCHMARK(memchr_lines)->Unit(benchmark::kMillisecond);

void memchr_fields(benchmark::State& state) {
    const std::string& text = rows();
    for (auto _ : state) {
        std::size_t fields = 0;
        const char* at = text.data();
        const char* const end = at + text.size();
        while ((at = static_cast<const char*>(std::memchr(at, '\t', static_cast<std::size_t>(end - at)))) !=
               nullptr) {
            ++at;
            ++fields;
        }
        benchmark::DoNotOptimize(fields);
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * rows().size()));
}
BENCHMARK(memchr_fields)->Unit(benchmark::kMillisecond);

void split_fields(benchmark::State& state) {
    const detail::Block block = whole_block();
    for (auto _ : state) {
        detail::FieldSplitter splitter(block.records(), {'\t', false}, 1);
        std::size_t fields = 0;
        while (splitter.next())
            fields += splitter.fields().size();
        benchmark::DoNotOptimize(fields);
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * rows().size()));
}
BENCHMARK(split_fields)->Unit(benchmark::kMillisecond);

void map_rows(benchmark::State& state) {
    const Gazetteer gazetteer = Gazetteer::shipped();
    const TableVocabulary vocabulary(gazetteer);
    const std::vector<std::string_view> first(58);
    const auto layout = make_layout(TableFormat::gdelt1, {first, '\t'}, vocabulary, "rows.tsv");
    MappedRows out({"gdelt1:rows.tsv", "gdelt1", false});
    std::istringstream in(rows());
    std::vector<detail::Block> blocks(1);
    detail::ByteStream stream(detail::stream_reader(in));
    detail::BlockSource source(stream, *layout, 0, 1);
    while (source.next(blocks.back()))
        blocks.emplace_back();
    blocks.pop_back();
    for (auto _ : state) {
        std::size_t relations = 0;
        for (const detail::Block& block : blocks) {
            out.clear();
            detail::map_block(block, *layout, out);
            relations += out.relations().size();
        }
        benchmark::DoNotOptimize(relations);
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * rows().size()));
}
BENCHMARK(map_rows)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
