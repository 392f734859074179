// SPDX-License-Identifier: Apache-2.0
#include "graph/detail/store_read.hpp"

#include "graph/detail/relation_rows.hpp"
#include "graph/error.hpp"

#include <string>
#include <vector>

namespace entente::detail {

namespace {

[[noreturn]] void damaged(const Connection& connection, const std::string& what) {
    throw InputError(Place{connection.file().string()}, "the graph file is damaged: " + what);
}

// The texts of a dictionary table by key; keys that are not there have empty ones.
std::vector<std::string> read_texts(Connection& connection, const char* sql) {
    std::vector<std::string> texts(1);
    for (Query query(connection, sql); query.step();) {
        const auto key = static_cast<std::size_t>(query.integer(0));
        if (key >= texts.size())
            texts.resize(key + 1);
        texts[key] = query.text(1);
    }
    return texts;
}

std::optional<Date> optional_date(const Query& query, int column) {
    if (query.is_null(column))
        return std::nullopt;
    return date_of(query.integer(column));
}

// Follows the relations with a second cursor, as both tables have the same order.
class TopicReader {
public:
    explicit TopicReader(Connection& connection)
        : query_(connection, "SELECT relation, topic FROM relation_topics WHERE relation >= ?"
                             " ORDER BY relation, place"),
          names_(read_texts(connection, "SELECT id, name FROM topics")) {}

    void start(std::int64_t first) {
        query_.reset();
        has_row_ = query_.bind(1, first).step();
    }

    void stop() { query_.reset(); }

    void read(std::int64_t seq, std::vector<std::string>& topics) {
        topics.clear();
        for (; has_row_ && query_.integer(0) <= seq; has_row_ = query_.step()) {
            if (query_.integer(0) == seq)
                topics.push_back(names_.at(static_cast<std::size_t>(query_.integer(1))));
        }
    }

private:
    Query query_;
    std::vector<std::string> names_;
    bool has_row_ = false;
};

class RelationReader {
public:
    explicit RelationReader(Connection& connection)
        : connection_(connection), query_(connection, sql), topics_(connection),
          parties_(read_parties(connection)), terms_(read_texts(connection, "SELECT id, text FROM terms")) {}

    void start(std::int64_t first, std::int64_t end) {
        query_.reset();
        query_.bind(1, first).bind(2, end);
        topics_.start(first);
    }

    bool next() {
        if (!query_.step())
            return false;
        read_act();
        read_names();
        read_evidence();
        read_coding();
        id = read_digest<RelationId>(query_.blob(1));
        topics_.read(query_.integer(0), relation.topics);
        return true;
    }

    // Ends the reading transaction that goes with an unfinished query.
    void stop() {
        query_.reset();
        topics_.stop();
    }

    Relation relation;
    RelationId id;

private:
    static constexpr const char* sql =
        "SELECT r.seq, r.id, r.source, r.target, r.type, r.mode, r.cameo, r.day, r.end_day, r.day_precision,"
        " r.modality, r.symmetric, r.contexts, r.confidence, s.id, r.said_by, r.source_actor, "
        "r.target_actor, r.act,"
        " r.predicate, r.dataset, r.dataset_row, u.url, r.mentions, r.sources, r.source_sector, "
        "r.target_sector,"
        " r.sentence, r.span_begin, r.span_end, r.evidence"
        " FROM relations r LEFT JOIN statements s ON s.seq = r.statement LEFT JOIN urls u ON u.id = r.url"
        " WHERE r.seq >= ? AND r.seq < ? ORDER BY r.seq";

    static std::vector<PartyCode> read_parties(Connection& connection) {
        std::vector<PartyCode> parties;
        for (const std::string& text : read_texts(connection, "SELECT id, code FROM parties"))
            parties.push_back(PartyCode::parse(text).value_or(PartyCode{}));
        return parties;
    }

    const PartyCode& party(int column) {
        const std::int64_t key = query_.integer(column);
        if (key < 1 || static_cast<std::size_t>(key) >= parties_.size() ||
            parties_[static_cast<std::size_t>(key)].empty())
            damaged(connection_, "relation " + std::to_string(query_.integer(0)) + " has an unknown party");
        return parties_[static_cast<std::size_t>(key)];
    }

    const std::string& term(int column) {
        const std::int64_t key = query_.integer(column);
        if (key < 0 || static_cast<std::size_t>(key) >= terms_.size())
            damaged(connection_, "relation " + std::to_string(query_.integer(0)) + " has an unknown term");
        return terms_[static_cast<std::size_t>(key)];
    }

    template<class Enum>
    Enum choice(int column, std::size_t count) {
        const std::int64_t value = query_.integer(column);
        if (value < 0 || static_cast<std::size_t>(value) >= count)
            damaged(connection_, "relation " + std::to_string(query_.integer(0)) + " has an unknown value");
        return static_cast<Enum>(value);
    }

