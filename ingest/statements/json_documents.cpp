// SPDX-License-Identifier: Apache-2.0
#include "ingest/statements/detail/finish.hpp"
#include "ingest/statements/detail/json_stream.hpp"
#include "ingest/statements/statement_readers.hpp"

#include <rapidjson/reader.h>

#include <array>
#include <cstdint>

namespace entente {

namespace {

using detail::JsonStream;
using detail::Reading;

enum class Field { id, title, publisher, url, date, language, text };
constexpr std::size_t field_count = 7;

constexpr std::array<std::string_view, field_count> field_names = {"id",   "title",    "publisher", "url",
                                                                   "date", "language", "text"};

std::optional<Field> find_field(std::string_view key) noexcept {
    for (std::size_t i = 0; i < field_names.size(); ++i) {
        if (field_names[i] == key)
            return static_cast<Field>(i);
    }
    return std::nullopt;
}

// What the reader meets, in its order, as statements. Objects may stand in arrays; what is deeper inside an
// object is skipped, so that only the fields of one object are ever held.
class Documents {
public:
    Documents(JsonStream& stream, const Reading& reading) : stream_(&stream), reading_(&reading) {}

    // RapidJSON's names; false stops the reader.
    bool Null() { return on_null(); }
    bool Bool(bool) { return on_other("a boolean"); }
    bool Int(int) { return on_other("a number"); }
    bool Uint(unsigned) { return on_other("a number"); }
    bool Int64(std::int64_t) { return on_other("a number"); }
    bool Uint64(std::uint64_t) { return on_other("a number"); }
    bool Double(double) { return on_other("a number"); }
    bool RawNumber(const char* text, rapidjson::SizeType size, bool) {
        if (is_in_document() && depth_ == document_depth_ && field_ == Field::id)
            return on_text({text, size});
        return on_other("a number");
    }
    bool String(const char* text, rapidjson::SizeType size, bool) {
        return depth_ == document_depth_ && is_in_document() ? on_text({text, size}) : on_other("a string");
    }
    bool Key(const char* text, rapidjson::SizeType size, bool) {
        if (depth_ == document_depth_)
            field_ = find_field({text, size});
        return true;
    }
    bool StartObject() {
        if (!is_in_document()) {
            statement_ = {};
            problem_.clear();
            document_place_ = stream_->place();
            --document_place_.column; // the brace was taken
            stream_->restart();
            document_depth_ = depth_ + 1;
        } else {
            on_other("an object");
        }
        return enter();
    }
    bool EndObject(rapidjson::SizeType) {
        --depth_;
        if (depth_ + 1 == document_depth_)
            finish_document();
        return true;
    }
    bool StartArray() {
        if (is_in_document())
            on_other("an array");
        return enter();
    }
    bool EndArray(rapidjson::SizeType) {
        --depth_;
        return true;
    }

    bool is_too_deep() const { return depth_ > deepest; }
    static constexpr std::size_t deepest = 100;

    /// Forgets what an error left unfinished.
    void reset() {
        depth_ = 0;
        document_depth_ = 0;
        field_.reset();
    }

private:
    bool is_in_document() const { return document_depth_ != 0; }

    bool enter() { return ++depth_ <= deepest; }

    bool on_null() {
        if (!is_in_document())
            return on_other("null");
        return true;
    }

    bool on_other(std::string_view what) {
        if (!is_in_document()) {
            reading_->refuse(stream_->place(), "expected an object, found " + std::string(what));
        } else if (depth_ == document_depth_ && field_ && problem_.empty()) {
            problem_ = "expected a string for \"";
            problem_.append(field_names[static_cast<std::size_t>(*field_)]).append("\", found ").append(what);
            problem_place_ = stream_->place();
        }
        return true;
    }

