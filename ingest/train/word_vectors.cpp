// SPDX-License-Identifier: Apache-2.0
#include "ingest/train/word_vectors.hpp"

#include "graph/error.hpp"
#include "ingest/train/random.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <string_view>
#include <unordered_map>

namespace entente::train {

namespace {

struct Vocabulary {
    std::vector<std::string> words;
    std::vector<std::size_t> counts;
    std::unordered_map<std::string, std::uint32_t> index;
};

Vocabulary count_words(const std::vector<std::vector<std::string>>& sentences, std::size_t min_count) {
    std::map<std::string, std::size_t> counts;
    for (const auto& sentence : sentences)
        for (const std::string& word : sentence)
            ++counts[word];
    std::vector<std::pair<std::string, std::size_t>> frequent;
    std::copy_if(counts.begin(), counts.end(), std::back_inserter(frequent),
                 [&](const auto& entry) { return entry.second >= min_count; });
    std::stable_sort(frequent.begin(), frequent.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    Vocabulary vocabulary;
    for (const auto& [word, count] : frequent) {
        vocabulary.index[word] = static_cast<std::uint32_t>(vocabulary.words.size());
        vocabulary.words.push_back(word);
        vocabulary.counts.push_back(count);
    }
    return vocabulary;
}

// Words in proportion to their frequency to the power of 0.75.
std::vector<std::uint32_t> noise_words(const Vocabulary& vocabulary) {
    constexpr std::size_t size = 1u << 22;
    double total = 0;
    for (const std::size_t count : vocabulary.counts)
        total += std::pow(static_cast<double>(count), 0.75);
    std::vector<std::uint32_t> table(size);
    double reached = 0;
    std::size_t next = 0;
    for (std::size_t word = 0; word < vocabulary.counts.size(); ++word) {
        reached += std::pow(static_cast<double>(vocabulary.counts[word]), 0.75) / total;
        while (next < size && static_cast<double>(next) < reached * static_cast<double>(size))
            table[next++] = static_cast<std::uint32_t>(word);
    }
    return table;
}

class SkipGram {
public:
    SkipGram(const Vocabulary& vocabulary, const WordVectorOptions& options)
        : options_(options), random_(options.seed), noise_(noise_words(vocabulary)),
          input_(vocabulary.words.size() * options.size), output_(input_.size(), 0.0F),
          change_(options.size) {
        for (float& value : input_)
            value = (random_.unit() - 0.5F) / static_cast<float>(options.size);
        for (const std::size_t count : vocabulary.counts)
            total_ += count;
        for (const std::size_t count : vocabulary.counts) {
            const float ratio = 1e-4F * static_cast<float>(total_) / static_cast<float>(count);
            keep_.push_back(std::sqrt(ratio) + ratio);
        }
    }

    void learn(const std::vector<std::uint32_t>& sentence) {
        kept_.clear();
        for (const std::uint32_t word : sentence)
            if (keep_[word] >= 1 || random_.unit() < keep_[word])
                kept_.push_back(word);
        seen_ += sentence.size();
        const float done = static_cast<float>(seen_) / static_cast<float>(total_ * options_.epochs);
        rate_ = options_.rate * std::max(1.0F - done, 1e-3F);
        for (std::size_t i = 0; i < kept_.size(); ++i) {
            const std::size_t reach = 1 + random_.below(options_.window);
            const std::size_t last = std::min(i + reach, kept_.size() - 1);
            for (std::size_t j = i > reach ? i - reach : 0; j <= last; ++j)
                if (j != i)
                    learn(kept_[j], kept_[i]);
        }
    }

    std::vector<float> values() { return std::move(input_); }

private:
    void learn(std::uint32_t word, std::uint32_t context) {
        const std::size_t n = options_.size;
        float* __restrict in = input_.data() + word * n;
        float* __restrict change = change_.data();
        std::fill_n(change, n, 0.0F);
        for (std::size_t k = 0; k <= options_.negatives; ++k) {
            const std::uint32_t target = k == 0 ? context : noise_[random_.below(noise_.size())];
            if (k > 0 && target == context)
                continue;
            float* __restrict out = output_.data() + target * n;
            const float step = rate_ * ((k == 0 ? 1.0F : 0.0F) - probability(in, out));
            for (std::size_t i = 0; i < n; ++i) {
                change[i] += step * out[i];
                out[i] += step * in[i];
            }
        }
        for (std::size_t i = 0; i < n; ++i)
            in[i] += change[i];
    }

    float probability(const float* a, const float* b) const {
        float lanes[16] = {};
        for (std::size_t i = 0; i + 16 <= options_.size; i += 16)
            for (std::size_t j = 0; j < 16; ++j)
                lanes[j] += a[i + j] * b[i + j];
        float sum = 0;
        for (const float lane : lanes)
            sum += lane;
        return 1.0F / (1.0F + std::exp(-std::clamp(sum, -8.0F, 8.0F)));
    }

    WordVectorOptions options_;
    Random random_;
    std::vector<std::uint32_t> noise_;
    std::vector<float> input_;
    std::vector<float> output_;
    std::vector<float> change_;
    std::vector<float> keep_;
    std::vector<std::uint32_t> kept_;
    std::size_t total_ = 0;
    std::size_t seen_ = 0;
    float rate_ = 0;
};

void scale(std::vector<float>& values) {
    double squares = 0;
    for (const float value : values)
        squares += double(value) * double(value);
    const auto factor =
        static_cast<float>(std::sqrt(static_cast<double>(values.size()) / std::max(squares, 1e-9)));
    for (float& value : values)
        value *= factor;
}

} // namespace

WordVectors train_word_vectors(const std::vector<std::vector<std::string>>& sentences,
                               const WordVectorOptions& options) {
    if (options.size == 0 || options.size % 16 != 0)
        throw Error("the size of word vectors must be a multiple of 16");
    const Vocabulary vocabulary = count_words(sentences, options.min_count);
    std::vector<std::vector<std::uint32_t>> numbered;
    for (const auto& sentence : sentences) {
        auto& numbers = numbered.emplace_back();
        for (const std::string& word : sentence)
            if (const auto found = vocabulary.index.find(word); found != vocabulary.index.end())
                numbers.push_back(found->second);
    }
    SkipGram model(vocabulary, options);
    for (std::size_t epoch = 0; epoch < options.epochs; ++epoch)
        for (const auto& sentence : numbered)
            if (!sentence.empty())
                model.learn(sentence);
    WordVectors vectors{options.size, vocabulary.words, model.values()};
    scale(vectors.values);
    return vectors;
}

void write_word_vectors(std::ostream& out, const WordVectors& vectors) {
    for (std::size_t word = 0; word < vectors.words.size(); ++word) {
        out << vectors.words[word];
        for (std::size_t i = 0; i < vectors.size; ++i) {
            char text[32];
            const auto end = std::to_chars(text, text + sizeof text, vectors.values[word * vectors.size + i],
                                           std::chars_format::general, 4);
            out << ' ' << std::string_view(text, static_cast<std::size_t>(end.ptr - text));
        }
        out << '\n';
    }
    if (!out.flush())
        throw OutputError("cannot write word vectors: the output takes no more");
}

WordVectors read_word_vectors(std::istream& in, const std::string& file) {
    WordVectors vectors;
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        std::string_view rest = line;
        const auto space = std::min(rest.find(' '), rest.size());
        vectors.words.emplace_back(rest.substr(0, space));
        rest.remove_prefix(space);
        std::size_t count = 0;
        while (!rest.empty()) {
            rest.remove_prefix(1);
            float value = 0;
            const auto end = std::from_chars(rest.data(), rest.data() + rest.size(), value);
            if (end.ec != std::errc{})
                throw InputError({file, number, 0}, "a number", rest);
            rest.remove_prefix(static_cast<std::size_t>(end.ptr - rest.data()));
            vectors.values.push_back(value);
            ++count;
        }
        if (number == 1)
            vectors.size = count;
        if (count == 0 || count != vectors.size)
            throw InputError({file, number, 0}, "expected " + std::to_string(vectors.size) +
                                                    " values, found " + std::to_string(count));
    }
    return vectors;
}

} // namespace entente::train
