// SPDX-License-Identifier: Apache-2.0
#include "ingest/actors/detail/actor_table.hpp"
#include "ingest/actors/detail/fold.hpp"
#include "ingest/actors/detail/gazetteer_data.hpp"
#include "ingest/actors/detail/plural.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace entente {

namespace {

using detail::ActorTable;

template<std::size_t Count>
std::size_t index_of(const std::array<std::string_view, Count>& words, std::string_view word) noexcept {
    return static_cast<std::size_t>(std::ranges::find(words, word) - words.begin());
}

/// Field `column` as the position of its word in `words`; `expected` says what the words are.
template<std::size_t Count>
std::size_t word_of(const ActorTable& table, std::string_view column,
                    const std::array<std::string_view, Count>& words, std::string_view expected) {
    const std::size_t index = index_of(words, table.field(column));
    if (index == Count)
        throw table.error(column, expected);
    return index;
}

/// Adds the names of one thing, and leaves out those that differ from an earlier one in nothing that counts.
class NameAdder {
public:
    NameAdder(Gazetteer::Data& data, const ActorTable& table, const Name& pattern)
        : data_(data), table_(table), pattern_(pattern) {}

    /// Adds a name, or only its mark where it is there, and returns it without the mark.
    std::string_view add(std::string_view marked) {
        const bool ambiguous = marked.ends_with('?');
        const std::string_view text = ambiguous ? marked.substr(0, marked.size() - 1) : marked;
        Name*& known = known_name(text);
        if (known != nullptr) {
            known->ambiguous |= ambiguous;
            return text;
        }
        Name name = pattern_;
        name.text = text;
        name.ambiguous = ambiguous;
        data_.index.add(text, static_cast<std::uint32_t>(data_.names.size()));
        known = &data_.names.emplace_back(name);
        return text;
    }

    std::vector<std::string_view> add_all(std::string_view column) {
        std::vector<std::string_view> added;
        for (const std::string_view marked : table_.list(column))
            added.push_back(add(marked));
        return added;
    }

private:
    /// Where the name with this text is kept: for parties among all that were read, else of this thing alone.
    Name*& known_name(std::string_view text) {
        detail::Folded folded;
        detail::append_folded(text, folded);
        const std::string key = folded.key + folded.capitals;
        if (pattern_.party == nullptr || pattern_.leader != nullptr || pattern_.body != nullptr)
            return own_[key];
        return data_.party_names[std::string(to_string(pattern_.kind)) + pattern_.party->code.text() + key];
    }

