// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TABLES_DETAIL_LAYOUTS_HPP
#define ENTENTE_INGEST_TABLES_DETAIL_LAYOUTS_HPP

#include "ingest/tables/table_layout.hpp"

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

// One function a layout; see make_layout(). `first` is the file's first record.

namespace entente::detail {

/// Of UCDP's events, by which a file without a header is known.
inline constexpr std::size_t ged_column_count = 49;

using LayoutPtr = std::unique_ptr<TableLayout>;

LayoutPtr make_gdelt(const FirstRecord& first, const TableVocabulary& vocabulary, const std::string& file);
LayoutPtr make_icews(const FirstRecord& first, const TableVocabulary& vocabulary, const std::string& file);
LayoutPtr make_icews_reduced(const FirstRecord& first, const TableVocabulary& vocabulary,
                             const std::string& file);
LayoutPtr make_polecat(const FirstRecord& first, const TableVocabulary& vocabulary, const std::string& file);
LayoutPtr make_phoenix(const FirstRecord& first, const TableVocabulary& vocabulary, const std::string& file);
LayoutPtr make_phoenix_historical(const FirstRecord& first, const TableVocabulary& vocabulary,
                                  const std::string& file);
LayoutPtr make_petrarch(const FirstRecord& first, const TableVocabulary& vocabulary, const std::string& file);
LayoutPtr make_ucdp_ged(const FirstRecord& first, const TableVocabulary& vocabulary, const std::string& file);
LayoutPtr make_quadruples(const FirstRecord& first, const TableVocabulary& vocabulary,
                          const std::string& file);
LayoutPtr make_un_votes(const FirstRecord& first, const TableVocabulary& vocabulary, const std::string& file);
LayoutPtr make_cow_alliances(const FirstRecord& first, const TableVocabulary& vocabulary,
                             const std::string& file);
LayoutPtr make_atop(const FirstRecord& first, const TableVocabulary& vocabulary, const std::string& file);
LayoutPtr make_diplomatic_exchange(const FirstRecord& first, const TableVocabulary& vocabulary,
                                   const std::string& file);

} // namespace entente::detail

#endif
