// SPDX-License-Identifier: Apache-2.0
#include "ingest/train/network_trainer.hpp"

#include "ingest/text/detail/integer_product.hpp"

#include <algorithm>
#include <cmath>

namespace entente::train {

namespace {

void write_table(ud::detail::ModelWriter& model, const std::string& name, std::span<const std::uint64_t> keys,
                 const std::vector<float>& values, std::size_t width) {
    std::vector<std::int8_t> small;
    std::vector<float> scales;
    for (std::size_t row = 0; row * width < values.size(); ++row) {
        const float* first = values.data() + row * width;
        float largest = 0;
        for (std::size_t k = 0; k < width; ++k)
            largest = std::max(largest, std::abs(first[k]));
        const float scale = largest / 127.0F;
        scales.push_back(scale);
        for (std::size_t k = 0; k < width; ++k)
            small.push_back(scale == 0 ? std::int8_t{0}
                                       : static_cast<std::int8_t>(std::lround(first[k] / scale)));
    }
    model.add<std::uint64_t>(name + ".keys", keys);
    model.add<std::int8_t>(name + ".values", small);
    model.add<float>(name + ".scales", scales);
}

void write_matrix(ud::detail::ModelWriter& model, const std::string& name, const Parameter& parameter) {
    const ud::detail::IntegerPacking packing(parameter.averaged(), parameter.rows, parameter.columns);
    model.add<std::int16_t>(name + ".w", packing.values);
    model.add<float>(name + ".scales", packing.scales);
}

} // namespace

void NetworkTrainer::write(ud::detail::ModelWriter& model, std::span<const std::uint64_t> vector_keys,
                           std::span<const std::uint64_t> word_keys) const {
    const std::uint32_t shape[] = {shape_.vector_size, shape_.part_size, shape_.hidden, shape_.layers,
                                   shape_.arc,         shape_.label,     shape_.tags,   shape_.lemmas,
                                   shape_.relations,   shape_.part_rows};
    model.add<std::uint32_t>("shape", shape);
    write_table(model, "vectors", vector_keys, vectors_, shape_.vector_size);
    write_table(model, "words", word_keys, words_.averaged(), shape_.part_size);
    write_table(model, "parts", {}, parts_.averaged(), shape_.part_size);
    for (std::size_t i = 0; i < layers_.size(); ++i) {
        const std::string name = "layer" + std::to_string(i);
        write_matrix(model, name, layers_[i].weights);
        model.add<float>(name + ".bias", layers_[i].bias.averaged());
        model.add<float>(name + ".carry", layers_[i].carry.averaged());
    }
    write_matrix(model, "project", projection_);
    model.add<float>("project.bias", projection_bias_.averaged());
    write_matrix(model, "arc", arc_);
    model.add<float>("arc.bias", arc_bias_.averaged());
    model.add<float>("arc.root", arc_root_.averaged());
    model.add<float>("label.root", label_root_.averaged());
    write_matrix(model, "label", label_);
    model.add<float>("label.bias", label_bias_.averaged());
}

} // namespace entente::train
