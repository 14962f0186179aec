// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/actor.h"
#include "base/clock.h"
#include "base/period.h"
#include "base/result.h"
#include "cli/terminal.h"

namespace sql {
class Connection;
}

namespace cli {

// Exit codes, the same for every command (docs/manual/exit-codes.md).
enum class Exit { done = 0, failure = 1, usage = 2, errors_found = 3, refused = 4 };

struct Option {
    std::string name;  // "--rule-set"
    Text help;
    std::string value = {};  // what stands for the value in help: "FILE"; empty makes it a flag
    bool required = false;
    bool many = false;
};

struct Argument {
    std::string name;  // "FILE"
    Text help;
    bool required = true;
    bool many = false;
};

// What was typed, after the parser found it well-formed.
class Input {
public:
    bool has(const std::string& name) const { return values_.contains(name); }
    std::string text(const std::string& name) const;  // the first value, or empty
    std::string text_or(const std::string& name, const std::string& otherwise) const;
    std::vector<std::string> all(const std::string& name) const;
    void add(const std::string& name, const std::string& value) { values_[name].push_back(value); }

private:
    std::map<std::string, std::vector<std::string>> values_;
};

struct Command {
    std::vector<std::string> path;  // {"indicators", "verify"}
    Text summary;
    std::vector<std::string> examples = {};
    std::vector<Argument> arguments = {};
    std::vector<Option> options = {};
    std::function<Exit(const Input&, Terminal&)> run = {};
    bool hidden = false;
};

// What a command that works on a data folder gets: the open database, who acts, the clock and the folder.
struct Office {
    sql::Connection& db;
    base::Actor actor;
    const base::Clock& clock;
    std::filesystem::path data;
};

// Opens the data folder named by --data or MINGJI_DATABASE and picks the organisation (--org, or the only one).
using OpenOffice = std::function<base::Result<Office>(const Input&)>;

// The command line: every command that was added, the options all of them have, help and exit codes.
class Program {
public:
    explicit Program(std::string version) : version_{std::move(version)} {}

    void add(Command command) { commands_.push_back(std::move(command)); }
    int run(int argc, const char* const* argv);
    const std::vector<Command>& commands() const { return commands_; }

private:
    Exit parse_and_run(const Command& command, const std::vector<std::string>& words, Terminal& terminal) const;
    Exit dispatch(const Command& command, const Input& input, Terminal& terminal) const;

    std::string version_;
    std::vector<Command> commands_;
};

// The code a shell sees for a refusal: what is missing or mistyped is 2, unreadable input 1, a rule or a lock 4.
Exit exit_for(const base::Error& error);
// Says the refusal in words and gives that code.
Exit refuse(const Terminal& terminal, const base::Error& error);
// The same for a single act whose words could all be read: what is invalid about it breaks a rule, 4.
Exit refuse_act(const Terminal& terminal, const base::Error& error);

// The options --year (2024) and --as-of (a day; by default today, or the year's last day once it is over).
// Refuse cli.year.malformed and date.not_a_date.
base::Result<base::FiscalYear> year_of(const Input& input);
base::Result<base::Date> as_of(const Input& input, base::FiscalYear year, const base::Clock& clock);

}  // namespace cli
