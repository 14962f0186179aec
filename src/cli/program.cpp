// SPDX-License-Identifier: Apache-2.0
#include "cli/program.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <list>
#include <system_error>

#include <CLI/CLI.hpp>

#include "cli/help.h"
#include "sql/error.h"

namespace cli {

namespace {

Language language_from_environment()
{
    for (const char* const name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* const value = std::getenv(name);
        if (value && *value) return std::string_view{value}.starts_with("en") ? Language::english : Language::chinese;
    }
    return Language::chinese;
}

bool can_wipe()
{
    const char* const kind = std::getenv("TERM");
    return kind && *kind && std::string_view{kind} != "dumb";
}

// CLI11 fills the holders while it parses; afterwards they become an Input.
struct Holder {
    std::string name;
    std::vector<std::string> values = {};
    bool flag = false;
    ::CLI::Option* option = nullptr;
};

void declare(::CLI::App& app, const Command& command, std::list<Holder>& holders)
{
    const auto add_option = [&](const Option& option) {
        Holder& holder = holders.emplace_back(Holder{option.name});
        holder.flag = option.value.empty();
        if (holder.flag) {
            holder.option = app.add_flag(option.name);
            return;
        }
        holder.option = app.add_option(option.name, holder.values);
        holder.option->required(option.required);
        holder.option->expected(1)->allow_extra_args(false)->multi_option_policy(
            option.many ? ::CLI::MultiOptionPolicy::TakeAll : ::CLI::MultiOptionPolicy::Throw);
    };
    for (const Option& option : command.options) add_option(option);
    for (const Option& option : common_options()) {
        const auto same = [&](const Holder& holder) { return holder.name == option.name; };
        if (std::none_of(holders.begin(), holders.end(), same)) add_option(option);
    }
    for (const Argument& argument : command.arguments) {
        Holder& holder = holders.emplace_back(Holder{argument.name});
        holder.option = app.add_option(argument.name, holder.values)->required(argument.required);
        if (!argument.many) holder.option->expected(1)->allow_extra_args(false);
    }
}

Input input_of(const std::list<Holder>& holders)
{
    Input input;
    for (const Holder& holder : holders) {
        if (holder.option->count() == 0) continue;
        if (holder.flag) input.add(holder.name, "true");
        for (const std::string& value : holder.values) input.add(holder.name, value);
    }
    return input;
}

// --year（年度）: a name as the command's help explains it.
std::string explained(const Command& command, const std::string& name, Language language)
{
    for (const Argument& argument : command.arguments)
        if (argument.name == name) return name + "（" + argument.help.in(language) + "）";
    for (const Option& option : command.options)
        if (option.name == name) return name + "（" + option.help.in(language) + "）";
    return name;
}

// CLI11 says in English what is wrong; its exceptions carry the name only in their text ("--year is required").
base::Error usage_error(const Command& command, const ::CLI::App& app, const ::CLI::ParseError& error,
                        Language language)
{
    const std::string what = error.what();
    const auto refused = [&](const char* rule, const std::string& subject) {
        return base::Error{base::ErrorKind::invalid,
                           std::string{"cli.usage."} + rule,
                           {{"command", joined(command.path)}, {"what", subject}}};
    };
    if (const auto unknown = app.remaining(); !unknown.empty()) return refused("unknown", joined(unknown));
    if (dynamic_cast<const ::CLI::RequiredError*>(&error))
        return refused("missing", explained(command, what.substr(0, what.find(' ')), language));
    if (dynamic_cast<const ::CLI::ArgumentMismatch*>(&error)) return refused("value", what.substr(0, what.find(':')));
    return refused("other", what);
}

// What the operating system refused, with the file that it is about.
base::Error system_refusal(const std::system_error& error)
{
    std::string what = error.what();
    const std::string reason = ": " + error.code().message();
    if (what.ends_with(reason)) what.resize(what.size() - reason.size());
    if (const auto* const about = dynamic_cast<const std::filesystem::filesystem_error*>(&error))
        what = about->path1().string();
    std::string rule = "cli.failed";
    if (error.code() == std::errc::no_such_file_or_directory) rule = "cli.system.no_folder";
    if (error.code() == std::errc::permission_denied) rule = "cli.system.no_permission";
    if (error.code() == std::errc::no_space_on_device) rule = "cli.system.no_space";
    return {base::ErrorKind::invalid, rule, {{"what", rule == "cli.failed" ? error.what() : what}}};
}

const Command* find_command(const std::vector<Command>& commands, const std::vector<std::string>& words)
{
    const Command* longest = nullptr;
    for (const Command& command : commands) {
        const bool matches =
            command.path.size() <= words.size() && std::equal(command.path.begin(), command.path.end(), words.begin());
        if (matches && (!longest || command.path.size() > longest->path.size())) longest = &command;
    }
    return longest;
}

bool is_group(const std::vector<Command>& commands, const std::string& word)
{
    return std::any_of(commands.begin(), commands.end(),
                       [&](const Command& command) { return command.path.front() == word; });
}

bool asks_for_help(const std::vector<std::string>& words)
{
    return std::any_of(words.begin(), words.end(), [](const auto& word) { return word == "-h" || word == "--help"; });
}

}  // namespace

std::string Input::text(const std::string& name) const
{
    const auto found = values_.find(name);
    return found == values_.end() ? std::string{} : found->second.front();
}

std::string Input::text_or(const std::string& name, const std::string& otherwise) const
{
    return has(name) ? text(name) : otherwise;
}

std::vector<std::string> Input::all(const std::string& name) const
{
    const auto found = values_.find(name);
    return found == values_.end() ? std::vector<std::string>{} : found->second;
}

Exit exit_for(const base::Error& error)
{
    switch (error.kind) {
        case base::ErrorKind::invalid: return Exit::failure;
        case base::ErrorKind::not_found: return Exit::usage;
        case base::ErrorKind::forbidden:
        case base::ErrorKind::conflict: return Exit::refused;
    }
    return Exit::failure;
}

Exit refuse(const Terminal& terminal, const base::Error& error)
{
    terminal.err << terminal.words(error) << '\n';
    return exit_for(error);
}

Exit refuse_act(const Terminal& terminal, const base::Error& error)
{
    const Exit exit = refuse(terminal, error);
    return error.kind == base::ErrorKind::invalid ? Exit::refused : exit;
}

base::Result<base::FiscalYear> year_of(const Input& input)
{
    const std::string text = input.text("--year");
    const auto period = base::Period::parse(text);
    if (!period || text.size() != 4)
        return base::fail(base::ErrorKind::invalid, "cli.year.malformed", {{"text", text}});
    return base::FiscalYear{period->first.year()};
}

base::Result<base::Date> as_of(const Input& input, base::FiscalYear year, const base::Clock& clock)
{
    if (input.has("--as-of")) return base::Date::parse(input.text("--as-of"));
    return std::clamp(clock.today(), year.first_day(), year.last_day());
}

Exit Program::dispatch(const Command& command, const Input& input, Terminal& terminal) const
{
    try {
        return command.run(input, terminal);
    } catch (const sql::SqlError& error) {
        if (error.violates("data_folder")) {
            terminal.err << terminal.words("cli.data.busy") << '\n';
            return Exit::refused;
        }
        terminal.err << terminal.words("cli.database.failed", {{"what", error.what()}}) << '\n';
        return Exit::failure;
    } catch (const std::system_error& error) {
        terminal.err << terminal.words(system_refusal(error)) << '\n';
        return Exit::failure;
    } catch (const std::exception& error) {
        terminal.err << terminal.words("cli.failed", {{"what", error.what()}}) << '\n';
        return Exit::failure;
    }
}

int Program::run(int argc, const char* const* argv)
{
    std::vector<std::string> words(argv + 1, argv + argc);
    Terminal terminal{std::cout, std::cerr};
    terminal.language = language_from_environment();
    terminal.color = ::isatty(STDOUT_FILENO) == 1 && !std::getenv("NO_COLOR");
    terminal.live = ::isatty(STDERR_FILENO) == 1 && can_wipe();
    const auto code = [](Exit exit) { return static_cast<int>(exit); };

    if (words.empty() || (words.size() == 1 && asks_for_help(words))) {
        print_overview(commands_, {}, terminal);
        return code(words.empty() ? Exit::usage : Exit::done);
    }
    if (words.front() == "--version" || words.front() == "version") {
        terminal.out << "mingji " << version_ << '\n';
        return code(Exit::done);
    }
    const Command* const command = find_command(commands_, words);
    if (!command && asks_for_help(words)) {
        std::erase_if(words, [](const auto& word) { return word.starts_with("-"); });
        print_overview(commands_, words, terminal);
        return code(Exit::done);
    }
    if (!command && is_group(commands_, words.front())) {
        print_overview(commands_, {words.front()}, terminal);
        return code(Exit::usage);
    }
    if (!command) {
        terminal.err << terminal.words("cli.command.unknown", {{"command", words.front()}}) << '\n';
        const std::string nearest = nearest_command(commands_, words.front());
        if (!nearest.empty()) terminal.err << terminal.words("cli.command.nearest", {{"command", nearest}}) << '\n';
        return code(Exit::usage);
    }
    if (asks_for_help(words)) {
        print_help(*command, terminal);
        return code(Exit::done);
    }
    return code(parse_and_run(*command, words, terminal));
}

Exit Program::parse_and_run(const Command& command, const std::vector<std::string>& words, Terminal& terminal) const
{
    ::CLI::App app;
    app.set_help_flag();
    std::list<Holder> holders;
    declare(app, command, holders);
    try {
        std::vector<std::string> rest(words.begin() + static_cast<std::ptrdiff_t>(command.path.size()), words.end());
        std::reverse(rest.begin(), rest.end());  // CLI11 takes the words from the back
        app.parse(rest);
    } catch (const ::CLI::ParseError& error) {
        const base::Error wrong = usage_error(command, app, error, terminal.language);
        terminal.err << terminal.words(wrong) << '\n';
        return Exit::usage;
    }
    const Input input = input_of(holders);
    const std::string format = input.text_or("--format", "table");
    const std::string language = input.text_or("--lang", "");
    if (language == "en") terminal.language = Language::english;
    if (language == "zh") terminal.language = Language::chinese;
    const bool own_formats = std::any_of(command.options.begin(), command.options.end(),
                                         [](const Option& option) { return option.name == "--format"; });
    if (!own_formats && format != "table" && format != "json") {
        terminal.err << terminal.words("cli.format.unknown", {{"format", format}}) << '\n';
        return Exit::usage;
    }
    terminal.format = format == "json" ? Format::json : Format::table;
    terminal.quiet = input.has("--quiet");
    return dispatch(command, input, terminal);
}

}  // namespace cli
