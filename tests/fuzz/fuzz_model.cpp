// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/detail/lemmatizer.hpp"
#include "ingest/text/detail/model_file.hpp"
#include "ingest/text/detail/network.hpp"
#include "ingest/text/detail/tokenizer.hpp"

#include <xxhash.h>

#include <cstdint>
#include <cstring>

namespace {

using namespace entente;
using namespace entente::ud::detail;

template<typename Part>
void load(const ModelFile& model) {
    try {
        Part part(model);
    } catch (const InputError&) {
    }
}

} // namespace

// The size and the checksum are put right, so that what lies behind them is reached too.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::vector<std::byte> bytes(32 + size);
    const std::uint32_t numbers[] = {model_version, size > 0 ? data[0] % 32u : 0u};
    std::memcpy(bytes.data(), "ENTENTE\n", 8);
    std::memcpy(bytes.data() + 8, numbers, 8);
    if (size > 0)
        std::memcpy(bytes.data() + 32, data, size);
    const std::uint64_t sums[] = {bytes.size(), XXH3_64bits(bytes.data() + 32, size)};
    std::memcpy(bytes.data() + 16, sums, 16);
    try {
        const ModelFile model = ModelFile::from_bytes(std::move(bytes), "model");
        load<Tokenizer>(model);
        load<Network>(model);
        load<Lemmatizer>(model);
    } catch (const InputError&) {
    }
    return 0;
}
