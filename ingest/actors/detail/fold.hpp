// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_ACTORS_DETAIL_FOLD_HPP
#define ENTENTE_INGEST_ACTORS_DETAIL_FOLD_HPP

#include <string>
#include <string_view>

namespace entente::detail {

/// A name as names are compared.
struct Folded {
    /// Lower case, without accents, white space, hyphens, apostrophes and full stops; `&` is "and".
    std::string key;
    /// For each byte of the key '1' where it came from a capital, else '0'.
    std::string capitals;
};

/// Appends `text` to `out`. Bytes that are not UTF-8 are kept as they are.
void append_folded(std::string_view text, Folded& out);

/// The key of append_folded alone.
std::string folded_key(std::string_view text);

/// Whether `text` begins with a letter, digit or other sign that folding keeps.
bool is_kept(std::string_view text);

/// Whether every capital of a name is a capital in the text too; both are `capitals` of equal keys.
bool has_its_capitals(std::string_view name, std::string_view text) noexcept;

} // namespace entente::detail

#endif
