// SPDX-License-Identifier: Apache-2.0
#include "ingest/train/lexicon.hpp"

#include "graph/error.hpp"
#include "ingest/text/detail/lemma_rule.hpp"
#include "ingest/text/detail/lemmatizer.hpp"

#include <boost/assert.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace entente::train {

namespace {

using ud::detail::Lemmatizer;

std::string rule_text(const std::string& form, const std::string& lemma) {
    return to_string(ud::detail::find_lemma_rule(form, lemma));
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    for (;;) {
        const auto end = text.find(separator);
        parts.emplace_back(text.substr(0, end));
        if (end == text.npos)
            return parts;
        text.remove_prefix(end + 1);
    }
}

// The rule of each form with its tag, where one rule holds for most.
class Collection {
public:
    void add(const std::vector<ud::Document>& documents) {
        std::map<std::uint64_t, std::map<std::string, std::size_t>> counts;
        for (const ud::Document& document : documents) {
            for (const ud::Sentence& sentence : document.sentences) {
                for (const ud::Word& word : sentence.words) {
                    ++counts[Lemmatizer::key(word.form, word.upos, word.xpos)]
                            [rule_text(word.form, word.lemma)];
                    bases_.insert(Lemmatizer::base_key(word.lemma, word.upos));
                }
            }
        }
        for (const auto& [key, rules] : counts) {
            std::size_t total = 0;
            for (const auto& rule : rules)
                total += rule.second;
            const auto best = std::max_element(
                rules.begin(), rules.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
            BOOST_ASSERT_MSG(best != rules.end(), "a counted key has a rule");
            if (best->second * 5 >= total * 4)
                rules_.emplace(key, best->first);
        }
    }

    void add(const KnownWord& word) {
        bases_.insert(Lemmatizer::base_key(word.lemma, word.upos));
        for (const auto& [tag, form] : word.forms)
            rules_.emplace(Lemmatizer::key(form, word.upos, tag), rule_text(form, word.lemma));
    }

    Lexicon lexicon(const std::vector<std::string>& network_rules) const {
        Lexicon lexicon;
        std::map<std::string, std::size_t> numbers;
        for (const std::string& rule : network_rules)
            numbers.emplace(rule, numbers.size());
        for (const auto& [key, rule] : rules_) {
            const auto [number, is_new] = numbers.emplace(rule, numbers.size());
            if (is_new)
                lexicon.more_rules.push_back(rule);
            lexicon.keys.push_back(key);
            lexicon.rules.push_back(static_cast<std::uint16_t>(number->second));
        }
        lexicon.bases.assign(bases_.begin(), bases_.end());
        return lexicon;
    }

private:
    std::map<std::uint64_t, std::string> rules_;
    std::set<std::uint64_t> bases_;
};

} // namespace

std::vector<KnownWord> read_known_words(std::istream& in, const std::string& file) {
    std::vector<KnownWord> words;
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (line.empty() || line.front() == '#')
            continue;
        const auto columns = split(line, '\t');
        const auto upos = columns.size() > 1 ? ud::parse_upos(columns[1]) : std::nullopt;
        if (!upos || columns.size() > 3)
            throw InputError({.file = file, .line = number},
                             "expected a lemma, a part of speech and perhaps forms");
        KnownWord& word = words.emplace_back(KnownWord{columns[0], *upos, {}});
        for (const std::string& form :
             columns.size() == 3 ? split(columns[2], ' ') : std::vector<std::string>{}) {
            const auto parts = split(form, '=');
            if (parts.size() != 2 || parts[0].empty() || parts[1].empty())
                throw InputError({.file = file, .line = number}, "expected TAG=FORM, found \"" + form + '"');
            word.forms.emplace_back(parts[0], parts[1]);
        }
    }
    return words;
}

Lexicon make_lexicon(const std::vector<std::vector<ud::Document>>& treebanks,
                     const std::vector<KnownWord>& words, const std::vector<std::string>& network_rules) {
    Collection collection;
    const std::size_t before_words = std::min<std::size_t>(treebanks.size(), 1);
    for (std::size_t i = 0; i < before_words; ++i)
        collection.add(treebanks[i]);
    for (const KnownWord& word : words)
        collection.add(word);
    for (std::size_t i = before_words; i < treebanks.size(); ++i)
        collection.add(treebanks[i]);
    return collection.lexicon(network_rules);
}

void write_lexicon(ud::detail::ModelWriter& model, const Lexicon& lexicon) {
    model.add_lines("lemmas.more", lexicon.more_rules);
    model.add<std::uint64_t>("lexicon.keys", lexicon.keys);
    model.add<std::uint16_t>("lexicon.rules", lexicon.rules);
    model.add<std::uint64_t>("bases", lexicon.bases);
}

} // namespace entente::train
