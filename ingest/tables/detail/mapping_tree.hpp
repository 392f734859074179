// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TABLES_DETAIL_MAPPING_TREE_HPP
#define ENTENTE_INGEST_TABLES_DETAIL_MAPPING_TREE_HPP

#include "graph/error.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::detail {

struct MappingMember;

/// A value of a mapping file, whatever its syntax, and where it stands.
struct MappingValue {
    /// `other`: a list, a date, a fraction or anything else that no mapping has.
    enum class Kind { object, text, number, truth, other };

    Kind kind = Kind::other;
    Place place;
    std::string text;
    std::uint64_t number = 0;
    bool truth = false;
    /// Of an object, in the order of the file.
    std::vector<MappingMember> members;
};

/// A key of an object, and its value.
struct MappingMember {
    std::string key;
    Place place;
    MappingValue value;
};

/// Reads JSON, with comments and trailing commas. Throws InputError, with line and column, for what is none.
MappingValue read_json_mapping(std::string_view text, const std::string& file);

/// Reads TOML 1.0. Throws InputError, with line and column, for what is none.
MappingValue read_toml_mapping(std::string_view text, const std::string& file);

} // namespace entente::detail

#endif
