// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_ACTORS_WIKIDATA_IMPORT_HPP
#define ENTENTE_INGEST_ACTORS_WIKIDATA_IMPORT_HPP

#include "ingest/actors/gazetteer.hpp"

#include <cstddef>
#include <functional>
#include <istream>
#include <memory>
#include <string>

namespace entente {

/// What a dump of Wikidata says of parties and office holders, as text for Gazetteer::add_text.
struct WikidataTables {
    std::string parties;
    std::string leaders;
    std::size_t party_count = 0;
    std::size_t leader_count = 0;
};

/// How an import tells and asks.
struct WikidataImportOptions {
    /// Gets each line that is no entity; where there is none, the first is thrown.
    BadActorRow on_bad_line;
    /// Told now and then how many lines were read, in both readings together.
    std::function<void(std::size_t)> on_progress;
};

/// Makes tables of the countries (ISO 3166-1 code, P298), intergovernmental and armed organizations, and of
/// those who led them or their foreign ministries, from a JSON dump of Wikidata: one entity a line inside an
/// array, plain or compressed with gzip, bzip2, xz or zstd.
///
/// The dump is read twice, since people may stand in front of what they led; `open` opens it anew each time.
/// One line is held at a time (at most 64 MiB), and what is kept grows with the number of parties and their
/// leaders only. Organizations that `known` has by their Wikidata item keep their codes; others are called by
/// their abbreviation, or by the item. `file` is the name that messages give.
WikidataTables import_wikidata(const std::function<std::unique_ptr<std::istream>()>& open,
                               const std::string& file, const Gazetteer& known,
                               const WikidataImportOptions& options = {});

} // namespace entente

#endif
