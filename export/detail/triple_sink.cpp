// SPDX-License-Identifier: Apache-2.0
#include "export/detail/triple_sink.hpp"

#include "export/detail/number_text.hpp"

namespace entente::detail {

void TripleSink::real(Term term, double value) { literal(term, canonical_double(value)); }

std::string_view TripleSink::datatype(Value value) noexcept {
    switch (value) {
    case Value::date:
        return "http://www.w3.org/2001/XMLSchema#date";
    case Value::real:
        return "http://www.w3.org/2001/XMLSchema#double";
    case Value::integer:
        return "http://www.w3.org/2001/XMLSchema#integer";
    case Value::count:
        return "http://www.w3.org/2001/XMLSchema#nonNegativeInteger";
    case Value::truth:
        return "http://www.w3.org/2001/XMLSchema#boolean";
    case Value::uri:
        return "http://www.w3.org/2001/XMLSchema#anyURI";
    case Value::is_class:
    case Value::text:
    case Value::iri:
        break;
    }
    return {};
}

} // namespace entente::detail
