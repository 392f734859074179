// SPDX-License-Identifier: Apache-2.0
#include "ingest/actors/gazetteer.hpp"

#include "ingest/actors/detail/fold.hpp"
#include "ingest/actors/detail/gazetteer_data.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

namespace entente {

namespace data {
extern const std::string_view parties_tsv;
extern const std::string_view leaders_tsv;
extern const std::string_view places_tsv;
extern const std::string_view cities_tsv;
extern const std::string_view roles_tsv;
extern const std::string_view bodies_tsv;
extern const std::string_view publishers_tsv;
} // namespace data

namespace {

constexpr std::array<std::string_view, 9> name_kinds{"name", "noun", "adjective", "metonym", "leader",
                                                     "body", "role", "place",     "city"};
constexpr std::array<std::string_view, 6> offices{"head_of_state",     "head_of_government",
                                                  "foreign_minister",  "defence_minister",
                                                  "organization_head", "other"};

std::string contents_of(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::string text(std::istreambuf_iterator<char>(in), {});
    if (!in)
        throw InputError({path.string()}, "can't be opened for reading");
    return text;
}

} // namespace

bool is_within(const Period& period, const Date& day) noexcept {
    return (!period.from || *period.from <= day) && (!period.until || day <= *period.until);
}

std::string_view to_string(NameKind kind) noexcept { return name_kinds[static_cast<std::size_t>(kind)]; }

std::string_view to_string(Office office) noexcept { return offices[static_cast<std::size_t>(office)]; }

std::optional<Office> parse_office(std::string_view text) noexcept {
    const auto found = std::ranges::find(offices, text);
    if (found == offices.end())
        return std::nullopt;
    return static_cast<Office>(found - offices.begin());
}

Gazetteer::Gazetteer() : data_(std::make_unique<Data>()) {}
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;
Gazetteer& Gazetteer::operator=(Gazetteer&&) noexcept = default;
Gazetteer::~Gazetteer() = default;

Gazetteer Gazetteer::shipped() {
    Gazetteer gazetteer;
    gazetteer.data_->read(data::parties_tsv, "parties.tsv", {});
    gazetteer.data_->read(data::leaders_tsv, "leaders.tsv", {});
    gazetteer.data_->read(data::roles_tsv, "roles.tsv", {});
    gazetteer.data_->read(data::bodies_tsv, "bodies.tsv", {});
    gazetteer.data_->read(data::publishers_tsv, "publishers.tsv", {});
    gazetteer.data_->read(data::places_tsv, "places.tsv", {});
    gazetteer.data_->read(data::cities_tsv, "cities.tsv", {});
    gazetteer.data_->finish();
    return gazetteer;
}

Gazetteer Gazetteer::load(const std::filesystem::path& directory) {
    Gazetteer gazetteer;
    for (const char* name : {"parties.tsv", "leaders.tsv", "roles.tsv", "bodies.tsv", "publishers.tsv",
                             "places.tsv", "cities.tsv"}) {
        const std::filesystem::path path = directory / name;
        gazetteer.data_->texts.push_back(contents_of(path));
        gazetteer.data_->read(gazetteer.data_->texts.back(), path.string(), {});
    }
    gazetteer.data_->finish();
    return gazetteer;
}

void Gazetteer::add_file(const std::filesystem::path& path, const BadActorRow& on_bad_row) {
    add_text(contents_of(path), path.string(), on_bad_row);
}

void Gazetteer::add_text(std::string_view text, const std::string& file, const BadActorRow& on_bad_row) {
    data_->texts.emplace_back(text);
    try {
        data_->read(data_->texts.back(), file, on_bad_row);
    } catch (...) {
        data_->finish();
        throw;
    }
    data_->finish();
}

std::vector<NameMatch> Gazetteer::find_all(std::span<const std::string_view> tokens, std::size_t at) const {
    std::vector<NameMatch> matches;
    find_all(tokens, at, matches);
    return matches;
}

void Gazetteer::find_all(std::span<const std::string_view> tokens, std::size_t at,
                         std::vector<NameMatch>& matches) const {
    std::vector<detail::NameIndex::Found> found;
    data_->index.find(tokens, at, found);
    matches.clear();
    std::size_t end = found.size();
    while (end > 0) {
        std::size_t begin = end;
        while (begin > 0 && found[begin - 1].length == found[end - 1].length)
            --begin;
        for (std::size_t i = begin; i < end; ++i)
            matches.push_back({&data_->names[found[i].number], found[i].length});
        end = begin;
    }
}

Party* Gazetteer::Data::find(std::string_view code) const noexcept {
    const auto found = party_of_code.find(code);
    return found == party_of_code.end() ? nullptr : found->second;
}

const Party* Gazetteer::party(const PartyCode& code) const noexcept { return data_->find(code.text()); }

const Party* Gazetteer::party(std::string_view code) const noexcept { return data_->find(code); }

std::vector<const Party*> Gazetteer::parties() const {
    std::vector<const Party*> all;
    for (const Party& party : data_->parties)
        all.push_back(&party);
    std::ranges::sort(all, {}, [](const Party* party) { return party->code; });
    return all;
}

std::vector<const Leader*> Gazetteer::leaders(const PartyCode& party) const {
    const auto code = [](const Leader* leader) -> const PartyCode& { return leader->party->code; };
    const auto begin = std::ranges::lower_bound(data_->terms, party, {}, code);
    const auto end = std::ranges::upper_bound(begin, data_->terms.end(), party, {}, code);
    return {begin, end};
}

const Leader* Gazetteer::holder(const PartyCode& party, Office office, std::optional<Date> day) const {
    const Leader* holder = nullptr;
    for (const Leader* leader : leaders(party))
        if (leader->office == office && (!day || is_within(leader->term, *day)))
            holder = leader;
    return holder;
}

std::vector<const Leader*> Gazetteer::leaders_named(std::string_view name, std::optional<Date> day) const {
    std::vector<const Leader*> named;
    for (const auto& entry : data_->index.equal(detail::folded_key(name))) {
        const Leader* leader = data_->names[entry.number].leader;
        if (leader != nullptr && (!day || is_within(leader->term, *day)) &&
            (named.empty() || named.back() != leader))
            named.push_back(leader);
    }
    return named;
}

} // namespace entente
