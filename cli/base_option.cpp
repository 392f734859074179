// SPDX-License-Identifier: Apache-2.0
#include "cli/base_option.hpp"

#include "graph/error.hpp"

#include <algorithm>
#include <string_view>

namespace entente::cli {

namespace {

/// Empty where `base` will do, else what is wrong with it.
std::string trouble_with(const std::string& base) {
    const bool plain = std::ranges::all_of(base, [](char c) {
        return static_cast<unsigned char>(c) > 0x20 &&
               std::string_view("<>\"{}|\\^`").find(c) == std::string_view::npos;
    });
    const bool absolute =
        base.starts_with("http://") || base.starts_with("https://") || base.starts_with("urn:");
    if (plain && absolute && (base.ends_with('/') || base.ends_with(':')))
        return {};
    return "expected an http, https or urn identifier that ends in '/' or ':', found " +
           entente::quoted(base);
}

} // namespace

void add_base_option(const Command& command, std::string& base) {
    command.add_option("--base", base, "What identifiers begin with")
        .show_default()
        .check(trouble_with, "IRI");
}

} // namespace entente::cli
