// SPDX-License-Identifier: Apache-2.0
#include "ingest/train/training_data.hpp"

#include "ingest/text/detail/lemma_rule.hpp"
#include "ingest/text/detail/word_features.hpp"

#include "ingest/text/detail/hash.hpp"

#include <algorithm>
#include <map>

namespace entente::train {

namespace {

std::string tag_of(const ud::Word& word) {
    return std::string(to_string(word.upos)) + '\t' + word.xpos + '\t' + word.feats;
}

std::string lemma_of(const ud::Word& word) {
    return to_string(ud::detail::find_lemma_rule(word.form, word.lemma));
}

std::vector<std::string> frequent(const std::map<std::string, std::size_t>& counts, std::size_t least) {
    std::vector<std::string> names;
    for (const auto& [name, count] : counts)
        if (count >= least)
            names.push_back(name);
    return names;
}

std::unordered_map<std::string, std::uint32_t> numbered(const std::vector<std::string>& names) {
    std::unordered_map<std::string, std::uint32_t> numbers;
    for (const std::string& name : names)
        numbers.emplace(name, static_cast<std::uint32_t>(numbers.size()));
    return numbers;
}

void take_vectors(const WordVectors& vectors, float scale, Inventory& inventory) {
    std::map<std::uint64_t, std::size_t> rows;
    for (std::size_t i = 0; i < vectors.words.size(); ++i)
        rows.emplace(ud::detail::word_features(vectors.words[i]).form, i);
    inventory.vectors.assign(vectors.size, 0.0F);
    for (const auto& [key, row] : rows) {
        inventory.vector_keys.push_back(key);
        for (std::size_t k = 0; k < vectors.size; ++k)
            inventory.vectors.push_back(scale * vectors.values[row * vectors.size + k]);
    }
}

std::uint32_t row_of(const std::vector<std::uint64_t>& keys, std::uint64_t key) {
    const auto found = std::lower_bound(keys.begin(), keys.end(), key);
    return found == keys.end() || *found != key ? 0 : static_cast<std::uint32_t>(found - keys.begin()) + 1;
}

} // namespace

Inventory take_inventory(const std::vector<ud::Document>& documents, const WordVectors& vectors,
                         float vector_scale) {
    std::map<std::string, std::size_t> tags;
    std::map<std::string, std::size_t> lemmas;
    std::map<std::string, std::size_t> relations;
    std::map<std::uint64_t, std::size_t> words;
    for (const ud::Document& document : documents) {
        for (const ud::Sentence& sentence : document.sentences) {
            for (const ud::Word& word : sentence.words) {
                ++tags[tag_of(word)];
                ++lemmas[lemma_of(word)];
                ++relations[word.deprel];
                ++words[ud::detail::word_features(word.form).form];
            }
        }
    }
    Inventory inventory;
    inventory.tags = frequent(tags, 2);
    inventory.lemmas = frequent(lemmas, 2);
    inventory.relations = frequent(relations, 1);
    inventory.word_counts.push_back(0);
    for (const auto& [key, count] : words) {
        if (count >= 2) {
            inventory.word_keys.push_back(key);
            inventory.word_counts.push_back(count);
        }
    }
    take_vectors(vectors, vector_scale, inventory);
    return inventory;
}

Numbering::Numbering(const Inventory& inventory, std::size_t part_rows)
    : inventory_(inventory), part_rows_(part_rows), tags_(numbered(inventory.tags)),
      lemmas_(numbered(inventory.lemmas)), relations_(numbered(inventory.relations)) {}

Example Numbering::example(const ud::Sentence& sentence, float weight) const {
    constexpr auto none = static_cast<std::uint32_t>(-1);
    const auto find = [](const auto& numbers, const std::string& name) {
        const auto found = numbers.find(name);
        return found == numbers.end() ? none : found->second;
    };
    Example example;
    example.weight = weight;
    for (const ud::Word& word : sentence.words) {
        const ud::detail::WordFeatures features = ud::detail::word_features(word.form);
        Example::Word& numbers = example.words.emplace_back();
        numbers.vector = row_of(inventory_.vector_keys, features.form);
        numbers.word = row_of(inventory_.word_keys, features.form);
        for (const std::uint64_t part : features.parts)
            numbers.parts.push_back(static_cast<std::uint32_t>(part % part_rows_));
        numbers.tag = find(tags_, tag_of(word));
        numbers.lemma = find(lemmas_, lemma_of(word));
        numbers.head = word.head;
        numbers.relation =
            std::min(find(relations_, word.deprel), static_cast<std::uint32_t>(relations_.size() - 1));
    }
    return example;
}

} // namespace entente::train
