// SPDX-License-Identifier: Apache-2.0
// Reading of English: words a second of one thread, and the time that the model takes to load.
#include "ingest/data_directory.hpp"
#include "ingest/text/reader.hpp"

#include <benchmark/benchmark.h>

#include <string>

namespace {

// Of the length of a press readout; the reader has no cache, so repeating it is fair.
std::string readout() {
    std::string text;
    for (int i = 0; i < 20; ++i)
        text += "The two leaders, who met on the margins of the summit in Geneva, agreed to strengthen "
                "cooperation in trade, "
                "energy and public health, and condemned the attacks that had killed dozens of civilians.\n\n"
                "The President said that his country stood ready to provide Belgium with medical supplies "
                "and called on "
                "all parties to refrain from any step that could undermine the ceasefire.\n\n";
    return text;
}

void read_text(benchmark::State& state) {
    const entente::Reader reader = entente::Reader::load(entente::data_file("english.model"));
    const std::string text = readout();
    std::size_t words = 0;
    for (auto _ : state)
        for (const auto& sentence : reader.read(text))
            words += sentence.words.size();
    state.counters["words"] = benchmark::Counter(static_cast<double>(words), benchmark::Counter::kIsRate);
}
BENCHMARK(read_text)->Unit(benchmark::kMillisecond);

void load_model(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(entente::Reader::load(entente::data_file("english.model")));
}
BENCHMARK(load_model)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
