// SPDX-License-Identifier: Apache-2.0
#include "ingest/train/evaluation.hpp"

#include "graph/error.hpp"
#include "ingest/text/detail/paragraph.hpp"
#include "ingest/text/detail/utf8.hpp"

#include <algorithm>
#include <string_view>

namespace entente::train {

namespace {

struct Place {
    std::size_t begin = 0;
    std::size_t end = 0;
    auto operator<=>(const Place&) const = default;
};

struct PlacedWord {
    const ud::Word* word = nullptr;
    Place place;
    // The place of the head; the whole text's end for the root.
    Place head;
    std::size_t sentence_length = 0;
    bool is_in_token = false;
};

// The words, tokens and sentences of an analysis, by their places in the text without white space.
struct Placed {
    std::string text;
    std::vector<Place> tokens;
    std::vector<Place> sentences;
    std::vector<PlacedWord> words;
};

std::string_view without_subtype(std::string_view relation) { return relation.substr(0, relation.find(':')); }

class Placing {
public:
    Placed place(const std::vector<ud::Sentence>& sentences) {
        for (const ud::Sentence& sentence : sentences)
            add(sentence);
        return std::move(placed_);
    }

private:
    Place append(std::string_view form) {
        const std::size_t begin = characters_;
        while (!form.empty()) {
            const auto c = ud::detail::first_code_point(form);
            const auto kind = ud::detail::kind_of(c.value);
            if (kind > ud::detail::CharacterKind::newline && kind != ud::detail::CharacterKind::ignored) {
                placed_.text += form.substr(0, c.bytes);
                ++characters_;
            }
            form.remove_prefix(c.bytes);
        }
        return {begin, characters_};
    }

    void add(const ud::Sentence& sentence) {
        const std::size_t first = placed_.words.size();
        const std::size_t begin = characters_;
        auto token = sentence.multiword_tokens.begin();
        for (std::size_t i = 0; i < sentence.words.size();) {
            if (token != sentence.multiword_tokens.end() && token->first == i + 1) {
                add_token(sentence, *token);
                i = token->last;
                ++token;
            } else {
                const Place place = append(sentence.words[i].form);
                placed_.tokens.push_back(place);
                placed_.words.push_back({&sentence.words[i], place, {}, sentence.words.size(), false});
                ++i;
            }
        }
        placed_.sentences.push_back({begin, characters_});
        for (std::size_t i = 0; i < sentence.words.size(); ++i)
            if (sentence.words[i].head != 0)
                placed_.words[first + i].head = placed_.words[first + sentence.words[i].head - 1].place;
    }

    // The words divide the token's characters where their forms add up to it, and else share them.
    void add_token(const ud::Sentence& sentence, const ud::MultiwordToken& token) {
        std::string joined;
        for (auto i = token.first; i <= token.last; ++i)
            joined += sentence.words[i - 1].form;
        const Place whole = append(token.form);
        placed_.tokens.push_back(whole);
        std::size_t begin = whole.begin;
        for (auto i = token.first; i <= token.last; ++i) {
            const ud::Word& word = sentence.words[i - 1];
            Place place = whole;
            if (joined == token.form) {
                place = {begin, begin + ud::detail::count_code_points(word.form)};
                begin = place.end;
            }
            placed_.words.push_back({&word, place, {}, sentence.words.size(), true});
        }
    }

    Placed placed_;
    std::size_t characters_ = 0;
};

Score compare(const std::vector<Place>& gold, const std::vector<Place>& system) {
    std::vector<Place> both;
    std::set_intersection(gold.begin(), gold.end(), system.begin(), system.end(), std::back_inserter(both));
    return {gold.size(), system.size(), both.size()};
}

std::size_t length_class(std::size_t words) { return std::min<std::size_t>((words - 1) / 10, 4); }

class Comparison {
public:
    explicit Comparison(Evaluation& evaluation) : e_(evaluation) {}

    void count_gold(const PlacedWord& word) {
        for (Score* score : scores())
            ++score->gold;
        ++e_.las_by_relation[std::string(without_subtype(word.word->deprel))].gold;
        Score& by_length = e_.las_by_length[length_class(word.sentence_length)];
        ++by_length.gold;
        ++by_length.system;
    }
    void count_system(const PlacedWord& word) {
        for (Score* score : scores())
            ++score->system;
        ++e_.las_by_relation[std::string(without_subtype(word.word->deprel))].system;
    }
    void count_pair(const PlacedWord& gold, const PlacedWord& system) {
        ++e_.words.correct;
        e_.upos.correct += gold.word->upos == system.word->upos;
        e_.xpos.correct += gold.word->xpos == system.word->xpos;
        e_.feats.correct += gold.word->feats == system.word->feats;
        e_.lemmas.correct += gold.word->lemma.empty() || gold.word->lemma == system.word->lemma;
        const bool is_root = gold.word->head == 0;
        if (is_root != (system.word->head == 0) || (!is_root && gold.head != system.head))
            return;
        ++e_.uas.correct;
        const auto relation = without_subtype(gold.word->deprel);
        if (relation != without_subtype(system.word->deprel))
            return;
        ++e_.las.correct;
        ++e_.las_by_relation[std::string(relation)].correct;
        ++e_.las_by_length[length_class(gold.sentence_length)].correct;
    }

private:
    std::array<Score*, 7> scores() {
        return {&e_.words, &e_.upos, &e_.xpos, &e_.feats, &e_.lemmas, &e_.uas, &e_.las};
    }

    Evaluation& e_;
};

} // namespace

Score& Score::operator+=(const Score& other) noexcept {
    gold += other.gold;
    system += other.system;
    correct += other.correct;
    return *this;
}

Evaluation& Evaluation::operator+=(const Evaluation& other) {
    tokens += other.tokens;
    sentences += other.sentences;
    words += other.words;
    upos += other.upos;
    xpos += other.xpos;
    feats += other.feats;
    lemmas += other.lemmas;
    uas += other.uas;
    las += other.las;
    for (const auto& [relation, score] : other.las_by_relation)
        las_by_relation[relation] += score;
    for (std::size_t i = 0; i < las_by_length.size(); ++i)
        las_by_length[i] += other.las_by_length[i];
    return *this;
}

Evaluation evaluate(const std::vector<ud::Sentence>& gold, const std::vector<ud::Sentence>& system) {
    const Placed reference = Placing().place(gold);
    const Placed answer = Placing().place(system);
    if (reference.text != answer.text)
        throw Error("the texts differ that the two analyses are of");
    Evaluation evaluation;
    evaluation.tokens = compare(reference.tokens, answer.tokens);
    evaluation.sentences = compare(reference.sentences, answer.sentences);
    Comparison comparison(evaluation);
    auto found = answer.words.begin();
    for (const PlacedWord& word : reference.words) {
        comparison.count_gold(word);
        while (found != answer.words.end() && found->place.begin < word.place.begin)
            ++found;
        // Words that share a token's characters are paired in order.
        if (found != answer.words.end() && found->place == word.place)
            comparison.count_pair(word, *found++);
    }
    for (const PlacedWord& word : answer.words)
        comparison.count_system(word);
    return evaluation;
}

} // namespace entente::train
