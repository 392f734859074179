// SPDX-License-Identifier: Apache-2.0
#include "ingest/tables/detail/first_record.hpp"

#include "ingest/tables/detail/fields.hpp"

#include <algorithm>

namespace entente::detail {

namespace {

char find_separator(std::string_view line) {
    if (line.find('\t') != std::string_view::npos)
        return '\t';
    return std::count(line.begin(), line.end(), ';') > std::count(line.begin(), line.end(), ',') ? ';' : ',';
}

} // namespace

FirstLine::FirstLine(std::string_view first_bytes, std::optional<char> separator) {
    if (first_bytes.starts_with("\xEF\xBB\xBF"))
        first_bytes.remove_prefix(3);
    std::string_view line = first_bytes.substr(0, first_bytes.find('\n'));
    separator_ = separator.value_or(find_separator(line));
    const auto is_open = [&] { return std::count(line.begin(), line.end(), '"') % 2 != 0; };
    while (separator_ != '\t' && is_open() &&
           line.size() < first_bytes.size()) // a quote goes on on the next line
        line = first_bytes.substr(0, first_bytes.find('\n', line.size() + 1));
    std::string padded(line);
    padded.append(FieldSplitter::padding, '\0');
    FieldSplitter splitter(std::string_view(padded).substr(0, line.size()), {separator_, separator_ != '\t'},
                           1);
    if (splitter.next())
        texts_.assign(splitter.fields().begin(), splitter.fields().end());
    fields_.assign(texts_.begin(), texts_.end());
}

} // namespace entente::detail
