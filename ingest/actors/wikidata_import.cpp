// SPDX-License-Identifier: Apache-2.0
#include "ingest/actors/wikidata_import.hpp"

#include "ingest/actors/detail/dump_lines.hpp"
#include "ingest/actors/detail/fold.hpp"
#include "ingest/actors/detail/line.hpp"
#include "ingest/actors/detail/wikidata_entity.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace entente {

namespace {

using detail::WikidataClaim;
using detail::WikidataEntity;

// Items of Wikidata.
constexpr std::array<std::string_view, 2> organization_classes{"Q245065", "Q484652"}; // (inter)governmental
constexpr std::array<std::string_view, 2> group_classes{"Q17149090", "Q17127659"};    // armed, terrorist
constexpr std::string_view foreign_minister = "Q7330070";
constexpr std::string_view male = "Q6581097";
constexpr std::string_view female = "Q6581072";

/// An office that an entity says somebody held.
struct Term {
    std::string office;
    std::string code;
    std::string from;
    std::string until;
};

struct ImportedParty {
    std::string code;
    std::string kind;
    WikidataEntity entity;
};

bool is_instance_of(const WikidataEntity& entity, std::span<const std::string_view> classes) {
    return std::ranges::any_of(classes, [&](std::string_view item) { return entity.has("P31", item); });
}

/// The text as a field, or a part of one, of a table; empty where it holds nothing that could be compared.
std::string field(std::string_view text) {
    std::string out(text);
    std::ranges::replace_if(
        out, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '|'; }, ' ');
    out = detail::trimmed(out, " #?");
    return detail::folded_key(out).find_first_not_of('?') == std::string::npos ? std::string() : out;
}

