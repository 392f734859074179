// SPDX-License-Identifier: Apache-2.0
#include "ingest/coding/topic_aliases.hpp"

#include "graph/error.hpp"
#include "ingest/table_file.hpp"

#include <algorithm>
#include <fstream>
#include <istream>

namespace entente::coding {

namespace {

enum Column : std::size_t { variant, topic, column_count };

constexpr std::size_t most_topics = 3;
constexpr std::size_t longest_topic = 6; // words

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) {
        return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    });
    return text;
}

bool is_kept(const Tree& tree, At child, At head) {
    switch (tree.dep(child)) {
    case Dep::amod:
        return !tree.has_child(child, Dep::obl);
    case Dep::compound:
    case Dep::flat:
    case Dep::nummod:
        return true;
    case Dep::nmod:
        return child < head && tree.subtype(child) != "poss";
    case Dep::punct:
        return tree.word(child).form == "-" && child < head;
    default:
        return false;
    }
}

void collect(const Tree& tree, At head, std::vector<At>& words) {
    for (const At child : tree.children(head))
        if (is_kept(tree, child, head))
            collect(tree, child, words);
    words.push_back(head);
}

/// The words of the phrase that name its topic: the head with what compounds and describes it.
std::string phrase(const Tree& tree, At head) {
    std::vector<At> words;
    collect(tree, head, words);
    std::sort(words.begin(), words.end());
    while (words.size() > longest_topic)
        words.erase(words.begin());
    std::string text;
    for (const At word : words) {
        if (!text.empty() && tree.word(word - 1).space_after)
            text += ' ';
        text += tree.word(word).form;
    }
    return text;
}

} // namespace

TopicAliases TopicAliases::load(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in)
        throw InputError({file.string()}, "cannot be opened");
    TopicAliases aliases;
    aliases.add(in, file.string());
    return aliases;
}

void TopicAliases::add(std::istream& in, const std::string& file) {
    read_table(in, file, column_count, [this](const TableRow& row) {
        if (row[variant].empty())
            throw row.error(variant, "a phrase", row[variant]);
        aliases_.insert_or_assign(std::string(row[variant]), std::string(row[topic]));
    });
}

std::optional<std::string> TopicAliases::normalise(const std::string& text) const {
    const auto found = aliases_.find(lower(text));
    if (found == aliases_.end())
        return text.empty() ? std::nullopt : std::optional(text);
    return found->second.empty() ? std::nullopt : std::optional(found->second);
}

std::vector<std::string> TopicAliases::topics(const Tree& tree, const actors::SentenceParties& parties,
                                              std::span<const At> heads) const {
    std::vector<std::string> found;
    for (const At head : heads)
        for (const At one : conjuncts(tree, head)) {
            const bool nominal = tree.upos(one) == ud::Upos::noun || tree.upos(one) == ud::Upos::propn;
            if (!nominal || parties.has(one) || found.size() == most_topics)
                continue;
            const auto topic = normalise(phrase(tree, one));
            if (topic && std::find(found.begin(), found.end(), *topic) == found.end())
                found.push_back(*topic);
        }
    return found;
}

} // namespace entente::coding
