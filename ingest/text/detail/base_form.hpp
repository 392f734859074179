// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TEXT_DETAIL_BASE_FORM_HPP
#define ENTENTE_INGEST_TEXT_DETAIL_BASE_FORM_HPP

#include <string>
#include <string_view>
#include <vector>

namespace entente::ud::detail {

/// What a regular English form can be of, the likeliest by its spelling first: stop, then stopp and stoppe
/// for stopped.
///
/// `tag` is of the Penn Treebank: VBD, VBN, VBG, VBZ and NNS have answers, where the form's ending fits them.
/// The form is in lower case.
std::vector<std::string> base_forms(std::string_view form, std::string_view tag);

/// What a regular comparative or superlative in lower case can be of: larg, large and lar for larger.
std::vector<std::string> positive_forms(std::string_view form);

} // namespace entente::ud::detail

#endif
