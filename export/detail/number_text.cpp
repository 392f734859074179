// SPDX-License-Identifier: Apache-2.0
#include "export/detail/number_text.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace entente::detail {

std::string canonical_double(double value) {
    std::array<char, 40> buffer{};
    const auto length = std::snprintf(buffer.data(), buffer.size(), "%.15e", value);
    const std::string text(buffer.data(), static_cast<std::size_t>(length));
    const auto e = text.find('e');
    auto mantissa = text.substr(0, e);
    mantissa.erase(mantissa.find_last_not_of('0') + 1);
    if (mantissa.back() == '.')
        mantissa += '0';
    return mantissa + 'E' + std::to_string(std::strtol(text.c_str() + e + 1, nullptr, 10));
}

} // namespace entente::detail
