// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/detail/model_file.hpp"

#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace entente::ud::detail {

namespace {

static_assert(std::endian::native == std::endian::little, "model files are read in place");

constexpr std::string_view magic = "ENTENTE\n";
constexpr std::size_t header_size = 32;
constexpr std::size_t name_size = 16;
constexpr std::size_t entry_size = name_size + 16;
constexpr std::size_t alignment = 64;

constexpr std::size_t aligned(std::size_t size) { return (size + alignment - 1) / alignment * alignment; }

template<typename T>
T load(std::span<const std::byte> bytes, std::size_t offset) {
    T value;
    std::memcpy(&value, bytes.data() + offset, sizeof value);
    return value;
}

template<typename T>
void store(std::vector<std::byte>& bytes, std::size_t offset, T value) {
    std::memcpy(bytes.data() + offset, &value, sizeof value);
}

std::string system_message() { return std::generic_category().message(errno); }

// Closes the descriptor when a function is left.
class Descriptor {
public:
    explicit Descriptor(const char* path) : value_(::open(path, O_RDONLY | O_CLOEXEC)) {}
    ~Descriptor() {
        if (value_ >= 0)
            ::close(value_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return value_; }

private:
    int value_;
};

} // namespace

ModelFile ModelFile::open(const std::filesystem::path& path) {
    const std::string name = path.string();
    const Descriptor file(name.c_str());
    struct stat status {};
    if (file.get() < 0 || ::fstat(file.get(), &status) != 0)
        throw InputError({.file = name}, "cannot open the model: " + system_message());
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size < header_size)
        throw InputError({.file = name}, "not a model file: it is too short");
    void* memory = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.get(), 0);
    if (memory == MAP_FAILED)
        throw InputError({.file = name}, "cannot map the model into memory: " + system_message());
    std::shared_ptr<const void> owner(memory,
                                      [size](const void* p) { ::munmap(const_cast<void*>(p), size); });
    return {std::move(owner), {static_cast<const std::byte*>(memory), size}, name};
}

ModelFile ModelFile::from_bytes(std::vector<std::byte> bytes, const std::string& name) {
    // The sections are aligned to the file's beginning, so that has to be aligned too.
    std::shared_ptr<std::byte> copy(
        new (std::align_val_t{alignment}) std::byte[bytes.size() + 1],
        [](std::byte* p) { ::operator delete[](p, std::align_val_t{alignment}); });
    std::copy(bytes.begin(), bytes.end(), copy.get());
    const std::span<const std::byte> view(copy.get(), bytes.size());
    return {std::move(copy), view, name};
}

ModelFile::ModelFile(std::shared_ptr<const void> owner, std::span<const std::byte> bytes, std::string name)
    : owner_(std::move(owner)), name_(std::move(name)) {
    if (bytes.size() < header_size || std::memcmp(bytes.data(), magic.data(), magic.size()) != 0)
        fail("not a model file");
    if (const auto version = load<std::uint32_t>(bytes, 8); version != model_version)
        fail("expected a model of version " + std::to_string(model_version) + ", found version " +
             std::to_string(version));
    const auto count = load<std::uint32_t>(bytes, 12);
    if (load<std::uint64_t>(bytes, 16) != bytes.size() || count > (bytes.size() - header_size) / entry_size)
        fail("the model is cut short or has bytes too many");
    if (load<std::uint64_t>(bytes, 24) != XXH3_64bits(bytes.data() + header_size, bytes.size() - header_size))
        fail("the model is damaged: its checksum differs");
    std::size_t expected = aligned(header_size + count * entry_size);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t entry = header_size + i * entry_size;
        const auto* text = reinterpret_cast<const char*>(bytes.data() + entry);
        const auto offset = load<std::uint64_t>(bytes, entry + name_size);
        const auto size = load<std::uint64_t>(bytes, entry + name_size + 8);
        if (offset != expected || offset > bytes.size() || size > bytes.size() - offset)
            fail("a section of the model lies where none should");
        expected = aligned(offset + size);
        sections_[std::string(text, ::strnlen(text, name_size))] = bytes.subspan(offset, size);
    }
    if (expected != bytes.size())
        fail("the model has bytes that belong to no section");
}

std::span<const std::byte> ModelFile::find(std::string_view section_name) const {
    const auto found = sections_.find(section_name);
    if (found == sections_.end())
        fail("the model has no section " + std::string(section_name));
    return found->second;
}

std::vector<std::string> ModelFile::section_names() const {
    std::vector<std::string> names;
    for (const auto& section : sections_)
        names.push_back(section.first);
    return names;
}

std::vector<std::string> ModelFile::lines(std::string_view section_name) const {
    const auto bytes = section<char>(section_name);
    std::string_view text(bytes.data(), bytes.size());
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        if (end == text.npos)
            fail("section " + std::string(section_name) + " ends within a line");
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    return lines;
}

void ModelFile::fail(const std::string& what) const { throw InputError({.file = name_}, what); }

void ModelWriter::add_lines(const std::string& name, const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines)
        text += line + '\n';
    add<char>(name, text);
}

std::vector<std::byte> ModelWriter::bytes() const {
    std::size_t size = aligned(header_size + entry_size * sections_.size());
    for (const auto& section : sections_)
        size += aligned(section.second.size());
    std::vector<std::byte> out(size);
    std::memcpy(out.data(), magic.data(), magic.size());
    store(out, 8, model_version);
    store(out, 12, static_cast<std::uint32_t>(sections_.size()));
    store(out, 16, static_cast<std::uint64_t>(size));
    std::size_t offset = aligned(header_size + entry_size * sections_.size());
    for (std::size_t i = 0; i < sections_.size(); ++i) {
        const auto& [name, bytes] = sections_[i];
        const std::size_t entry = header_size + i * entry_size;
        std::memcpy(out.data() + entry, name.data(), std::min(name.size(), name_size));
        store(out, entry + name_size, static_cast<std::uint64_t>(offset));
        store(out, entry + name_size + 8, static_cast<std::uint64_t>(bytes.size()));
        std::copy(bytes.begin(), bytes.end(), out.begin() + static_cast<std::ptrdiff_t>(offset));
        offset += aligned(bytes.size());
    }
    store(out, 24, static_cast<std::uint64_t>(XXH3_64bits(out.data() + header_size, size - header_size)));
    return out;
}

} // namespace entente::ud::detail
