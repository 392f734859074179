// SPDX-License-Identifier: Apache-2.0
#include "ingest/actors/petrarch.hpp"

#include "ingest/actors/detail/fold.hpp"
#include "ingest/actors/detail/line.hpp"
#include "ingest/actors/detail/petrarch_code.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <utility>

namespace entente {

namespace {

using detail::column_of;
using detail::PetrarchActor;
using detail::trimmed;

/// `YYMMDD` or `YYYYMMDD` as `YYYY-MM-DD`; two digits above 30 are of the last century, as in PETRARCH.
std::optional<std::string> iso_date(std::string_view text) {
    std::string digits(text);
    if (digits.size() == 6)
        digits.insert(0, digits.compare(0, 2, "30") > 0 ? "19" : "20");
    const auto date = digits.size() == 8 ? parse_date(digits) : std::nullopt;
    return date ? std::optional(to_string(*date)) : std::nullopt;
}

/// One bracket: a code and the time for which it holds.
struct CodeEntry {
    std::string code;
    std::string from;
    std::string until;
};

/// One entry: its names, its codes and where it begins.
struct Entry {
    std::vector<std::string> names;
    std::vector<CodeEntry> codes;
    Place place;
};

/// Writes entries as rows of Entente's tables.
class TableWriter {
public:
    explicit TableWriter(const Gazetteer& known) : known_(known) {}

    void write(const Entry& entry) {
        for (const CodeEntry& code : entry.codes)
            write(entry, code);
    }

    ActorTables finish() && { return std::move(tables_); }

private:
    static void add_row(std::string& table, std::string_view header,
                        std::initializer_list<std::string_view> row) {
        if (table.empty())
            table.append(header).append("\n");
        std::string_view separator;
        for (const std::string_view field : row) {
            table.append(separator).append(field);
            separator = "\t";
        }
        table += '\n';
    }

    static std::string joined(const std::vector<std::string>& names, std::size_t from) {
        std::string text;
        for (std::size_t i = from; i < names.size(); ++i)
            text.append(text.empty() ? "" : "|").append(names[i]);
        return text;
    }

    void add_party(const Entry& entry, std::string_view code, std::string_view kind) {
        const Party* known = known_.party(code);
        const std::string_view name = known != nullptr ? known->name : std::string_view(entry.names[0]);
        add_row(tables_.parties, "code\tkind\tname\tnames",
                {code, kind, name, joined(entry.names, known != nullptr ? 0 : 1)});
        tables_.names += entry.names.size();
    }

    void add_agent(const Entry& entry, const CodeEntry& code, const PetrarchActor& actor) {
        const std::string others = joined(entry.names, 1);
        if (code.from.empty() && code.until.empty())
            add_row(tables_.bodies, "body\tnames\tcode\tsector",
                    {entry.names[0], others, actor.code, actor.sector});
        else
            add_row(tables_.leaders, "leader\tnames\toffice\tcode\tfrom\tuntil",
                    {entry.names[0], others, "other", actor.code, code.from, code.until});
        tables_.names += entry.names.size();
    }

    void add_role(const Entry& entry, std::string_view code) {
        const std::string_view triple = code.substr(0, 3);
        for (std::string name : entry.names) {
            std::ranges::transform(name, name.begin(), [](char c) {
                return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
            });
            add_row(tables_.roles, "term\tkind\tsector\tacts_for",
                    {name, "person", detail::petrarch_sector(triple),
                     detail::is_acting_sector(triple) ? "yes" : "no"});
        }
        tables_.names += entry.names.size();
    }

