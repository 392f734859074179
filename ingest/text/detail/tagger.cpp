// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/detail/tagger.hpp"

#include "ingest/text/detail/utf8.hpp"

#include <algorithm>
#include <utility>

namespace entente::ud::detail {

namespace {

// Tags less likely than this have no say in a word's lemma.
constexpr float least_share = 0.1F;
// What the network's rules and a word's known case weigh beside the tags, where these doubt whether it is a
// name.
constexpr float weight_of_rules = 1.5F;
constexpr float weight_of_known_case = 1;

// Lemmas and how much speaks for each.
class Votes {
public:
    void add(std::string lemma, float share) {
        if (float* votes = find(lemma); votes != nullptr)
            *votes += share;
        else
            votes_.emplace_back(std::move(lemma), share);
    }
    void strengthen(std::string_view lemma, float share) {
        if (float* votes = find(lemma); votes != nullptr)
            *votes += share;
    }
    std::size_t size() const { return votes_.size(); }
    std::string best() const {
        return std::max_element(votes_.begin(), votes_.end(),
                                [](const auto& a, const auto& b) { return a.second < b.second; })
            ->first;
    }

private:
    float* find(std::string_view lemma) {
        const auto found =
            std::find_if(votes_.begin(), votes_.end(), [&](const auto& vote) { return vote.first == lemma; });
        return found == votes_.end() ? nullptr : &found->second;
    }

    std::vector<std::pair<std::string, float>> votes_;
};

bool is_nominal(std::string_view relation) {
    relation = relation.substr(0, relation.find(':'));
    return relation == "nsubj" || relation == "obj" || relation == "iobj" || relation == "obl" ||
           relation == "nmod" || relation == "compound";
}

bool is_name(const Word& word) { return word.upos == Upos::propn || word.upos == Upos::x; }

// Whether a participle follows the word, with nothing but adverbs between: 's always been, 's supported.
bool stands_before_participle(const Sentence& sentence, std::size_t word) {
    const auto next =
        std::find_if(sentence.words.begin() + static_cast<std::ptrdiff_t>(word) + 1, sentence.words.end(),
                     [](const Word& other) { return other.upos != Upos::adv && other.upos != Upos::part; });
    return next != sentence.words.end() && (next->xpos == "VBN" || next->xpos == "VBD");
}

// The first part of a word that blanks cut apart has the lemma of the whole, and the others have none.
void join_split_words(Sentence& sentence) {
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
        Word& part = sentence.words[i];
        if (part.deprel != "goeswith" || part.head == 0 || part.head > i)
            continue;
        Word& first = sentence.words[part.head - 1];
        if (i == 0 || sentence.words[i - 1].deprel != "goeswith" || sentence.words[i - 1].head != part.head)
            first.lemma = is_name(first) ? first.form : lower_case(first.form);
        first.lemma += is_name(first) ? part.form : lower_case(part.form);
        part.upos = Upos::x;
        part.lemma.clear();
    }
}

} // namespace

Tagger::Tagger(const ModelFile& model) : lemmatizer_(model) {
    for (const std::string& line : model.lines("tags"))
        tags_.push_back(read_tag(model, line));
}

Tagger::Tag Tagger::read_tag(const ModelFile& model, const std::string& line) {
    const auto first = line.find('\t');
    const auto second = first == line.npos ? line.npos : line.find('\t', first + 1);
    if (second == line.npos)
        model.fail("section tags has a line without three columns");
    const auto upos = parse_upos(std::string_view(line).substr(0, first));
    if (!upos)
        model.fail("section tags has a part of speech that is none");
    return {*upos, line.substr(first + 1, second - first - 1), line.substr(second + 1)};
}

void Tagger::set(const Tag& tag, Word& word) {
    word.upos = tag.upos;
    word.xpos = tag.xpos;
    word.feats = tag.feats;
}

void Tagger::tag(Word& word, const Choices& tags, const Choices& rules,
                 const std::function<bool(std::string_view)>& knows) const {
    const Tag& tag = tags_[likeliest_tag(tags)];
    set(tag, word);
    word.lemma = lemmatizer_.lemma(word, rules, knows);
    if (tag.upos != Upos::adj && tags[1].share >= least_share) {
        word.lemma = lemma_in_likeliest_case(word, tags, rules, knows);
        set(tag, word);
    }
}

// The best tag of the likeliest part of speech: one that has several tags is likelier than each of them.
std::uint32_t Tagger::likeliest_tag(const Choices& tags) const {
    std::uint32_t best = tags.front().index;
    float most = 0;
    for (const Choice& candidate : tags) {
        float share = 0;
        for (const Choice& other : tags)
            if (tags_[other.index].upos == tags_[candidate.index].upos)
                share += other.share;
        if (share > most) {
            most = share;
            best = candidate.index;
        }
    }
    return best;
}

// Where tags only doubt whether a word is a name, and so whether its lemma has a capital, all of them have a
// say, with the network's rules, which are learnt on just that, and what the word is known as.
std::string Tagger::lemma_in_likeliest_case(Word& word, const Choices& tags, const Choices& rules,
                                            const std::function<bool(std::string_view)>& knows) const {
    Votes votes;
    const std::string lower = lower_case(word.lemma);
    for (const Choice& tag : tags) {
        if (tag.share < least_share)
            continue;
        set(tags_[tag.index], word);
        if (std::string lemma = lemmatizer_.lemma(word, rules, knows); lower_case(lemma) == lower)
            votes.add(std::move(lemma), tag.share);
    }
    if (votes.size() < 2)
        return word.lemma;
    for (const Choice& rule : rules)
        votes.strengthen(lemmatizer_.lemma_by(rule, word.form), weight_of_rules * rule.share);
    votes.strengthen(lemmatizer_.known_case(word.form), weight_of_known_case);
    return votes.best();
}

void correct_by_tree(Sentence& sentence) {
    join_split_words(sentence);
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
        Word& word = sentence.words[i];
        if (word.xpos == "VBG" && word.upos == Upos::verb && is_nominal(word.deprel)) {
            word.upos = Upos::noun;
            word.xpos = "NN";
            word.feats = "Number=Sing";
            word.lemma = lower_case(word.form);
        }
        // A later part of a name in -s is hardly ever a plural: Roger Waters.
        if (word.xpos == "NNPS" && word.deprel == "flat") {
            word.xpos = "NNP";
            word.feats = "Number=Sing";
            word.lemma = word.form;
        }
        if (word.upos == Upos::aux && word.deprel == "aux" && (word.form == "'s" || word.form == "\u2019s"))
            word.lemma = stands_before_participle(sentence, i) ? "have" : "be";
    }
}

} // namespace entente::ud::detail
