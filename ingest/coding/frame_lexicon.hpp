// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_CODING_FRAME_LEXICON_HPP
#define ENTENTE_INGEST_CODING_FRAME_LEXICON_HPP

#include "graph/cameo.hpp"
#include "graph/plover.hpp"

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente::coding {

/// Which words a frame's trigger is headed by.
enum class FramePos : std::uint8_t { verb, noun, adjective };

/// Where a participant of a frame stands in the tree, seen from its trigger.
struct Role {
    enum class Kind : std::uint8_t {
        subject,    ///< the logical subject: nsubj, or the by-agent of a passive
        object,     ///< the logical object: obj, or the nsubj:pass of a passive
        indirect,   ///< iobj
        possessor,  ///< nmod:poss, or a demonym or country that modifies the noun
        complement, ///< the subject of the complement clause
        speaker,    ///< whoever is speaking
        preposition ///< an obl or nmod with `preposition` as its case
    };
    Kind kind = Kind::subject;
    std::string preposition;

    bool operator==(const Role&) const = default;
};

/// What a trigger does to the clause that it governs; frames.tsv explains each.
enum class Content : std::uint8_t {
    none,
    say,
    intend,
    request,
    refuse,
    deny,
    possible,
    attempt,
    aspect,
    believe,
    light
};

/// One entry of frames.tsv: words that state a relation, or that govern a clause which does.
struct Frame {
    /// The lemmas, the syntactic head first.
    std::vector<std::string> trigger;
    FramePos pos = FramePos::verb;
    /// Nothing where the entry only governs its complement.
    std::optional<plover::EventType> type;
    std::optional<plover::Mode> mode;
    std::optional<cameo::Code> cameo;
    /// Alternatives, in order of preference; never empty.
    std::vector<Role> source;
    std::vector<Role> target;
    std::vector<Role> topic;
    Content content = Content::none;
    bool symmetric = false;
    /// Only where source and target both stand in the clause.
    bool weak = false;
    /// Ahead of us whatever the tense.
    bool future = false;
    bool negative = false;
    /// No relation by itself.
    bool internal = false;
    std::string predicate;
    /// The line of the file it was read from.
    std::size_t line = 0;
};

/// The frames of one or more files in the format of ingest/data/frames.tsv, found by head lemma and kind of
/// word.
///
/// Immutable once loaded; const is safe from many threads.
class FrameLexicon {
public:
    /// Reads the lexicon that comes with Entente, or another file in its format.
    /// Throws InputError (file, line, column, expected, found) for a file that is missing or a row that is
    /// wrong.
    static FrameLexicon load(const std::filesystem::path& file);

    /// Adds a user's entries; an entry with the same trigger and kind of word replaces ours.
    void add(std::istream& in, const std::string& file);

    /// The frames whose trigger is headed by `lemma`, longest trigger first.
    const std::vector<const Frame*>& find(std::string_view lemma, FramePos pos) const;

    std::size_t size() const noexcept { return frames_.size(); }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept {
            return std::hash<std::string_view>{}(text);
        }
    };
    using Index = std::unordered_map<std::string, std::vector<const Frame*>, Hash, std::equal_to<>>;

    void insert(Frame frame);

    std::vector<std::unique_ptr<const Frame>> frames_;
    Index by_head_[3];
};

} // namespace entente::coding

#endif
