// SPDX-License-Identifier: Apache-2.0
#include "cli/draw_selection.hpp"

#include "cli/command_line.hpp"
#include "cli/party_argument.hpp"
#include "graph/error.hpp"
#include "ingest/actors/gazetteer.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

namespace entente::cli {

namespace {

using Parties = std::set<PartyCode>;

std::string party_name(const Gazetteer& gazetteer, const PartyCode& code) {
    const auto* party = gazetteer.party(code);
    return party == nullptr ? code.text() : std::string(party->name);
}

bool is_equal_without_case(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, [](char x, char y) {
        return std::tolower(static_cast<unsigned char>(x)) == std::tolower(static_cast<unsigned char>(y));
    });
}

/// "Europe" is Western Europe, too.
bool is_in_region(std::string_view region, std::string_view name) {
    if (region.size() > name.size() && region[region.size() - name.size() - 1] == ' ')
        region.remove_prefix(region.size() - name.size());
    return !name.empty() && is_equal_without_case(region, name);
}

/// The countries of a region, or the members of an organization.
Parties members_of(const Gazetteer& gazetteer, const std::string& name, bool organizations) {
    Parties members;
    const auto* const organization = organizations ? gazetteer.find_party(name) : nullptr;
    for (const auto* party : gazetteer.parties()) {
        const bool in_region = is_in_region(party->region, name);
        const bool member = organization != nullptr &&
                            std::ranges::find(party->member_of, organization->code) != party->member_of.end();
        if (in_region || member)
            members.insert(party->code);
    }
    return members;
}

Parties among(const std::vector<std::string>& names, const Gazetteer& gazetteer) {
    Parties parties;
    for (const auto& name : names) {
        const auto members = members_of(gazetteer, name, names.size() == 1);
        if (members.empty())
            parties.insert(party_argument(gazetteer, name));
        else
            parties.insert(members.begin(), members.end());
    }
    if (parties.size() < 2)
        throw UsageError("--among: expected several parties, a region or an organization with members");
    return parties;
}

/// "Relations in Europe", "Relations among the members of ASEAN", "Relations among China, Japan and 3 more".
std::string title_among(const std::vector<std::string>& names, const Gazetteer& gazetteer) {
    constexpr std::size_t most_names = 4;
    const auto* const first = gazetteer.find_party(names.front());
    if (names.size() == 1)
        return first == nullptr ? "Relations in " + names.front()
                                : "Relations among the members of " + std::string(first->name);
    std::string title = "Relations among ";
    for (std::size_t i = 0; i < names.size() && i < most_names; ++i) {
        const auto* const party = gazetteer.find_party(names[i]);
        title += i == 0 ? "" : i + 1 == names.size() ? " and " : ", ";
        title += party == nullptr ? names[i] : std::string(party->name);
    }
    if (names.size() > most_names)
        title += " and " + std::to_string(names.size() - most_names) + " more";
    return title;
}

std::map<PartyCode, Parties> neighbours(const GraphSource& graph, const FilteredSource::Test& test) {
    std::map<PartyCode, Parties> all;
    graph.for_each_outline([&](const RelationOutline& outline) {
        const Relation& relation = outline.relation;
        if (!test(relation))
            return;
        all[relation.source].insert(relation.target);
        all[relation.target].insert(relation.source);
    });
    return all;
}

/// How far from `start` each party is, up to `hops`.
std::map<PartyCode, unsigned> distances(const std::map<PartyCode, Parties>& neighbours,
                                        const PartyCode& start, unsigned hops) {
    std::map<PartyCode, unsigned> distance{{start, 0}};
    std::vector<PartyCode> front{start};
    for (unsigned hop = 1; hop <= hops && !front.empty(); ++hop) {
        std::vector<PartyCode> next;
        for (const auto& party : front) {
            const auto near = neighbours.find(party);
            if (near == neighbours.end())
                continue;
            for (const auto& neighbour : near->second)
                if (distance.emplace(neighbour, hop).second)
                    next.push_back(neighbour);
        }
        front = std::move(next);
    }
    return distance;
}

bool is_about(const Relation& relation, const std::string& topic) {
    const auto context = plover::Context::find(topic);
    return (context && relation.contexts.contains(*context)) ||
           std::ranges::any_of(relation.topics,
                               [&](const auto& t) { return is_equal_without_case(t, topic); });
}

std::optional<Date> date_of(const std::string& text, const std::string& option) {
    if (text.empty())
        return std::nullopt;
    const auto date = parse_date(text);
    if (!date)
        throw UsageError(option + ": expected a day such as 2020-04-02, found " + entente::quoted(text));
    return date;
}

std::set<plover::EventType> types_of(const std::vector<std::string>& names) {
    std::set<plover::EventType> types;
    for (auto name : names) {
        std::ranges::transform(name, name.begin(), [](unsigned char c) { return std::toupper(c); });
        const auto type = plover::parse_event_type(name);
        if (!type)
            throw UsageError("--type: expected a PLOVER event type such as SUPPORT, found " +
                             entente::quoted(name));
        types.insert(*type);
    }
    return types;
}

/// What holds whatever the view: types, dates and the topic.
FilteredSource::Test common_test(const DrawSelection& selection) {
    return [types = types_of(selection.types), since = date_of(selection.since, "--since"),
            until = date_of(selection.until, "--until"), about = selection.about](const Relation& relation) {
        return (types.empty() || types.contains(relation.type)) && (!since || relation.date >= since) &&
               (!until || (relation.date && relation.date <= until)) &&
               (about.empty() || is_about(relation, about));
    };
}

/// What to say of a pair without relations: the pair that shares a party with it and has the most.
std::string no_relations(const GraphSource& graph, const Gazetteer& gazetteer, const PartyCode& a,
                         const PartyCode& b) {
    std::map<std::pair<PartyCode, PartyCode>, std::uint64_t> pairs;
    graph.for_each_outline([&](const RelationOutline& outline) {
        const Relation& relation = outline.relation;
        for (const auto& party : {a, b}) {
            if (relation.source == party)
                ++pairs[{party, relation.target}];
            if (relation.target == party)
                ++pairs[{party, relation.source}];
        }
    });
    auto message =
        "the graph has no relations between " + party_name(gazetteer, a) + " and " + party_name(gazetteer, b);
    const auto most = std::ranges::max_element(
        pairs, [](const auto& left, const auto& right) { return left.second < right.second; });
    if (most == pairs.end())
        return message + ", nor of either with any other party";
    return message + "; there are " + std::to_string(most->second) + " between " +
           party_name(gazetteer, most->first.first) + " and " + party_name(gazetteer, most->first.second);
}

Selected select_between(const DrawSelection& selection, const Gazetteer& gazetteer, const GraphSource& graph,
                        const FilteredSource::Test& common) {
    const auto a = party_argument(gazetteer, selection.between[0]);
    const auto b = party_argument(gazetteer, selection.between[1]);
    Parties parties{a, b};
    if (selection.shared) {
        const auto all = neighbours(graph, common);
        if (all.contains(a) && all.contains(b))
            std::ranges::set_intersection(all.at(a), all.at(b), std::inserter(parties, parties.end()));
    }
    return {[=](const Relation& r) {
                const bool touches = r.source == a || r.source == b || r.target == a || r.target == b;
                return touches && parties.contains(r.source) && parties.contains(r.target) && common(r);
            },
            party_name(gazetteer, a) + " and " + party_name(gazetteer, b),
            {}};
}

Selected select_around(const DrawSelection& selection, const Gazetteer& gazetteer, const GraphSource& graph,
                       const FilteredSource::Test& common) {
    const auto centre = party_argument(gazetteer, selection.around);
    const auto hops = selection.hops;
    const auto distance = distances(neighbours(graph, common), centre, hops);
    return {[=](const Relation& r) {
                const auto source = distance.find(r.source);
                const auto target = distance.find(r.target);
                return source != distance.end() && target != distance.end() &&
                       std::min(source->second, target->second) < hops && common(r);
            },
            party_name(gazetteer, centre) + " and its partners",
            "the graph has no relations of " + party_name(gazetteer, centre)};
}

} // namespace