    Gazetteer::Data& data_;
    const ActorTable& table_;
    Name pattern_;
    std::map<std::string, Name*> own_;
};

/// Throws for a name without letters, so that nothing of a bad row is kept.
void check_names(const ActorTable& table, std::initializer_list<std::string_view> columns) {
    for (const std::string_view column : columns)
        for (const std::string_view name : table.list(column))
            if (detail::folded_key(name).find_first_not_of('?') == std::string::npos)
                throw table.error(name, "a name", name);
}

PartyCode code_of(const ActorTable& table, std::string_view text) {
    const auto code = PartyCode::parse(text);
    if (!code)
        throw table.error(text, "a party code such as BEL, IGO:EU or NSA:HAMAS", text);
    return *code;
}

const Party* party_of(const Gazetteer::Data& data, const ActorTable& table) {
    const std::string_view code = table.required("code");
    const Party* party = data.find(code);
    if (party == nullptr)
        throw table.error("code", "the code of a known party");
    return party;
}

void read_party(Gazetteer::Data& data, const ActorTable& table) {
    static constexpr std::array<std::string_view, 4> kinds{"country", "organization", "group", "community"};
    const PartyCode code = code_of(table, table.required("code"));
    const std::size_t kind = word_of(table, "kind", kinds, "country, organization, group or community");
    if (to_string(code.kind()) != kinds[kind])
        throw table.error("kind", std::string(to_string(code.kind())) + " for a code of this form");
    const std::string_view name = table.required("name");
    check_names(table, {"name", "names", "nouns", "adjectives", "metonyms"});
    const std::string_view wikidata = table.wikidata("wikidata");
    const Period existence = table.period("from", "until");
    std::vector<PartyCode> member_of;
    for (const std::string_view member : table.list("member_of"))
        member_of.push_back(code_of(table, member));

    Party* party = data.find(code.text());
    if (party == nullptr) {
        party = &data.parties.emplace_back();
        party->code = code;
        data.party_of_code.emplace(party->code.text(), party);
    }
    party->kind = code.kind();
    if (party->wikidata.empty() || !wikidata.empty())
        party->wikidata = wikidata;
    if (existence != Period{})
        party->existence = existence;
    if (!table.field("region").empty())
        party->region = table.field("region");
    if (!member_of.empty())
        party->member_of = std::move(member_of);

    NameAdder names(data, table, {.kind = NameKind::name, .party = party});
    party->name = names.add(name);
    const auto others = names.add_all("names");
    party->other_names.insert(party->other_names.end(), others.begin(), others.end());
    NameAdder(data, table, {.kind = NameKind::noun, .party = party}).add_all("nouns");
    NameAdder(data, table, {.kind = NameKind::adjective, .party = party}).add_all("adjectives");
    NameAdder(data, table, {.kind = NameKind::metonym, .party = party}).add_all("metonyms");
}

void read_leader(Gazetteer::Data& data, const ActorTable& table) {
    static constexpr std::array<std::string_view, 3> genders{"", "m", "f"};
    Leader leader;
    const std::string_view name = table.required("leader");
    check_names(table, {"leader", "names"});
    const auto office = parse_office(table.field("office"));
    if (!office)
        throw table.error("office", "an office such as head_of_state");
    leader.office = *office;
    leader.title = table.field("title");
    leader.party = party_of(data, table);
    leader.term = table.period("from", "until");
    leader.wikidata = table.wikidata("wikidata");
    leader.gender = static_cast<Gender>(word_of(table, "gender", genders, "m, f or nothing"));
    Leader& kept = data.leaders.emplace_back(std::move(leader));
    NameAdder names(data, table, {.kind = NameKind::leader, .party = kept.party, .leader = &kept});
    kept.name = names.add(name);
    kept.other_names = names.add_all("names");
}

void read_role(Gazetteer::Data& data, const ActorTable& table) {
    static constexpr std::array<std::string_view, 5> kinds{"person", "body", "people", "place", "force"};
    static constexpr std::array<std::string_view, 2> answers{"no", "yes"};
    Role role;
    role.term = table.required("term");
    check_names(table, {"term"});
    role.kind = static_cast<RoleKind>(word_of(table, "kind", kinds, "person, body, people, place or force"));
    role.sector = table.required("sector");
    role.acts_for = word_of(table, "acts_for", answers, "yes or no") == 1;
    Role*& known = data.role_of_term[detail::folded_key(role.term)];
    if (known != nullptr) {
        *known = role;
        return;
    }
    const Role& kept = data.roles.emplace_back(role);
    known = &data.roles.back();
    NameAdder(data, table, {.kind = NameKind::role, .role = &kept}).add(kept.term);
    const std::string plural = detail::plural_of(kept.term);
    if (plural.empty())
        return;
    data.texts.push_back(plural);
    NameAdder(data, table, {.kind = NameKind::role, .plural = true, .role = &kept}).add(data.texts.back());
}

void read_body(Gazetteer::Data& data, const ActorTable& table) {
    const std::string_view name = table.required("body");
    check_names(table, {"body", "names"});
    const std::string_view sector = table.required("sector");
    Body& kept = data.bodies.emplace_back(Body{.party = party_of(data, table), .sector = sector});
    NameAdder names(data, table, {.kind = NameKind::body, .party = kept.party, .body = &kept});
    kept.name = names.add(name);
    names.add_all("names");
}

void read_publisher(Gazetteer::Data& data, const ActorTable& table) {
    static constexpr std::array<std::string_view, 3> kinds{"government", "news", "organization"};
    Publisher publisher{.name = table.required("publisher")};
    check_names(table, {"publisher", "names"});
    publisher.kind =
        static_cast<PublisherKind>(word_of(table, "kind", kinds, "government, news or organization"));
    if (!table.field("code").empty())
        publisher.party = party_of(data, table);
    const Publisher* kept = &data.publishers.emplace_back(publisher);
    data.publisher_of_key.try_emplace(detail::folded_key(kept->name), kept);
    for (const std::string_view name : table.list("names"))
        data.publisher_of_key.try_emplace(detail::folded_key(name), kept);
    for (const std::string_view domain : table.list("domains")) {
        const std::string host = detail::host_of(domain);
        if (host.empty())
            throw table.error(domain, "a domain such as mfa.gov.cn", domain);
        data.publisher_of_key.try_emplace(host, kept);
    }
}

void read_place(Gazetteer::Data& data, const ActorTable& table) {
    const std::string_view name = table.required("place");
    check_names(table, {"place", "names"});
    NameAdder names(data, table, {.kind = NameKind::place});
    names.add(name);
    names.add_all("names");
}

void read_city(Gazetteer::Data& data, const ActorTable& table) {
    const std::string_view name = table.required("city");
    check_names(table, {"city", "names"});
    NameAdder names(data, table, {.kind = NameKind::city, .party = party_of(data, table)});
    names.add(name);
    names.add_all("names");
}

using ReadRow = void (*)(Gazetteer::Data&, const ActorTable&);

struct Format {
    std::array<std::string_view, 12> columns;
    ReadRow read;
};

// Told apart by their first column.
constexpr std::array<Format, 7> formats{{
    {{"code", "kind", "name", "wikidata", "names", "nouns", "adjectives", "metonyms", "from", "until",
      "region", "member_of"},
     read_party},
    {{"leader", "names", "office", "title", "code", "from", "until", "wikidata", "gender"}, read_leader},
    {{"term", "kind", "sector", "acts_for"}, read_role},
    {{"body", "names", "code", "sector"}, read_body},
    {{"publisher", "names", "domains", "code", "kind"}, read_publisher},
    {{"place", "names"}, read_place},
    {{"city", "names", "code"}, read_city},
}};

ReadRow reader_for(const ActorTable& table) {
    const auto& columns = table.columns();
    const auto format =
        std::ranges::find(formats, columns.front(), [](const Format& f) { return f.columns.front(); });
    if (columns.front().empty() || format == formats.end())
        throw InputError(table.column_place(0),
                         "a first column code, leader, term, body, publisher, place or city",
                         columns.front());
    for (std::size_t i = 1; i < columns.size(); ++i)
        if (columns[i].empty() || std::ranges::find(format->columns, columns[i]) == format->columns.end())
            throw InputError(table.column_place(i),
                             "a column of the table that begins with " + std::string(columns.front()),
                             columns[i]);
    return format->read;
}

} // namespace

void Gazetteer::Data::read(std::string_view text, const std::string& file, const BadActorRow& on_bad_row) {
    ActorTable table(text, file);
    if (table.columns().empty())
        return;
    const ReadRow read_row = reader_for(table);
    for (bool more = true; more;) {
        try {
            while ((more = table.next()))
                read_row(*this, table);
        } catch (const InputError& error) {
            if (!on_bad_row)
                throw;
            on_bad_row(error);
        }
    }
}

void Gazetteer::Data::finish() {
    index.sort();
    terms.clear();
    for (const Leader& leader : leaders)
        terms.push_back(&leader);
    std::ranges::stable_sort(terms, [](const Leader* a, const Leader* b) {
        if (a->party != b->party)
            return a->party->code < b->party->code;
        if (a->office != b->office)
            return a->office < b->office;
        return a->term.from < b->term.from;
    });
}

} // namespace entente
