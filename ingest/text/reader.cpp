// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/reader.hpp"

#include "graph/error.hpp"
#include "ingest/text/detail/lemmatizer.hpp"
#include "ingest/text/detail/model_file.hpp"
#include "ingest/text/detail/network.hpp"
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

struct Tag {
    ud::Upos upos = ud::Upos::x;
    std::string xpos;
    std::string feats;
};

Tag read_tag(const ModelFile& model, const std::string& line) {
    const auto first = line.find('\t');
    const auto second = first == line.npos ? line.npos : line.find('\t', first + 1);
    if (second == line.npos)
        model.fail("section tags has a line without three columns");
    const auto upos = ud::parse_upos(std::string_view(line).substr(0, first));
    if (!upos)
        model.fail("section tags has a part of speech that is none");
    return {*upos, line.substr(first + 1, second - first - 1), line.substr(second + 1)};
}

} // namespace

class Reader::Model {
public:
    explicit Model(const ModelFile& file)
        : tokenizer_(file), network_(file), lemmatizer_(file), relations_(file.lines("relations")) {
        for (const std::string& line : file.lines("tags"))
            tags_.push_back(read_tag(file, line));
        const NetworkShape& shape = network_.shape();
        if (tags_.size() != shape.tags || lemmatizer_.rules() != shape.lemmas ||
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
            const Tag& tag = tags_[output.tags[first + i]];
            word.upos = tag.upos;
            word.xpos = tag.xpos;
            word.feats = tag.feats;
            word.lemma = lemmatizer_.lemma(word, output.lemmas[first + i],
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
    }

    Tokenizer tokenizer_;
    Network network_;
    std::vector<Tag> tags_;
    Lemmatizer lemmatizer_;
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
