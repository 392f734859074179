// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TABLES_EVENT_CODES_HPP
#define ENTENTE_INGEST_TABLES_EVENT_CODES_HPP

#include "graph/relation.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente {

/// What a CAMEO code means for a relation.
struct CodedEvent {
    cameo::Code code;
    plover::EventType type;
    std::optional<plover::Mode> mode;
    /// The row's source is the relation's target: the host of a visit.
    bool is_reversed = false;
    /// Done together. Coders write such an event twice, once each way: consult, discuss by telephone, meet at
    /// a third location, negotiate, sign an agreement, declare a ceasefire.
    bool is_mutual = false;
    /// Lives as long as the program.
    std::string_view predicate;
};

/// CAMEO codes and names, made ready for millions of rows.
class EventCodes {
public:
    EventCodes();

    /// By its digits, `043`; null where CAMEO has no such code.
    const CodedEvent* find(std::string_view code) const noexcept;
    /// By its name in any case, "Host a visit"; null where CAMEO has none.
    const CodedEvent* find_by_name(std::string_view name) const;

private:
    std::vector<CodedEvent> events_;
    /// By number of digits and value.
    std::vector<std::int16_t> by_digits_;
};

/// Sets type, mode, code and predicate, and turns source and target round where the event asks for it. A
/// hosted visit is coded as the visit that it is.
void apply(const CodedEvent& event, Relation& relation);

} // namespace entente

#endif
