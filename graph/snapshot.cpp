// SPDX-License-Identifier: Apache-2.0
#include "graph/snapshot.hpp"

#include "graph/detail/graph_image.hpp"
#include "graph/detail/graph_rows.hpp"
#include "graph/detail/store_impl.hpp"
#include "graph/detail/store_read.hpp"
#include "graph/error.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <vector>

namespace entente {

namespace {

using detail::GraphImage;
using detail::ImageHeader;
using detail::ImageOrigin;

class FileDescriptor {
public:
    explicit FileDescriptor(int number) noexcept : number_(number) {}
    FileDescriptor(const FileDescriptor&) = delete;
    FileDescriptor& operator=(const FileDescriptor&) = delete;
    ~FileDescriptor() {
        if (number_ >= 0)
            ::close(number_);
    }
    int get() const noexcept { return number_; }

private:
    int number_;
};

struct Mapping {
    std::shared_ptr<const void> memory;
    std::size_t size = 0;

    /// Gives the memory back to the machine until it is read again.
    void release() const noexcept { ::madvise(const_cast<void*>(memory.get()), size, MADV_DONTNEED); }
};

constexpr std::size_t bytes_before_release = std::size_t{16} << 20;

Mapping map_file(const std::filesystem::path& file) {
    const FileDescriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat status {};
    if (descriptor.get() < 0 || ::fstat(descriptor.get(), &status) != 0 || status.st_size == 0)
        return {};
    const auto size = static_cast<std::size_t>(status.st_size);
    void* const memory = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, descriptor.get(), 0);
    if (memory == MAP_FAILED)
        return {};
    return {{memory, [size](void* place) { ::munmap(place, size); }}, size};
}

// Names this run of the machine. After a crash of the machine the pages of a file may not be what was
// written.
std::array<char, 40> boot_id() {
    std::array<char, 40> id{};
    std::ifstream in("/proc/sys/kernel/random/boot_id");
    in.read(id.data(), id.size() - 1);
    return id;
}

void write_boot_id(const std::filesystem::path& file, const std::array<char, 40>& id) {
    const FileDescriptor descriptor(::open(file.c_str(), O_WRONLY | O_CLOEXEC));
    if (descriptor.get() >= 0) // where it can't be written, the next process looks again
        [[maybe_unused]]
        const auto written = ::pwrite(descriptor.get(), id.data(), id.size(), offsetof(ImageHeader, boot_id));
}

// The snapshot, if it can be trusted; of whatever state of whatever file.
Mapping map_snapshot(const std::filesystem::path& file) {
    Mapping mapping = map_file(file);
    if (mapping.memory == nullptr || !GraphImage::fault_of_header(mapping.memory.get(), mapping.size).empty())
        return {};
    const auto id = boot_id();
    if (GraphImage::header(mapping.memory.get()).boot_id != id) {
        if (!GraphImage::is_body_intact(mapping.memory.get()))
            return {};
        write_boot_id(file, id);
    }
    return mapping;
}

ImageOrigin origin_of(const Store::Version& version) {
    return {version.file, version.removals, version.last_relation, version.actors};
}

// The keys [begin, end) that relations had which are there no more.
struct KeyRange {
    std::uint32_t begin;
    std::uint32_t end;
};

// What was taken away since a number of removals; nothing where another program did it and kept no account.
std::optional<std::vector<KeyRange>> removed_since(const detail::Connection& connection, std::uint64_t then,
                                                   std::uint64_t now) {
    std::vector<KeyRange> ranges;
    if (then == now)
        return ranges;
    detail::Query log(connection, "SELECT 1 FROM sqlite_schema WHERE name = 'removed_relations'");
    if (then > now || !log.step())
        return std::nullopt;
    detail::Query query(connection, "SELECT removal, first_relation, end_relation FROM removed_relations"
                                    " WHERE removal > ? ORDER BY removal");
    std::uint64_t removal = then;
    for (query.bind(1, static_cast<std::int64_t>(then)); query.step();) {
        const auto number = static_cast<std::uint64_t>(query.integer(0));
        if (number > removal + 1)
            return std::nullopt;
        removal = number;
        const KeyRange range{static_cast<std::uint32_t>(query.integer(1)),
                             static_cast<std::uint32_t>(query.integer(2))};
        if (range.begin < range.end)
            ranges.push_back(range);
    }
    if (removal != now)
        return std::nullopt;
    std::ranges::sort(ranges, {}, &KeyRange::begin);
    return ranges;
}

// The edges of relations in sorted ranges, which do not overlap as no key is given twice.
std::vector<std::uint32_t> edges_in(const RelationGraph& graph, const std::vector<KeyRange>& ranges) {
    std::vector<std::uint32_t> found;
    if (ranges.empty())
        return found;
    for (const RelationGraph::Edge edge : graph.edges()) {
        const std::uint32_t key = graph.relation_key(edge);
        if (key < ranges.front().begin || key >= ranges.back().end)
            continue;
        const auto after = std::ranges::upper_bound(ranges, key, {}, &KeyRange::begin);
        if (after != ranges.begin() && key < std::prev(after)->end)
            found.push_back(edge.index);
    }
    return found;
}

// Begins with an older snapshot, if one is there that tells all that has not changed since. Returns the first
// key that it does not know.
std::uint64_t begin_with(detail::GraphBuilder& builder, const detail::Connection& connection,
                         const ImageOrigin& now, const Mapping& old) {
    if (old.memory == nullptr)
        return 1;
    const ImageOrigin& then = GraphImage::header(old.memory.get()).origin;
    if (then.file != now.file || (then.removals == now.removals && then.last_relation > now.last_relation))
        return 1;
    const auto removed = removed_since(connection, then.removals, now.removals);
    if (!removed)
        return 1;
    builder.begin_with(GraphImage::load(old.memory));
    builder.removed = edges_in(builder.base, *removed);
    return then.last_relation + 1;
}

// What the store holds now, on top of an older snapshot where that is known to be right but for what was
// added and removed since. What a writer has just added is taken from it, if `writer` is one.
detail::GraphBuilder collect(detail::Connection& connection, const ImageOrigin& now, const Mapping& old,
                             detail::Writer* writer) {
    detail::GraphBuilder builder;
    const std::uint64_t first = begin_with(builder, connection, now, old);
    const auto key = [](std::uint64_t number) { return static_cast<std::int64_t>(number); };
    auto added = writer == nullptr
                     ? std::nullopt
                     : writer->take_added(key(first), key(now.last_relation + 1), key(now.removals));
    if (added)
        detail::take_graph_rows(connection, std::move(*added), builder);
    else
        detail::read_graph_rows(connection, key(first), builder);
    return builder;
}

// Writes the image under another name first, so that no process ever maps half of one. False where the disk
// takes it not.
bool write_snapshot(const std::filesystem::path& file, detail::GraphBuilder&& builder,
                    const ImageOrigin& origin, const Mapping& old) {
    const std::filesystem::path draft = file.string() + '.' + std::to_string(::getpid());
    const FileDescriptor descriptor(::open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
    if (descriptor.get() < 0)
        return false;
    bool is_good = true;
    std::size_t since = 0;
    const auto write = [&](std::uint64_t offset, const void* bytes, std::size_t size) {
        since += size;
        while (is_good && size != 0) {
            const ssize_t written = ::pwrite(descriptor.get(), bytes, size, static_cast<off_t>(offset));
            is_good = written > 0;
            if (!is_good)
                return;
            bytes = static_cast<const char*>(bytes) + written;
            offset += static_cast<std::uint64_t>(written);
            size -= static_cast<std::size_t>(written);
        }
        if (old.memory != nullptr && since >= bytes_before_release) {
            old.release();
            since = 0;
        }
    };
    GraphImage::write(std::move(builder), origin, write);
    const auto id = boot_id();
    write(offsetof(ImageHeader, boot_id), id.data(), id.size());
    if (is_good && ::rename(draft.c_str(), file.c_str()) == 0)
        return true;
    ::unlink(draft.c_str());
    return false;
}

// The store at one moment, and the snapshot beside it, if it can be trusted.
struct Occasion {
    explicit Occasion(Store::Impl& store)
        : file(snapshot_file(store.connection().file())), writer(store.writer ? &*store.writer : nullptr),
          connection(store.connection()), transaction(connection), now(origin_of(store.version())),
          old(map_snapshot(file)) {}

    bool is_up_to_date() const {
        return old.memory != nullptr && GraphImage::header(old.memory.get()).origin == now;
    }
    bool write() { return write_snapshot(file, collect(connection, now, old, writer), now, old); }

    std::filesystem::path file;
    detail::Writer* writer;
    detail::Connection& connection;
    detail::ReadTransaction transaction;
    ImageOrigin now;
    Mapping old;
};

// Of what may yet be rolled back no snapshot is made.
bool has_open_transaction(const Store::Impl& store) { return store.writer && store.writer->is_open(); }

} // namespace

void detail::refresh_snapshot(Store::Impl& store) {
    Occasion occasion(store);
    if (!occasion.is_up_to_date())
        occasion.write();
}

std::filesystem::path snapshot_file(const std::filesystem::path& graph_file) {
    return graph_file.string() + ".snapshot";
}

RelationGraph read_graph(const Store& store) {
    detail::Connection& connection = store.impl().connection();
    const detail::ReadTransaction transaction(connection);
    const ImageOrigin now = origin_of(store.version());
    return GraphImage::make(collect(connection, now, {}, nullptr), now);
}

RelationGraph open_graph(const Store& store) {
    if (has_open_transaction(store.impl()))
        return read_graph(store);
    Occasion occasion(store.impl());
    if (occasion.is_up_to_date())
        return GraphImage::load(occasion.old.memory);
    if (occasion.write()) {
        const Mapping fresh = map_snapshot(occasion.file);
        // Another process may have put a later one in its place.
        if (fresh.memory != nullptr && GraphImage::header(fresh.memory.get()).origin == occasion.now)
            return GraphImage::load(fresh.memory);
    }
    return GraphImage::make(collect(occasion.connection, occasion.now, occasion.old, nullptr), occasion.now);
}

std::string snapshot_fault(const Store& store) {
    const auto file = snapshot_file(store.file());
    std::error_code error;
    if (!std::filesystem::exists(file, error))
        return {};
    const Mapping mapping = map_file(file);
    if (mapping.memory == nullptr)
        return "it can't be read";
    std::string fault = GraphImage::fault_of_header(mapping.memory.get(), mapping.size);
    if (fault.empty() && !GraphImage::is_body_intact(mapping.memory.get()))
        fault = "it is damaged";
    if (fault.empty() && GraphImage::header(mapping.memory.get()).origin.file != store.version().file)
        fault = "it is of another graph file";
    return fault;
}

} // namespace entente
