// SPDX-License-Identifier: Apache-2.0
#include "ingest/train/learning.hpp"

#include "ingest/train/tokenizer_trainer.hpp"
#include "ingest/train/training_data.hpp"
#include "ingest/train/variation.hpp"

#include <algorithm>

namespace entente::train {

namespace {

// A sentence longer than this teaches little and takes the memory of the square of its length.
constexpr std::size_t longest_example = 200;

// A sentence as it is and as it could be.
struct Pair {
    Example usual;
    Example variation;
};

std::vector<Pair> make_examples(const std::vector<ud::Document>& documents, const Numbering& numbering,
                                float weight, Random& random) {
    std::vector<Pair> examples;
    for (const ud::Document& document : documents)
        for (const ud::Sentence& sentence : document.sentences)
            if (sentence.words.size() <= longest_example && !sentence.words.front().deprel.empty())
                examples.push_back({numbering.example(sentence, weight),
                                    numbering.example(varied(sentence, random), weight)});
    return examples;
}

using Batch = std::vector<const Example*>;

std::vector<Batch> make_batches(const std::vector<Pair>& examples, float variation, std::size_t words,
                                Random& random) {
    std::vector<const Example*> order;
    order.reserve(examples.size());
    for (const Pair& example : examples)
        order.push_back(random.unit() < variation ? &example.variation : &example.usual);
    random.shuffle(order);
    std::vector<Batch> batches;
    std::size_t in_batch = words;
    for (const Example* example : order) {
        if (in_batch >= words) {
            batches.emplace_back();
            in_batch = 0;
        }
        batches.back().push_back(example);
        in_batch += example->words.size();
    }
    return batches;
}

// Up in the first two hundred steps, then down to nothing in a straight line.
float rate_at(std::size_t step, std::size_t steps, float rate) {
    const float done = static_cast<float>(step) / static_cast<float>(steps);
    const float warm = std::min(1.0F, static_cast<float>(step + 1) / 200.0F);
    return rate * warm * (1.0F - done);
}

std::size_t count_words(const std::vector<Pair>& examples) {
    std::size_t words = 0;
    for (const Pair& example : examples)
        words += example.usual.words.size();
    return words;
}

} // namespace

std::vector<std::byte> learn_model(const LearningMaterial& material, const LearningOptions& options,
                                   const std::function<void(const Progress&)>& on_epoch) {
    std::vector<ud::Document> treebanks;
    for (const auto& treebank : material.treebanks)
        treebanks.insert(treebanks.end(), treebank.begin(), treebank.end());
    Inventory inventory = take_inventory(treebanks, material.vectors, options.vector_scale);
    ud::detail::NetworkShape shape = options.shape;
    shape.vector_size = static_cast<std::uint32_t>(material.vectors.size);
    shape.part_size = 2 * shape.hidden - shape.vector_size;
    shape.tags = static_cast<std::uint32_t>(inventory.tags.size());
    shape.lemmas = static_cast<std::uint32_t>(inventory.lemmas.size());
    shape.relations = static_cast<std::uint32_t>(inventory.relations.size());
    const Numbering numbering(inventory, shape.part_rows);
    Random random(options.seed);
    std::vector<Pair> examples = make_examples(treebanks, numbering, 1, random);
    for (Pair& example : make_examples(material.parsed, numbering, options.parsed_weight, random))
        examples.push_back(std::move(example));

    ud::detail::ModelWriter common;
    common.add_lines("tags", inventory.tags);
    common.add_lines("lemmas", inventory.lemmas);
    common.add_lines("relations", inventory.relations);
    write_lexicon(common, make_lexicon(material.treebanks, material.words, inventory.lemmas));
    train_tokenizer(treebanks, options.tokenizer_epochs, options.seed, common);

    NetworkTrainer trainer(shape, inventory.vectors, inventory.word_counts, options.restraint, options.seed);
    const auto model = [&] {
        ud::detail::ModelWriter writer = common;
        trainer.write(writer, inventory.vector_keys, inventory.word_keys);
        return writer.bytes();
    };
    const std::size_t steps = options.epochs * (count_words(examples) / options.batch_words + 1);
    std::size_t step = 0;
    for (std::size_t epoch = 1; epoch <= options.epochs; ++epoch) {
        double loss = 0;
        const std::vector<Batch> batches =
            make_batches(examples, options.variation, options.batch_words, random);
        for (const Batch& batch : batches)
            loss += double(trainer.learn(batch, rate_at(std::min(step++, steps), steps, options.rate)));
        on_epoch({epoch, static_cast<float>(loss / double(batches.size())), model});
    }
    return model();
}

} // namespace entente::train
