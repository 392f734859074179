// SPDX-License-Identifier: Apache-2.0
#include "graph/cypher/detail/regular_expression.hpp"

#include "graph/cypher/detail/syntax_error.hpp"

#include <re2/re2.h>

namespace entente::cypher::detail {

struct RegularExpression::Compiled {
    Compiled(std::string_view pattern, const RE2::Options& options)
        : expression(re2::StringPiece(pattern.data(), pattern.size()), options) {}
    RE2 expression;
};

RegularExpression::RegularExpression() = default;
RegularExpression::~RegularExpression() = default;

bool RegularExpression::matches(std::string_view text, std::string_view pattern, ast::Position at) {
    if (compiled_ == nullptr || pattern_ != pattern) {
        RE2::Options options;
        options.set_log_errors(false);
        options.set_max_mem(std::int64_t{8} << 20);
        pattern_ = pattern;
        compiled_ = std::make_unique<Compiled>(pattern, options);
        if (!compiled_->expression.ok())
            throw InputError(place(at),
                             "a regular expression that can't be used: " + compiled_->expression.error());
    }
    return RE2::FullMatch(re2::StringPiece(text.data(), text.size()), compiled_->expression);
}

} // namespace entente::cypher::detail
