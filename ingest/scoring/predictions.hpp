// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_SCORING_PREDICTIONS_HPP
#define ENTENTE_INGEST_SCORING_PREDICTIONS_HPP

#include "graph/error.hpp"
#include "graph/relation.hpp"

#include <functional>
#include <istream>
#include <map>
#include <string>
#include <vector>

namespace entente {

/// What an extractor found, by the identifier of the statement.
using Predictions = std::map<std::string, std::vector<Relation>>;

/// Called with each line that is no relation.
using BadPredictionHandler = std::function<void(const InputError&)>;

/// Reads relations as `entente extract --format ndjson` prints them, one a line.
///
/// Of a line only document, source, target, type, symmetric, modality, contexts, start and end are read; the
/// last five may lack. `file` is the name that messages give. A line that is no relation goes to
/// `on_bad_line`; where there is none, the first one is thrown.
Predictions read_predictions(std::istream& in, const std::string& file,
                             const BadPredictionHandler& on_bad_line = {});

} // namespace entente

#endif
