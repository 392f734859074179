// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_ACTORS_DETAIL_GAZETTEER_DATA_HPP
#define ENTENTE_INGEST_ACTORS_DETAIL_GAZETTEER_DATA_HPP

#include "ingest/actors/detail/name_index.hpp"
#include "ingest/actors/gazetteer.hpp"

#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

namespace entente {

/// What a Gazetteer holds. Deques, since the elements point at each other and must stay where they are.
struct Gazetteer::Data {
    std::deque<std::string> texts;
    std::deque<Party> parties;
    std::deque<Leader> leaders;
    std::deque<Role> roles;
    std::deque<Body> bodies;
    std::deque<Publisher> publishers;
    std::deque<Name> names;
    detail::NameIndex index;
    std::unordered_map<std::string_view, Party*> party_of_code;
    std::unordered_map<std::string, const Publisher*> publisher_of_key;
    std::unordered_map<std::string, Role*> role_of_term;
    /// What parties are called, under kind, code and key with capitals, so that files may repeat each other.
    std::unordered_map<std::string, Name*> party_names;
    /// By party, office and beginning.
    std::vector<const Leader*> terms;

    /// Reads a file into the above; `finish` must follow before anything is looked up.
    void read(std::string_view text, const std::string& file, const BadActorRow& on_bad_row);
    void finish();

    Party* find(std::string_view code) const noexcept;
};

namespace detail {

/// The host of a URL or domain in lower case, without `www.`; empty for text that is neither.
std::string host_of(std::string_view text);

} // namespace detail

} // namespace entente

#endif
