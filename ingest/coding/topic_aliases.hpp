// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_CODING_TOPIC_ALIASES_HPP
#define ENTENTE_INGEST_CODING_TOPIC_ALIASES_HPP

#include "ingest/actors/mention.hpp"
#include "ingest/coding/grammar.hpp"

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace entente::coding {

/// How topics are named alike, in the format of ingest/data/topic_aliases.tsv.
class TopicAliases {
public:
    /// Throws InputError (file, line, column, expected, found) for a file that is missing or a row that is
    /// wrong.
    static TopicAliases load(const std::filesystem::path& file);
    /// Adds a user's aliases.
    void add(std::istream& in, const std::string& file);

    /// The topic as it is shown; the text itself where there is no alias, nothing where it is no topic at
    /// all.
    std::optional<std::string> normalise(const std::string& text) const;

    /// Up to three topics: short noun phrases under the given heads, without articles, possessors and what
    /// follows a relative pronoun, normalised, each once.
    std::vector<std::string> topics(const Tree& tree, const actors::SentenceParties& parties,
                                    std::span<const At> heads) const;

private:
    /// An empty topic means that the phrase is none.
    std::unordered_map<std::string, std::string> aliases_;
};

} // namespace entente::coding

#endif
