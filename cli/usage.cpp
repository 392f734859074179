// SPDX-License-Identifier: Apache-2.0
#include "cli/usage.hpp"

#include "graph/error.hpp"
#include "graph/nearest_word.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace entente::cli {

namespace {

/// The subcommand that the line got to, or the program itself.
const CLI::App& chosen(const CLI::App& app) {
    const CLI::App* command = &app;
    while (!command->get_subcommands().empty())
        command = command->get_subcommands().front();
    return *command;
}

std::vector<std::string> command_names(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
        names.push_back(command->get_name());
    return names;
}

std::vector<std::string> option_names(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::Option* option : app.get_options()) {
        for (const std::string& name : option->get_lnames())
            names.push_back("--" + name);
    }
    return names;
}

std::string unknown(std::string_view kind, const std::string& word,
                    const std::vector<std::string>& candidates) {
    const std::string nearest(nearest_word(word, {candidates.begin(), candidates.end()}));
    std::string message = "unknown " + std::string(kind) + ' ' + entente::quoted(word);
    return nearest.empty() ? message : message + "; did you mean " + entente::quoted(nearest) + '?';
}

/// What the line holds that no option takes; an option before an argument, since it may explain the argument.
std::string unexpected(const CLI::App& app) {
    const std::vector<std::string> rest = app.remaining(true);
    const auto option = std::find_if(rest.begin(), rest.end(), [](const std::string& word) {
        return word.size() > 1 && word.front() == '-' && word != "--";
    });
    if (option != rest.end())
        return *option;
    return rest.empty() ? "" : rest.front();
}

std::string problem(const CLI::App& app, const CLI::App& command, const CLI::ParseError& error) {
    const std::string word = unexpected(app);
    if (word.empty() && app.get_subcommands().empty() && dynamic_cast<const CLI::RequiredError*>(&error))
        return "expected a command";
    if (word.empty())
        return error.what();
    if (word.size() > 1 && word.front() == '-')
        return unknown("option", word.substr(0, word.find('=')), option_names(command));
    if (!command_names(command).empty())
        return unknown("command", word, command_names(command));
    return "unexpected argument " + entente::quoted(word);
}

} // namespace

std::string usage_message(const CLI::App& app, const std::string& problem) {
    const CLI::App& command = chosen(app);
    std::string name = app.get_name();
    if (&command != &app)
        name += ' ' + command.get_name();
    return "entente: " + problem + "\nRun \"" + name + " --help\" for how to use it.\n";
}

std::string usage_message(const CLI::App& app, const CLI::ParseError& error) {
    return usage_message(app, problem(app, chosen(app), error));
}

} // namespace entente::cli
