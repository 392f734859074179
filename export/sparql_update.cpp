// SPDX-License-Identifier: Apache-2.0
#include "export/sparql_update.hpp"

#include "export/detail/ntriples_text.hpp"
#include "export/detail/triple_sink.hpp"

namespace entente {

namespace {

using namespace detail;

/// Collects the triples of records into requests.
class UpdateSinkWriter : public TripleSink {
public:
    UpdateSinkWriter(const UpdateOptions& options, const UpdateSink& sink)
        : options_(options), sink_(sink), graph_(options.graph) {}

    void set_graph(std::string_view iri) override {
        close_block();
        graph_ = iri.empty() ? options_.graph : iri;
    }
    /// Whether the record that comes next has yet to be sent.
    bool is_wanted() const { return records_ >= options_.skip; }
    void end_record() {
        ++records_;
        if (triples_ >= options_.triples)
            send();
    }
    void send() {
        if (triples_ == 0)
            return;
        close_block();
        text_ += "}\n";
        sink_(text_, records_);
        text_.clear();
        triples_ = 0;
    }
    std::uint64_t records() const { return records_; }

protected:
    void iri_triple(std::string_view subject, std::string_view predicate, std::string_view object) override {
        start(subject, predicate);
        append_iri(text_, object);
        text_ += " .\n";
    }
    void literal_triple(std::string_view subject, std::string_view predicate, std::string_view value,
                        std::string_view datatype) override {
        start(subject, predicate);
        append_literal(text_, value, datatype);
        text_ += " .\n";
    }

private:
    void start(std::string_view subject, std::string_view predicate) {
        if (text_.empty())
            text_ = "INSERT DATA {\n";
        if (!open_) {
            open_ = true;
            if (!graph_.empty()) {
                text_ += "GRAPH ";
                append_iri(text_, graph_);
                text_ += " {\n";
            }
        }
        append_iri(text_, subject);
        text_ += ' ';
        append_iri(text_, predicate);
        text_ += ' ';
        ++triples_;
    }
    void close_block() {
        if (open_ && !graph_.empty())
            text_ += "}\n";
        open_ = false;
    }

    const UpdateOptions& options_;
    const UpdateSink& sink_;
    std::string graph_;
    std::string text_;
    bool open_ = false;
    std::size_t triples_ = 0;
    std::uint64_t records_ = 0;
};

} // namespace

std::uint64_t write_updates(const GraphSource& graph, const UpdateOptions& options, const UpdateSink& sink) {
    const Describer describer(options.base, graph);
    UpdateSinkWriter writer(options, sink);
    const auto write = [&](const auto&... record) {
        if (writer.is_wanted())
            describer.describe(record..., writer);
        writer.end_record();
    };
    for_each_record(graph, describer, writer, write, write);
    writer.send();
    return writer.records();
}

} // namespace entente