    /// A code for a group that has none: NSA: and its name in capitals.
    static std::string group_code(std::string_view name) {
        std::string code = "NSA:";
        for (const char c : detail::folded_key(name))
            if (code.size() < 44 && ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')))
                code += c >= 'a' ? static_cast<char>(c - 32) : c;
        return code;
    }

    void write(const Entry& entry, const CodeEntry& code) {
        using Kind = PetrarchActor::Kind;
        if (code.code.starts_with('~'))
            return add_role(entry, std::string_view(code.code).substr(1));
        const PetrarchActor actor = detail::petrarch_actor(code.code, known_);
        const bool dated = !code.from.empty() || !code.until.empty();
        const bool holder = actor.kind == Kind::party && actor.code.size() > 3 && dated;
        if (actor.kind == Kind::agent || holder)
            return add_agent(entry, code, actor);
        if (actor.kind == Kind::party)
            return add_party(entry, actor.code, to_string(PartyCode::parse(actor.code)->kind()));
        if (actor.kind == Kind::new_organization && !dated && PartyCode::parse(actor.code))
            return add_party(entry, actor.code, "organization");
        const std::string group = group_code(entry.names[0]);
        if (actor.kind == Kind::new_group && !dated && PartyCode::parse(group))
            return add_party(entry, group, "group");
        ++tables_.left_out;
    }

    const Gazetteer& known_;
    ActorTables tables_;
};

class PetrarchReader {
public:
    PetrarchReader(const std::string& file, const Gazetteer& known, const BadActorRow& on_bad_row)
        : file_(file), writer_(known), on_bad_row_(on_bad_row) {}

    ActorTables read(std::istream& in) {
        std::string line;
        while (std::getline(in, line)) {
            ++line_number_;
            line_ = line;
            guarded([&] { read_line(line_.substr(0, line_.find_first_of("#;"))); });
        }
        guarded([&] { finish_entry(); });
        return std::move(writer_).finish();
    }

private:
    template<class Action>
    void guarded(Action action) {
        try {
            action();
        } catch (const InputError& error) {
            entry_ = {};
            is_skipping_ = true;
            if (!on_bad_row_)
                throw;
            on_bad_row_(error);
        }
    }

    InputError error(std::string_view part, std::string_view expected) const {
        return InputError({file_, line_number_, column_of(line_, part)}, expected, part);
    }

    void read_line(std::string_view text) {
        const std::string_view content = trimmed(text);
        if (content.empty())
            return;
        if (content.starts_with('!') && content.find('=') != std::string_view::npos)
            return read_set(content);
        if (content.starts_with('[') || content.starts_with('+'))
            return is_skipping_ ? void() : read_more(content);
        guarded([&] { finish_entry(); });
        is_skipping_ = false;
        read_names(content);
    }

    /// A line that goes on with the entry above it.
    void read_more(std::string_view content) {
        if (content.starts_with('['))
            return read_codes(content);
        if (entry_.names.empty())
            throw error(content, "a synonym below the entry that it belongs to");
        read_names(content.substr(1));
    }

    void read_names(std::string_view text) {
        if (entry_.names.empty())
            entry_.place = {file_, line_number_, column_of(line_, text)};
        const std::size_t end = std::min(text.find_first_of("[{\t"), text.size());
        add_names(text.substr(0, end));
        std::string_view rest = trimmed(text.substr(end));
        if (rest.starts_with('{')) {
            const std::size_t close = rest.find('}');
            if (close == std::string_view::npos)
                throw error(rest, "a plural in braces");
            if (const std::string_view plural = trimmed(rest.substr(1, close - 1)); !plural.empty())
                add_names(plural);
            rest = trimmed(rest.substr(close + 1));
        }
        if (!rest.empty())
            read_codes(rest);
    }

    /// Adds a name, or where a set stands in it, a name for each of the set's words.
    void add_names(std::string_view name) {
        const std::size_t begin = name.find('!');
        const std::size_t end = begin == std::string_view::npos ? begin : name.find('!', begin + 1);
        if (end == std::string_view::npos)
            return add_name(name, detail::petrarch_name(trimmed(name)));
        const auto set = sets_.find(std::string(name.substr(begin, end + 1 - begin)));
        if (set == sets_.end())
            throw error(name, "a set that stands above");
        for (const std::string& word : set->second) {
            const std::string whole =
                std::string(name.substr(0, begin)) + word + std::string(name.substr(end + 1));
            add_name(name, detail::petrarch_name(whole));
        }
    }

    /// `found` is what stands in the file, for messages.
    void add_name(std::string_view found, const std::string& text) {
        if (detail::folded_key(text).find_first_not_of('?') == std::string::npos || text.starts_with('#') ||
            text.ends_with('?') || text.find('|') != std::string::npos)
            throw error(found, "a name");
        entry_.names.push_back(text);
    }

