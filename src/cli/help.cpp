// SPDX-License-Identifier: Apache-2.0
#include "cli/help.h"

#include <algorithm>
#include <numeric>

namespace cli {

namespace {

void print_pairs(std::ostream& out, const std::vector<std::pair<std::string, std::string>>& pairs)
{
    int width = 0;
    for (const auto& [name, help] : pairs) width = std::max(width, display_width(name));
    for (const auto& [name, help] : pairs)
        out << "  " << name << std::string(static_cast<std::size_t>(width - display_width(name) + 2), ' ') << help
            << '\n';
}

std::string usage_of(const Command& command)
{
    std::string usage = "mingji " + joined(command.path);
    for (const Argument& argument : command.arguments) {
        const std::string word = argument.name + (argument.many ? "…" : "");
        usage += argument.required ? " " + word : " [" + word + "]";
    }
    for (const Option& option : command.options)
        if (option.required) usage += " " + option.name + " " + option.value;
    return usage;
}

std::vector<std::pair<std::string, std::string>> option_pairs(const std::vector<Option>& options, Language language)
{
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const Option& option : options)
        pairs.emplace_back(option.name + (option.value.empty() ? "" : " " + option.value), option.help.in(language));
    return pairs;
}

std::size_t edit_distance(const std::string& a, const std::string& b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0U);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0]++;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            diagonal = above;
        }
    }
    return row.back();
}

}  // namespace

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

const std::vector<Option>& common_options()
{
    static const std::vector<Option> options{
        {"--data", {"数据目录（默认 ./mingji-data）", "data folder (default ./mingji-data)"}, "DIR"},
        {"--org", {"单位名称或编号（只有一个单位时不必写）", "organisation, when there is more than one"}, "NAME"},
        {"--format", {"输出格式 table 或 json", "output: table or json"}, "FORMAT"},
        {"--lang", {"语言 zh 或 en", "language: zh or en"}, "LANG"},
        {"--quiet", {"不显示提示信息", "no messages"}},
    };
    return options;
}

void print_help(const Command& command, Terminal& terminal)
{
    auto& out = terminal.out;
    out << command.summary.in(terminal.language) << "\n\n";
    if (!command.examples.empty()) {
        out << terminal.say({"例：", "Examples:"}) << '\n';
        for (const std::string& example : command.examples) out << "  " << example << '\n';
        out << '\n';
    }
    out << terminal.say({"用法：", "Usage: "}) << usage_of(command) << "\n\n";
    std::vector<std::pair<std::string, std::string>> arguments;
    for (const Argument& argument : command.arguments)
        arguments.emplace_back(argument.name, argument.help.in(terminal.language));
    print_pairs(out, arguments);
    print_pairs(out, option_pairs(command.options, terminal.language));
    print_pairs(out, option_pairs(common_options(), terminal.language));
}

void print_overview(const std::vector<Command>& commands, const std::vector<std::string>& prefix, Terminal& terminal)
{
    terminal.out << terminal.say({"明绩：每个公开的数字都能打开它背后的记录。",
                                  "Mingji: every published figure opens its records."})
                 << "\n\n";
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const Command& command : commands) {
        if (command.hidden || command.path.size() < prefix.size()) continue;
        if (!std::equal(prefix.begin(), prefix.end(), command.path.begin())) continue;
        pairs.emplace_back(joined(command.path), command.summary.in(terminal.language));
    }
    print_pairs(terminal.out, pairs);
    terminal.out << '\n'
                 << terminal.say(
                        {"每条命令加 --help 看用法和例子。", "Add --help to a command for its usage and examples."})
                 << '\n';
}

std::string nearest_command(const std::vector<Command>& commands, const std::string& typed)
{
    std::string nearest;
    std::size_t best = 3;  // further away is no typing mistake
    for (const Command& command : commands) {
        const std::string words = joined(command.path);
        const std::size_t distance = std::min(edit_distance(typed, words), edit_distance(typed, command.path.front()));
        if (command.hidden || distance >= best) continue;
        best = distance;
        nearest = edit_distance(typed, words) <= distance ? words : command.path.front();
    }
    return nearest;
}

}  // namespace cli
