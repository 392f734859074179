// SPDX-License-Identifier: Apache-2.0
#include "graph/error.hpp"
#include "ingest/tables/table_reader.hpp"

#include <algorithm>
#include <cstdlib>
#include <sstream>

namespace {

using namespace entente;

class Check : public TableSink {
public:
    TablePosition begin(const TableInfo&) override { return {}; }
    void take(const TableInfo&, MappedRows& rows, const TablePosition&, std::uint64_t) override {
        for (const Relation& relation : rows.relations()) {
            if (relation.source == relation.target || relation.source.empty() || relation.target.empty())
                std::abort();
        }
    }
};

} // namespace

/// Any bytes give relations between two parties, counts and rejects, or an InputError. The first byte chooses
/// the layout, or leaves it to be recognised; 254 and 255 say that a mapping file in JSON or TOML comes
/// before the table, with a zero between.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Gazetteer gazetteer = Gazetteer::shipped();
    static const TableVocabulary vocabulary(gazetteer);
    if (size == 0)
        return 0;
    TableOptions options;
    options.threads = 1;
    if (data[0] < table_formats().size() - 1)
        options.format = table_formats()[data[0]];
    std::string table(reinterpret_cast<const char*>(data) + 1, size - 1);
    if (data[0] >= 254) {
        const auto end = std::min(table.find('\0'), table.size());
        options.mapping = table.substr(0, end);
        options.mapping_file = data[0] == 254 ? "m.json" : "m.toml";
        table.erase(0, end + 1);
    }
    std::istringstream in(table);
    Check check;
    try {
        read_tables(in, "t", options, vocabulary, check, {});
    } catch (const InputError&) {
    }
    return 0;
}
