// SPDX-License-Identifier: Apache-2.0
#include "ingest/tables/table_reader.hpp"

#include "graph/error.hpp"
#include "graph/identifier.hpp"
#include "ingest/statements/detail/archive_stream.hpp"
#include "ingest/statements/detail/byte_stream.hpp"
#include "ingest/statements/format.hpp"
#include "ingest/tables/detail/first_record.hpp"
#include "ingest/tables/detail/mapping_file.hpp"
#include "ingest/tables/detail/table_pipeline.hpp"

#include <atomic>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <limits>
#include <system_error>

namespace entente {

namespace {

using detail::ByteReader;
using detail::ByteStream;

// What one call of read_tables() holds on to.
struct Reading {
    const TableOptions& options;
    const TableVocabulary& vocabulary;
    TableSink& sink;
    const NoticeHandler& on_notice;
    // Bytes taken from the file, compressed or not. The pipeline's reading and writing may be on two threads.
    std::atomic<std::uint64_t>& file_bytes;
    std::uint64_t file_size = 0;

    void refuse(const std::string& name, std::string message) const {
        if (on_notice)
            on_notice({Severity::refused, {name}, std::move(message)});
    }
};

std::string without_folders(const std::string& name) { return name.substr(name.find_last_of('/') + 1); }

std::unique_ptr<TableLayout> find_layout(std::string_view start, const std::string& name,
                                         const Reading& reading, TableFormat& format) {
    if (!reading.options.mapping.empty()) {
        format = TableFormat::mapped;
        const detail::FirstLine first(
            start, detail::mapping_separator(reading.options.mapping, reading.options.mapping_file));
        return read_mapping(reading.options.mapping, reading.options.mapping_file, first.record(),
                            reading.vocabulary, name);
    }
    const auto recognised = reading.options.format ? reading.options.format : recognise_table(start);
    if (!recognised)
        return nullptr;
    format = *recognised;
    return make_layout(format, detail::FirstLine(start).record(), reading.vocabulary, name);
}

std::string fingerprint(std::string_view start, const TableOptions& options) {
    constexpr std::size_t looked_at = 4096;
    const auto digest = Hasher()
                            .add(start.substr(0, looked_at))
                            .add(options.mapping)
                            .add(std::uint64_t{options.keeps_domestic})
                            .digest<struct TableTag>();
    return to_hex(digest);
}

void pass_over(ByteStream& stream, std::uint64_t bytes) {
    std::string sink(std::size_t{64} << 10, '\0');
    while (bytes > 0) {
        const auto count = stream.sgetn(
            sink.data(), static_cast<std::streamsize>(std::min<std::uint64_t>(bytes, sink.size())));
        if (count <= 0)
            return;
        bytes -= static_cast<std::uint64_t>(count);
    }
}

void read_table(ByteStream& stream, const std::string& name, const Reading& reading) {
    const std::string_view start = stream.peek();
    if (start.empty())
        return reading.refuse(name, "empty: expected a table");
    if (const auto unusable = find_unusable_table(start); unusable && reading.options.mapping.empty())
        return reading.refuse(name, *unusable);
    TableInfo table;
    table.name = name;
    const auto layout = find_layout(start, name, reading, table.format);
    if (layout == nullptr)
        return reading.refuse(name, "no table that is known: expected one of " +
                                        quoted("entente import --help") + ", or a mapping file");
    table.dataset = layout->dataset();
    table.title = without_folders(name);
    table.statement = table.dataset + ':' + table.title;
    table.fingerprint = fingerprint(start, reading.options);
    table.file_size = reading.file_size;
    TablePosition begin = reading.sink.begin(table);
    if (begin.is_end)
        return;
    if (layout->is_aggregate()) // what rows give together needs all of them
        begin = {};
    pass_over(stream, begin.offset);
    detail::BlockSource source(stream, *layout, begin.offset, begin.line);
    const MappedRows::File file{table.statement, table.dataset, reading.options.keeps_domestic,
                                reading.options.most_left_out};
    TablePosition after = begin;
    detail::run_pipeline(source, *layout, file, reading.options.threads,
                         [&](MappedRows& rows, const detail::Block& block) {
                             if (block.end_offset != 0 && !layout->is_aggregate())
                                 after = {block.end_offset, block.end_line, false};
                             reading.sink.take(table, rows, after, reading.file_bytes);
                         });
    MappedRows nothing(file);
    after.is_end = true;
    reading.sink.take(table, nothing, after, reading.file_bytes);
}

// Tables are as large as they are; what a bomb is, is told by the ratio.
constexpr detail::ExpansionLimits archive_limits{std::numeric_limits<std::uint64_t>::max() / 2, 250};

std::string entry_name(const std::string& archive, const std::string& entry) {
    return entry.empty() ? std::string(without_compression_ending(archive)) : archive + '/' + entry;
}

void read_archive(std::istream& in, const std::string& name, const Reading& reading) {
    detail::ArchiveStream archive(in, archive_limits);
    while (const auto entry = archive.next()) {
        const std::string inner = entry_name(name, *entry);
        ByteStream bytes([&](char* to, std::size_t size) { return archive.read(to, size); });
        const std::string_view start = bytes.peek();
        if (is_archive(start))
            reading.refuse(inner, "an archive within an archive");
        else
            read_table(bytes, inner, reading);
        if (!archive.error().empty())
            break;
    }
    if (!archive.error().empty())
        reading.refuse(name, archive.error());
}

void read_stream(std::istream& in, const std::string& name, const Reading& reading) {
    ByteStream stream([&](char* to, std::size_t size) {
        in.read(to, static_cast<std::streamsize>(size));
        reading.file_bytes += static_cast<std::uint64_t>(in.gcount());
        return static_cast<std::size_t>(in.gcount());
    });
    const std::string_view start = stream.peek();
    if (is_archive(start)) {
        std::istream compressed(&stream);
        return read_archive(compressed, name, reading);
    }
    if (const auto kind = find_binary_kind(start))
        return reading.refuse(name, std::string(*kind) + ": expected a table");
    read_table(stream, name, reading);
}

} // namespace

bool is_table(const std::string& path) {
    const auto tables = first_lines(path);
    return !tables.empty() &&
           (recognise_table(tables.front().second) || find_unusable_table(tables.front().second));
}

std::vector<std::pair<std::string, std::string>> first_lines(const std::string& path) {
    std::vector<std::pair<std::string, std::string>> starts;
    if (path == "-")
        return starts;
    std::ifstream in(path, std::ios::binary);
    ByteStream stream(detail::stream_reader(in));
    if (!is_archive(stream.peek())) {
        starts.emplace_back(path, stream.peek());
        return starts;
    }
    std::istream compressed(&stream);
    detail::ArchiveStream archive(compressed, archive_limits);
    while (const auto entry = archive.next()) {
        ByteStream inner([&](char* to, std::size_t size) { return archive.read(to, size); });
        starts.emplace_back(entry_name(path, *entry), inner.peek());
    }
    return starts;
}

void read_tables(std::istream& in, const std::string& name, const TableOptions& options,
                 const TableVocabulary& vocabulary, TableSink& sink, const NoticeHandler& on_notice) {
    std::atomic<std::uint64_t> file_bytes = 0;
    read_stream(in, name, {options, vocabulary, sink, on_notice, file_bytes, 0});
}

void read_tables(const std::string& path, const TableOptions& options, const TableVocabulary& vocabulary,
                 TableSink& sink, const NoticeHandler& on_notice) {
    if (path == "-")
        return read_tables(std::cin, "standard input", options, vocabulary, sink, on_notice);
    errno = 0;
    std::ifstream in(path, std::ios::binary);
    if (!in)
        throw InputError({path}, std::error_code(errno, std::generic_category()).message());
    std::error_code no_size;
    const auto size = std::filesystem::file_size(path, no_size);
    std::atomic<std::uint64_t> file_bytes = 0;
    read_stream(in, path, {options, vocabulary, sink, on_notice, file_bytes, no_size ? 0 : size});
}

} // namespace entente
