// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TEXT_DETAIL_TOKENIZER_HPP
#define ENTENTE_INGEST_TEXT_DETAIL_TOKENIZER_HPP

#include "ingest/text/detail/linear_model.hpp"
#include "ingest/text/detail/model_file.hpp"
#include "ingest/text/detail/paragraph.hpp"
#include "ingest/text/ud.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace entente::ud::detail {

/// What may be at a place inside a chunk.
enum class Boundary : std::uint8_t { none, token, word };
inline constexpr std::size_t boundary_count = 3;

/// A text that runs on without an end of a sentence is cut after this many tokens.
inline constexpr std::size_t longest_read_sentence = 400;

/// Finds sentences and words.
class Tokenizer {
public:
    explicit Tokenizer(const ModelFile& model);

    /// Hands the sentences of the text to `sink` in order, with forms and spans only. Memory is bounded by
    /// the longest paragraph, and that by 1 MB.
    void read(std::string_view text, const std::function<void(Sentence&&)>& sink) const;

private:
    void cut_chunk(const Paragraph& paragraph, std::size_t index, std::vector<PlainToken>& tokens) const;
    void add_token(const Paragraph& paragraph, PlainToken token, std::vector<PlainToken>& tokens) const;

    ModelFile model_;
    LinearModel boundaries_;
    LinearModel sentences_;
    /// Where letters are divided that no mark divides: "cannot" after 3.
    std::map<std::string, std::size_t, std::less<>> splits_;
};

/// Counts the token in; an end of a sentence behind it starts the count anew.
void advance(SentenceState& state, const PlainToken& token) noexcept;

} // namespace entente::ud::detail

#endif
