// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/conllu.hpp"

#include "ingest/text/detail/conllu_block.hpp"
#include "ingest/text/detail/utf8.hpp"

#include <algorithm>
#include <utility>

namespace entente::ud {

using detail::Block;

namespace {

std::string_view value_of(std::string_view comment) {
    const auto equals = comment.find('=');
    if (equals == comment.npos)
        return {};
    comment.remove_prefix(equals + 1);
    comment.remove_prefix(std::min(comment.find_first_not_of(' '), comment.size()));
    return comment;
}

bool is_comment(std::string_view line, std::string_view key) {
    line.remove_prefix(1);
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    if (!line.starts_with(key))
        return false;
    line.remove_prefix(key.size());
    return line.empty() || line.front() == ' ' || line.front() == '=';
}

void read_comment(std::string_view line, Block& block) {
    if (is_comment(line, "newdoc"))
        block.new_document = value_of(line);
    else if (is_comment(line, "newpar"))
        block.new_paragraph = true;
    else if (is_comment(line, "sent_id"))
        block.id = value_of(line);
}

} // namespace

// Cuts the stream into blocks of lines.
class ConlluReader::Blocks {
public:
    Blocks(std::istream& in, std::string file) : in_(in), file_(std::move(file)) {}

    // The next block that holds words; the comments of blocks without words are kept for the one that does.
    std::optional<Block> next() {
        Block block;
        std::string line;
        while (std::getline(in_, line)) {
            ++line_number_;
            if (!line.empty() && line.back() == '\r')
                line.pop_back();
            if (line.empty()) {
                if (!block.lines.empty())
                    return block;
            } else if (line.front() == '#') {
                read_comment(line, block);
            } else {
                if (block.lines.empty())
                    block.first_line = line_number_;
                // One more than is allowed is kept, so that the excess is seen.
                if (block.lines.size() <= 2 * detail::longest_sentence)
                    block.lines.push_back(line);
            }
        }
        if (block.lines.empty())
            return std::nullopt;
        return block;
    }

    const std::string& file() const { return file_; }

    std::optional<Block> ahead;

private:
    std::istream& in_;
    std::string file_;
    std::size_t line_number_ = 0;
};

ConlluReader::ConlluReader(std::istream& in, std::string file, BadSentenceHandler on_bad_sentence)
    : blocks_(std::make_unique<Blocks>(in, std::move(file))), on_bad_sentence_(std::move(on_bad_sentence)) {}

ConlluReader::~ConlluReader() = default;
ConlluReader::ConlluReader(ConlluReader&&) noexcept = default;

namespace {

// Puts the text of a document together while its sentences come in.
class TextBuilder {
public:
    explicit TextBuilder(std::string& text) : text_(text) {}

    void add(Sentence& sentence) {
        if (!is_placed(sentence))
            lay_out(sentence);
        fill(sentence);
        sentence.span = {sentence.words.front().span.begin, sentence.words.back().span.end};
    }

private:
    // Whether the words say where they stand, and each behind the one before it.
    bool is_placed(const Sentence& sentence) const {
        // A gap wider than this would be a hostile offset.
        constexpr std::size_t widest_gap = 100'000;
        std::size_t end = end_;
        for (const Word& word : sentence.words) {
            if (word.span.end == 0 || word.span.end < end || word.span.begin > end + widest_gap)
                return false;
            if (word.span.end - word.span.begin != detail::count_code_points(word.form) &&
                !in_token(sentence, word))
                return false;
            end = word.span.end;
        }
        return true;
    }

    static bool in_token(const Sentence& sentence, const Word& word) {
        const auto index = static_cast<std::uint32_t>(&word - sentence.words.data()) + 1;
        return std::any_of(sentence.multiword_tokens.begin(), sentence.multiword_tokens.end(),
                           [&](const auto& token) { return token.first <= index && index <= token.last; });
    }

    // Gives the words spans behind the text so far.
    void lay_out(Sentence& sentence) const {
        std::size_t place = end_ == 0 ? 0 : end_ + (sentence.starts_paragraph ? 2 : 1);
        auto token = sentence.multiword_tokens.begin();
        for (std::size_t i = 0; i < sentence.words.size();) {
            std::size_t after = i + 1;
            if (token != sentence.multiword_tokens.end() && token->first == i + 1) {
                after = token->last;
                lay_out(sentence, *token, place);
                place = token->span.end;
                ++token;
            } else {
                Word& word = sentence.words[i];
                word.span = {place, place + detail::count_code_points(word.form)};
                place = word.span.end;
            }
            place += sentence.words[after - 1].space_after ? 1 : 0;
            i = after;
        }
    }

    static void lay_out(Sentence& sentence, MultiwordToken& token, std::size_t place) {
        token.span = {place, place + detail::count_code_points(token.form)};
        std::string joined;
        for (auto i = token.first; i <= token.last; ++i)
            joined += sentence.words[i - 1].form;
        for (auto i = token.first; i <= token.last; ++i) {
            Word& word = sentence.words[i - 1];
            word.span = token.span;
            if (joined == token.form) {
                word.span = {place, place + detail::count_code_points(word.form)};
                place = word.span.end;
            }
        }
    }

    // Writes the forms where their spans say.
    void fill(const Sentence& sentence) {
        auto token = sentence.multiword_tokens.begin();
        for (std::size_t i = 0; i < sentence.words.size();) {
            if (token != sentence.multiword_tokens.end() && token->first == i + 1) {
                put(token->form, {sentence.words[i].span.begin, sentence.words[token->last - 1].span.end});
                i = token->last;
                ++token;
            } else {
                put(sentence.words[i].form, sentence.words[i].span);
                ++i;
            }
        }
    }

    void put(const std::string& form, const Span& span) {
        const std::size_t gap = span.begin > end_ ? span.begin - end_ : 0;
        text_.append(gap, gap > 1 ? '\n' : ' ');
        text_ += form;
        end_ = span.begin + detail::count_code_points(form);
    }

    std::string& text_;
    std::size_t end_ = 0; // of the text, in code points
};

} // namespace

std::optional<Document> ConlluReader::next() {
    Document document;
    TextBuilder builder(document.text);
    auto& ahead = blocks_->ahead;
    for (bool is_begun = false;; ahead.reset()) {
        if (!ahead && !(ahead = blocks_->next()))
            break;
        if (ahead->new_document) {
            if (is_begun && !document.sentences.empty())
                return document;
            document.id = *ahead->new_document;
        }
        is_begun = true;
        try {
            document.sentences.push_back(detail::read_block(*ahead, blocks_->file()));
            builder.add(document.sentences.back());
        } catch (const InputError& error) {
            if (!on_bad_sentence_)
                throw;
            on_bad_sentence_(error);
        }
    }
    if (document.sentences.empty())
        return std::nullopt;
    return document;
}

} // namespace entente::ud
