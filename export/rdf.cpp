// SPDX-License-Identifier: Apache-2.0
#include "export/rdf.hpp"

#include "export/detail/ntriples_text.hpp"
#include "export/detail/triple_sink.hpp"
#include "graph/error.hpp"

#include <serd/serd.h>

#include <algorithm>
#include <memory>
#include <ostream>

namespace entente {

namespace {

using namespace detail;

constexpr std::size_t block = std::size_t{1} << 16U;

void write(std::ostream& out, std::string_view bytes) {
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!out)
        throw OutputError("cannot write the RDF: the output takes no more");
}

/// Gives the whole graph to `sink`, and calls `after_each` behind every actor, statement and relation.
template<class Sink>
void write_all(const GraphSource& graph, const std::string& base, Sink& sink) {
    const Describer describer(base, graph);
    for_each_record(
        graph, describer, sink,
        [&](const auto& value) {
            describer.describe(value, sink);
            sink.end_record();
        },
        [&](const Relation& relation, const RelationId& id) {
            sink.begin_relation(describer, id);
            describer.describe(relation, id, sink);
            sink.end_record();
        });
    sink.finish();
}

/// N-Quads is one line a quad and is written here: serd's writer, which looks at every character, takes
/// several times as long.
class NquadsSink : public TripleSink {
public:
    NquadsSink(std::ostream& out, bool star) : out_(out), star_(star) { buffer_.reserve(2 * block); }

