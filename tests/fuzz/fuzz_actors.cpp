// SPDX-License-Identifier: Apache-2.0
#include "ingest/actors/petrarch.hpp"
#include "ingest/actors/wikidata_import.hpp"

#include <cstdlib>
#include <sstream>

namespace {

using namespace entente;

/// A few parties, so that codes in the input can be known.
Gazetteer few_parties() {
    Gazetteer gazetteer;
    gazetteer.add_text(
        "code\tkind\tname\twikidata\nBEL\tcountry\tBelgium\tQ31\nIGO:UN\torganization\tUN\tQ1065\n", "p");
    return gazetteer;
}

/// Whatever was read, each name leads to a party or a role, and is found again where a text has it.
void check(const Gazetteer& gazetteer, std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < text.size() && words.size() < 50; at += words.back().size() + 1)
        words.push_back(text.substr(at, text.substr(at).find_first_of(" \t\n|")));
    for (std::size_t at = 0; at < words.size(); ++at)
        for (const NameMatch& match : gazetteer.find_all(words, at))
            if (match.length == 0 || at + match.length > words.size() ||
                (match.name->party == nullptr && match.name->role == nullptr))
                std::abort();
    for (const Party* party : gazetteer.parties())
        if (party->name.empty() || gazetteer.party(party->code) != party)
            std::abort();
    (void)gazetteer.nearest(text.substr(0, 50));
    (void)gazetteer.find_publisher(text.substr(0, 50));
}

/// Reads the bytes and gives the tables that they make; nothing for bytes that are refused as a whole.
std::vector<std::string> tables_of(std::uint8_t format, const std::string& text, const Gazetteer& known) {
    const BadActorRow ignore = [](const InputError&) {};
    try {
        if (format == 1) {
            std::istringstream in(text);
            const ActorTables tables = read_petrarch(in, "t", known, ignore);
            return {tables.parties, tables.leaders, tables.roles, tables.bodies};
        }
        const auto open = [&] { return std::make_unique<std::istringstream>(text); };
        const WikidataTables tables =
            import_wikidata(open, "t", known, {.on_bad_line = ignore, .on_progress = {}});
        return {tables.parties, tables.leaders};
    } catch (const InputError&) {
        return {};
    }
}

} // namespace

/// Any bytes give names, terms of office, roles or publishers, and named rejects; tables that were made of
/// them are read without any. The first byte chooses the format: Entente's tables, a PETRARCH dictionary or a
/// dump of Wikidata.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
    Gazetteer gazetteer = few_parties();
    if (data[0] % 3 == 0) {
        try {
            gazetteer.add_text(text, "t", [](const InputError&) {});
        } catch (const InputError&) {
        }
    } else {
        for (const std::string& table : tables_of(data[0] % 3, text, few_parties()))
            gazetteer.add_text(table, "made");
    }
    check(gazetteer, text);
    return 0;
}
