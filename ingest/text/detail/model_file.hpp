// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TEXT_DETAIL_MODEL_FILE_HPP
#define ENTENTE_INGEST_TEXT_DETAIL_MODEL_FILE_HPP

#include "graph/error.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace entente::ud::detail {

/// What a model file of this code says at its beginning; another version is refused.
inline constexpr std::uint32_t model_version = 2;

/// A model file in memory: named sections of bytes. Copies share the memory.
///
/// Layout, little endian: "ENTENTE\n"; version and number of sections (32 bits each); size of the file and
/// XXH3 hash of what follows the first 32 bytes (64 bits each); for each section a name (16 bytes, padded
/// with zeros), its offset and size (64 bits each); the sections, each at a multiple of 64.
class ModelFile {
public:
    /// Maps the file into memory. Throws InputError when it can't be read, is damaged or of another version.
    static ModelFile open(const std::filesystem::path& path);

    /// The same over bytes that are already in memory. `name` stands in messages.
    static ModelFile from_bytes(std::vector<std::byte> bytes, const std::string& name);

    /// The bytes of a section as values of `T`. Throws InputError where there is no such section or it has
    /// not exactly `count` values.
    template<typename T>
    std::span<const T> section(std::string_view section_name, std::size_t count) const {
        const auto values = section<T>(section_name);
        if (values.size() != count)
            fail("section " + std::string(section_name) + " has " + std::to_string(values.size()) +
                 " values, expected " + std::to_string(count));
        return values;
    }
    template<typename T>
    std::span<const T> section(std::string_view section_name) const {
        static_assert(std::is_arithmetic_v<T>);
        const auto bytes = find(section_name);
        if (bytes.size() % sizeof(T) != 0)
            fail("section " + std::string(section_name) + " ends within a value");
        return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
    }

    std::vector<std::string> section_names() const;

    /// A section of text lines, each ended by a line feed.
    std::vector<std::string> lines(std::string_view section_name) const;

    /// Throws InputError that names this file.
    [[noreturn]] void fail(const std::string& what) const;

private:
    ModelFile(std::shared_ptr<const void> owner, std::span<const std::byte> bytes, std::string name);
    std::span<const std::byte> find(std::string_view section_name) const;

    std::shared_ptr<const void> owner_;
    std::string name_;
    std::map<std::string, std::span<const std::byte>, std::less<>> sections_;
};

/// Collects sections and lays them out as ModelFile reads them.
class ModelWriter {
public:
    template<typename T>
    void add(const std::string& name, std::span<const T> values) {
        static_assert(std::is_arithmetic_v<T>);
        const auto bytes = std::as_bytes(values);
        sections_.emplace_back(name, std::vector<std::byte>(bytes.begin(), bytes.end()));
    }
    void add_lines(const std::string& name, const std::vector<std::string>& lines);

    /// The whole file.
    std::vector<std::byte> bytes() const;

private:
    std::vector<std::pair<std::string, std::vector<std::byte>>> sections_;
};

} // namespace entente::ud::detail

#endif
