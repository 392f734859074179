// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_EXPORT_DETAIL_RELATION_FIELDS_HPP
#define ENTENTE_EXPORT_DETAIL_RELATION_FIELDS_HPP

#include "graph/relation.hpp"

#include <span>
#include <string>
#include <string_view>

namespace entente::detail {

/// What a column holds, for the formats that ask.
enum class FieldType { text, integer, real, truth, date };

/// One of the things that a relation says, as a table or GraphML has it.
struct RelationField {
    std::string_view name;
    FieldType type;
    /// Appends the value to `text`; nothing where the relation has none.
    void (*append)(const Relation& relation, const RelationId& id, std::string& text);
};

/// The fields, in the order in which they are written; source and target are not among them.
std::span<const RelationField> relation_fields() noexcept;

/// 1 to 4: verbal cooperation, material cooperation, verbal conflict, material conflict.
int quad_number(plover::QuadClass quad_class) noexcept;

/// A date as far as it is known: "2020-04-02", "2020-04" or "2020".
void append_date(const std::optional<Date>& date, DatePrecision precision, std::string& text);
/// The shortest text that reads back as the number.
void append_number(double number, std::string& text);

} // namespace entente::detail

#endif