void add_selection_options(const Command& command, DrawSelection& selection) {
    const Option between =
        command.add_option("--between", selection.between, "Two parties: what is between them");
    between.expected(2);
    command
        .add_flag("--shared", selection.shared,
                  "With --between: and the parties that both have relations with")
        .needs(between);
    const Option around =
        command.add_option("--around", selection.around, "A party and those it has relations with");
    command.add_option("--hops", selection.hops, "With --around: how far to go")
        .show_default()
        .between(1, 9)
        .needs(around);
    const Option among =
        command.add_option("--among", selection.among,
                           "Parties or regions, with commas between; one organization alone stands for "
                           "its members");
    among.delimiter(',');
    const Option query = command.add_option("--query", selection.query,
                                            "A question in openCypher: the nodes, relationships and paths of "
                                            "its answer");
    between.excludes(around).excludes(among).excludes(query);
    around.excludes(among).excludes(query);
    among.excludes(query);
    command.add_option("--about", selection.about, "A topic, or one of the contexts");
    command.add_option("--type", selection.types, "PLOVER event types, with commas between").delimiter(',');
    command.add_option("--since", selection.since, "The first day, 2020-04-02");
    command.add_option("--until", selection.until, "The last day");
}

Selected select(const DrawSelection& selection, const Gazetteer& gazetteer, const GraphSource& graph) {
    const auto common = common_test(selection);
    Selected selected{common, "Relations", "the graph has no such relations"};
    if (!selection.between.empty())
        selected = select_between(selection, gazetteer, graph, common);
    else if (!selection.around.empty())
        selected = select_around(selection, gazetteer, graph, common);
    else if (!selection.among.empty())
        selected = {[parties = among(selection.among, gazetteer), common](const Relation& r) {
                        return parties.contains(r.source) && parties.contains(r.target) && common(r);
                    },
                    title_among(selection.among, gazetteer),
                    "the graph has no relations among these parties"};
    else if (!selection.query.empty())
        selected = {common, "What a query found", "the query's answer has no relations to draw"};
    if (!selection.about.empty())
        selected.title += ": " + selection.about;
    return selected;
}

std::string why_nothing(const DrawSelection& selection, const Selected& selected, const Gazetteer& gazetteer,
                        const GraphSource& graph) {
    if (selection.between.empty())
        return selected.nothing;
    return no_relations(graph, gazetteer, party_argument(gazetteer, selection.between[0]),
                        party_argument(gazetteer, selection.between[1]));
}

} // namespace entente::cli
