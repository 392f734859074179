// SPDX-License-Identifier: Apache-2.0
// entente-train: learns the reader's model and measures it.
#include "graph/error.hpp"
#include "ingest/train/commands.hpp"

#include <CLI/CLI.hpp>

#include <exception>
#include <iostream>

int main(int argc, char** argv) {
    try {
        CLI::App app{"Learns the model that Entente reads English with, and measures it.", "entente-train"};
        app.require_subcommand(1);
        entente::train::add_learn(app);
        entente::train::add_vectors(app);
        entente::train::add_eval(app);
        entente::train::add_lexicon(app);
        try {
            app.parse(argc, argv);
        } catch (const CLI::ParseError& error) {
            return app.exit(error) == 0 ? 0 : 2;
        }
        return 0;
    } catch (const std::exception& error) {
        std::cerr << "entente-train: " << error.what() << '\n';
        return 3;
    }
}
