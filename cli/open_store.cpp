// SPDX-License-Identifier: Apache-2.0
#include "cli/open_store.hpp"

#include <iostream>

namespace entente::cli {

Store open_to_write(const std::filesystem::path& file) {
    Store store = Store::open(file, Store::Mode::read_write);
    if (const auto& upgrade = store.upgrade())
        std::cerr << "entente: " << file.string() << ": brought from schema version " << upgrade->from
                  << " to " << upgrade->to << "; the file as it was is kept as " << upgrade->backup.string()
                  << '\n';
    return store;
}

} // namespace entente::cli
