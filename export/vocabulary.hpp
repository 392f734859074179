// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_EXPORT_VOCABULARY_HPP
#define ENTENTE_EXPORT_VOCABULARY_HPP

#include <iosfwd>

namespace entente {

/// Writes the vocabulary of the linked data in Turtle: its classes and properties with their mappings, and
/// the event types, modes and contexts of PLOVER as SKOS concepts.
void write_vocabulary(std::ostream& out);

/// Writes, in Turtle, the SHACL shapes that the linked data satisfies.
void write_shapes(std::ostream& out);

} // namespace entente

#endif
