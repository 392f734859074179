// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TABLES_MAPPED_ROWS_HPP
#define ENTENTE_INGEST_TABLES_MAPPED_ROWS_HPP

#include "graph/relation.hpp"
#include "ingest/tables/row_outcome.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// A record of a table, for the time of a call.
struct EventRow {
    std::span<const std::string_view> fields;
    /// Counts from 1.
    std::uint32_t line = 0;
    /// The record as it stands.
    std::string_view text;
};

/// Where a table's layout puts what it makes of rows. Memory is kept between blocks: clear() and use it
/// again.
class MappedRows {
public:
    /// What all relations of a file share.
    struct File {
        /// The statement that stands for the file.
        std::string statement;
        std::string dataset;
        /// Whether relations within one party are wanted.
        bool keeps_domestic = false;
        /// How many of the rows left out are remembered with their reasons, each time.
        std::size_t most_left_out = 0;
    };

    explicit MappedRows(File file) : file_(std::move(file)) {}

    /// Says which row is mapped next, for left_out().
    void set_row(const EventRow& row) { line_ = row.line; }

    /// A relation to fill in, all else empty; the next call gives the same one again unless keep() came
    /// between.
    Relation& begin(const EventRow& row);
    /// Keeps the relation of begin(), or leaves it out where its parties are one; counts no row.
    RowOutcome keep();

    /// The relation kept last, if it was remembered by the same key and no row was kept since; else null.
    Relation* previous(std::string_view key);
    /// Remembers the relation kept last by what rows of the same event share.
    void remember(std::string key);

    /// Counts the row.
    void count(RowOutcome outcome) {
        ++counts_[outcome];
        if (left_out_.size() < file_.most_left_out && outcome != RowOutcome::kept && !is_refused(outcome))
            left_out_.push_back({line_, outcome, std::string(to_string(outcome))});
    }
    /// Counts the row as refused, and keeps it for the reject file.
    void refuse(const EventRow& row, RowOutcome outcome, std::string reason);
    /// Counts the row as left out because nobody has that name.
    void count_unknown_actor(std::string_view name);
    /// Refuses the row because no event has that code.
    void refuse_code(const EventRow& row, std::string_view code);

    std::span<const Relation> relations() const { return {relations_.data(), used_}; }
    std::span<const RelationId> ids() const { return ids_; }
    /// The parties of the relations, each once. Valid after make_ids().
    std::span<const PartyCode> parties() const { return parties_; }
    /// Digests the relations and collects their parties, on the thread that mapped them.
    void make_ids();
    const std::vector<RejectedRow>& rejected() const { return rejected_; }
    /// The first ones, as many as File says.
    const std::vector<LeftOutRow>& left_out() const { return left_out_; }
    const RowCounts& counts() const { return counts_; }
    const File& file() const { return file_; }
    void clear();

private:
    File file_;
    std::vector<Relation> relations_;
    std::size_t used_ = 0;
    std::vector<RelationId> ids_;
    std::vector<PartyCode> parties_;
    std::vector<RejectedRow> rejected_;
    std::vector<LeftOutRow> left_out_;
    std::uint32_t line_ = 0;
    RowCounts counts_;
    std::string key_;
    std::size_t remembered_ = 0; // how many were kept when the key was set
};

} // namespace entente

#endif
