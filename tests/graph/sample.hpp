// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_TESTS_GRAPH_SAMPLE_HPP
#define ENTENTE_TESTS_GRAPH_SAMPLE_HPP

#include "graph/relation.hpp"
#include "graph/statement.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

namespace entente::testing {

/// A folder that is there while the object is.
class Folder {
public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "entente-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr)
            throw std::runtime_error("no temporary folder");
        path_ = name;
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code error;
        std::filesystem::remove_all(path_, error);
    }

    std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
    const std::filesystem::path& path() const noexcept { return path_; }

private:
    std::filesystem::path path_;
};

inline PartyCode party(const std::string& code) { return PartyCode::parse(code).value(); }

inline Statement readout(const std::string& id = "readout") {
    return {id,
            "Xi Jinping speaks with King Philippe",
            "Ministry of Foreign Affairs of China",
            "https://example.org/readout",
            parse_date("2020-04-02"),
            "en",
            "China firmly supports Belgium. Both agreed on research."};
}

inline Relation support(const std::string& statement = "readout") {
    Relation relation;
    relation.source = party("CHN");
    relation.target = party("BEL");
    relation.source_actor = "Xi Jinping";
    relation.type = plover::EventType::support;
    relation.cameo = cameo::Code::find("051");
    relation.predicate = "expresses support for";
    relation.contexts.insert(plover::Context::find("health").value());
    relation.topics = {"COVID-19", "supplies"};
    relation.date = parse_date("2020-04-02");
    relation.confidence = 0.5;
    relation.evidence = {statement, 1, {0, 30}, "China firmly supports Belgium."};
    return relation;
}

inline Relation agreement(const std::string& statement = "readout") {
    Relation relation;
    relation.source = party("BEL");
    relation.target = party("CHN");
    relation.type = plover::EventType::agree;
    relation.symmetric = true;
    relation.modality = Modality::intended;
    relation.said_by = party("CHN");
    relation.act = {1, 2};
    relation.predicate = "agrees on research with";
    relation.date = parse_date("2020-04-02");
    relation.date_end = parse_date("2020-04-30");
    relation.date_precision = DatePrecision::month;
    relation.evidence = {statement, 2, {31, 55}, "Both agreed on research."};
    return relation;
}

/// A row of an event table, different for each number.
inline Relation coded(int number) {
    static const char* const codes[] = {"USA", "RUS", "CHN", "BEL", "IGO:UN"};
    Relation relation;
    relation.source = party(codes[number % 5]);
    relation.target = party(codes[(number + 1 + number / 5 % 4) % 5]);
    relation.type = static_cast<plover::EventType>(number % 16);
    relation.date = Date{std::chrono::sys_days{std::chrono::days{18000 + number % 700}}};
    relation.evidence.statement = "table";
    relation.coding = {"gdelt2",
                       std::to_string(1000 + number),
                       "https://example.org/" + std::to_string(number / 3),
                       5,
                       2,
                       "GOV",
                       ""};
    return relation;
}

/// Relations of all kinds between a few parties, the same for each seed.
inline std::vector<Relation> random_relations(unsigned seed, std::size_t count,
                                              const std::string& statement = "readout") {
    static const char* const codes[] = {"USA", "RUS",    "CHN",       "BEL", "FRA",
                                        "IND", "IGO:UN", "NSA:HAMAS", "INT"};
    std::mt19937 random(seed);
    const auto below = [&](unsigned n) { return static_cast<unsigned>(random() % n); };
    std::vector<Relation> relations;
    for (std::size_t i = 0; i < count; ++i) {
        Relation relation = below(2) == 0 ? support(statement) : agreement(statement);
        const unsigned source = below(9);
        relation.source = party(codes[source]);
        relation.target = party(codes[(source + 1 + below(8)) % 9]);
        relation.type = static_cast<plover::EventType>(below(16));
        const auto modes = plover::modes(relation.type);
        if (!modes.empty() && below(2) == 0)
            relation.mode = modes[below(static_cast<unsigned>(modes.size()))];
        relation.cameo = below(3) == 0 ? cameo::Code::at(below(318)) : std::nullopt;
        relation.modality = static_cast<Modality>(below(5));
        relation.symmetric = below(3) == 0;
        if (below(10) == 0)
            relation.date.reset();
        else
            relation.date = Date{std::chrono::sys_days{std::chrono::days{18000 + below(500)}}};
        relation.target_actor = below(4) == 0 ? "Person " + std::to_string(below(5)) : "";
        relation.topics.resize(below(static_cast<unsigned>(relation.topics.size()) + 1));
        relation.coding.mentions = 1 + below(3);
        relation.evidence.sentence = static_cast<std::uint32_t>(i);
        relations.push_back(relation);
    }
    return relations;
}

inline Statement table() { return {"table", "events.csv", "GDELT", "", std::nullopt, "", ""}; }

inline Actor belgium() {
    return {party("BEL"), ActorKind::country, "Belgium", "Q31", "", std::nullopt, std::nullopt};
}
inline Actor philippe() {
    return {party("BEL"),           ActorKind::person,        "Philippe",  "Q155004",
            "King of the Belgians", parse_date("2013-07-21"), std::nullopt};
}

} // namespace entente::testing

#endif
