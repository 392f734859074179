// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/read_statements.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    entente::fuzz::read(&entente::read_markdown, data, size);
    return 0;
}
