// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TABLES_TABLE_LAYOUT_HPP
#define ENTENTE_INGEST_TABLES_TABLE_LAYOUT_HPP

#include "graph/country_codes.hpp"
#include "ingest/tables/actor_names.hpp"
#include "ingest/tables/cameo_actors.hpp"
#include "ingest/tables/event_codes.hpp"
#include "ingest/tables/mapped_rows.hpp"
#include "ingest/tables/table_format.hpp"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// What tables write, in our words; built once and read from many threads.
struct TableVocabulary {
    /// The gazetteer outlives the vocabulary.
    explicit TableVocabulary(const Gazetteer& from)
        : gazetteer(from), cameo_actors(from, countries), names(from) {}

    const Gazetteer& gazetteer;
    CountryCodes countries;
    EventCodes events;
    CameoActors cameo_actors;
    ActorNames names;
};

/// The first record of a file, the header where it has one, and what parts its fields.
struct FirstRecord {
    std::span<const std::string_view> fields;
    char separator = '\t';
};

/// The columns of a table and what they mean.
class TableLayout {
public:
    virtual ~TableLayout() = default;

    /// What Coding::dataset is called: "gdelt2".
    virtual std::string_view dataset() const = 0;
    /// What parts the fields: tab or comma, with or without quotes.
    virtual char separator() const { return '\t'; }
    virtual bool has_quotes() const { return false; }
    virtual bool has_header() const { return false; }
    /// Whether text that is no UTF-8 is Windows-1252, rather than broken.
    virtual bool may_be_windows_1252() const { return false; }
    /// Rows must come one after another, from one thread, and give their relations at finish().
    virtual bool is_aggregate() const { return false; }

    /// Maps one record. Called from many threads at once, but for aggregates.
    virtual void map(const EventRow& row, MappedRows& out) = 0;
    /// Gives some of what the rows gave together; false when that was the last of it, and the layout is as
    /// new.
    virtual bool finish(MappedRows&) { return false; }
    /// Whether two records that follow each other must be mapped with one MappedRows, one after the other.
    virtual bool belong_together(std::span<const std::string_view>, std::span<const std::string_view>) const {
        return false;
    }
};

/// The layout of a format for a file that begins with the record `first`.
///
/// Throws InputError, with `file` in it, where the header lacks a column that the format needs. The
/// vocabulary outlives the layout. For TableFormat::mapped see read_mapping().
std::unique_ptr<TableLayout> make_layout(TableFormat format, const FirstRecord& first,
                                         const TableVocabulary& vocabulary, const std::string& file);

/// A layout that a mapping file describes, documented in ingest/tables/MAPPING.md: TOML where its name ends
/// in .toml, else JSON. Throws InputError where it is neither, names a column that `first` lacks, or says
/// something that no mapping may say.
std::unique_ptr<TableLayout> read_mapping(std::string_view text, const std::string& mapping_file,
                                          const FirstRecord& first, const TableVocabulary& vocabulary,
                                          const std::string& file);

} // namespace entente

#endif
