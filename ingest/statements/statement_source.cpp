// SPDX-License-Identifier: Apache-2.0
#include "ingest/statements/statement_source.hpp"

#include "ingest/statements/detail/finish.hpp"
#include "ingest/statements/detail/recognise.hpp"
#include "ingest/statements/format.hpp"
#include "ingest/statements/statement_readers.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>

namespace entente {

namespace fs = std::filesystem;

namespace {

std::string shown(const std::string& path) { return path == "-" ? "standard input" : path; }

std::string reason() { return std::error_code(errno, std::generic_category()).message(); }

void read_file(const std::string& path, const ReadOptions& options, const StatementSink& sink,
               const NoticeHandler& on_notice) {
    errno = 0;
    std::ifstream in(path, std::ios::binary);
    if (!in)
        throw InputError({path}, reason());
    read_statements(in, path, options, sink, on_notice);
}

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

void list_folder(const fs::path& folder, std::vector<std::string>& files) {
    std::vector<fs::directory_entry> entries;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
        if (!is_hidden(entry.path()))
            entries.push_back(entry);
    }
    std::sort(entries.begin(), entries.end());
    for (const fs::directory_entry& entry : entries) {
        if (entry.is_directory() && !entry.is_symlink())
            list_folder(entry.path(), files);
        else if (entry.is_regular_file())
            files.push_back(entry.path().string());
    }
}

void read_format(Format format, std::istream& in, const std::string& name, const ReadOptions& options,
                 const StatementSink& sink, const NoticeHandler& on_notice) {
    switch (format) {
    case Format::text:
        return read_plain_text(in, name, options, sink, on_notice);
    case Format::markdown:
        return read_markdown(in, name, options, sink, on_notice);
    case Format::html:
        return read_html(in, name, options, sink, on_notice);
    case Format::json:
        return read_json(in, name, options, sink, on_notice);
    case Format::ndjson:
        return read_ndjson(in, name, options, sink, on_notice);
    }
}

} // namespace

std::string to_string(const Notice& notice) { return InputError(notice.place, notice.message).what(); }

std::vector<std::string> list_files(const std::string& path) {
    if (path == "-" || !fs::is_directory(path)) {
        if (path != "-" && !fs::exists(path))
            throw InputError({path}, "no such file or folder");
        return {path};
    }
    std::vector<std::string> files;
    try {
        list_folder(path, files);
    } catch (const fs::filesystem_error& error) {
        throw InputError({error.path1().string()}, error.code().message());
    }
    return files;
}

void read_statements(const std::string& path, const ReadOptions& options, const StatementSink& sink,
                     const NoticeHandler& on_notice) {
    if (path == "-")
        return read_statements(std::cin, shown(path), options, sink, on_notice);
    const bool is_folder = fs::is_directory(path);
    for (const std::string& file : list_files(path)) {
        try {
            read_file(file, options, sink, on_notice);
        } catch (const InputError& error) {
            if (!is_folder)
                throw;
            const std::string message = std::string(error.what()).substr(file.size() + 2);
            const Notice notice{Severity::refused, Place{file, 0, 0}, message};
            on_notice(notice);
        }
    }
}

void read_statements(std::istream& in, const std::string& name, const ReadOptions& options,
                     const StatementSink& sink, const NoticeHandler& on_notice) {
    detail::ByteStream bytes(detail::stream_reader(in));
    detail::read_recognised(bytes, name, options, sink, on_notice, detail::Archives::read);
}

void detail::read_recognised(ByteStream& bytes, const std::string& name, const ReadOptions& options,
                             const StatementSink& sink, const NoticeHandler& on_notice, Archives archives) {
    const Reading reading{name, options, sink, on_notice};
    const std::string_view start = bytes.peek();
    std::istream in(&bytes);
    if (start.empty())
        return reading.refuse({name}, "empty: expected a statement");
    if (is_archive(start)) {
        if (archives == Archives::refused)
            return reading.refuse({name}, "an archive within an archive");
        return read_archive(in, name, options, sink, on_notice);
    }
    if (const auto kind = find_binary_kind(start))
        return reading.refuse({name}, std::string(*kind) + ": expected text, HTML, Markdown or JSON");
    if (start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF")) {
        ByteStream as_utf8(utf16_reader(in));
        return read_recognised(as_utf8, name, options, sink, on_notice, Archives::refused);
    }
    const Format format = options.format ? *options.format : recognise_format(name, start);
    read_format(format, in, name, options, sink, on_notice);
}

} // namespace entente
