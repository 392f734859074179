// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/conllu.hpp"

#include <cstdint>
#include <cstdlib>
#include <sstream>

// What is read can be written, and reads back.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace entente;
    std::istringstream in(std::string(reinterpret_cast<const char*>(data), size));
    ud::ConlluReader reader(in, "input", [](const InputError&) {});
    while (const auto document = reader.next()) {
        std::stringstream out;
        ud::write_conllu(out, *document);
        ud::ConlluReader again(out, "output", [](const InputError&) {});
        const auto copy = again.next();
        if (!copy || copy->sentences.size() != document->sentences.size())
            std::abort();
    }
    return 0;
}