    void set_graph(std::string_view iri) override {
        end_ = iri.empty() ? " .\n" : " <" + std::string(iri) + "> .\n";
        graph_ = iri;
    }
    void begin_relation(const Describer& describer, const RelationId& id) {
        if (star_)
            relation_ = describer.relation_iri(id);
    }
    void end_record() {
        if (buffer_.size() >= block)
            finish();
    }
    void finish() {
        write(out_, buffer_);
        buffer_.clear();
    }
    void triple(std::string_view subject, plover::EventType property, std::string_view object) override {
        TripleSink::triple(subject, property, object);
        if (!star_)
            return;
        annotate(subject, property, object, "urn:entente:term:relation", relation_);
        if (!graph_.empty())
            annotate(subject, property, object, info(Term::was_derived_from).iri, graph_);
    }

protected:
    void iri_triple(std::string_view subject, std::string_view predicate, std::string_view object) override {
        start(subject, predicate);
        append_iri(buffer_, object);
        buffer_ += end_;
    }
    void literal_triple(std::string_view subject, std::string_view predicate, std::string_view value,
                        std::string_view datatype) override {
        start(subject, predicate);
        append_literal(buffer_, value, datatype);
        buffer_ += end_;
    }

private:
    void start(std::string_view subject, std::string_view predicate) {
        append_iri(buffer_, subject);
        buffer_ += ' ';
        append_iri(buffer_, predicate);
        buffer_ += ' ';
    }
    void annotate(std::string_view subject, plover::EventType property, std::string_view object,
                  std::string_view predicate, std::string_view value) {
        buffer_ += "<< ";
        start(subject, property_iri(property));
        append_iri(buffer_, object);
        buffer_ += " >> ";
        append_iri(buffer_, predicate);
        buffer_ += ' ';
        append_iri(buffer_, value);
        buffer_ += end_;
    }
    std::ostream& out_;
    bool star_;
    std::string buffer_;
    std::string end_ = " .\n";
    std::string graph_;
    std::string relation_;
};

SerdNode node(SerdType type, const std::string& text) {
    return serd_node_from_substring(type, reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
}

struct FreeSerd {
    void operator()(SerdEnv* env) const noexcept { serd_env_free(env); }
    void operator()(SerdWriter* writer) const noexcept { serd_writer_free(writer); }
};

/// Turtle and TriG. The triples of a record are written subject by subject, so that each has one block.
class SerdSink : public TripleSink {
public:
    SerdSink(std::ostream& out, SerdSyntax syntax)
        : out_(out), graphs_(syntax == SERD_TRIG), env_(serd_env_new(nullptr)) {
        writer_.reset(serd_writer_new(syntax,
                                      static_cast<SerdStyle>(SERD_STYLE_ABBREVIATED | SERD_STYLE_CURIED),
                                      env_.get(), nullptr, collect, &buffer_));
        for (const auto& prefix : prefixes()) {
            const std::string name(prefix.name);
            const std::string iri(prefix.iri);
            const auto name_node = node(SERD_LITERAL, name);
            const auto iri_node = node(SERD_URI, iri);
            serd_writer_set_prefix(writer_.get(), &name_node, &iri_node);
        }
    }

    void set_graph(std::string_view iri) override { graph_ = iri; }
    void begin_relation(const Describer&, const RelationId&) {}
    void end_record() {
        for (const auto& subject : order_)
            for (const auto& triple : triples_)
                if (triple.subject == subject)
                    put(triple);
        order_.clear();
        triples_.clear();
        if (buffer_.size() >= block) {
            write(out_, buffer_);
            buffer_.clear();
        }
    }
    void finish() {
        serd_writer_finish(writer_.get());
        write(out_, buffer_);
    }

protected:
    void iri_triple(std::string_view subject, std::string_view predicate, std::string_view object) override {
        keep({std::string(subject), std::string(predicate), std::string(object), {}, false});
    }
    void literal_triple(std::string_view subject, std::string_view predicate, std::string_view value,
                        std::string_view datatype) override {
        keep({std::string(subject), std::string(predicate), std::string(value), std::string(datatype), true});
    }

private:
    struct Triple {
        std::string subject;
        std::string predicate;
        std::string object;
        std::string datatype;
        bool literal;
    };

    static std::size_t collect(const void* bytes, std::size_t size, void* buffer) {
        static_cast<std::string*>(buffer)->append(static_cast<const char*>(bytes), size);
        return size;
    }
    void keep(Triple triple) {
        if (std::ranges::find(order_, triple.subject) == order_.end())
            order_.push_back(triple.subject);
        triples_.push_back(std::move(triple));
    }
    void put(const Triple& triple) {
        const auto graph = node(SERD_URI, graph_);
        const auto subject = node(SERD_URI, triple.subject);
        const auto predicate = node(SERD_URI, triple.predicate);
        const auto object = node(triple.literal ? SERD_LITERAL : SERD_URI, triple.object);
        const auto datatype = node(SERD_URI, triple.datatype);
        const bool named = graphs_ && !graph_.empty();
        const auto status =
            serd_writer_write_statement(writer_.get(), 0, named ? &graph : nullptr, &subject, &predicate,
                                        &object, triple.datatype.empty() ? nullptr : &datatype, nullptr);
        if (status != SERD_SUCCESS)
            throw Error("cannot write the RDF: " +
                        std::string(reinterpret_cast<const char*>(serd_strerror(status))));
    }

    std::ostream& out_;
    bool graphs_;
    std::unique_ptr<SerdEnv, FreeSerd> env_;
    std::string buffer_;
    std::unique_ptr<SerdWriter, FreeSerd> writer_;
    std::string graph_;
    std::vector<std::string> order_;
    std::vector<Triple> triples_;
};

} // namespace

void write_nquads(std::ostream& out, const GraphSource& graph, const RdfOptions& options) {
    NquadsSink sink(out, options.star);
    write_all(graph, options.base, sink);
}

void write_trig(std::ostream& out, const GraphSource& graph, const RdfOptions& options) {
    SerdSink sink(out, SERD_TRIG);
    write_all(graph, options.base, sink);
}

void write_turtle(std::ostream& out, const GraphSource& graph, const RdfOptions& options) {
    SerdSink sink(out, SERD_TURTLE);
    write_all(graph, options.base, sink);
}

} // namespace entente
