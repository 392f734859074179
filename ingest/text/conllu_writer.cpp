// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/conllu.hpp"

#include <algorithm>

namespace entente::ud {

namespace {

std::string_view or_underscore(std::string_view column) { return column.empty() ? "_" : column; }

// The characters that end a column or a line can't stand in one.
std::string column(std::string_view text) {
    std::string clean(or_underscore(text));
    for (char& c : clean)
        if (static_cast<unsigned char>(c) < 0x20)
            c = ' ';
    return clean;
}

std::string misc(const std::string& rest, bool space_after, const Span& span) {
    std::string items = rest.empty() ? "" : column(rest) + '|';
    if (!space_after)
        items += "SpaceAfter=No|";
    return items + "TokenRange=" + std::to_string(span.begin) + ':' + std::to_string(span.end);
}

// Whether heads are known: where none is, all of them are 0, as of roots.
bool has_tree(const Sentence& sentence) {
    if (sentence.words.size() == 1)
        return !sentence.words.front().deprel.empty();
    return std::any_of(sentence.words.begin(), sentence.words.end(),
                       [](const Word& word) { return word.head != 0; });
}

class SentenceWriter {
public:
    SentenceWriter(std::ostream& out, const Sentence& sentence)
        : out_(out), sentence_(sentence), has_tree_(has_tree(sentence)) {}

    std::string text() const {
        std::string text;
        auto token = sentence_.multiword_tokens.begin();
        for (std::size_t i = 0; i < sentence_.words.size();) {
            std::size_t last = i;
            if (token != sentence_.multiword_tokens.end() && token->first == i + 1) {
                text += token->form;
                last = token->last - 1;
                ++token;
            } else {
                text += sentence_.words[i].form;
            }
            if (sentence_.words[last].space_after && last + 1 < sentence_.words.size())
                text += ' ';
            i = last + 1;
        }
        return column(text);
    }

    void write_words() {
        auto token = sentence_.multiword_tokens.begin();
        std::size_t end_of_token = 0;
        for (std::size_t i = 0; i < sentence_.words.size(); ++i) {
            if (token != sentence_.multiword_tokens.end() && token->first == i + 1) {
                end_of_token = token->last;
                out_ << token->first << '-' << token->last << '\t' << column(token->form)
                     << "\t_\t_\t_\t_\t_\t_\t_\t"
                     << misc("", sentence_.words[end_of_token - 1].space_after, token->span) << '\n';
                ++token;
            }
            write_word(i, i < end_of_token);
        }
    }

private:
    void write_word(std::size_t i, bool is_in_token) {
        const Word& word = sentence_.words[i];
        out_ << i + 1 << '\t' << column(word.form) << '\t' << column(word.lemma) << '\t'
             << to_string(word.upos) << '\t' << column(word.xpos) << '\t' << column(word.feats) << '\t';
        out_ << (has_tree_ ? std::to_string(word.head) : "_") << '\t' << column(word.deprel) << "\t_\t"
             << misc(word.misc, word.space_after || is_in_token, word.span) << '\n';
    }

    std::ostream& out_;
    const Sentence& sentence_;
    bool has_tree_;
};

} // namespace

void write_conllu(std::ostream& out, const Document& document) {
    out << "# newdoc";
    if (!document.id.empty())
        out << " id = " << column(document.id);
    out << '\n';
    std::size_t number = 0;
    for (const Sentence& sentence : document.sentences) {
        ++number;
        if (sentence.starts_paragraph)
            out << "# newpar\n";
        const std::string prefix = document.id.empty() ? "" : document.id + '-';
        out << "# sent_id = " << column(sentence.id.empty() ? prefix + std::to_string(number) : sentence.id)
            << '\n';
        SentenceWriter writer(out, sentence);
        out << "# text = " << writer.text() << '\n';
        writer.write_words();
        out << '\n';
    }
    if (!out.flush())
        throw OutputError("cannot write CoNLL-U: the output takes no more");
}

} // namespace entente::ud
