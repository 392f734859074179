// SPDX-License-Identifier: Apache-2.0
#include "graph/cypher/detail/grammar.hpp"

#include "graph/cypher/detail/syntax_error.hpp"
#include "graph/cypher/detail/syntax_tree.hpp"

#include <tao/pegtl.hpp>

#include <algorithm>
#include <utility>

namespace entente::cypher::detail {

namespace {

constexpr std::size_t deepest = 100;

/// Builds the tree as rules match, takes back what alternatives that failed have built, and remembers what
/// the rules that came furthest were looking for.
class Builder {
public:
    explicit Builder(std::string_view query) : query_(query) {}

    void open(Syntax kind, bool is_named, const char* at) {
        starts_.push_back({offset(at), static_cast<std::uint32_t>(nodes.size()), is_named});
        if (kind != Syntax::none)
            nodes.push_back({kind, offset(at), offset(at), 0, {}});
    }

    void close(Syntax kind, const char* at) {
        const Start start = starts_.back();
        starts_.pop_back();
        if (kind == Syntax::none)
            return;
        SyntaxNode& node = nodes[start.node];
        node.end = offset(at);
        node.last = static_cast<std::uint32_t>(nodes.size());
    }

    void fail(const char* expected) {
        const Start start = starts_.back();
        starts_.pop_back();
        nodes.erase(nodes.begin() + start.node, nodes.end());
        if (expected != nullptr && !is_part_of_named(start.offset))
            failure_.add(start.offset, expected);
    }

    void enter(const char* at) {
        if (++depth_ > deepest)
            throw_nested_too_deeply(query_, offset(at));
    }
    void leave() noexcept { --depth_; }

    [[noreturn]] void raise() const { failure_.raise(query_); }

    std::vector<SyntaxNode> nodes;

private:
    struct Start {
        std::uint32_t offset;
        std::uint32_t node;
        bool is_named;
    };

    /// Whether a rule that is being matched and began at the same place speaks for this one: "an expression",
    /// not
    /// "(, [, CASE ...".
    bool is_part_of_named(std::uint32_t offset) const noexcept {
        for (auto start = starts_.rbegin(); start != starts_.rend() && start->offset == offset; ++start)
            if (start->is_named)
                return true;
        return false;
    }

    std::uint32_t offset(const char* at) const noexcept {
        return static_cast<std::uint32_t>(at - query_.data());
    }

    std::string_view query_;
    std::vector<Start> starts_;
    FurthestFailure failure_;
    std::size_t depth_ = 0;
};

template<class Rule>
struct Control : pegtl::normal<Rule> {
    static constexpr Syntax kind = syntax_of<Rule>;
    static constexpr const char* name = name_of<Rule>;
    static constexpr bool is_kept = kind != Syntax::none || name != nullptr;
    static constexpr bool is_nesting = std::is_same_v<Rule, grammar::expression>;

    template<class Input>
    static void start(const Input& in, Builder& builder) {
        if constexpr (is_nesting)
            builder.enter(in.current());
        if constexpr (is_kept)
            builder.open(kind, name != nullptr, in.current());
    }
    template<class Input>
    static void success(const Input& in, Builder& builder) {
        if constexpr (is_nesting)
            builder.leave();
        if constexpr (is_kept)
            builder.close(kind, in.current());
    }
    template<class Input>
    static void failure(const Input&, Builder& builder) {
        if constexpr (is_nesting)
            builder.leave();
        if constexpr (is_kept)
            builder.fail(name);
    }
    template<class Input>
    [[noreturn]] static void raise(const Input&, Builder& builder) {
        builder.raise();
    }
};

} // namespace

namespace grammar {

bool is_reserved(std::string_view word) {
    static constexpr std::string_view words[] = {
        "ALL",        "AND",      "AS",   "ASC",   "ASCENDING", "BY",     "CASE",  "CONTAINS", "DESC",
        "DESCENDING", "DISTINCT", "ELSE", "END",   "ENDS",      "EXISTS", "FALSE", "IN",       "IS",
        "LIMIT",      "MATCH",    "NOT",  "NULL",  "OPTIONAL",  "OR",     "ORDER", "RETURN",   "SKIP",
        "STARTS",     "THEN",     "TRUE", "UNION", "UNWIND",    "WHEN",   "WHERE", "WITH",     "XOR"};
    const auto is_word = [&](std::string_view reserved) {
        return std::equal(word.begin(), word.end(), reserved.begin(), reserved.end(),
                          [](char a, char b) { return (a >= 'a' && a <= 'z' ? a - 32 : a) == b; });
    };
    return std::any_of(std::begin(words), std::end(words), is_word);
}

namespace {

/// The place of the parenthesis that closes the first one; npos where there is none.
std::size_t closing_parenthesis(std::string_view text) noexcept {
    std::size_t depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\'' || c == '"' || c == '`') {
            for (++i; i < text.size() && text[i] != c; ++i)
                if (text[i] == '\\')
                    ++i;
        } else if (c == '(') {
            ++depth;
        } else if (c == ')' && --depth == 0) {
            return i;
        }
    }
    return std::string_view::npos;
}

} // namespace

bool looks_like_pattern::opens_pattern(std::string_view text) noexcept {
    if (text.empty() || text.front() != '(')
        return false;
    const std::size_t close = closing_parenthesis(text);
    if (close == std::string_view::npos)
        return false;
    std::size_t i = close;
    const auto next = [&] {
        do
            ++i;
        while (i < text.size() && (text[i] == ' ' || (text[i] >= '\t' && text[i] <= '\r')));
        return i < text.size() ? text[i] : '\0';
    };
    char c = next();
    const bool has_left_head = c == '<';
    if (has_left_head)
        c = next();
    if (c != '-')
        return false;
    c = next();
    if (c == '-') {
        c = next();
        return c == '(' || (c == '>' && next() == '(');
    }
    if (c != '[')
        return false;
    c = next();
    return c == ':' || c == ']' || c == '*' || c == '{' || c == '`' ||
           (plain_word::is_name_byte(c) && (c < '0' || c > '9'));
}

} // namespace grammar

std::vector<SyntaxNode> parse_syntax(std::string_view query) {
    if (query.size() > std::size_t{1} << 20)
        throw InputError(Place{"query"}, "the query is longer than 1 MiB");
    pegtl::memory_input<pegtl::tracking_mode::lazy> input(query.data(), query.data() + query.size(), "query");
    Builder builder(query);
    if (!pegtl::parse<grammar::query, pegtl::nothing, Control>(input, builder))
        builder.raise();
    PositionCounter positions(query);
    for (SyntaxNode& node : builder.nodes)
        node.at = positions.at(node.begin);
    return std::move(builder.nodes);
}

} // namespace entente::cypher::detail
