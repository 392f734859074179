// SPDX-License-Identifier: Apache-2.0
#include "graph/detail/graph_rows.hpp"

#include "graph/detail/edge_join.hpp"
#include "graph/detail/parallel.hpp"
#include "graph/detail/partition_point.hpp"
#include "graph/detail/store_read.hpp"
#include "graph/detail/table_pages.hpp"
#include "graph/error.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <exception>
#include <functional>
#include <mutex>
#include <span>
#include <string>
#include <utility>
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

// One row as SQLite hands it to a function.
class Row {
public:
    explicit Row(sqlite3_value** values) noexcept : values_(values) {}

    bool is_null(int column) const noexcept { return sqlite3_value_type(values_[column]) == SQLITE_NULL; }
    std::int64_t integer(int column) const noexcept { return sqlite3_value_int64(values_[column]); }
    double number(int column) const noexcept { return sqlite3_value_double(values_[column]); }
    std::string_view text(int column) const noexcept {
        const auto* data = reinterpret_cast<const char*>(sqlite3_value_text(values_[column]));
        return data == nullptr ? std::string_view{} : std::string_view(data, size(column));
    }
    std::string_view blob(int column) const noexcept {
        const auto* data = static_cast<const char*>(sqlite3_value_blob(values_[column]));
        return data == nullptr ? std::string_view{} : std::string_view(data, size(column));
    }

private:
    std::size_t size(int column) const noexcept {
        return static_cast<std::size_t>(sqlite3_value_bytes(values_[column]));
    }

    sqlite3_value** values_;
};

// An aggregate function of SQL that hands its arguments to a visitor. SQLite calls it with all columns of a
// row at once, from inside its loop, which takes two thirds of the time that asking for each column takes.
class RowFunction {
public:
    RowFunction(Connection& connection, int column_count, std::function<void(const Row&)> visit)
        : connection_(connection), column_count_(column_count), visit_(std::move(visit)) {
        connection_.check(sqlite3_create_function_v2(connection_.get(), name, column_count_,
                                                     SQLITE_UTF8 | SQLITE_DIRECTONLY, this, nullptr, step,
                                                     finish, nullptr));
    }
    ~RowFunction() {
        sqlite3_create_function_v2(connection_.get(), name, column_count_, SQLITE_UTF8, nullptr, nullptr,
                                   nullptr, nullptr, nullptr);
    }
    RowFunction(const RowFunction&) = delete;
    RowFunction& operator=(const RowFunction&) = delete;

    static constexpr const char* name = "entente_visit";

    /// Runs the query to its end; throws what the visitor threw.
    void run(Query& query) {
        try {
            query.step();
        } catch (...) {
            if (!thrown_)
                throw;
        }
        if (thrown_)
            std::rethrow_exception(thrown_);
    }

private:
    static void step(sqlite3_context* context, int, sqlite3_value** values) {
        auto& self = *static_cast<RowFunction*>(sqlite3_user_data(context));
        if (self.thrown_)
            return;
        try {
            self.visit_(Row(values));
        } catch (...) { // nothing may be thrown through SQLite
            self.thrown_ = std::current_exception();
            sqlite3_result_error(context, "a row can't be read", -1);
        }
    }
    static void finish(sqlite3_context* context) { sqlite3_result_null(context); }

    Connection& connection_;
    int column_count_;
    std::function<void(const Row&)> visit_;
    std::exception_ptr thrown_;
};

// One row as it lies in a page, with its fields in the order of RowReader's question.
class PageRow {
public:
    PageRow(std::int64_t key, const PageRecord& record) noexcept : key_(key), record_(record) {}

    bool is_null(int column) const noexcept { return record_.is_null(field(column)); }
    std::int64_t integer(int column) const { return column == 0 ? key_ : record_.integer(field(column)); }
    double number(int column) const { return record_.number(field(column)); }
    std::string_view text(int column) const { return record_.bytes(field(column)); }
    std::string_view blob(int column) const { return record_.bytes(field(column)); }

private:
    static std::size_t field(int column) noexcept { return fields[static_cast<std::size_t>(column)]; }

