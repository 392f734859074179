// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_STATEMENTS_DETAIL_RECOGNISE_HPP
#define ENTENTE_INGEST_STATEMENTS_DETAIL_RECOGNISE_HPP

#include "ingest/statements/detail/byte_stream.hpp"
#include "ingest/statements/statement_source.hpp"

#include <string>

namespace entente::detail {

/// Whether archives are opened; those within archives are not.
enum class Archives { read, refused };

/// Finds out what the bytes are and has the reader of that format read them.
void read_recognised(ByteStream& bytes, const std::string& name, const ReadOptions& options,
                     const StatementSink& sink, const NoticeHandler& on_notice, Archives archives);

} // namespace entente::detail

#endif