    bool on_text(std::string_view text) {
        if (!field_)
            return true;
        DecodedText decoded = decode(text);
        detail::report_decoding(decoded, document_place_, *reading_);
        switch (*field_) {
        case Field::id:
            statement_.id = std::move(decoded.text);
            break;
        case Field::title:
            statement_.title = std::move(decoded.text);
            break;
        case Field::publisher:
            statement_.publisher = std::move(decoded.text);
            break;
        case Field::url:
            statement_.url = std::move(decoded.text);
            break;
        case Field::date:
            statement_.date = detail::read_date(decoded.text, stream_->place(), *reading_);
            break;
        case Field::language:
            statement_.language = std::move(decoded.text);
            break;
        case Field::text:
            statement_.text = detail::with_plain_line_ends(std::move(decoded.text));
            break;
        }
        return true;
    }

    void finish_document() {
        document_depth_ = 0;
        if (!problem_.empty())
            reading_->refuse(problem_place_, problem_);
        else
            detail::finish(std::move(statement_), document_place_, *reading_);
        stream_->restart();
    }

    JsonStream* stream_;
    const Reading* reading_;
    Statement statement_;
    std::size_t depth_ = 0;
    std::size_t document_depth_ = 0; // 0 outside
    std::optional<Field> field_;
    Place document_place_;
    std::string problem_;
    Place problem_place_;
};

std::string_view expectation(rapidjson::ParseErrorCode code) noexcept {
    switch (code) {
    case rapidjson::kParseErrorDocumentEmpty:
    case rapidjson::kParseErrorValueInvalid:
        return "a value";
    case rapidjson::kParseErrorDocumentRootNotSingular:
        return "the end of the line";
    case rapidjson::kParseErrorObjectMissName:
        return "a member's name in quotes";
    case rapidjson::kParseErrorObjectMissColon:
        return "a colon after a member's name";
    case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket:
        return "a comma or } after a member";
    case rapidjson::kParseErrorArrayMissCommaOrSquareBracket:
        return "a comma or ] after an element";
    case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex:
        return "four hexadecimal digits after \\u";
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
        return "the other half of a surrogate pair";
    case rapidjson::kParseErrorStringEscapeInvalid:
        return "an escape that JSON has";
    case rapidjson::kParseErrorStringMissQuotationMark:
    case rapidjson::kParseErrorStringInvalidEncoding:
        return "the end of a string, or an escape";
    default:
        return "a number";
    }
}

void report(rapidjson::ParseErrorCode code, const JsonStream& stream, const Documents& documents,
            const Reading& reading) {
    const Place place = stream.place();
    if (stream.is_over_limit())
        return reading.refuse(place, "a statement longer than " +
                                         detail::to_size(reading.options.maximum_statement_bytes));
    if (documents.is_too_deep())
        return reading.refuse(place, "nested more than " + std::to_string(Documents::deepest) + " deep");
    const std::string found = stream.found();
    reading.refuse(place, "expected " + std::string(expectation(code)) + ", found " +
                              (found.empty() ? "the end" : quoted(found)));
}

void read_documents(std::istream& in, const Reading& reading, bool has_separate_lines) {
    constexpr unsigned flags = rapidjson::kParseStopWhenDoneFlag | rapidjson::kParseNumbersAsStringsFlag;
    // As many bytes for the fields beside the text, and for escapes, as for the text itself.
    JsonStream stream(in, reading.name, has_separate_lines,
                      2 * reading.options.maximum_statement_bytes + 4096);
    Documents documents(stream, reading);
    if (!stream.skip_blanks())
        return reading.refuse({reading.name}, "empty: expected a statement");
    do {
        rapidjson::Reader reader;
        const auto result = reader.Parse<flags>(stream, documents);
        if (!result.IsError())
            continue;
        report(result.Code(), stream, documents, reading);
        if (!has_separate_lines)
            return reading.refuse(stream.place(), "the rest of the file is not read");
        documents.reset();
        stream.skip_line();
    } while (stream.skip_blanks());
}

} // namespace

void read_json(std::istream& in, const std::string& name, const ReadOptions& options,
               const StatementSink& sink, const NoticeHandler& on_notice) {
    read_documents(in, {name, options, sink, on_notice}, false);
}

void read_ndjson(std::istream& in, const std::string& name, const ReadOptions& options,
                 const StatementSink& sink, const NoticeHandler& on_notice) {
    read_documents(in, {name, options, sink, on_notice}, true);
}

} // namespace entente
