// SPDX-License-Identifier: Apache-2.0
#include "export/feed.hpp"

#include "export/detail/json_sink.hpp"
#include "export/store_source.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <vector>

namespace entente {

namespace {

using namespace detail;
namespace fs = std::filesystem;

struct Page {
    /// Holds the relations with keys in [number * size + 1, (number + 1) * size + 1).
    std::uint64_t number = 0;
    std::uint64_t members = 0;
    bool full = false;
    std::string first;
    std::string last;
};

struct State {
    std::uint64_t file = 0;
    std::uint64_t page_size = 0;
    std::vector<Page> pages;
};

std::string page_name(std::uint64_t number) {
    auto digits = std::to_string(number + 1);
    digits.insert(0, digits.size() < 6 ? 6 - digits.size() : 0, '0');
    return "page-" + digits + ".jsonld";
}

/// Writes beside the file and puts it in its place.
void replace_file(const fs::path& path, const std::string& text) {
    const fs::path beside = path.string() + ".part";
    std::ofstream out(beside, std::ios::binary);
    out << text;
    out.close();
    std::error_code failed;
    if (out)
        fs::rename(beside, path, failed);
    if (!out || failed)
        throw OutputError(path.string() + ": cannot write: " +
                          (failed ? failed.message() : std::string(std::strerror(errno))));
}

State read_state(const fs::path& path) {
    State state;
    std::ifstream in(path, std::ios::binary);
    if (!in)
        return state;
    std::ostringstream text;
    text << in.rdbuf();
    rapidjson::Document json;
    const auto bytes = text.str();
    json.Parse<rapidjson::kParseIterativeFlag>(bytes.data(), bytes.size());
    const auto number = [](const rapidjson::Value& value, const char* key) {
        return value.HasMember(key) && value[key].IsUint64();
    };
    const auto damaged = [&] {
        return InputError({path.string()}, "not the state of a feed: delete it to begin anew");
    };
    if (json.HasParseError() || !json.IsObject() || !number(json, "file") || !number(json, "pageSize") ||
        json["pageSize"].GetUint64() == 0 || !json.HasMember("pages") || !json["pages"].IsArray())
        throw damaged();
    state.file = json["file"].GetUint64();
    state.page_size = json["pageSize"].GetUint64();
    for (const auto& page : json["pages"].GetArray()) {
        if (!page.IsObject() || !number(page, "number") || !number(page, "members") ||
            !page.HasMember("full") || !page["full"].IsBool() || !page.HasMember("first") ||
            !page["first"].IsString() || !page.HasMember("last") || !page["last"].IsString())
            throw damaged();
        state.pages.push_back({page["number"].GetUint64(), page["members"].GetUint64(),
                               page["full"].GetBool(), page["first"].GetString(), page["last"].GetString()});
    }
    return state;
}

std::string state_text(const State& state) {
    rapidjson::StringBuffer buffer;
    JsonWriter json(buffer);
    json.StartObject();
    write_key(json, "file");
    json.Uint64(state.file);
    write_key(json, "pageSize");
    json.Uint64(state.page_size);
    write_key(json, "pages");
    json.StartArray();
    for (const auto& page : state.pages) {
        json.StartObject();
        write_key(json, "number");
        json.Uint64(page.number);
        write_key(json, "members");
        json.Uint64(page.members);
        write_key(json, "full");
        json.Bool(page.full);
        write_key(json, "first");
        write_string(json, page.first);
        write_key(json, "last");
        write_string(json, page.last);
        json.EndObject();
    }
    json.EndArray();
    json.EndObject();
    return std::string(buffer.GetString(), buffer.GetSize()) + '\n';
}

void write_bound(JsonWriter& json, std::string_view type, const std::string& node, const std::string& date) {
    json.StartObject();
    write_key(json, "@type");
    write_string(json, type);
    write_key(json, "tree:node");
    json.StartObject();
    write_key(json, "@id");
    write_string(json, node);
    json.EndObject();
    if (!date.empty()) {
        write_key(json, "tree:path");
        json.StartObject();
        write_key(json, "@id");
        write_string(json, "https://schema.org/startTime");
        json.EndObject();
        write_key(json, "tree:value");
        json.StartObject();
        write_key(json, "@type");
        write_string(json, "http://www.w3.org/2001/XMLSchema#date");
        write_key(json, "@value");
        write_string(json, date);
        json.EndObject();
    }
    json.EndObject();
}

constexpr std::string_view view_head =
    R"({"@context":{"@version":1.1,"ldes":"https://w3id.org/ldes#","tree":"https://w3id.org/tree#",)"
    R"("rdfs":"http://www.w3.org/2000/01/rdf-schema#","xsd":"http://www.w3.org/2001/XMLSchema#"},)"
    "\n"
    R"("@id":"index.jsonld#feed","@type":["ldes:EventStream","tree:Collection"],)"
    R"("rdfs:comment":"Relations in the order in which they came to be known. All of them are kept; a page that is )"
    R"(full does not change.",)"
    "\n"
    R"("tree:view":{"@id":"index.jsonld","@type":"tree:Node",)"
    R"("ldes:retentionPolicy":{"@id":"index.jsonld#retention","@type":"ldes:PointInTimePolicy",)"
    R"("ldes:pointInTime":{"@type":"xsd:dateTime","@value":"0001-01-01T00:00:00Z"}},)"
    "\n"
    R"("tree:relation":)";

