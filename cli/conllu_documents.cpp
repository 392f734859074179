// SPDX-License-Identifier: Apache-2.0
#include "cli/conllu_documents.hpp"

#include <fstream>
#include <iostream>
#include <utility>

namespace entente::cli {

void read_conllu_documents(const std::string& file, const ud::BadSentenceHandler& on_bad,
                           const std::function<void(ud::Document&&)>& sink) {
    std::ifstream opened;
    if (file != "-") {
        opened.open(file, std::ios::binary);
        if (!opened)
            throw InputError({.file = file}, "cannot be opened");
    }
    const std::string name = file == "-" ? "standard input" : file;
    bool is_empty = true;
    ud::ConlluReader documents(file == "-" ? std::cin : opened, name, [&](const InputError& error) {
        is_empty = false;
        on_bad(error);
    });
    while (auto document = documents.next()) {
        is_empty = false;
        sink(std::move(*document));
    }
    if (is_empty)
        throw InputError({.file = name}, "empty: expected a sentence in CoNLL-U");
}

} // namespace entente::cli
