// SPDX-License-Identifier: Apache-2.0
#include "graph/cypher/detail/pattern_words.hpp"

#include "graph/cypher/detail/compiler.hpp"
#include "graph/cypher/detail/syntax_error.hpp"

#include <vector>

namespace entente::cypher::detail {

Types types_of(const ast::RelationshipPattern& pattern) {
    Types types = 0;
    for (const auto& [name, at] : pattern.types) {
        const auto type = parse_type(name);
        if (!type) {
            std::vector<std::string_view> names;
            std::string all;
            for (Type known = 0; known < type_count; ++known) {
                names.push_back(type_name(known));
                all += (all.empty() ? "" : ", ") + std::string(type_name(known));
            }
            const std::string nearest = suggestion(name, names);
            throw InputError(place(at), "there is no relationship type " + quoted(name) +
                                            (nearest.empty() ? "; there are " + all : nearest));
        }
        types |= Types{1} << *type;
    }
    return pattern.types.empty() ? all_types : types;
}

Labels labels_of(const ast::NodePattern& pattern) {
    Labels labels = 0;
    for (const auto& [name, at] : pattern.labels) {
        const auto label = parse_label(name);
        if (!label) {
            std::vector<std::string_view> names;
            for (std::size_t known = 0; known < label_count; ++known)
                names.push_back(to_string(static_cast<Label>(known)));
            const std::string nearest = suggestion(name, names);
            throw InputError(
                place(at),
                "there is no label " + quoted(name) +
                    (nearest.empty()
                         ? "; there are Actor, Country, Organization, Group, Community, Person and Topic"
                         : nearest));
        }
        labels = static_cast<Labels>(labels | bit(*label));
    }
    return labels;
}

std::string types_text(Types types) {
    std::string text;
    if (types == all_types)
        return text;
    for (Type type = 0; type < type_count; ++type)
        if (types >> type & 1U)
            text += (text.empty() ? ":" : "|") + std::string(type_name(type));
    return text;
}

std::string labels_text(Labels labels) {
    std::string text;
    for (std::size_t i = 0; i < label_count; ++i)
        if (labels >> i & 1)
            text += ':' + std::string(to_string(static_cast<Label>(i)));
    return text;
}

} // namespace entente::cypher::detail
