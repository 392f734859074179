// SPDX-License-Identifier: Apache-2.0
#include "ingest/rdf/detail/record_assembler.hpp"
#include "ingest/rdf/graph_reader.hpp"

#include <rapidjson/error/en.h>
#include <rapidjson/istreamwrapper.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <istream>
#include <vector>

namespace entente {

namespace {

/// Follows the JSON and gives the assembler a triple for every value.
class NodeHandler : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, NodeHandler> {
public:
    explicit NodeHandler(RecordAssembler& assembler) : assembler_(assembler) {}

    bool Default() { return true; }
    bool String(const char* text, rapidjson::SizeType size, bool) {
        value({text, size});
        return true;
    }
    bool RawNumber(const char* text, rapidjson::SizeType size, bool) {
        value({text, size});
        return true;
    }
    bool Bool(bool truth) {
        value(truth ? "true" : "false");
        return true;
    }
    bool Key(const char* text, rapidjson::SizeType size, bool) {
        if (skipped_ == 0)
            frames_.back().key.assign(text, size);
        return true;
    }
    bool StartArray() {
        if (skipped_ > 0 || is_context())
            ++skipped_;
        return true;
    }
    bool EndArray(rapidjson::SizeType) {
        if (skipped_ > 0)
            --skipped_;
        return true;
    }
    bool StartObject() {
        if (skipped_ > 0 || is_context()) {
            ++skipped_;
            return true;
        }
        const bool record = frames_.empty() || frames_.back().key == "@graph";
        frames_.push_back({{}, {}, record});
        return true;
    }
    bool EndObject(rapidjson::SizeType) {
        if (skipped_ > 0) {
            --skipped_;
            return true;
        }
        if (frames_.back().record)
            assembler_.end_record();
        frames_.pop_back();
        return true;
    }

private:
    struct Frame {
        std::string subject;
        std::string key;
        /// A node of a graph, no child of another.
        bool record;
    };

    bool is_context() const { return !frames_.empty() && frames_.back().key == "@context"; }

    void value(std::string_view text) {
        if (skipped_ > 0 || frames_.empty())
            return;
        auto& frame = frames_.back();
        if (frame.key == "@id") {
            frame.subject = text;
            if (!frame.record)
                assembler_.add(parent().subject, parent().key, text);
        } else if (frame.key == "@value" && frames_.size() > 1) {
            assembler_.add(parent().subject, parent().key, text);
        } else if (!frame.subject.empty() && frame.key != "@context") {
            assembler_.add(frame.subject, frame.key == "@type" ? "type" : frame.key, text);
        }
    }
    const Frame& parent() const { return frames_[frames_.size() - 2]; }

    RecordAssembler& assembler_;
    std::vector<Frame> frames_;
    std::size_t skipped_ = 0;
};

} // namespace

void read_graph_jsonld(std::istream& in, const std::string& name, const GraphSink& sink,
                       const NoticeHandler& on_notice) {
    RecordAssembler assembler(name, sink, on_notice);
    rapidjson::IStreamWrapper stream(in);
    rapidjson::Reader reader;
    constexpr unsigned flags = rapidjson::kParseStopWhenDoneFlag | rapidjson::kParseIterativeFlag |
                               rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseValidateEncodingFlag;
    for (std::size_t document = 1;; ++document) {
        while (stream.Peek() == ' ' || stream.Peek() == '\n' || stream.Peek() == '\r' ||
               stream.Peek() == '\t')
            stream.Take();
        if (stream.Peek() == '\0')
            break;
        assembler.set_line(document);
        NodeHandler handler(assembler);
        const auto result = reader.Parse<flags>(stream, handler);
        if (result.IsError()) {
            on_notice({Severity::refused,
                       {name},
                       "byte " + std::to_string(result.Offset() + 1) + ": " +
                           rapidjson::GetParseError_En(result.Code())});
            break;
        }
    }
    assembler.end_record();
}

} // namespace entente
