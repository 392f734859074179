// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_CLI_QUERY_PARAMETER_HPP
#define ENTENTE_CLI_QUERY_PARAMETER_HPP

#include "graph/cypher/query.hpp"

#include <string>
#include <vector>

namespace entente::cli {

/// Reads `name=value`, where a value that looks like one is a date (2020-04-02), a number, true, false, null,
/// or a list, map or quoted string as the query language writes it; any other is a string. Throws InputError
/// without a name.
cypher::Parameters parse_parameters(const std::vector<std::string>& texts);

} // namespace entente::cli

#endif
