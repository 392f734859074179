// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_ERROR_HPP
#define ENTENTE_GRAPH_ERROR_HPP

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>

namespace entente {

/// Where something stands in an input: a name for messages, and a line and column that count from 1.
///
/// Columns count code points. A line or column of 0 is left out of messages.
struct Place {
    std::string file;
    std::size_t line = 0;
    std::size_t column = 0;
};

/// What the library throws on purpose; anything else that it throws comes from the standard library.
class Error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Input that is not what its format says.
class InputError : public Error {
public:
    /// "file:line:column: what"; the parts of `place` that are empty or 0 are left out.
    InputError(const Place& place, const std::string& what);

    /// "file:line:column: expected E, found F". `found` is cut to 60 code points and control characters in it
    /// are escaped, so that a hostile input stays one line.
    InputError(const Place& place, std::string_view expected, std::string_view found);

    /// Where the input is wrong.
    const Place& place() const noexcept { return place_; }

private:
    Place place_;
};

/// A file or stream that takes no more: disk full, no permission, a closed pipe.
class OutputError : public Error {
public:
    using Error::Error;
};

/// The text in quotes, cut to 60 code points, with control characters escaped; for use in messages.
std::string quoted(std::string_view text);

} // namespace entente

#endif