    void read_set(std::string_view text) {
        const std::size_t equals = text.find('=');
        std::vector<std::string>& words = sets_[std::string(trimmed(text.substr(0, equals)))];
        words.clear();
        for (std::string_view rest = text.substr(equals + 1); !rest.empty();) {
            const std::size_t end = std::min(rest.find(','), rest.size());
            if (const std::string_view word = trimmed(rest.substr(0, end)); !word.empty())
                words.emplace_back(word);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }

    void read_codes(std::string_view text) {
        if (entry_.names.empty())
            throw error(text, "a name above its codes");
        while (!text.empty()) {
            const std::size_t end = text.find(']');
            if (!text.starts_with('[') || end == std::string_view::npos)
                throw error(text, "a code in brackets");
            read_code(trimmed(text.substr(1, end - 1)));
            text = trimmed(text.substr(end + 1));
        }
    }

    void read_code(std::string_view text) {
        const std::size_t end = std::min(text.find_first_of(" \t"), text.size());
        CodeEntry entry{.code = std::string(text.substr(0, end)), .from = {}, .until = {}};
        const auto is_code = [](char c) { return (c >= 'A' && c <= 'Z') || c == '~' || c == '-'; };
        if (entry.code.size() < 3 || !std::ranges::all_of(entry.code, is_code))
            throw error(text, "a CAMEO code such as AFGGOV");
        read_dates(trimmed(text.substr(end)), entry);
        entry_.codes.push_back(std::move(entry));
    }

    void read_dates(std::string_view text, CodeEntry& entry) const {
        if (text.empty())
            return;
        const std::size_t dash = text.find('-');
        const auto date = [&](std::string_view part) {
            auto iso = iso_date(trimmed(part));
            if (!iso)
                throw error(text, "dates such as 920628-960927, <920628 or >920628");
            return *iso;
        };
        if (text.front() == '<') {
            entry.until = date(text.substr(1));
        } else if (text.front() == '>') {
            entry.from = date(text.substr(1));
        } else {
            entry.from = date(text.substr(0, dash));
            entry.until = dash == std::string_view::npos ? entry.from : date(text.substr(dash + 1));
        }
        if (!entry.until.empty() && entry.until < entry.from)
            throw error(text, "dates in their order");
    }

    void finish_entry() {
        const Entry entry = std::exchange(entry_, {});
        if (entry.names.empty())
            return;
        if (entry.codes.empty())
            throw InputError(entry.place, "a code in brackets for it", entry.names.front());
        writer_.write(entry);
    }

    const std::string& file_;
    TableWriter writer_;
    const BadActorRow& on_bad_row_;
    std::map<std::string, std::vector<std::string>> sets_;
    Entry entry_;
    /// What is left of an entry that was refused is passed over.
    bool is_skipping_ = false;
    std::string_view line_;
    std::size_t line_number_ = 0;
};

/// Whether the first row is one of a dictionary: a code in brackets, a synonym or a set.
bool is_petrarch(std::string_view text) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!line.empty() && !line.starts_with('#'))
            return line.find('[') != std::string_view::npos || line.ends_with('_') || line.starts_with('!');
    }
    return false;
}

} // namespace

ActorTables read_petrarch(std::istream& in, const std::string& file, const Gazetteer& known,
                          const BadActorRow& on_bad_row) {
    return PetrarchReader(file, known, on_bad_row).read(in);
}

std::size_t add_actor_file(Gazetteer& gazetteer, const std::filesystem::path& path,
                           const BadActorRow& on_bad_row) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    if (!in)
        throw InputError({path.string()}, "can't be opened for reading");
    const std::string file = path.string();
    if (!is_petrarch(text.view())) {
        gazetteer.add_text(text.view(), file, on_bad_row);
        return 0;
    }
    const ActorTables tables = read_petrarch(text, file, gazetteer, on_bad_row);
    for (const std::string* table : {&tables.parties, &tables.leaders, &tables.roles, &tables.bodies})
        gazetteer.add_text(*table, file, on_bad_row);
    return tables.left_out;
}

} // namespace entente
