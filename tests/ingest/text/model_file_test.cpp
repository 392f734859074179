// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/detail/model_file.hpp"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <functional>

namespace {

using namespace entente;
using namespace entente::ud::detail;

std::vector<std::byte> sample() {
    ModelWriter writer;
    const std::uint32_t numbers[] = {7, 9};
    writer.add<std::uint32_t>("numbers", numbers);
    writer.add_lines("names", {"a", "b c"});
    return writer.bytes();
}

std::string message_of(const std::function<void()>& work) {
    try {
        work();
    } catch (const InputError& error) {
        return error.what();
    }
    return "";
}

std::string message_of(std::vector<std::byte> bytes) {
    return message_of([&] { ModelFile::from_bytes(std::move(bytes), "m"); });
}

} // namespace

BOOST_AUTO_TEST_SUITE(model_file_test)

BOOST_AUTO_TEST_CASE(sections_read_back) {
    const ModelFile model = ModelFile::from_bytes(sample(), "m");
    const auto numbers = model.section<std::uint32_t>("numbers", 2);
    BOOST_TEST(numbers[1] == 9u);
    BOOST_TEST(model.lines("names").at(1) == "b c");
    BOOST_TEST(message_of([&] { model.section<std::uint32_t>("numbers", 3); }) ==
               "m: section numbers has 2 values, expected 3");
    BOOST_TEST(message_of([&] { model.lines("none"); }) == "m: the model has no section none");
}

BOOST_AUTO_TEST_CASE(every_changed_byte_is_noticed) {
    const auto good = sample();
    for (std::size_t i = 0; i < good.size(); ++i) {
        auto bad = good;
        bad[i] ^= std::byte{1};
        BOOST_TEST(message_of(bad) != "");
    }
}

BOOST_AUTO_TEST_CASE(a_damaged_model_is_refused_with_the_reason) {
    auto damaged = sample();
    damaged.back() ^= std::byte{1};
    BOOST_TEST(message_of(damaged) == "m: the model is damaged: its checksum differs");
    auto other = sample();
    other[8] = std::byte{9};
    BOOST_TEST(message_of(other) == "m: expected a model of version 2, found version 9");
    auto cut = sample();
    cut.resize(cut.size() - 64);
    BOOST_TEST(message_of(cut) == "m: the model is cut short or has bytes too many");
    BOOST_TEST(message_of(std::vector<std::byte>(40)) == "m: not a model file");
}

BOOST_AUTO_TEST_CASE(a_file_that_is_absent_is_named) {
    BOOST_TEST(message_of([] { ModelFile::open("/nowhere/m"); }) ==
               "/nowhere/m: cannot open the model: No such file or directory");
}

BOOST_AUTO_TEST_SUITE_END()
