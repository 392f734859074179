// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TABLES_ACTOR_NAMES_HPP
#define ENTENTE_INGEST_TABLES_ACTOR_NAMES_HPP

#include "ingest/actors/gazetteer.hpp"

#include <optional>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente {

/// Who a table's name means.
struct NamedActor {
    const PartyCode* party = nullptr;
    /// The person or body that the name is; empty where it is the party's own name or a role.
    std::string_view actor{};
    /// The role in front of the country: "Police" of "Police (India)".
    std::string_view sector{};
};

/// Actors as ICEWS and benchmarks made from it name them: "South Korea", "Police (India)", "Xi Jinping", "UN
/// Security Council". What a name means is remembered. Safe from many threads at once.
class ActorNames {
public:
    /// The gazetteer outlives the object.
    explicit ActorNames(const Gazetteer& gazetteer);

    /// A person stands for the party in whose office he or she is on that day, or without a day at the
    /// latest; else for the country to which ingest/data/table_names.tsv counts the name. Nothing for names
    /// of nobody that is known. What the views see lives as long as the object.
    std::optional<NamedActor> find(std::string_view name, std::optional<Date> day) const;

    /// The party of a country's or organization's name; null where there is none.
    const PartyCode* find_party(std::string_view name) const;

private:
    struct Meaning {
        std::string name;
        const PartyCode* party = nullptr;
        bool is_role = false;
        bool is_own_name = false;
        std::string_view sector; // as table_names.tsv has it
        std::vector<const Leader*> leaders;
    };

    Meaning make_meaning(std::string_view name) const;
    const Meaning& meaning(std::string_view name) const;
    std::vector<const Leader*> leaders_named(std::string_view name) const;

    struct TableName {
        std::string_view means;
        std::string_view sector;
    };

    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept {
            return std::hash<std::string_view>{}(text);
        }
    };

    const Gazetteer* gazetteer_;
    std::unordered_map<std::string_view, TableName> table_names_;
    mutable std::shared_mutex mutex_;
    mutable std::unordered_map<std::string, Meaning, Hash, std::equal_to<>> meanings_;
};

} // namespace entente

#endif
