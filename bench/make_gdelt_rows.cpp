// SPDX-License-Identifier: Apache-2.0
// Writes rows in the layout of GDELT 1.0 event tables (58 columns, about 400 bytes) to standard output: as
// many as the first argument says, always the same. Nothing in them is real.
#include <array>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <string_view>

namespace {

constexpr std::array<std::string_view, 40> countries = {
    "USA", "CHN", "RUS", "GBR", "FRA", "DEU", "ISR", "IRN", "IRQ", "SYR", "TUR", "IND", "PAK", "AFG",
    "JPN", "KOR", "PRK", "SAU", "EGY", "UKR", "POL", "ITA", "ESP", "BRA", "MEX", "CAN", "AUS", "ZAF",
    "NGA", "KEN", "ETH", "VNM", "PHL", "IDN", "MYS", "THA", "BEL", "NLD", "SWE", "ROM"};
constexpr std::array<std::string_view, 8> roles = {"", "", "GOV", "MIL", "BUS", "COP", "MED", "EDU"};
constexpr std::array<std::string_view, 24> codes = {"010", "020", "036", "040", "042", "043", "046", "051",
                                                    "057", "060", "070", "080", "090", "100", "111", "112",
                                                    "120", "130", "141", "150", "160", "173", "190", "193"};
constexpr std::string_view place = "\t4\tBeijing, Beijing, China\tCH\tCH22\t39.9289\t116.388\t-1898541";

void append_number(std::string& out, std::uint64_t number) {
    std::array<char, 24> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number);
    out.append(text.data(), end.ptr);
}

void append_actor(std::string& out, std::string_view country, std::string_view role) {
    out.append("\t").append(country).append(role).append("\t").append(country).append("\t").append(country);
    out.append("\t\t\t\t\t").append(role).append("\t\t");
}

// One in twenty rows lacks an actor, one in ten stays within a country, as in the real tables or fewer.
void append_row(std::string& out, std::uint64_t number, std::mt19937_64& random) {
    const std::uint64_t bits = random();
    const auto pick = [&](const auto& from, unsigned shift) { return from[(bits >> shift) % from.size()]; };
    const unsigned day = static_cast<unsigned>(number / 40'000 % 28) + 1;
    const unsigned month = static_cast<unsigned>(number / 1'120'000 % 12) + 1;
    std::string date = "2014" + std::string(month < 10 ? "0" : "") + std::to_string(month) +
                       (day < 10 ? "0" : "") + std::to_string(day);
    const std::string_view source = pick(countries, 3);
    const std::string_view target = bits % 10 == 0 ? source : pick(countries, 11);
    const std::string_view code = pick(codes, 19);
    append_number(out, 300'000'000 + number);
    out.append("\t").append(date).append("\t").append(date, 0, 6).append("\t2014\t2014.1616");
    append_actor(out, source, pick(roles, 27));
    if (bits % 20 == 1)
        out.append("\t\t\t\t\t\t\t\t\t\t");
    else
        append_actor(out, target, pick(roles, 31));
    out.append("\t1\t").append(code).append("\t").append(code).append("\t").append(code.substr(0, 2));
    out.append("\t1\t2.8\t");
    append_number(out, bits % 30 + 1);
    out.append("\t");
    append_number(out, bits % 4 + 1);
    out.append("\t10\t3.72093023255814");
    out.append(place).append(place).append(place);
    out.append("\t").append(date).append("\thttp://www.example.org/world/");
    append_number(out, number / 7);
    out.append("/a-headline-of-the-usual-length-for-an-article.html\n");
}

} // namespace

int main(int argc, char** argv) {
    const std::uint64_t rows = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1'000'000;
    std::mt19937_64 random(58);
    std::string out;
    for (std::uint64_t number = 0; number < rows; ++number) {
        append_row(out, number, random);
        if (out.size() > (std::size_t{1} << 20) || number + 1 == rows) {
            if (std::fwrite(out.data(), 1, out.size(), stdout) != out.size())
                return 1;
            out.clear();
        }
    }
}
