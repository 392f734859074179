// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_CLI_COMMAND_LINE_HPP
#define ENTENTE_CLI_COMMAND_LINE_HPP

#include <cstddef>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace entente::cli {

// What commands need of CLI11. That library lies in headers alone, and each file that includes it compiles
// all of it anew: the commands see these two classes, and command_line.cpp sees CLI11.

/// Something that the command line says and that no command takes: the message without the program's name.
class UsageError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// An option or argument of a command, while it is described. A copy stands for the same option; each
/// function gives the option back, so that one can follow the other.
class Option {
public:
    explicit Option(CLI::Option& option) : option_(&option) {}

    Option required() const;
    /// How many values it takes.
    Option expected(int count) const;
    Option expected(int least, int most) const;
    /// The values that it may have.
    Option one_of(const std::vector<std::string>& values) const;
    /// The numbers that it may have, both ends among them.
    Option between(int least, int most) const;
    Option between(std::size_t least, std::size_t most) const;
    Option between(double least, double most) const;
    /// Refuses a value about which `trouble` has anything to say. `type` is the word that the help has for
    /// it.
    Option check(const std::function<std::string(const std::string&)>& trouble,
                 const std::string& type) const;
    /// The word that the help has for a value.
    Option type_name(const std::string& name) const;
    /// What stands between the values of one word.
    Option delimiter(char character) const;
    /// One value each time that the option is given, and not all the words that follow.
    Option one_at_a_time() const;
    /// The variable of the environment that gives the value where the line does not.
    Option environment(const std::string& name) const;
    /// The help shows the value that is there now as the one taken without the option.
    Option show_default() const;
    /// Not together with the other one.
    Option excludes(Option other) const;
    /// Only together with the other one.
    Option needs(Option other) const;

private:
    CLI::Option* option_;
};

/// A command, while its options are described, or the program itself. A copy stands for the same command.
class Command {
public:
    explicit Command(CLI::App& app) : app_(&app) {}

    Command add_subcommand(const std::string& name, const std::string& description) const;
    /// An option whose value goes to `value`, which outlives the command: text, a whole number, a fraction,
    /// or a list of texts. A name without dashes makes an argument.
    template<typename Value>
    Option add_option(const std::string& name, Value& value, const std::string& description) const;
    /// An option without a value, which sets `value`.
    Option add_flag(const std::string& name, bool& value, const std::string& description) const;
    /// What the help ends with.
    void footer(const std::string& text) const;
    /// What is run when the whole line is read and holds this command. It may throw UsageError.
    void callback(std::function<void()> run) const;
    /// Whether the line names a subcommand of this one; known when the callback runs.
    bool has_chosen_subcommand() const;

private:
    CLI::App* app_;
};

} // namespace entente::cli

#endif
