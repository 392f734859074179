// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/reader.hpp"

#include "graph/error.hpp"
#include "ingest/text/detail/model_file.hpp"
#include "ingest/text/detail/network.hpp"
#include "ingest/text/detail/tagger.hpp"
#include "ingest/text/detail/tokenizer.hpp"
#include "ingest/text/detail/word_features.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <utility>

namespace entente {

namespace {

using namespace ud::detail;

// Sentences longer than this are parsed in parts, since time and memory grow with the square of the length.
constexpr std::size_t longest_part = 512;
// The network works on about this many words at once: enough to keep it busy, few enough for the caches.
constexpr std::size_t batch_words = 192;

} // namespace

class Reader::Model {
public:
    explicit Model(const ModelFile& file)
        : tokenizer_(file), network_(file), tagger_(file), relations_(file.lines("relations")) {
        const NetworkShape& shape = network_.shape();
        if (tagger_.tags() != shape.tags || tagger_.lemma_rules() != shape.lemmas ||
            relations_.size() != shape.relations)
            file.fail("the network does not decide as many things as the model names");
    }

    const Tokenizer& tokenizer() const { return tokenizer_; }

    void analyse(std::span<ud::Sentence> sentences) const {
        std::vector<WordFeatures> words;
        std::vector<std::size_t> ends;
        for (const ud::Sentence& sentence : sentences) {
            for (std::size_t i = 0; i < sentence.words.size(); ++i) {
                if (i > 0 && i % longest_part == 0)
                    ends.push_back(words.size());
                words.push_back(word_features(sentence.words[i].form));
            }
            ends.push_back(words.size());
        }
        NetworkOutput output;
        network_.run(words, ends, output);
        std::size_t first = 0;
        for (ud::Sentence& sentence : sentences) {
            fill_in(sentence, output, first);
            first += sentence.words.size();
        }
    }

private:
    void fill_in(ud::Sentence& sentence, const NetworkOutput& output, std::size_t first) const {
        std::uint32_t root = 0;
        for (std::size_t i = 0; i < sentence.words.size(); ++i) {
            ud::Word& word = sentence.words[i];
            tagger_.tag(word, output.tags[first + i], output.lemmas[first + i],
                        [&](std::string_view form) { return network_.knows(form); });
            word.head = output.heads[first + i];
            word.deprel = relations_[output.relations[first + i]];
            const std::size_t part = i / longest_part * longest_part;
            if (word.head != 0) {
                word.head += static_cast<std::uint32_t>(part);
            } else if (root == 0) {
                root = static_cast<std::uint32_t>(i + 1);
                word.deprel = "root";
            } else {
                // Further parts of a sentence parsed in parts follow the root of the first.
                word.head = root;
                word.deprel = "parataxis";
            }
            if (word.head != 0 && word.deprel == "root")
                word.deprel = "parataxis";
        }
        correct_by_tree(sentence);
    }

    Tokenizer tokenizer_;
    Network network_;
    Tagger tagger_;
    std::vector<std::string> relations_;
};

Reader::Reader(std::shared_ptr<const Model> model) : model_(std::move(model)) {}

Reader Reader::load(const std::filesystem::path& model) {
    return Reader(std::make_shared<const Model>(ModelFile::open(model)));
}

std::vector<ud::Sentence> Reader::read(std::string_view text) const {
    std::vector<ud::Sentence> sentences;
    std::size_t analysed = 0;
    std::size_t waiting = 0; // words
    const auto analyse_waiting = [&] {
        model_->analyse(std::span(sentences).subspan(analysed));
        analysed = sentences.size();
        waiting = 0;
    };
    model_->tokenizer().read(text, [&](ud::Sentence&& sentence) {
        waiting += sentence.words.size();
        sentences.push_back(std::move(sentence));
        if (waiting >= batch_words)
            analyse_waiting();
    });
    analyse_waiting();
    return sentences;
}

void Reader::analyse(ud::Sentence& sentence) const {
    if (!sentence.words.empty())
        model_->analyse({&sentence, 1});
}

} // namespace entente
