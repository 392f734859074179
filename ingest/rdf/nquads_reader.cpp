// SPDX-License-Identifier: Apache-2.0
#include "ingest/rdf/detail/record_assembler.hpp"
#include "ingest/rdf/graph_reader.hpp"

#include <serd/serd.h>

#include <array>
#include <cstdarg>
#include <cstdio>
#include <istream>
#include <memory>

namespace entente {

namespace {

struct FreeReader {
    void operator()(SerdReader* reader) const noexcept { serd_reader_free(reader); }
};

std::string_view text_of(const SerdNode* node) {
    return {reinterpret_cast<const char*>(node->buf), node->n_bytes};
}

/// What serd's C callbacks share.
struct Reading {
    RecordAssembler assembler;
    /// What serd had to say first about the line, and where.
    std::string complaint;
    std::size_t column = 0;

    static SerdStatus take(void* self, SerdStatementFlags, const SerdNode*, const SerdNode* subject,
                           const SerdNode* predicate, const SerdNode* object, const SerdNode*,
                           const SerdNode*) {
        static_cast<Reading*>(self)->assembler.add(text_of(subject), text_of(predicate), text_of(object));
        return SERD_SUCCESS;
    }
    static SerdStatus complain(void* self, const SerdError* error) {
        auto& reading = *static_cast<Reading*>(self);
        if (!reading.complaint.empty())
            return SERD_SUCCESS;
        std::array<char, 300> words{};
        // NOLINTNEXTLINE(clang-analyzer-valist.Uninitialized): serd hands a started list over.
        std::vsnprintf(words.data(), words.size(), error->fmt, *error->args);
        reading.complaint = words.data();
        reading.complaint.erase(reading.complaint.find_last_not_of(" \n") + 1);
        reading.column = error->col;
        return SERD_SUCCESS;
    }
};

} // namespace

void read_graph_nquads(std::istream& in, const std::string& name, const GraphSink& sink,
                       const NoticeHandler& on_notice) {
    Reading reading{RecordAssembler(name, sink, on_notice), {}, 0};
    const std::unique_ptr<SerdReader, FreeReader> reader(
        serd_reader_new(SERD_NQUADS, &reading, nullptr, nullptr, nullptr, Reading::take, nullptr));
    serd_reader_set_error_sink(reader.get(), Reading::complain, &reading);
    // Line by line, because serd 0.30 does not go on behind an error.
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        reading.assembler.set_line(number);
        reading.complaint.clear();
        const auto status =
            serd_reader_read_string(reader.get(), reinterpret_cast<const std::uint8_t*>(line.c_str()));
        if (status != SERD_SUCCESS || !reading.complaint.empty())
            on_notice({Severity::refused,
                       {name, number, reading.column},
                       "expected a quad: " + (reading.complaint.empty() ? "bad syntax" : reading.complaint)});
    }
    reading.assembler.end_record();
}

} // namespace entente
