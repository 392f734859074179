// SPDX-License-Identifier: Apache-2.0
#include "graph/detail/store_impl.hpp"

#include "graph/error.hpp"

#include <array>
#include <string>

namespace entente::data {
extern const std::string_view migration_2_sql;
extern const std::string_view migration_3_sql;
} // namespace entente::data

namespace entente::detail {

namespace {

int version_of(const Connection& connection) {
    Query query(connection, "PRAGMA user_version");
    return query.step() ? static_cast<int>(query.integer(0)) : 0;
}

/// "relations.db.v1-backup", or with a number behind it where that is taken.
std::filesystem::path backup_name(const std::filesystem::path& file, int version) {
    const std::string name = file.string() + ".v" + std::to_string(version) + "-backup";
    std::filesystem::path free = name;
    std::error_code error;
    for (int number = 2; std::filesystem::exists(free, error); ++number)
        free = name + '-' + std::to_string(number);
    return free;
}

void copy_to(const Connection& connection, const std::filesystem::path& backup) {
    Query copy(connection, "VACUUM INTO ?");
    const std::string name = backup.string();
    copy.bind(1, std::string_view(name));
    try {
        copy.run();
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove(backup, ignored); // half a copy is none
        throw;
    }
}

} // namespace

std::span<const Migration> migrations() {
    static const std::array<Migration, 2> steps{{{2, data::migration_2_sql}, {3, data::migration_3_sql}}};
    return steps;
}

std::optional<Store::Upgrade> migrate(Connection& connection, std::span<const Migration> steps) {
    const int from = version_of(connection);
    const int to = steps.empty() ? from : steps.back().version;
    if (from >= to)
        return std::nullopt;
    Store::Upgrade upgrade{from, to, backup_name(connection.file(), from)};
    copy_to(connection, upgrade.backup);
    Transaction transaction(connection);
    if (version_of(connection) != from) { // another process was faster
        std::error_code ignored;
        std::filesystem::remove(upgrade.backup, ignored);
        return std::nullopt;
    }
    for (const Migration& step : steps)
        if (step.version > from)
            connection.execute(std::string(step.sql).c_str());
    connection.execute(("PRAGMA user_version = " + std::to_string(to)).c_str());
    transaction.commit();
    return upgrade;
}

} // namespace entente::detail
