// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/detail/tokenizer.hpp"

#include "ingest/text/detail/utf8.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <utility>

namespace entente::ud::detail {

namespace {

LinearModel read_linear_model(const ModelFile& model, const std::string& name) {
    const auto weights = model.section<float>(name);
    if (weights.size() < LinearModel::answers || !std::has_single_bit(weights.size()))
        model.fail("section " + name + " has not a power of 2 of weights");
    return LinearModel(weights);
}

// The form of a range: its characters less those that only tell a printer what to do (soft hyphen, word
// joiner).
std::string form_of(const Paragraph& paragraph, std::size_t begin, std::size_t end) {
    std::string form;
    for (std::size_t i = begin; i < end; ++i)
        if (paragraph.characters[i].kind != CharacterKind::ignored)
            form += paragraph.bytes(i, i + 1);
    return form.empty() ? std::string(paragraph.bytes(begin, end)) : form;
}

// Makes sentences of a paragraph's tokens.
class SentenceBuilder {
public:
    SentenceBuilder(const Paragraph& paragraph, std::size_t offset)
        : paragraph_(paragraph), offset_(offset) {}

    void add(const PlainToken& token) {
        const auto first = static_cast<std::uint32_t>(sentence_.words.size() + 1);
        std::size_t begin = token.begin;
        for (std::size_t i = 0; i <= token.splits.size(); ++i) {
            const std::size_t end = i < token.splits.size() ? token.splits[i] : token.end;
            Word& word = sentence_.words.emplace_back();
            word.form = form_of(paragraph_, begin, end);
            word.span = {offset_ + begin, offset_ + end};
            word.space_after = end == token.end && token.space_after;
            begin = end;
        }
        if (!token.splits.empty())
            sentence_.multiword_tokens.push_back({first,
                                                  static_cast<std::uint32_t>(sentence_.words.size()),
                                                  form_of(paragraph_, token.begin, token.end),
                                                  {offset_ + token.begin, offset_ + token.end}});
    }

    Sentence finish(bool starts_paragraph) {
        sentence_.starts_paragraph = starts_paragraph;
        sentence_.span = {sentence_.words.front().span.begin, sentence_.words.back().span.end};
        return std::exchange(sentence_, {});
    }

private:
    const Paragraph& paragraph_;
    std::size_t offset_;
    Sentence sentence_;
};

/// Whether two capitalised words stand on one line with nothing between them: "Secretary Armen Grigoryan".
/// Long titles would otherwise be taken for headings.
bool is_inside_name(const PlainToken& token, const PlainToken& next) {
    const auto is_capitalised = [](const PlainToken& word) { return word.shape == 'C' || word.shape == 'U'; };
    return is_capitalised(token) && is_capitalised(next) && token.newlines_after == 0 &&
           token.lower.find('.') == std::string::npos;
}

} // namespace

Tokenizer::Tokenizer(const ModelFile& model)
    : model_(model), boundaries_(read_linear_model(model, "boundaries")),
      sentences_(read_linear_model(model, "sentences")) {
    for (const std::string& line : model.lines("splits")) {
        const auto tab = std::min(line.find('\t'), line.size());
        std::size_t place = 0;
        std::from_chars(line.data() + std::min(tab + 1, line.size()), line.data() + line.size(), place);
        if (place == 0 || place >= tab)
            model.fail("section splits has a line that is not a word and a place in it");
        splits_[line.substr(0, tab)] = place;
    }
}

void Tokenizer::add_token(const Paragraph& paragraph, PlainToken token,
                          std::vector<PlainToken>& tokens) const {
    constexpr std::size_t longest = 16;
    if (token.splits.empty() && token.end - token.begin <= longest &&
        paragraph.characters[token.begin].kind == CharacterKind::letter) {
        const auto found = splits_.find(lower_case(paragraph.bytes(token.begin, token.end)));
        if (found != splits_.end() && token.begin + found->second < token.end)
            token.splits.push_back(token.begin + found->second);
    }
    tokens.push_back(std::move(token));
}

void Tokenizer::cut_chunk(const Paragraph& paragraph, std::size_t index,
                          std::vector<PlainToken>& tokens) const {
    const Chunk& chunk = paragraph.chunks[index];
    const Chunk* next = index + 1 < paragraph.chunks.size() ? &paragraph.chunks[index + 1] : nullptr;
    Features features;
    PlainToken token;
    token.begin = chunk.begin;
    std::size_t last_split = chunk.begin;
    token.is_abbreviation = is_abbreviation(paragraph, chunk, next);
    for (std::size_t place = chunk.begin + 1; place < chunk.end && !token.is_abbreviation; ++place) {
        if (!is_candidate(paragraph, chunk, place))
            continue;
        boundary_features(paragraph, chunk, next, place, last_split, features);
        const auto boundary = static_cast<Boundary>(boundaries_.best(features, boundary_count));
        if (boundary == Boundary::none)
            continue;
        last_split = place;
        if (boundary == Boundary::word) {
            token.splits.push_back(place);
            continue;
        }
        token.end = place;
        add_token(paragraph, std::exchange(token, {}), tokens);
        token.begin = place;
    }
    token.end = chunk.end;
    token.space_after = next != nullptr;
    token.newlines_after = next == nullptr ? 0 : next->newlines_before;
    add_token(paragraph, std::move(token), tokens);
}

void Tokenizer::read(std::string_view text, const std::function<void(Sentence&&)>& sink) const {
    std::size_t offset = 0;
    Features features;
    while (!text.empty()) {
        const Paragraph paragraph = take_paragraph(text);
        std::vector<PlainToken> tokens;
        for (std::size_t i = 0; i < paragraph.chunks.size(); ++i)
            cut_chunk(paragraph, i, tokens);
        describe(paragraph, tokens);
        SentenceBuilder builder(paragraph, offset);
        SentenceState state;
        bool starts_paragraph = true;
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            builder.add(tokens[i]);
            advance(state, tokens[i]);
            const bool is_last = i + 1 == tokens.size();
            if (!is_last && state.tokens < longest_read_sentence) {
                sentence_features(tokens, i, state, features);
                if (tokens[i].is_abbreviation || is_inside_name(tokens[i], tokens[i + 1]) ||
                    sentences_.best(features, 2) == 0)
                    continue;
            }
            sink(builder.finish(starts_paragraph));
            starts_paragraph = false;
            state = {};
        }
        offset += paragraph.characters.size();
    }
}

void advance(SentenceState& state, const PlainToken& token) noexcept {
    ++state.tokens;
    if (token.shape == '"')
        ++state.quotes;
    if (token.shape == '(' || token.shape == '[')
        ++state.open_brackets;
    if ((token.shape == ')' || token.shape == ']') && state.open_brackets > 0)
        --state.open_brackets;
}

} // namespace entente::ud::detail
