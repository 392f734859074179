// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_EXPORT_DETAIL_LATEST_EVIDENCE_HPP
#define ENTENTE_EXPORT_DETAIL_LATEST_EVIDENCE_HPP

#include "export/graph_source.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace entente::detail {

/// The sentence of a relation, or, of an outline, only its day and where the rest is.
struct KeptEvidence {
    std::optional<Date> date;
    Evidence evidence;
    std::string url;
    double confidence = 1.0;
    /// For GraphSource::find_relation; nothing for a whole one.
    std::optional<std::uint64_t> key;
};

/// Keeps the latest, at most `most`, in `list`, which is sorted, the latest first.
///
/// Which outlines of one day are the latest is seen when they are whole, so that all of the last day that has
/// a place are kept.
void keep_latest(std::vector<KeptEvidence>& list, KeptEvidence kept, std::size_t most);

/// Makes the outlines in `list` whole, and leaves the latest, at most `most`.
void complete_latest(std::vector<KeptEvidence>& list, std::size_t most, const GraphSource& graph);

} // namespace entente::detail

#endif
