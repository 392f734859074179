// SPDX-License-Identifier: Apache-2.0
#include "cli/command_line.hpp"

#include <CLI/CLI.hpp>

#include <utility>

namespace entente::cli {

Option Option::required() const {
    option_->required();
    return *this;
}

Option Option::expected(int count) const {
    option_->expected(count);
    return *this;
}

Option Option::expected(int least, int most) const {
    option_->expected(least, most);
    return *this;
}

Option Option::one_of(const std::vector<std::string>& values) const {
    option_->check(CLI::IsMember(values));
    return *this;
}

Option Option::between(int least, int most) const {
    option_->check(CLI::Range(least, most));
    return *this;
}

Option Option::between(std::size_t least, std::size_t most) const {
    option_->check(CLI::Range(least, most));
    return *this;
}

Option Option::between(double least, double most) const {
    option_->check(CLI::Range(least, most));
    return *this;
}

Option Option::check(const std::function<std::string(const std::string&)>& trouble,
                     const std::string& type) const {
    option_->check(CLI::Validator([trouble](std::string& value) { return trouble(value); }, type));
    return *this;
}

Option Option::type_name(const std::string& name) const {
    option_->type_name(name);
    return *this;
}

Option Option::delimiter(char character) const {
    option_->delimiter(character);
    return *this;
}

Option Option::one_at_a_time() const {
    option_->allow_extra_args(false);
    return *this;
}

Option Option::environment(const std::string& name) const {
    option_->envname(name);
    return *this;
}

Option Option::show_default() const {
    option_->capture_default_str();
    return *this;
}

Option Option::excludes(Option other) const {
    option_->excludes(other.option_);
    return *this;
}

Option Option::needs(Option other) const {
    option_->needs(other.option_);
    return *this;
}

Command Command::add_subcommand(const std::string& name, const std::string& description) const {
    return Command(*app_->add_subcommand(name, description));
}

template<typename Value>
Option Command::add_option(const std::string& name, Value& value, const std::string& description) const {
    return Option(*app_->add_option(name, value, description));
}

template Option Command::add_option(const std::string&, std::string&, const std::string&) const;
template Option Command::add_option(const std::string&, std::vector<std::string>&, const std::string&) const;
template Option Command::add_option(const std::string&, int&, const std::string&) const;
template Option Command::add_option(const std::string&, unsigned&, const std::string&) const;
template Option Command::add_option(const std::string&, std::size_t&, const std::string&) const;
template Option Command::add_option(const std::string&, double&, const std::string&) const;

Option Command::add_flag(const std::string& name, bool& value, const std::string& description) const {
    return Option(*app_->add_flag(name, value, description));
}

void Command::footer(const std::string& text) const { app_->footer(text); }

void Command::callback(std::function<void()> run) const { app_->callback(std::move(run)); }

bool Command::has_chosen_subcommand() const { return !app_->get_subcommands().empty(); }

} // namespace entente::cli
