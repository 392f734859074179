// SPDX-License-Identifier: Apache-2.0
#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/party_argument.hpp"
#include "cli/progress.hpp"
#include "cli/table.hpp"
#include "graph/error.hpp"
#include "ingest/actors/petrarch.hpp"
#include "ingest/actors/wikidata_import.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>

namespace entente::cli {

namespace {

struct ActorsOptions {
    std::vector<std::string> names;
    std::string at;
    std::string kind;
    std::vector<std::string> files;
    std::string format = "table";
};

struct ImportOptions {
    std::string dump;
    std::string directory;
};

BadActorRow report_to(Outcome& outcome) {
    return [&outcome](const InputError& error) {
        std::cerr << "entente: " << error.what() << '\n';
        outcome.status = ExitStatus::some_refused;
    };
}

std::string joined(const std::vector<std::string_view>& parts) {
    return fmt::format("{}", fmt::join(parts, "; "));
}

std::string shown(const Period& term) {
    return fmt::format("{} to {}", term.from ? to_string(*term.from) : "?",
                       term.until ? to_string(*term.until) : "today");
}

std::string title_and_name(const Leader* leader) {
    if (leader == nullptr)
        return {};
    return leader->title.empty() ? std::string(leader->name)
                                 : fmt::format("{} {}", leader->title, leader->name);
}

/// The day that was asked for; the latest known time where none was.
std::optional<Date> day_of(const ActorsOptions& options) {
    if (options.at.empty())
        return std::nullopt;
    const auto day = parse_date(options.at);
    if (!day)
        throw UsageError("--at: expected a date as YYYY-MM-DD, found " + entente::quoted(options.at));
    return day;
}

void print_line(std::string_view label, std::string_view text) {
    if (!text.empty())
        std::cout << fmt::format("  {:<18}  {}\n", label, text);
}

void print_party(const Gazetteer& gazetteer, const Party& party, std::optional<Date> day) {
    std::cout << fmt::format("{}  {}  ({})\n", party.code.text(), party.name, to_string(party.kind));
    if (!party.wikidata.empty())
        print_line("wikidata", fmt::format("http://www.wikidata.org/entity/{}", party.wikidata));
    print_line("region", party.region);
    if (party.existence != Period{})
        print_line("existed", shown(party.existence));
    print_line("also called", joined(party.other_names));
    std::vector<std::string_view> codes;
    for (const PartyCode& code : party.member_of)
        codes.push_back(code.text());
    print_line("member of", joined(codes));
    for (const Office office : {Office::head_of_state, Office::head_of_government, Office::foreign_minister,
                                Office::defence_minister, Office::organization_head})
        if (const Leader* holder = gazetteer.holder(party.code, office, day))
            print_line(to_string(office), fmt::format("{}, {}", title_and_name(holder), shown(holder->term)));
}

/// Who the name belongs to, if it is that of an office holder.
void print_person(const Gazetteer& gazetteer, const std::string& name, std::optional<Date> day) {
    for (const Leader* leader : gazetteer.leaders_named(name, day))
        std::cout << fmt::format("  {}: {} of {}, {}\n", leader->name,
                                 leader->title.empty() ? to_string(leader->office) : leader->title,
                                 leader->party->name, shown(leader->term));
}

void print_table(const Gazetteer& gazetteer, const std::vector<const Party*>& parties,
                 std::optional<Date> day, TableFormat format) {
    Table table({{"code"},
                 {"kind"},
                 {"name"},
                 {"wikidata"},
                 {"head of state"},
                 {"head of government"},
                 {"foreign minister"},
                 {"organization head"},
                 {"also called"}});
    for (const Party* party : parties) {
        const auto holder = [&](Office office) {
            return title_and_name(gazetteer.holder(party->code, office, day));
        };
        table.add_row({party->code.text(), std::string(to_string(party->kind)), std::string(party->name),
                       std::string(party->wikidata), holder(Office::head_of_state),
                       holder(Office::head_of_government), holder(Office::foreign_minister),
                       holder(Office::organization_head), joined(party->other_names)});
    }
    write_table(std::cout, table, format, terminal_width());
}

std::vector<const Party*> parties_of_kind(const Gazetteer& gazetteer, const std::string& kind) {
    std::vector<const Party*> parties = gazetteer.parties();
    if (!kind.empty())
        std::erase_if(parties, [&](const Party* party) { return to_string(party->kind) != kind; });
    return parties;
}

void look_up(const ActorsOptions& options, Outcome& outcome) {
    Gazetteer gazetteer = Gazetteer::shipped();
    for (const std::string& file : options.files)
        add_actor_file(gazetteer, file, report_to(outcome));
    const auto day = day_of(options);
    std::vector<const Party*> parties;
    for (const std::string& name : options.names)
        if (const Party* party = gazetteer.party(party_argument(gazetteer, name)))
            parties.push_back(party);
    const TableFormat format = *parse_table_format(options.format);
    if (options.names.empty())
        return print_table(gazetteer, parties_of_kind(gazetteer, options.kind), day, format);
    if (format != TableFormat::table)
        return print_table(gazetteer, parties, day, format);
    for (std::size_t i = 0; i < parties.size(); ++i) {
        print_party(gazetteer, *parties[i], day);
        print_person(gazetteer, options.names[i], day);
    }
}

void write_file(const std::filesystem::path& path, const std::string& text) {
    std::ofstream out(path, std::ios::binary);
    out << text;
    out.close();
    if (!out)
        throw OutputError(path.string() + ": can't be written");
}

void import_dump(const ImportOptions& options, Outcome& outcome) {
    const auto open = [&]() -> std::unique_ptr<std::istream> {
        auto in = std::make_unique<std::ifstream>(options.dump, std::ios::binary);
        if (!*in)
            throw InputError({options.dump}, "can't be opened for reading");
        return in;
    };
    WikidataTables tables;
    {
        Progress progress("lines");
        WikidataImportOptions how;
        how.on_progress = [&](std::size_t lines) { progress.show(lines); };
        how.on_bad_line = [&, report = report_to(outcome)](const InputError& error) {
            progress.clear();
            report(error);
        };
        tables = import_wikidata(open, options.dump, Gazetteer::shipped(), how);
    }
    const std::filesystem::path directory(options.directory);
    std::error_code failure;
    std::filesystem::create_directories(directory, failure);
    if (failure)
        throw OutputError(options.directory + ": " + failure.message());
    write_file(directory / "parties.tsv", tables.parties);
    write_file(directory / "leaders.tsv", tables.leaders);
    std::cerr << fmt::format("{} parties and {} terms of office written to {}\n", tables.party_count,
                             tables.leader_count, options.directory);
}

void add_dump_import(const Command& actors, Outcome& outcome) {
    auto options = std::make_shared<ImportOptions>();
    const Command command =
        actors.add_subcommand("import", "Make tables of actors from a JSON dump of Wikidata");
    command.add_option("DUMP", options->dump, "The dump: JSON, plain or compressed (gz, bz2, xz, zst)")
        .required();
    command.add_option("-o,--output", options->directory, "Directory for parties.tsv and leaders.tsv")
        .required();
    command.footer("Example:\n"
                   "  entente actors import latest-all.json.bz2 -o my-actors\n"
                   "  entente actors --actors my-actors/parties.tsv --actors my-actors/leaders.tsv Belgium");
    command.callback([options, &outcome] { import_dump(*options, outcome); });
}

} // namespace

void add_actors(const Command& app, Outcome& outcome) {
    auto options = std::make_shared<ActorsOptions>();
    const Command command =
        app.add_subcommand("actors", "Look up countries, organizations, groups and who led them");
    command.add_option("NAME", options->names,
                       "Codes or names: BEL, \"South Korea\", Beijing; without, all are listed");
    command.add_option("--at", options->at,
                       "Who was in office that day (YYYY-MM-DD); the latest known otherwise");
    command.add_option("--kind", options->kind, "List only these")
        .one_of({"country", "organization", "group", "community"});
    command
        .add_option("--actors", options->files, "More actors: a table of Entente's or a PETRARCH dictionary")
        .one_at_a_time();
    command.add_option("--format", options->format, "table, csv, tsv, json, ndjson or markdown")
        .one_of({"table", "csv", "tsv", "json", "ndjson", "markdown"});
    command.footer("Example:\n  entente actors Belgium --at 2020-04-02");
    add_dump_import(command, outcome);
    command.callback([command, options, &outcome] {
        if (!command.has_chosen_subcommand())
            look_up(*options, outcome);
    });
}

} // namespace entente::cli
