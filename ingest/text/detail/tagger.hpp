// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TEXT_DETAIL_TAGGER_HPP
#define ENTENTE_INGEST_TEXT_DETAIL_TAGGER_HPP

#include "ingest/text/detail/lemmatizer.hpp"
#include "ingest/text/detail/model_file.hpp"
#include "ingest/text/detail/network.hpp"
#include "ingest/text/ud.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::ud::detail {

/// Turns what the network finds likely into parts of speech, features and lemmas.
class Tagger {
public:
    /// Reads the section "tags" (UPOS, XPOS and FEATS, separated by tabs) and what Lemmatizer reads.
    explicit Tagger(const ModelFile& model);

    std::size_t tags() const noexcept { return tags_.size(); }
    std::size_t lemma_rules() const noexcept { return lemmatizer_.rules(); }

    /// Fills in `upos`, `xpos`, `feats` and `lemma`. `knows` tells whether a word is one of the language.
    void tag(Word& word, const Choices& tags, const Choices& rules,
             const std::function<bool(std::string_view)>& knows) const;

private:
    struct Tag {
        Upos upos = Upos::x;
        std::string xpos;
        std::string feats;
    };
    static Tag read_tag(const ModelFile& model, const std::string& line);
    static void set(const Tag& tag, Word& word);
    std::uint32_t likeliest_tag(const Choices& tags) const;
    std::string lemma_in_likeliest_case(Word& word, const Choices& tags, const Choices& rules,
                                        const std::function<bool(std::string_view)>& knows) const;

    Lemmatizer lemmatizer_;
    std::vector<Tag> tags_;
};

/// Corrects tags and lemmas by the tree: a gerund that stands as a noun does is a noun, and the 's before a
/// participle is "have", unless it makes a passive; a word written apart has one lemma, and the later part of
/// a name is no plural.
void correct_by_tree(Sentence& sentence);

} // namespace entente::ud::detail

#endif