bool is_item(std::string_view id) noexcept {
    return id.size() > 1 && id.size() < 12 && id[0] == 'Q' && id[1] != '0' &&
           id.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

std::string joined(const std::vector<std::string>& names) {
    std::set<std::string> seen{std::string()};
    std::string text;
    for (const std::string& name : names)
        if (std::string part = field(name); seen.insert(part).second)
            text.append(text.empty() ? "" : "|").append(part);
    return text;
}

std::vector<std::string> values(const WikidataEntity& entity, std::string_view property) {
    std::vector<std::string> all;
    for (const WikidataClaim& claim : entity.of(property))
        all.push_back(claim.value);
    return all;
}

bool is_abbreviation(std::string_view name) {
    return name.size() > 1 && name.size() < 13 && PartyCode::parse("IGO:" + std::string(name)) &&
           name[0] >= 'A' && name[0] <= 'Z';
}

class Importer {
public:
    Importer(const std::string& file, const Gazetteer& known, const WikidataImportOptions& options)
        : file_(file), options_(options) {
        for (const Party* party : known.parties()) {
            taken_codes_.insert(party->code.text());
            if (!party->wikidata.empty())
                code_of_item_.emplace(party->wikidata, party->code.text());
        }
    }

    void read_parties(std::istream& in) {
        const auto add = [&](std::string_view line) {
            if (!may_be_party(line))
                return;
            if (const auto entity = parse(line))
                add_party(*entity);
        };
        for_each_line(in, add, [&](const InputError& error) { report(error); });
        resolve_positions();
    }

    void read_people(std::istream& in) {
        const auto add = [&](std::string_view line) {
            const std::string id(detail::wikidata_id(line));
            const bool is_named = terms_.contains(id) || capitals_.contains(id);
            const bool held_office = line.find("\"P39\"") != std::string_view::npos;
            if (!is_named && (country_of_position_.empty() || !held_office))
                return;
            if (const auto entity = parse(line, !may_be_party(line)))
                add_person(*entity);
        };
        for_each_line(in, add, [](const InputError&) {}); // the first reading has reported it
    }

    WikidataTables tables() const {
        WikidataTables tables{.parties = party_table(),
                              .leaders = "leader\tnames\toffice\tcode\tfrom\tuntil\twikidata\tgender\n"};
        tables.party_count = parties_.size();
        tables.leader_count = leaders_.size();
        for (const std::string& row : leaders_)
            tables.leaders += row;
        return tables;
    }

private:
    static bool may_be_party(std::string_view line) {
        static constexpr std::array<std::string_view, 6> marks{
            "\"P298\"", "\"Q245065\"", "\"Q484652\"", "\"Q17149090\"", "\"Q17127659\"", "\"Q7330070\""};
        return std::ranges::any_of(
            marks, [&](std::string_view mark) { return line.find(mark) != std::string_view::npos; });
    }

    template<class Action, class OnError>
    void for_each_line(std::istream& in, Action action, OnError on_error) {
        constexpr std::size_t often = 1024;
        detail::DumpLines lines(in, file_);
        for (bool more = true; more;) {
            try {
                more = lines.next();
            } catch (const InputError& error) {
                on_error(error);
                continue;
            }
            line_number_ = lines.number();
            if (++lines_read_ % often == 0 && options_.on_progress)
                options_.on_progress(lines_read_);
            std::string_view line = detail::trimmed(lines.line());
            if (line.ends_with(','))
                line.remove_suffix(1);
            if (more && line.size() > 1) // the brackets of the array stand alone
                action(line);
        }
    }

    void report(const InputError& error) const {
        if (!options_.on_bad_line)
            throw error;
        options_.on_bad_line(error);
    }

    std::optional<WikidataEntity> parse(std::string_view line, bool is_new = true) const {
        std::string reason;
        auto entity = detail::parse_wikidata_entity(line, reason);
        if (!entity && is_new)
            report(InputError({file_, line_number_, 1}, "expected a Wikidata entity in JSON: " + reason));
        return entity;
    }

    void add_party(const WikidataEntity& entity) {
        if (entity.has("P279", foreign_minister) || entity.has("P31", foreign_minister))
            positions_[entity.id] =
                !entity.of("P1001").empty() ? values(entity, "P1001") : values(entity, "P17");
        if (field(entity.label).empty() || !is_item(entity.id))
            return;
        if (const auto& codes = entity.of("P298"); !codes.empty()) {
            const auto code = PartyCode::parse(codes.front().value);
            if (code && code->kind() == ActorKind::country)
                keep_party(entity, code->text(), "country");
        } else if (is_instance_of(entity, organization_classes)) {
            keep_party(entity, code_for(entity, "IGO:"), "organization");
        } else if (is_instance_of(entity, group_classes)) {
            keep_party(entity, code_for(entity, "NSA:"), "group");
        }
    }

    /// The code of an organization or group: the known one, its abbreviation, or its item.
    std::string code_for(const WikidataEntity& entity, const std::string& prefix) {
        if (const auto known = code_of_item_.find(entity.id);
            known != code_of_item_.end() && known->second.starts_with(prefix))
            return known->second;
        std::vector<std::string> names = values(entity, "P1813");
        names.insert(names.end(), entity.aliases.begin(), entity.aliases.end());
        for (const std::string& name : names)
            if (is_abbreviation(name) && taken_codes_.insert(prefix + name).second)
                return prefix + name;
        return prefix + entity.id;
    }

    void keep_party(const WikidataEntity& entity, const std::string& code, const std::string& kind) {
        code_of_item_.insert_or_assign(entity.id, code);
        const auto add_terms = [&](std::string_view property, const std::string& office) {
            for (const WikidataClaim& claim : entity.of(property))
                terms_[claim.value].push_back({office, code, claim.from, claim.until});
        };
        add_terms("P35", "head_of_state");
        add_terms("P6", "head_of_government");
        add_terms("P488", "organization_head");
        add_terms("P3975", "organization_head");
        if (kind == "country")
            for (const WikidataClaim& claim : entity.of("P36"))
                if (claim.until.empty())
                    capitals_[claim.value].push_back(code);
        parties_.insert_or_assign(code, ImportedParty{code, kind, entity});
    }

    /// Says for which country a foreign minister's position is, now that all countries are known.
    void resolve_positions() {
        for (const auto& [position, items] : positions_)
            for (const std::string& item : items)
                if (const auto code = code_of_item_.find(item); code != code_of_item_.end())
                    country_of_position_.emplace(position, code->second);
    }

    void add_person(const WikidataEntity& entity) {
        if (field(entity.label).empty() || !is_item(entity.id))
            return;
        if (const auto capital = capitals_.find(entity.id); capital != capitals_.end())
            for (const std::string& code : capital->second)
                capital_names_[code].push_back(entity.label);
        if (const auto terms = terms_.find(entity.id); terms != terms_.end())
            for (const Term& term : terms->second)
                add_leader(entity, term);
        for (const WikidataClaim& held : entity.of("P39"))
            if (const auto position = country_of_position_.find(held.value);
                position != country_of_position_.end())
                add_leader(entity, {"foreign_minister", position->second, held.from, held.until});
    }

    void add_leader(const WikidataEntity& entity, const Term& term) {
        if (!term.from.empty() && !term.until.empty() && term.until < term.from.substr(0, term.until.size()))
            return;
        std::vector<std::string> names = entity.aliases;
        if (const std::size_t space = entity.label.rfind(' '); space != std::string::npos)
            names.push_back(entity.label.substr(space + 1));
        const std::string_view gender = entity.has("P21", female) ? "f" : entity.has("P21", male) ? "m" : "";
        std::string row;
        for (const std::string& part :
             {field(entity.label), joined(names), term.office, term.code, term.from, term.until, entity.id})
            row.append(part).append("\t");
        leaders_.insert(row.append(gender).append("\n"));
    }

    std::string party_table() const {
        std::string table = "code\tkind\tname\twikidata\tnames\tnouns\tadjectives\tmetonyms\n";
        for (const auto& [code, party] : parties_) {
            std::vector<std::string> names = values(party.entity, "P1813");
            names.insert(names.end(), party.entity.aliases.begin(), party.entity.aliases.end());
            const std::string demonyms = joined(values(party.entity, "P1549"));
            const auto capital = capital_names_.find(code);
            const std::string metonyms = capital == capital_names_.end() ? "" : joined(capital->second);
            for (const std::string& part : {code, party.kind, field(party.entity.label), party.entity.id,
                                            joined(names), demonyms, demonyms})
                table.append(part).append("\t");
            table.append(metonyms).append("\n");
        }
        return table;
    }

    const std::string& file_;
    const WikidataImportOptions& options_;
    std::size_t line_number_ = 0;
    std::size_t lines_read_ = 0;
    std::set<std::string> taken_codes_;
    std::map<std::string, std::string, std::less<>> code_of_item_;
    std::map<std::string, ImportedParty> parties_;
    std::map<std::string, std::vector<std::string>> positions_;
    std::map<std::string, std::string> country_of_position_;
    std::map<std::string, std::vector<Term>> terms_;
    std::map<std::string, std::vector<std::string>> capitals_;
    std::map<std::string, std::vector<std::string>> capital_names_;
    std::set<std::string> leaders_;
};

} // namespace

WikidataTables import_wikidata(const std::function<std::unique_ptr<std::istream>()>& open,
                               const std::string& file, const Gazetteer& known,
                               const WikidataImportOptions& options) {
    Importer importer(file, known, options);
    importer.read_parties(*open());
    importer.read_people(*open());
    return importer.tables();
}

} // namespace entente
