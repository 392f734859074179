// SPDX-License-Identifier: Apache-2.0
#include "sample_graph.hpp"

#include <array>
#include <random>

namespace entente::test {

namespace {

Relation said(std::string_view source, std::string_view target, plover::EventType type, std::string predicate,
              std::string sentence, std::uint32_t number) {
    Relation relation;
    relation.source = party(source);
    relation.target = party(target);
    relation.type = type;
    relation.predicate = std::move(predicate);
    relation.date = day(2020, 4, 2);
    relation.said_by = party("CHN");
    relation.confidence = 0.91;
    const std::size_t begin = std::size_t{100} * number;
    relation.evidence = {"call-2020-04-02", number, {begin, begin + sentence.size()}, {}};
    relation.evidence.text = std::move(sentence);
    return relation;
}

plover::ContextSet health() {
    plover::ContextSet contexts;
    contexts.insert(plover::Context::find("health").value());
    contexts.insert(plover::Context::find("diplomatic").value());
    return contexts;
}

Relation table_row() {
    Relation relation;
    relation.source = party("USA");
    relation.target = party("IGO:EU");
    relation.type = plover::EventType::sanction;
    relation.cameo = cameo::Code::find("163");
    relation.date = day(2021, 8, 1);
    relation.date_precision = DatePrecision::month;
    relation.evidence.statement = "gdelt";
    relation.coding = {"gdelt2", "984512", "https://news.example.org/a?b=1&c=2", 7, 3, "GOV", ""};
    relation.confidence = 1.0 / 3;
    return relation;
}

} // namespace

PartyCode party(std::string_view code) { return PartyCode::parse(code).value(); }

Date day(int year, unsigned month, unsigned day) {
    return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
}

Values belgium_call() {
    using enum plover::EventType;
    Values values;
    values.actors = {
        {party("BEL"), ActorKind::country, "Belgium", "Q31", "", {}, {}},
        {party("CHN"), ActorKind::country, "China", "Q148", "", {}, {}},
        {party("IGO:EU"), ActorKind::organization, "European Union", "Q458", "", {}, {}},
        {party("USA"), ActorKind::country, "United States", "Q30", "", {}, {}},
        {party("CHN"), ActorKind::person, "Xi Jinping", "Q15031", "President", day(2013, 3, 14), {}},
        {party("BEL"), ActorKind::person, "Philippe", "", "King of the Belgians", day(2013, 7, 21), {}},
    };
    values.statements = {
        {"call-2020-04-02", "Xi Jinping speaks with King Philippe of Belgium by phone",
         "Ministry of Foreign Affairs of China", "https://www.example.org/call?a=1&b=2", day(2020, 4, 2),
         "en", "The first paragraph.\n\nThe \"second\" one \xE2\x80\x94 with a tab\t."},
        {"gdelt", "GDELT 2.0, August 2021", "", "", {}, "", ""},
    };
    auto& relations = values.relations;
    relations.push_back(said("CHN", "BEL", support, "expresses sympathies and support to",
                             "China stands firmly with Belgium in its fight against COVID-19.", 3));
    relations.back().source_actor = "Xi Jinping";
    relations.back().contexts = health();
    relations.back().topics = {"COVID-19", "solidarity"};
    relations.push_back(said("BEL", "CHN", consult, "talks by phone with", "They spoke by phone.", 1));
    relations.back().mode = plover::Mode::find(consult, "phone");
    relations.back().symmetric = true;
    relations.back().source_actor = "Philippe";
    relations.back().target_actor = "Xi Jinping";
    relations.push_back(said("CHN", "BEL", aid, "helps with medical supplies",
                             "China has sent masks and will help Belgium to buy more.", 4));
    relations.back().topics = {"medical supplies", "COVID-19"};
    relations.push_back(said("BEL", "CHN", support, "thanks for its supplies",
                             "The King thanked China for the supplies.", 7));
    relations.back().said_by = party("BEL");
    relations.back().topics = {"medical supplies"};
    relations.push_back(said("CHN", "BEL", request, "asks to protect its citizens in",
                             "He hoped that Belgium would look after Chinese students.", 5));
    relations.back().modality = Modality::requested;
    relations.back().topics = {"Chinese students in Belgium"};
    relations.push_back(said("CHN", "BEL", agree, "agrees on joint research with",
                             "Both sides will do research on vaccines together.", 6));
    relations.back().symmetric = true;
    relations.back().modality = Modality::intended;
    relations.back().act = ActId{0x7c21, 0x11};
    relations.back().topics = {"vaccine research"};
    relations.push_back(table_row());
    return values;
}

Values hostile() {
    const std::string name =
        "<TABLE><TR><TD>\"Bob\" & 'Eve'</TD></TR></TABLE> \\N \\\" </script><script>alert(1)"
        "</script>\nline \xE2\x80\xAE"
        "rtl \xF0\x9F\x98\x80 &lt;b&gt; ]]> -->";
    Values values;
    values.actors = {{party("AAA"), ActorKind::country, name, "Q1> <urn:x", "", {}, {}},
                     {party("NSA:X"), ActorKind::group, "<b>bold</b>", "", "", {}, {}}};
    values.statements = {{name, name, name, "javascript:alert(1)", day(2020, 1, 1), "en", name}};
    Relation relation;
    relation.source = party("AAA");
    relation.target = party("NSA:X");
    relation.source_actor = name;
    relation.type = plover::EventType::accuse;
    relation.predicate = name;
    relation.topics = {name, "a\x01"
                             "b"};
    relation.evidence = {name, 1, {0, 5}, name};
    relation.coding.url = "https://x/\"><script>";
    values.relations = {relation};
    return values;
}

Values random_graph(unsigned seed, std::size_t relations) {
    std::mt19937_64 random(seed);
    const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    constexpr std::array codes{"CHN", "BEL", "USA", "RUS", "IGO:EU", "NSA:HAMAS", "INT", "FRA"};
    constexpr std::array words{"grain \"exports\"", "\xE6\xB0\xB4", "a\nb\tc",
                               "back\\slash",       "COVID-19",     "x"};
    Values values;
    for (const auto* const code : codes)
        if (below(4) > 0)
            values.actors.push_back({party(code),
                                     party(code).kind(),
                                     std::string("The ") + code,
                                     below(2) > 0 ? "Q" + std::to_string(1 + below(90)) : "",
                                     "",
                                     {},
                                     {}});
    for (std::size_t i = 0; i < relations; ++i) {
        Relation relation;
        relation.source = party(codes[below(codes.size())]);
        do
            relation.target = party(codes[below(codes.size())]);
        while (relation.target == relation.source);
        relation.type = plover::event_types()[below(plover::event_type_count)];
        const auto modes = plover::modes(relation.type);
        if (!modes.empty() && below(2) > 0)
            relation.mode = modes[below(modes.size())];
        if (below(2) > 0)
            relation.cameo = cameo::Code::at(below(cameo::codes().size()));
        relation.predicate = words[below(words.size())];
        relation.symmetric = below(5) == 0;
        relation.modality = static_cast<Modality>(below(modality_count));
        if (below(3) == 0)
            relation.source_actor = words[below(words.size())];
        if (below(3) == 0)
            relation.said_by = party(codes[below(codes.size())]);
        for (std::size_t t = below(3); t > 0; --t)
            relation.topics.emplace_back(words[t + below(2)]);
        // Drawn one after the other, since compilers differ in the order of arguments.
        const unsigned month = 1 + static_cast<unsigned>(below(12));
        relation.date = day(2000 + static_cast<int>(below(20)), month, 1);
        relation.date_precision = static_cast<DatePrecision>(below(3));
        if (relation.date_precision == DatePrecision::year)
            relation.date = day(static_cast<int>(relation.date->year()), 1, 1);
        relation.confidence = static_cast<double>(below(1000001)) / 1e6;
        relation.evidence = {"s" + std::to_string(i / 4), static_cast<std::uint32_t>(below(9)), {}, ""};
        if (below(3) > 0) {
            relation.evidence.span = {below(100), 100 + below(100)};
            relation.evidence.text = words[below(words.size())];
        }
        values.relations.push_back(relation);
    }
    for (std::size_t i = 0; i < (relations + 3) / 4; ++i)
        values.statements.push_back({"s" + std::to_string(i), words[below(words.size())], "P", "http://x.y/z",
                                     day(2020, 1, 2), "en", words[below(words.size())]});
    return values;
}

} // namespace entente::test
