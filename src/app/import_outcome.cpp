// SPDX-License-Identifier: Apache-2.0
#include "app/import_outcome.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "cli/json.h"

namespace app {

namespace {

void print_as_json(const ImportOutcome& outcome, cli::Terminal& terminal)
{
    boost::json::object counts;
    for (const Count& count : outcome.counts) counts[count.title.english] = count.number;
    counts["mistakes"] = outcome.mistake_count();
    boost::json::array mistakes;
    for (const Mistake& mistake : outcome.mistakes)
        mistakes.push_back(boost::json::object{{"place", mistake.place},
                                               {"column", mistake.column},
                                               {"code", mistake.error.code},
                                               {"message", terminal.words(mistake.error)}});
    const auto array = [](const std::vector<std::string>& texts) {
        return boost::json::array(texts.begin(), texts.end());
    };
    cli::print_json(terminal.out, boost::json::object{{"file", outcome.file},
                                                      {"stored", outcome.stored},
                                                      {"dry_run", outcome.dry_run},
                                                      {"counts", counts},
                                                      {"sheets_passed_over", array(outcome.sheets_passed_over)},
                                                      {"examples", array(outcome.examples)},
                                                      {"mistakes", mistakes}});
}

// What is in the file and was not read: a clerk who typed over the example row would miss it.
void note_passed_over(const ImportOutcome& outcome, cli::Terminal& terminal)
{
    for (const std::string& sheet : outcome.sheets_passed_over)
        terminal.note(terminal.words("app.import.sheet_passed_over", {{"sheet", sheet}}));
    if (!outcome.examples.empty())
        terminal.note(
            terminal.words("app.import.examples_passed_over",
                           {{"count", std::to_string(outcome.examples.size())}, {"first", outcome.examples.front()}}));
}

}  // namespace

cli::Exit print(const ImportOutcome& outcome, cli::Terminal& terminal)
{
    const cli::Exit exit = outcome.mistakes.empty() ? cli::Exit::done : cli::Exit::failure;
    if (terminal.format == cli::Format::json) {
        print_as_json(outcome, terminal);
        return exit;
    }
    note_passed_over(outcome, terminal);
    for (const Mistake& mistake : outcome.mistakes) {
        terminal.err << mistake.place << (mistake.column.empty() ? "" : "（" + mistake.column + "）") << "："
                     << terminal.words(mistake.error) << '\n';
    }
    if (outcome.mistakes_not_listed > 0)
        terminal.err << terminal.words("cli.problems_left", {{"shown", std::to_string(outcome.mistakes.size())}})
                     << '\n';
    if (!outcome.mistakes.empty()) {
        terminal.err << terminal.words("app.import.refused",
                                       {{"file", outcome.file}, {"count", std::to_string(outcome.mistake_count())}})
                     << '\n';
        return exit;
    }
    std::string line =
        terminal.words(outcome.dry_run ? "app.import.dry_run" : "app.import.done", {{"file", outcome.file}});
    std::string separator = terminal.say({"", " "});
    for (const Count& count : outcome.counts) {
        line += separator + terminal.say(count.title) + " " + std::to_string(count.number);
        separator = terminal.say({"，", ", "});
    }
    if (!terminal.quiet) terminal.out << line << '\n';
    return exit;
}

}  // namespace app
