// SPDX-License-Identifier: Apache-2.0
#include "export/detail/latest_evidence.hpp"

#include <algorithm>
#include <tuple>

namespace entente::detail {

namespace {

bool is_later(const KeptEvidence& a, const KeptEvidence& b) {
    return std::tie(b.date, a.evidence.statement, a.evidence.sentence, a.evidence.span, a.evidence.text) <
           std::tie(a.date, b.evidence.statement, b.evidence.sentence, b.evidence.span, b.evidence.text);
}

} // namespace

void keep_latest(std::vector<KeptEvidence>& list, KeptEvidence kept, std::size_t most) {
    if (most == 0 || (list.size() >= most && is_later(list[most - 1], kept)))
        return;
    list.insert(std::ranges::upper_bound(list, kept, is_later), std::move(kept));
    while (list.size() > most && (!list.back().key || is_later(list[most - 1], list.back())))
        list.pop_back();
}

void complete_latest(std::vector<KeptEvidence>& list, std::size_t most, const GraphSource& graph) {
    for (auto& kept : list) {
        if (!kept.key)
            continue;
        if (auto relation = graph.find_relation(*kept.key))
            kept = {relation->date, std::move(relation->evidence), std::move(relation->coding.url),
                    relation->confidence, std::nullopt};
    }
    std::ranges::sort(list, is_later);
    list.resize(std::min(list.size(), most));
}

} // namespace entente::detail
