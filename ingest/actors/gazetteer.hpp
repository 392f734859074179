// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_ACTORS_GAZETTEER_HPP
#define ENTENTE_INGEST_ACTORS_GAZETTEER_HPP

#include "graph/error.hpp"
#include "ingest/actors/party.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// How a name refers to its party.
enum class NameKind : std::uint8_t {
    /// Belgium, NATO, Hamas.
    name,
    /// A person or persons of the country: Belgian, Belgians.
    noun,
    /// Belgian.
    adjective,
    /// A capital or seat of power: Brussels.
    metonym,
    /// An office holder: Xi Jinping, Xi.
    leader,
    /// A named body: the Kremlin.
    body,
    /// A role, which names no party by itself: foreign minister.
    role,
    /// A name that holds a party's and stands for none: the South China Sea, the Paris Agreement.
    place,
    /// A city that is no seat of power, whose state is hit where force is used on it: Kharkiv.
    city
};

/// "name", "noun", "adjective", "metonym", "leader", "body", "role", "place" or "city".
std::string_view to_string(NameKind kind) noexcept;

/// A string of the gazetteer and what it means. Several names may have the same text.
struct Name {
    std::string_view text{};
    NameKind kind = NameKind::name;
    /// The text has common other meanings ("Georgia", "Brussels", "May"); the file marks it with `?`.
    bool ambiguous = false;
    /// A plural that was made from a role's term.
    bool plural = false;
    /// Null for roles and places.
    const Party* party = nullptr;
    /// Where kind is leader; otherwise null.
    const Leader* leader = nullptr;
    /// Where kind is body; otherwise null.
    const Body* body = nullptr;
    /// Where kind is role; otherwise null.
    const Role* role = nullptr;
};

/// A name found in a sequence of tokens, and how many of them it covers.
struct NameMatch {
    const Name* name = nullptr;
    std::size_t length = 0;
};

/// A party whose name is like one that was asked for, and that name.
struct Suggestion {
    const Party* party = nullptr;
    std::string_view name;
    /// Letters to change, leave out or put in, or neighbours to swap.
    std::size_t distance = 0;
};

/// What hands over a row that was refused; reading goes on with the next row.
using BadActorRow = std::function<void(const InputError&)>;

/// The parties, their names, their office holders by date, role words, named bodies and publishers.
///
/// Values that it hands out point into it and live as long as it does; moving it keeps them valid. After
/// loading, it is read from any number of threads at once.
class Gazetteer {
public:
    /// An empty gazetteer.
    Gazetteer();
    Gazetteer(Gazetteer&&) noexcept;
    Gazetteer& operator=(Gazetteer&&) noexcept;
    ~Gazetteer();

    /// The gazetteer of the files in ingest/data, which are built into the library.
    static Gazetteer shipped();

    /// Reads parties.tsv, leaders.tsv, roles.tsv, bodies.tsv, publishers.tsv, places.tsv and cities.tsv of a
    /// directory. A file that is missing is InputError; so is the first bad row.
    static Gazetteer load(const std::filesystem::path& directory);

    /// Adds the rows of a file. Its first line that does not begin with `#` names its columns, and the first
    /// of them says what the rows are: `code` (parties), `leader`, `term` (roles), `body` or `publisher`.
    ///
    /// A party that is there already gains the row's names; what else the row gives replaces what was there.
    /// A role that is there is replaced. Leaders, bodies and publishers must name parties that are there. A
    /// bad row goes to `on_bad_row`; where there is none, it is thrown as InputError, and the rows before it
    /// stay.
    void add_file(const std::filesystem::path& path, const BadActorRow& on_bad_row = {});

    /// add_file, from memory; `file` is the name that messages give. The text is copied.
    void add_text(std::string_view text, const std::string& file, const BadActorRow& on_bad_row = {});

    /// All names that start at token `at`, longest first, and in the order of the files for equal lengths.
    ///
    /// Accents, hyphens, apostrophes and full stops are not compared, nor where words are divided. Letters
    /// compare without case, but a capital in the name must be one in the text: "us" is not the US and
    /// "turkey" not Turkey, while "CHINA" is China and "President" a president.
    std::vector<NameMatch> find_all(std::span<const std::string_view> tokens, std::size_t at) const;

    /// find_all into a vector of the caller's, whose contents are replaced.
    void find_all(std::span<const std::string_view> tokens, std::size_t at,
                  std::vector<NameMatch>& matches) const;

    /// The party of a code; null where there is none.
    const Party* party(const PartyCode& code) const noexcept;
    const Party* party(std::string_view code) const noexcept;

    /// All parties, sorted by code.
    std::vector<const Party*> parties() const;

    /// Who holds, or held, an office of a party: on `day`, or at the latest known time where no day is given.
    ///
    /// On the day of a handover it is the successor. Null where the files know nobody.
    const Leader* holder(const PartyCode& party, Office office, std::optional<Date> day) const;

    /// Every term of every office holder of a party, sorted by office and beginning.
    std::vector<const Leader*> leaders(const PartyCode& party) const;

    /// The office holders of that full or short name (accents and case aside), in the order of the file; with
    /// `day`, just those who were in office then.
    std::vector<const Leader*> leaders_named(std::string_view name, std::optional<Date> day = {}) const;

    /// The party that a user means: a code, in any case, or any name, adjective, capital, body or office
    /// holder. A name counts before an adjective, this before a capital, and so on; where several parties are
    /// left, the one that exists today, then the first in the file.
    const Party* find_party(std::string_view text) const;

    /// The parties whose names are nearest to `text`, at most `count`, nearest first. Names that differ in
    /// more than a third of their letters are not offered.
    std::vector<Suggestion> nearest(std::string_view text, std::size_t count = 3) const;

    /// Who publishes under that name, domain or URL; the longest known suffix of a domain counts.
    const Publisher* find_publisher(std::string_view name_or_url) const;

    /// What it holds; defined inside the library.
    struct Data;

private:
    std::unique_ptr<Data> data_;
};

} // namespace entente

#endif
