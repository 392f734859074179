// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_CODING_CONTEXT_LEXICON_HPP
#define ENTENTE_INGEST_CODING_CONTEXT_LEXICON_HPP

#include "graph/plover.hpp"
#include "ingest/text/tree.hpp"

#include <array>
#include <filesystem>
#include <iosfwd>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente::coding {

/// A number for each context, by plover::Context::index().
using ContextScores = std::array<float, 64>;

/// Words that tell what a relation is about, in the format of ingest/data/context_terms.tsv.
class ContextLexicon {
public:
    /// Throws InputError (file, line, column, expected, found) for a file that is missing or a row that is
    /// wrong.
    static ContextLexicon load(const std::filesystem::path& file);
    /// Adds a user's terms.
    void add(std::istream& in, const std::string& file);

    /// Adds to `scores` the weights of the terms that lie in the words [begin, end), times `factor`.
    void score(const ud::Tree& tree, ud::At begin, ud::At end, float factor, ContextScores& scores) const;

    std::size_t size() const noexcept { return size_; }

private:
    struct Term {
        std::vector<std::string> lemmas; ///< behind the first
        std::uint64_t contexts = 0;
        float weight = 0;
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept {
            return std::hash<std::string_view>{}(text);
        }
    };

    const Term* longest(const ud::Tree& tree, ud::At at, ud::At end) const;

    std::unordered_map<std::string, std::vector<Term>, Hash, std::equal_to<>> by_first_;
    std::size_t size_ = 0;
};

/// The one to three contexts that score highest: at least `threshold`, and at least half of the best.
plover::ContextSet best_contexts(const ContextScores& scores, float threshold);

} // namespace entente::coding

#endif
