// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_STATEMENTS_DETAIL_JSON_STREAM_HPP
#define ENTENTE_INGEST_STATEMENTS_DETAIL_JSON_STREAM_HPP

#include "graph/error.hpp"

#include <cstddef>
#include <istream>
#include <string>
#include <vector>

namespace entente::detail {

/// A std::istream as a RapidJSON input stream that knows its line and column and can be made to end early.
///
/// It ends, for RapidJSON, at the end of the input, at the end of a line where lines are separate, and when
/// more than the allowed bytes were taken since the last call of restart().
class JsonStream {
public:
    using Ch = char;

    JsonStream(std::istream& in, std::string name, bool has_separate_lines, std::size_t allowed);

    // RapidJSON's names.
    Ch Peek() const { return next_; }
    Ch Take();
    std::size_t Tell() const { return taken_; }
    Ch* PutBegin() { return nullptr; }
    void Put(Ch) {}
    void Flush() {}
    std::size_t PutEnd(Ch*) { return 0; }

    /// Allows as many bytes again.
    void restart();
    /// Whether more was taken than allowed.
    bool is_over_limit() const { return is_over_limit_; }

    /// Where the next byte stands.
    Place place() const { return {name_, line_, column_}; }
    /// The next byte and some more of its line: for messages.
    std::string found() const;

    /// Goes on to the first byte of the next value, past white space and line ends. False at the end.
    bool skip_blanks();
    /// Goes on behind the end of this line.
    void skip_line();

private:
    bool fill();
    void look();
    bool is_at_end() const { return at_ == buffer_.size(); }

    std::istream* in_;
    std::string name_;
    bool has_separate_lines_;
    std::size_t allowed_;
    std::vector<char> buffer_;
    std::size_t at_ = 0;
    std::size_t taken_ = 0;
    std::size_t taken_since_ = 0;
    std::size_t line_ = 1;
    std::size_t column_ = 1;
    char next_ = '\0';
    bool is_over_limit_ = false;
};

} // namespace entente::detail

#endif
