// SPDX-License-Identifier: Apache-2.0
// read_statement FILE: prints the relations in a file of statements, each with the words it was read from.
#include "ingest/extractor.hpp"
#include "ingest/statements/statement_source.hpp"

#include <exception>
#include <iostream>

namespace {

void print(const entente::Relation& relation) {
    std::cout << relation.source.text() << ' ' << to_string(relation.type) << ' ' << relation.target.text()
              << "\n    " << relation.evidence.text << '\n';
}

void read(const std::string& file) {
    const auto extractor = entente::Extractor::load();
    const auto extract = [&](entente::Statement&& statement) {
        for (const entente::Relation& relation : extractor.extract(std::move(statement)).relations)
            print(relation);
    };
    const auto report = [](const entente::Notice& notice) { std::cerr << to_string(notice) << '\n'; };
    entente::read_statements(file, {}, extract, report);
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: read_statement FILE\n";
        return 2;
    }
    try {
        read(argv[1]);
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 3;
    }
}
