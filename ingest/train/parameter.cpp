// SPDX-License-Identifier: Apache-2.0
#include "ingest/train/parameter.hpp"

#include <algorithm>
#include <cmath>

namespace entente::train {

namespace {

constexpr float first_decay = 0.9F;
constexpr float second_decay = 0.98F;
// What an average keeps of itself in a step: it reaches back over about 700 steps.
constexpr float average_decay = 0.9985F;

void step_range(Parameter& p, std::size_t begin, std::size_t end, float rate, float scale) {
    float* __restrict value = p.value.data();
    float* __restrict gradient = p.gradient.data();
    float* __restrict m = p.first_moment.data();
    float* __restrict v = p.second_moment.data();
    for (std::size_t i = begin; i < end; ++i) {
        const float g = gradient[i] * scale;
        m[i] = first_decay * m[i] + (1 - first_decay) * g;
        v[i] = second_decay * v[i] + (1 - second_decay) * g * g;
        value[i] -= rate * m[i] / (std::sqrt(v[i]) + 1e-8F);
        gradient[i] = 0;
    }
}

// Moves `average` towards `value` as so many steps with that value do.
void approach(float* __restrict average, const float* __restrict value, std::size_t count,
              std::uint32_t steps) {
    const float kept = std::pow(average_decay, static_cast<float>(steps));
    for (std::size_t i = 0; i < count; ++i)
        average[i] = value[i] + kept * (average[i] - value[i]);
}

} // namespace

void Parameter::resize(std::size_t row_count, std::size_t column_count, float deviation, Random& random) {
    rows = row_count;
    columns = column_count;
    value.assign(rows * columns, 0.0F);
    if (deviation > 0)
        for (float& x : value)
            x = deviation * random.normal();
    average = value;
    gradient.assign(value.size(), 0.0F);
    first_moment.assign(value.size(), 0.0F);
    second_moment.assign(value.size(), 0.0F);
}

void Parameter::make_sparse() {
    is_sparse = true;
    is_touched.assign(rows, false);
    averaged_at.assign(rows, 0);
}

float* Parameter::touch(std::uint32_t row) {
    if (!is_touched[row]) {
        is_touched[row] = true;
        touched.push_back(row);
    }
    return gradient.data() + std::size_t{row} * columns;
}

double Parameter::squared_norm() const {
    double sum = 0;
    const auto add = [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            sum += double(gradient[i]) * double(gradient[i]);
    };
    if (!is_sparse)
        add(0, gradient.size());
    for (const std::uint32_t row : touched)
        add(row * columns, (row + 1) * columns);
    return sum;
}

void Parameter::step(float rate, float scale) {
    ++steps;
    if (!is_sparse) {
        step_range(*this, 0, value.size(), rate, scale);
        approach(average.data(), value.data(), value.size(), 1);
        return;
    }
    for (const std::uint32_t row : touched) {
        const std::size_t first = row * columns;
        approach(average.data() + first, value.data() + first, columns, steps - 1 - averaged_at[row]);
        step_range(*this, first, first + columns, rate, scale);
        approach(average.data() + first, value.data() + first, columns, 1);
        averaged_at[row] = steps;
        is_touched[row] = false;
    }
    touched.clear();
}

std::vector<float> Parameter::averaged() const {
    std::vector<float> result = average;
    if (is_sparse)
        for (std::size_t row = 0; row < rows; ++row)
            approach(result.data() + row * columns, value.data() + row * columns, columns,
                     steps - averaged_at[row]);
    return result;
}

} // namespace entente::train