    void read_act() {
        relation.source = party(2);
        relation.target = party(3);
        relation.type = choice<plover::EventType>(4, plover::event_type_count);
        relation.mode =
            query_.is_null(5) ? std::nullopt : plover::Mode::at(static_cast<std::size_t>(query_.integer(5)));
        relation.cameo = query_.is_null(6) ? std::nullopt : cameo::Code::find(query_.text(6));
        relation.date = optional_date(query_, 7);
        relation.date_end = optional_date(query_, 8);
        relation.date_precision = choice<DatePrecision>(9, 3);
        relation.modality = choice<Modality>(10, modality_count);
        relation.symmetric = query_.integer(11) != 0;
        relation.contexts = plover::ContextSet(static_cast<std::uint64_t>(query_.integer(12)));
        relation.confidence = query_.number(13);
        relation.act = read_digest<ActId>(query_.blob(18));
    }

    void read_names() {
        relation.said_by = query_.is_null(15) ? std::nullopt : std::optional(party(15));
        relation.source_actor = term(16);
        relation.target_actor = term(17);
        relation.predicate = term(19);
    }

    void read_evidence() {
        relation.evidence.statement = query_.text(14);
        relation.evidence.sentence = static_cast<std::uint32_t>(query_.integer(27));
        relation.evidence.span = {static_cast<std::size_t>(query_.integer(28)),
                                  static_cast<std::size_t>(query_.integer(29))};
        relation.evidence.text = query_.text(30);
    }

    void read_coding() {
        relation.coding.dataset = term(20);
        relation.coding.row = query_.text(21);
        relation.coding.url = query_.text(22);
        relation.coding.mentions = static_cast<std::uint32_t>(query_.integer(23));
        relation.coding.sources = static_cast<std::uint32_t>(query_.integer(24));
        relation.coding.source_sector = term(25);
        relation.coding.target_sector = term(26);
    }

    Connection& connection_;
    Query query_;
    TopicReader topics_;
    std::vector<PartyCode> parties_;
    std::vector<std::string> terms_;
};

constexpr const char* statement_columns =
    "SELECT id, title, publisher, url, day, language, text FROM statements ";

Statement statement_of(const Query& query) {
    return {std::string(query.text(0)), std::string(query.text(1)), std::string(query.text(2)),
            std::string(query.text(3)), optional_date(query, 4),    std::string(query.text(5)),
            std::string(query.text(6))};
}

} // namespace

ReadTransaction::ReadTransaction(Connection& connection)
    : connection_(sqlite3_get_autocommit(connection.get()) != 0 ? &connection : nullptr) {
    if (connection_ != nullptr)
        connection_->execute("BEGIN");
}

ReadTransaction::~ReadTransaction() {
    if (connection_ != nullptr)
        sqlite3_exec(connection_->get(), "COMMIT", nullptr, nullptr, nullptr);
}

void read_relations(Connection& connection, std::int64_t first, std::int64_t end,
                    const Store::RelationVisitor& visit) {
    const ReadTransaction transaction(connection);
    RelationReader reader(connection);
    reader.start(first, end);
    while (reader.next())
        visit(reader.relation, reader.id);
}

class RelationFinder::Reader : public RelationReader {
public:
    Reader(Connection& connection, const State& now) : RelationReader(connection), state(now) {}

    State state;
};

RelationFinder::RelationFinder(Connection& connection)
    : connection_(connection), data_version_(connection, "PRAGMA data_version") {}
RelationFinder::~RelationFinder() = default;

std::optional<Relation> RelationFinder::find(std::int64_t key) {
    // What was written since the dictionaries were read, here or elsewhere, may use texts that these lack.
    data_version_.step();
    const State now{data_version_.integer(0), sqlite3_total_changes(connection_.get())};
    data_version_.reset();
    if (reader_ == nullptr || reader_->state != now)
        reader_ = std::make_unique<Reader>(connection_, now);
    reader_->start(key, key + 1);
    std::optional<Relation> found;
    if (reader_->next())
        found = reader_->relation;
    reader_->stop();
    return found;
}

void read_statements(Connection& connection, const std::function<void(const Statement&)>& visit) {
    for (Query query(connection, std::string(statement_columns) + "ORDER BY seq"); query.step();)
        visit(statement_of(query));
}

std::optional<Statement> read_statement(Connection& connection, std::string_view id) {
    Query query(connection, std::string(statement_columns) + "WHERE id = ?");
    if (!query.bind(1, id).step())
        return std::nullopt;
    return statement_of(query);
}

std::optional<Statement> read_statement(Connection& connection, std::int64_t key) {
    Query query(connection, std::string(statement_columns) + "WHERE seq = ?");
    if (!query.bind(1, key).step())
        return std::nullopt;
    return statement_of(query);
}

void read_actors(Connection& connection, const std::function<void(const Actor&)>& visit) {
    Query query(connection, "SELECT party, kind, name, wikidata, office, from_day, until_day FROM actors"
                            " ORDER BY party, kind, name, office");
    while (query.step()) {
        const auto party = PartyCode::parse(query.text(0));
        const auto kind = parse_actor_kind(query.text(1));
        if (!party || !kind)
            damaged(connection, "actor " + quoted(query.text(2)) + " has an unknown party or kind");
        visit({*party, *kind, std::string(query.text(2)), std::string(query.text(3)),
               std::string(query.text(4)), optional_date(query, 5), optional_date(query, 6)});
    }
}

} // namespace entente::detail
