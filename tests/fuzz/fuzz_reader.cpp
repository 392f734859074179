// SPDX-License-Identifier: Apache-2.0
#include "ingest/data_directory.hpp"
#include "ingest/text/reader.hpp"

#include <cstdint>
#include <cstdlib>
#include <string_view>

// Any bytes give sentences whose words follow one another and hang together in one tree.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace entente;
    static const Reader reader = Reader::load(data_file("english.model"));
    std::size_t end = 0;
    for (const ud::Sentence& sentence : reader.read({reinterpret_cast<const char*>(data), size})) {
        std::size_t roots = 0;
        for (const ud::Word& word : sentence.words) {
            roots += word.head == 0 ? 1 : 0;
            if (word.span.begin < end || word.span.end <= word.span.begin ||
                word.head > sentence.words.size())
                std::abort();
            end = word.span.end;
        }
        if (roots != 1 || end > size)
            std::abort();
    }
    return 0;
}
