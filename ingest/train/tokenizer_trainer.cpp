// SPDX-License-Identifier: Apache-2.0
#include "ingest/train/tokenizer_trainer.hpp"

#include "ingest/text/detail/tokenizer.hpp"
#include "ingest/text/detail/utf8.hpp"
#include "ingest/train/linear_trainer.hpp"
#include "ingest/train/random.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>

namespace entente::train {

namespace {

using namespace ud::detail;

// What begins or ends at a place of a document's text, as bits.
enum Mark : std::uint8_t { token_begin = 1, word_begin = 2, sentence_end = 4 };

std::vector<std::uint8_t> find_marks(const ud::Document& document) {
    std::vector<std::uint8_t> marks(count_code_points(document.text) + 1, 0);
    for (const ud::Sentence& sentence : document.sentences) {
        for (const ud::Word& word : sentence.words)
            marks[word.span.begin] |= word_begin | token_begin;
        for (const ud::MultiwordToken& token : sentence.multiword_tokens)
            for (auto i = token.first + 1; i <= token.last; ++i)
                if (sentence.words[i - 1].span.begin != token.span.begin)
                    marks[sentence.words[i - 1].span.begin] = word_begin;
        marks[sentence.span.end] |= sentence_end;
    }
    return marks;
}

// The text with other white space, at the same places: lines wrapped at `width` (0 for not at all),
// paragraphs divided by one line feed where `is_dense`.
std::string laid_out(const std::string& text, std::size_t width, bool is_dense) {
    std::string out = text;
    std::size_t line_begin = 0;
    std::size_t last_space = 0;
    for (std::size_t i = 0; i < out.size(); ++i) {
        if (out[i] == '\n') {
            if (is_dense && i + 1 < out.size() && out[i + 1] == '\n')
                out[i] = ' ';
            line_begin = i + 1;
        } else if (out[i] == ' ') {
            last_space = i;
        }
        if (width > 0 && i - line_begin >= width && last_space > line_begin) {
            out[last_space] = '\n';
            line_begin = last_space + 1;
        }
    }
    return out;
}

// Where letters are divided that no mark divides, as often as not.
std::vector<std::string> find_splits(const std::vector<ud::Document>& documents) {
    std::map<std::string, std::map<std::size_t, std::size_t>> places;
    const auto is_plain = [](const std::string& form) {
        return std::all_of(form.begin(), form.end(), [](char c) { return (c >= 'a' && c <= 'z'); });
    };
    for (const ud::Document& document : documents) {
        for (const ud::Sentence& sentence : document.sentences) {
            for (std::size_t i = 0; i < sentence.words.size(); ++i) {
                const std::string form = lower_case(sentence.words[i].form);
                const bool joins = i + 1 < sentence.words.size() &&
                                   sentence.words[i + 1].span.begin == sentence.words[i].span.end;
                const std::string next = joins ? lower_case(sentence.words[i + 1].form) : "";
                if (joins && !next.empty() && is_plain(form) && is_plain(next))
                    ++places[form + next][form.size()];
                else if (places.count(form) != 0 || is_plain(form))
                    ++places[form][0];
            }
        }
    }
    std::vector<std::string> lines;
    for (const auto& [form, counts] : places) {
        const auto best = std::max_element(counts.begin(), counts.end(),
                                           [](const auto& a, const auto& b) { return a.second < b.second; });
        if (best->first != 0 && best->second >= 2)
            lines.push_back(form + '\t' + std::to_string(best->first));
    }
    return lines;
}

class Lesson {
public:
    Lesson(LinearTrainer& boundaries, LinearTrainer& sentences)
        : boundaries_(boundaries), sentences_(sentences) {}

    void learn(const std::string& text, const std::vector<std::uint8_t>& marks) {
        std::string_view rest = text;
        std::size_t offset = 0;
        while (!rest.empty()) {
            const Paragraph paragraph = take_paragraph(rest);
            tokens_.clear();
            for (std::size_t i = 0; i < paragraph.chunks.size(); ++i)
                learn_chunk(paragraph, i, marks, offset);
            describe(paragraph, tokens_);
            learn_sentences(marks, offset);
            offset += paragraph.characters.size();
        }
    }

private:
    void learn_chunk(const Paragraph& paragraph, std::size_t index, const std::vector<std::uint8_t>& marks,
                     std::size_t offset) {
        const Chunk& chunk = paragraph.chunks[index];
        const Chunk* next = index + 1 < paragraph.chunks.size() ? &paragraph.chunks[index + 1] : nullptr;
        PlainToken token;
        token.begin = chunk.begin;
        std::size_t last_split = chunk.begin;
        for (std::size_t place = chunk.begin + 1; place < chunk.end; ++place) {
            const std::uint8_t mark = marks[offset + place];
            const auto gold = (mark & token_begin) != 0  ? Boundary::token
                              : (mark & word_begin) != 0 ? Boundary::word
                                                         : Boundary::none;
            if (is_candidate(paragraph, chunk, place)) {
                boundary_features(paragraph, chunk, next, place, last_split, features_);
                boundaries_.learn(features_, static_cast<std::size_t>(gold));
            }
            if (gold != Boundary::none)
                last_split = place;
            if (gold == Boundary::token) {
                token.end = place;
                tokens_.push_back(token);
                token.begin = place;
            }
        }
        token.end = chunk.end;
        token.space_after = next != nullptr;
        token.newlines_after = next == nullptr ? 0 : next->newlines_before;
        tokens_.push_back(token);
    }

    void learn_sentences(const std::vector<std::uint8_t>& marks, std::size_t offset) {
        SentenceState state;
        for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
            advance(state, tokens_[i]);
            sentence_features(tokens_, i, state, features_);
            const bool is_end = (marks[offset + tokens_[i].end] & sentence_end) != 0;
            sentences_.learn(features_, is_end ? 1 : 0);
            if (is_end)
                state = {};
        }
    }

    LinearTrainer& boundaries_;
    LinearTrainer& sentences_;
    std::vector<PlainToken> tokens_;
    Features features_;
};

} // namespace

void train_tokenizer(const std::vector<ud::Document>& documents, std::size_t epochs, std::uint64_t seed,
                     ud::detail::ModelWriter& model) {
    constexpr std::size_t rows = 1u << 16;
    LinearTrainer boundaries(rows, boundary_count);
    LinearTrainer sentences(rows, 2);
    Lesson lesson(boundaries, sentences);
    Random random(seed);
    std::vector<std::size_t> order(documents.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
        random.shuffle(order);
        for (const std::size_t i : order) {
            const std::vector<std::uint8_t> marks = find_marks(documents[i]);
            const std::string& text = documents[i].text;
            // Plain half of the time; else wrapped, dense or both.
            const std::size_t way = random.below(6);
            const std::size_t width = way == 0 || way == 1 ? 50 + random.below(50) : 0;
            lesson.learn(laid_out(text, width, way == 1 || way == 2), marks);
        }
    }
    model.add<float>("boundaries", boundaries.average());
    model.add<float>("sentences", sentences.average());
    model.add_lines("splits", find_splits(documents));
}

} // namespace entente::train
