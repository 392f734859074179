// SPDX-License-Identifier: Apache-2.0
#include "graph/detail/graph_rows.hpp"

#include "graph/detail/store_read.hpp"
#include "graph/error.hpp"

#include <array>
#include <string>
#include <vector>

namespace entente::detail {

namespace {

// From the keys of a dictionary table to the builder's numbers; the key 0 is no key.
std::vector<std::uint32_t> read_numbers(Connection& connection, const char* sql, NumberedTexts& texts) {
    std::vector<std::uint32_t> numbers(1, 0);
    for (Query query(connection, sql); query.step();) {
        const auto key = static_cast<std::size_t>(query.integer(0));
        if (key >= numbers.size())
            numbers.resize(key + 1, 0);
        numbers[key] = texts.number(query.text(1));
    }
    return numbers;
}

// CAMEO codes by their two to four digits, as finding them by text takes longer than all the rest of a row.
class CodeIndex {
public:
    CodeIndex() {
        places_.fill(EdgeValues::no_code);
        for (const cameo::Code code : cameo::codes())
            places_[place(code.text())] = code.index();
    }

    std::uint16_t operator[](std::string_view text) const noexcept {
        return text.size() < 2 || text.size() > 4 ? EdgeValues::no_code : places_[place(text)];
    }

private:
    static std::size_t place(std::string_view text) noexcept {
        std::size_t number = text.size() - 2;
        for (const char digit : text)
            number = number * 10 + (static_cast<unsigned char>(digit) - '0') % 10U;
        for (std::size_t i = text.size(); i < 4; ++i)
            number *= 10;
        return number;
    }

    std::array<std::uint16_t, 30000> places_;
};

class RowReader {
public:
    RowReader(Connection& connection, GraphBuilder& builder)
        : connection_(connection), builder_(builder),
          parties_(read_numbers(connection, "SELECT id, code FROM parties ORDER BY id", builder.codes)),
          terms_(read_numbers(connection, "SELECT id, text FROM terms ORDER BY id", builder.terms)),
          topics_(read_numbers(connection, "SELECT id, name FROM topics ORDER BY id", builder.topics)) {}

    void read(std::int64_t first) {
        Query topic_rows(connection_, "SELECT relation, topic FROM relation_topics WHERE relation >= ?"
                                      " ORDER BY relation, place");
        bool has_topic = topic_rows.bind(1, first).step();
        Query rows(connection_, sql);
        rows.bind(1, first);
        std::vector<std::uint32_t> list;
        while (rows.step()) {
            EdgeValues edge = act_of(rows);
            read_rest(rows, edge);
            list.clear();
            for (; has_topic && topic_rows.integer(0) <= edge.key; has_topic = topic_rows.step())
                list.push_back(number(topics_, topic_rows.integer(1)));
            if (!list.empty())
                edge.topic_list = builder_.topic_list(list);
            builder_.add(edge);
        }
    }

private:
    static constexpr const char* sql = "SELECT seq, source, target, type, cameo, mode, day, end_day, "
                                       "day_precision, modality, symmetric, contexts,"
                                       " confidence, statement, said_by, source_actor, target_actor, "
                                       "predicate, act, dataset, mentions, sources"
                                       " FROM relations WHERE seq >= ? ORDER BY seq";

    std::uint32_t number(const std::vector<std::uint32_t>& numbers, std::int64_t key) const {
        if (key < 0 || static_cast<std::size_t>(key) >= numbers.size())
            throw InputError(Place{connection_.file().string()},
                             "the graph file is damaged: a relation refers to what is not there");
        return numbers[static_cast<std::size_t>(key)];
    }

    static std::int32_t day(const Query& row, int column) {
        return row.is_null(column) ? RelationGraph::no_day : static_cast<std::int32_t>(row.integer(column));
    }

    EdgeValues act_of(const Query& row) const {
        EdgeValues edge;
        edge.key = static_cast<std::uint32_t>(row.integer(0));
        edge.source = number(parties_, row.integer(1));
        edge.target = number(parties_, row.integer(2));
        edge.type = static_cast<std::uint8_t>(row.integer(3) & 15);
        if (!row.is_null(4))
            edge.cameo = codes_[row.text(4)];
        if (!row.is_null(5))
            edge.mode = static_cast<std::uint8_t>(row.integer(5));
        edge.day = day(row, 6);
        edge.end_day = day(row, 7);
        edge.flags = edge_flags(row.integer(10) != 0, static_cast<Modality>(row.integer(9) % 5),
                                static_cast<DatePrecision>(row.integer(8) % 3));
        edge.contexts = static_cast<std::uint64_t>(row.integer(11));
        edge.confidence = static_cast<float>(row.number(12));
        return edge;
    }

    void read_rest(const Query& row, EdgeValues& edge) const {
        edge.statement = static_cast<std::uint32_t>(row.integer(13));
        if (!row.is_null(14))
            edge.said_by = number(parties_, row.integer(14)) + 1;
        edge.source_actor = number(terms_, row.integer(15));
        edge.target_actor = number(terms_, row.integer(16));
        edge.predicate = number(terms_, row.integer(17));
        if (!row.is_null(18))
            edge.act = builder_.act(read_digest<ActId>(row.blob(18)));
        edge.dataset = number(terms_, row.integer(19));
        edge.mentions = static_cast<std::uint32_t>(row.integer(20));
        edge.publishers = static_cast<std::uint32_t>(row.integer(21));
    }

    Connection& connection_;
    GraphBuilder& builder_;
    CodeIndex codes_;
    std::vector<std::uint32_t> parties_;
    std::vector<std::uint32_t> terms_;
    std::vector<std::uint32_t> topics_;
};

} // namespace

void read_graph_rows(Connection& connection, std::int64_t first, GraphBuilder& builder) {
    RowReader(connection, builder).read(first);
    read_actors(connection, [&](const Actor& actor) { builder.actors.push_back(actor); });
}

} // namespace entente::detail