    static constexpr std::array<std::uint8_t, 22> fields{0,  2,  3,  4,  6,  5,  7,  8,  9,  10, 11,
                                                         12, 13, 14, 15, 16, 17, 19, 18, 20, 23, 24};

    std::int64_t key_;
    const PageRecord& record_;
};

class RowReader {
public:
    RowReader(Connection& connection, GraphBuilder& builder)
        : connection_(connection), builder_(builder),
          parties_(read_numbers(connection, "SELECT id, code FROM parties ORDER BY id", builder.codes)),
          terms_(read_numbers(connection, "SELECT id, text FROM terms ORDER BY id", builder.terms)),
          topics_(read_numbers(connection, "SELECT id, name FROM topics ORDER BY id", builder.topics)) {}

    void read(std::int64_t first) {
        std::vector<Piece> pieces;
        try {
            pieces = read_pages(first);
        } catch (const UnusualPage&) { // SQLite makes of it what can be made, or says what is wrong
            pieces.clear();
        }
        if (pieces.empty())
            pieces.push_back(read_rows(first));
        for (Piece& piece : pieces)
            number_acts(piece);
        add_topics(pieces, first);
        std::vector<CollectedEdges> edges;
        for (Piece& piece : pieces)
            edges.push_back(std::move(piece.edges));
        builder_.edges = joined(std::move(edges), builder_.codes.texts.size());
    }

    /// Takes what was collected with the keys of the graph file.
    void take(CollectedEdges&& edges) {
        const auto as_vertex = [&](std::uint32_t key) { return number(parties_, key); };
        const auto as_term = [&](std::uint32_t key) { return number(terms_, key); };
        edges.finish();
        EdgeColumns<ColumnBuilder>& columns = edges.columns;
        columns.source.transform(as_vertex);
        columns.target.transform(as_vertex);
        columns.said_by.transform([&](std::uint32_t key) { return key == 0 ? 0 : as_vertex(key) + 1; });
        for (auto* const column :
             {&columns.source_actor, &columns.target_actor, &columns.predicate, &columns.dataset})
            column->transform(as_term);
        builder_.edges = std::move(edges);
    }

private:
    // Edges that lie together, and the acts of those that have one, by their places.
    struct Piece {
        CollectedEdges edges;
        std::vector<std::pair<std::size_t, ActId>> acts;
    };

    static constexpr std::size_t bytes_at_once = std::size_t{1} << 20;
    static constexpr int column_count = 22;
    static constexpr const char* sql =
        "SELECT entente_visit(seq, source, target, type, cameo, mode, day, end_day, "
        "day_precision, modality, symmetric, contexts,"
        " confidence, statement, said_by, source_actor, target_actor, "
        "predicate, act, dataset, mentions, sources)"
        " FROM relations WHERE seq >= ?";

    Piece read_rows(std::int64_t first) {
        Piece piece;
        RowFunction visit(connection_, column_count, [&](const Row& row) { add(piece, row); });
        Query rows(connection_, sql); // in the order of seq, which is the order of the table
        rows.bind(1, first);
        visit.run(rows);
        piece.edges.finish();
        return piece;
    }

    // Nothing where the pages are not to be read.
    std::vector<Piece> read_pages(std::int64_t first) {
        const auto pages = TablePages::open(connection_, "relations");
        if (!pages)
            return {};
        const std::vector<std::uint32_t> leaves = pages->leaves(first);
        const std::size_t page_size = pages->page_size();
        const std::size_t at_once = std::max<std::size_t>(1, bytes_at_once / page_size);
        std::vector<Piece> pieces((leaves.size() + at_once - 1) / at_once);
        std::vector<std::vector<unsigned char>> buffers(thread_count());
        std::mutex reading;
        in_parallel(pieces.size(), [&](std::size_t number) {
            const std::size_t begin = number * at_once;
            const std::size_t end = std::min(begin + at_once, leaves.size());
            std::vector<unsigned char>& bytes = buffers[thread_number()];
            bytes.resize(at_once * page_size + 8);
            {
                const std::lock_guard lock(reading);
                pages->read(std::span(leaves).subspan(begin, end - begin), bytes.data());
            }
            for (std::size_t i = begin; i < end; ++i) {
                pages->for_each_row(bytes.data() + (i - begin) * page_size,
                                    [&](std::int64_t key, const PageRecord& record) {
                                        if (key >= first)
                                            add(pieces[number], PageRow(key, record));
                                    });
            }
            pieces[number].edges.finish();
        });
        return pieces;
    }