std::string view_text(const State& state) {
    rapidjson::StringBuffer buffer;
    JsonWriter json(buffer);
    json.StartArray();
    for (const auto& page : state.pages) {
        const auto name = page_name(page.number);
        if (page.first.empty()) {
            write_bound(json, "tree:Relation", name, {});
            continue;
        }
        write_bound(json, "tree:GreaterThanOrEqualToRelation", name, page.first);
        write_bound(json, "tree:LessThanOrEqualToRelation", name, page.last);
    }
    json.EndArray();
    return std::string(view_head) + std::string(buffer.GetString(), buffer.GetSize()) + "}}\n";
}

class Feed {
public:
    Feed(const Store& store, const FeedOptions& options)
        : store_(store), describer_(options.base, StoreSource(store)), context_(context_value({})) {
        store.for_each_actor([this](const Actor& actor) { actors_[actor.party].push_back(actor); });
    }

    /// Fills `page` and gives its text.
    std::string write(Page& page, std::uint64_t size) {
        std::vector<std::pair<Relation, RelationId>> members;
        store_.for_each_relation(
            page.number * size + 1, (page.number + 1) * size + 1,
            [&](const Relation& relation, const RelationId& id) { members.emplace_back(relation, id); });
        page.members = members.size();
        page.first.clear();
        page.last.clear();
        bool dated = true;
        for (const auto& [relation, id] : members) {
            dated = dated && relation.date && relation.date_precision == DatePrecision::day;
            if (!relation.date)
                continue;
            const auto date = to_string(*relation.date);
            page.first = page.first.empty() ? date : std::min(page.first, date);
            page.last = std::max(page.last, date);
        }
        if (!dated) // a bound would be wrong for a member without a day
            page.first = page.last = {};
        return page_text(page, members);
    }

private:
    std::string page_text(const Page& page, const std::vector<std::pair<Relation, RelationId>>& members) {
        std::ostringstream out;
        JsonSink sink(out, ",\n");
        open_graph(sink, context_, {});
        sink.put("\n{\"@id\":\"index.jsonld#feed\",\"https://w3id.org/tree#member\":[");
        for (std::size_t i = 0; i < members.size(); ++i) {
            sink.put(i == 0 ? "{\"@id\":" : ",{\"@id\":");
            sink.put_string(describer_.relation_iri(members[i].second));
            sink.put("}");
        }
        sink.close("]}");
        sink.separate();
        sink.put("{\"@id\":\"" + page_name(page.number) + "\",\"@type\":\"https://w3id.org/tree#Node\"}");
        describe_company(sink, members);
        for (std::size_t i = 0; i < members.size(); ++i) {
            const auto& statement = members[i].first.evidence.statement;
            if (i == 0 || members[i - 1].first.evidence.statement != statement) {
                sink.separate();
                open_graph(sink, {}, statement.empty() ? "" : describer_.statement_iri(statement));
            }
            describer_.describe(members[i].first, members[i].second, sink);
            if (i + 1 == members.size() || members[i + 1].first.evidence.statement != statement)
                sink.close("]}");
        }
        sink.close("\n]}\n");
        sink.flush();
        return out.str();
    }

    /// The actors and statements that the members name, so that a page can be read by itself.
    void describe_company(JsonSink& sink, const std::vector<std::pair<Relation, RelationId>>& members) {
        std::set<PartyCode> parties;
        std::set<std::pair<PartyCode, std::string>> persons;
        std::set<std::string> statements;
        for (const auto& [relation, id] : members) {
            parties.insert({relation.source, relation.target});
            persons.insert(
                {{relation.source, relation.source_actor}, {relation.target, relation.target_actor}});
            if (relation.said_by)
                parties.insert(*relation.said_by);
            statements.insert(relation.evidence.statement);
        }
        for (const auto& party : parties)
            for (const auto& actor : actors_[party])
                if (actor.kind != ActorKind::person || persons.contains({party, actor.name}))
                    describer_.describe(actor, sink);
        for (const auto& id : statements)
            if (const auto statement = store_.find_statement(id))
                describer_.describe(*statement, sink);
    }

    const Store& store_;
    Describer describer_;
    std::string context_;
    std::map<PartyCode, std::vector<Actor>> actors_;
};

} // namespace

FeedResult write_feed(const fs::path& directory, const Store& store, const FeedOptions& options) {
    std::error_code failed;
    fs::create_directories(directory, failed);
    if (failed)
        throw OutputError(directory.string() + ": cannot make the directory: " + failed.message());
    const auto state_path = directory / "feed.json";
    auto state = read_state(state_path);
    const auto version = store.version();
    if (state.page_size == 0)
        state = {version.file, options.page_size, {}};
    if (state.file != version.file)
        throw InputError({state_path.string()}, "the feed is of another graph file");
    if (!state.pages.empty() && !state.pages.back().full)
        state.pages.pop_back();
    Feed feed(store, options);
    FeedResult result;
    auto number = state.pages.empty() ? 0 : state.pages.back().number + 1;
    for (; number * state.page_size < version.last_relation; ++number) {
        Page page{.number = number,
                  .members = 0,
                  .full = (number + 1) * state.page_size <= version.last_relation,
                  .first = {},
                  .last = {}};
        const auto text = feed.write(page, state.page_size);
        replace_file(directory / page_name(number), text);
        state.pages.push_back(page);
        ++result.pages_written;
    }
    replace_file(state_path, state_text(state));
    replace_file(directory / "index.jsonld", view_text(state));
    result.pages = state.pages.size();
    for (const auto& page : state.pages)
        result.members += page.members;
    return result;
}

} // namespace entente
