// SPDX-License-Identifier: Apache-2.0
#include "ingest/statements/detail/archive_stream.hpp"
#include "ingest/statements/detail/finish.hpp"
#include "ingest/statements/detail/recognise.hpp"
#include "ingest/statements/format.hpp"
#include "ingest/statements/statement_readers.hpp"

#include <algorithm>

namespace entente {

namespace {

// "../x" and "/x": names that would lead out of a folder.
bool is_outside(std::string_view path) {
    if (path.starts_with('/') || path.starts_with('\\') || (path.size() > 1 && path[1] == ':'))
        return true;
    while (!path.empty()) {
        const std::size_t size = std::min(path.find_first_of("/\\"), path.size());
        if (path.substr(0, size) == "..")
            return true;
        path.remove_prefix(std::min(size + 1, path.size()));
    }
    return false;
}

// A name of the archive's making stays on one line of a message.
std::string printable(std::string_view name) {
    const std::string text = quoted(decode(name).text);
    return text.substr(1, text.size() - 2);
}

bool is_office_document(std::string_view entry) {
    return entry == "[Content_Types].xml" || entry == "mimetype";
}

} // namespace

void read_archive(std::istream& in, const std::string& name, const ReadOptions& options,
                  const StatementSink& sink, const NoticeHandler& on_notice) {
    const detail::Reading reading{name, options, sink, on_notice};
    detail::ArchiveStream archive(in, {options.maximum_expanded_bytes, options.maximum_expansion_ratio});
    while (const auto entry = archive.next()) {
        if (is_office_document(*entry))
            return reading.refuse({name}, "an Office document: expected text, HTML, Markdown or JSON");
        const std::string place =
            entry->empty() ? std::string(without_compression_ending(name)) : name + '/' + printable(*entry);
        if (is_outside(*entry))
            reading.warn({place}, "a path outside the archive: taken as a name only");
        detail::ByteStream bytes([&](char* to, std::size_t size) {
            const std::size_t count = archive.read(to, size);
            if (count == 0 && !archive.error().empty())
                throw detail::BrokenOff();
            return count;
        });
        try {
            detail::read_recognised(bytes, place, options, sink, on_notice, detail::Archives::refused);
        } catch (const detail::BrokenOff&) { // next() ends the loop
        }
    }
    if (!archive.error().empty())
        reading.refuse({name}, archive.error());
}

} // namespace entente
