// SPDX-License-Identifier: Apache-2.0
#include "ingest/train/learning.hpp"

#include "ingest/train/tokenizer_trainer.hpp"
#include "ingest/train/training_data.hpp"

#include <algorithm>

namespace entente::train {

namespace {

// A sentence longer than this teaches little and takes the memory of the square of its length.
constexpr std::size_t longest_example = 200;

std::vector<Example> make_examples(const std::vector<ud::Document>& documents, const Numbering& numbering,
                                   float weight) {
    std::vector<Example> examples;
    for (const ud::Document& document : documents)
        for (const ud::Sentence& sentence : document.sentences)
            if (sentence.words.size() <= longest_example && !sentence.words.front().deprel.empty())
                examples.push_back(numbering.example(sentence, weight));
    return examples;
}

using Batch = std::vector<const Example*>;

std::vector<Batch> make_batches(const std::vector<Example>& examples, std::size_t words, Random& random) {
    std::vector<const Example*> order;
    for (const Example& example : examples)
        order.push_back(&example);
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

std::size_t count_words(const std::vector<Example>& examples) {
    std::size_t words = 0;
    for (const Example& example : examples)
        words += example.words.size();
    return words;
}

} // namespace

std::vector<std::byte> learn_model(const std::vector<std::vector<ud::Document>>& treebank_list,
                                   const std::vector<ud::Document>& parsed, const WordVectors& vectors,
                                   const LearningOptions& options,
                                   const std::function<void(const Progress&)>& on_epoch) {
    std::vector<ud::Document> treebanks;
    for (const auto& treebank : treebank_list)
        treebanks.insert(treebanks.end(), treebank.begin(), treebank.end());
    Inventory inventory = take_inventory(treebanks, vectors, options.vector_scale);
    take_lexicon(treebank_list, inventory);
    ud::detail::NetworkShape shape = options.shape;
    shape.vector_size = static_cast<std::uint32_t>(vectors.size);
    shape.part_size = 2 * shape.hidden - shape.vector_size;
    shape.tags = static_cast<std::uint32_t>(inventory.tags.size());
    shape.lemmas = static_cast<std::uint32_t>(inventory.lemmas.size());
    shape.relations = static_cast<std::uint32_t>(inventory.relations.size());
    const Numbering numbering(inventory, shape.part_rows);
    std::vector<Example> examples = make_examples(treebanks, numbering, 1);
    for (Example& example : make_examples(parsed, numbering, options.parsed_weight))
        examples.push_back(std::move(example));

    ud::detail::ModelWriter common;
    common.add_lines("tags", inventory.tags);
    common.add_lines("lemmas", inventory.lemmas);
    common.add_lines("relations", inventory.relations);
    common.add<std::uint64_t>("lexicon.keys", inventory.lexicon_keys);
    common.add<std::uint16_t>("lexicon.rules", inventory.lexicon_rules);
    train_tokenizer(treebanks, options.tokenizer_epochs, options.seed, common);

    NetworkTrainer trainer(shape, inventory.vectors, inventory.word_counts, options.restraint, options.seed);
    const auto model = [&] {
        ud::detail::ModelWriter writer = common;
        trainer.write(writer, inventory.vector_keys, inventory.word_keys);
        return writer.bytes();
    };
    Random random(options.seed);
    const std::size_t steps = options.epochs * (count_words(examples) / options.batch_words + 1);
    std::size_t step = 0;
    for (std::size_t epoch = 1; epoch <= options.epochs; ++epoch) {
        double loss = 0;
        const std::vector<Batch> batches = make_batches(examples, options.batch_words, random);
        for (const Batch& batch : batches)
            loss += double(trainer.learn(batch, rate_at(std::min(step++, steps), steps, options.rate)));
        on_epoch({epoch, static_cast<float>(loss / double(batches.size())), model});
    }
    return model();
}

} // namespace entente::train
