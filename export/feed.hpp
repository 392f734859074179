// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_EXPORT_FEED_HPP
#define ENTENTE_EXPORT_FEED_HPP

#include "graph/store.hpp"

#include <cstdint>
#include <filesystem>
#include <string>

namespace entente {

struct FeedOptions {
    /// As in JsonldOptions.
    std::string base = "urn:entente:";
    /// Relations a page; what a feed was begun with stays.
    std::uint64_t page_size = 1000;
};

/// What write_feed left in the directory.
struct FeedResult {
    std::uint64_t pages = 0;
    std::uint64_t members = 0;
    /// Pages that were new or not yet full.
    std::uint64_t pages_written = 0;
};

/// Writes the graph as a Linked Data Event Stream of JSON-LD pages, or brings a feed that is there up to
/// date.
///
/// The view, index.jsonld, leads to every page by TREE relations that bound the dates of its members. A page
/// that is full never changes again; later relations go to later pages. A relation that the graph lost stays
/// in its page. `feed.json` remembers what the pages hold. Each file is replaced as a whole, the view last,
/// so that a reader never meets a half-written one. Throws InputError where feed.json is damaged or is of
/// another graph file, OutputError where the disk takes no more.
FeedResult write_feed(const std::filesystem::path& directory, const Store& store,
                      const FeedOptions& options = {});

} // namespace entente

#endif