    template<class AnyRow>
    void add(Piece& piece, const AnyRow& row) const {
        EdgeValues edge = act_of(row);
        read_rest(row, edge);
        if (!row.is_null(18))
            piece.acts.emplace_back(piece.edges.size(), read_digest<ActId>(row.blob(18)));
        piece.edges.add(edge);
    }

    void number_acts(Piece& piece) {
        EdgeColumns<ColumnBuilder>& columns = piece.edges.columns;
        for (const auto& [place, id] : piece.acts) {
            const std::uint32_t act = builder_.act(id);
            columns.act.set(place, act);
            if ((columns.flags[place] & EdgeValues::symmetric) != 0)
                columns.act.set(place + 1, act); // the mirror
        }
    }

    // Lists of topics and edges are both in the order of keys.
    void add_topics(std::vector<Piece>& pieces, std::int64_t first) {
        Query rows(connection_, "SELECT relation, topic FROM relation_topics WHERE relation >= ?"
                                " ORDER BY relation, place");
        auto piece = pieces.begin();
        std::vector<std::uint32_t> list;
        for (bool has_row = rows.bind(1, first).step(); has_row;) {
            const std::int64_t relation = rows.integer(0);
            list.clear();
            for (; has_row && rows.integer(0) == relation; has_row = rows.step())
                list.push_back(number(topics_, rows.integer(1)));
            while (piece != pieces.end() && (piece->edges.size() == 0 || last_key(piece->edges) < relation))
                ++piece;
            if (piece == pieces.end())
                return;
            set_topics(piece->edges.columns, relation, builder_.topic_list(list));
        }
    }

    static std::int64_t last_key(const CollectedEdges& edges) { return edges.columns.key[edges.size() - 1]; }

    static void set_topics(EdgeColumns<ColumnBuilder>& columns, std::int64_t relation, std::uint32_t list) {
        const auto end = static_cast<std::uint32_t>(columns.key.size());
        std::uint32_t edge =
            partition_point(0, end, [&](std::uint32_t each) { return columns.key[each] < relation; });
        for (; edge != end && columns.key[edge] == relation; ++edge)
            columns.topic_list.set(edge, list);
    }

    std::uint32_t number(const std::vector<std::uint32_t>& numbers, std::int64_t key) const {
        if (key < 0 || static_cast<std::size_t>(key) >= numbers.size())
            throw InputError(Place{connection_.file().string()},
                             "the graph file is damaged: a relation refers to what is not there");
        return numbers[static_cast<std::size_t>(key)];
    }

    template<class AnyRow>
    static std::int32_t day(const AnyRow& row, int column) {
        return row.is_null(column) ? RelationGraph::no_day : static_cast<std::int32_t>(row.integer(column));
    }

    template<class AnyRow>
    EdgeValues act_of(const AnyRow& row) const {
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

    template<class AnyRow>
    void read_rest(const AnyRow& row, EdgeValues& edge) const {
        edge.statement = static_cast<std::uint32_t>(row.integer(13));
        if (!row.is_null(14))
            edge.said_by = number(parties_, row.integer(14)) + 1;
        edge.source_actor = number(terms_, row.integer(15));
        edge.target_actor = number(terms_, row.integer(16));
        edge.predicate = number(terms_, row.integer(17));
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

void take_graph_rows(Connection& connection, CollectedEdges&& edges, GraphBuilder& builder) {
    RowReader(connection, builder).take(std::move(edges));
    read_actors(connection, [&](const Actor& actor) { builder.actors.push_back(actor); });
}

} // namespace entente::detail
