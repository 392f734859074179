// SPDX-License-Identifier: Apache-2.0
#include "ingest/scoring/predictions.hpp"

#include "ingest/scoring/detail/relation_fields.hpp"

namespace entente {

namespace {

Relation read_prediction(std::string_view line, const Place& place) {
    const auto document = detail::parse_json(line, {place.file, place.line, 1});
    const detail::JsonObject object(document, place);
    Relation relation = detail::read_relation(object);
    relation.evidence.statement = object.text("document");
    relation.evidence.span = {object.number("start"), object.number("end")};
    return relation;
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

} // namespace

Predictions read_predictions(std::istream& in, const std::string& file,
                             const BadPredictionHandler& on_bad_line) {
    Predictions predictions;
    std::string line;
    for (Place place{file, 1, 0}; std::getline(in, line); ++place.line) {
        if (is_blank(line))
            continue;
        try {
            Relation relation = read_prediction(line, place);
            predictions[relation.evidence.statement].push_back(std::move(relation));
        } catch (const InputError& error) {
            if (!on_bad_line)
                throw;
            on_bad_line(error);
        }
    }
    return predictions;
}

} // namespace entente
