// SPDX-License-Identifier: Apache-2.0
#include "app/import_outcome.h"

#include <algorithm>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "base/grouped.h"
#include "cli/json.h"

namespace app {

namespace {

void print_as_json(const ImportOutcome& outcome, cli::Terminal& terminal)
{
    boost::json::object counts;
    for (const Count& count : outcome.counts) counts[count.title.english] = count.number;
    counts["mistakes"] = outcome.mistake_count();
    boost::json::object sums;
    for (const Sum& sum : outcome.sums) sums[sum.title.english] = sum.amount.to_string();
    boost::json::array mistakes;
    for (const Mistake& mistake : outcome.mistakes)
        mistakes.push_back(boost::json::object{{"place", mistake.place},
                                               {"column", mistake.column},
                                               {"code", mistake.error.code},
                                               {"message", terminal.words(mistake.error)}});
    const auto array = [](const std::vector<std::string>& texts) {
        return boost::json::array(texts.begin(), texts.end());
    };
    boost::json::array unanswerable;
    for (const Unanswerable& measure : outcome.unanswerable)
        unanswerable.push_back(boost::json::object{{"indicator", measure.code},
                                                   {"name", measure.name},
                                                   {"code", measure.why.code},
                                                   {"message", terminal.words(measure.why)}});
    cli::print_json(terminal.out, boost::json::object{{"file", outcome.file},
                                                      {"stored", outcome.stored},
                                                      {"dry_run", outcome.dry_run},
                                                      {"counts", counts},
                                                      {"sums", sums},
                                                      {"sheets_passed_over", array(outcome.sheets_passed_over)},
                                                      {"examples", array(outcome.examples)},
                                                      {"kept", array(outcome.kept)},
                                                      {"unanswerable", unanswerable},
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

// One line for each reason: a register that is not there leaves many measures without an answer.
void note_unanswerable(const std::vector<Unanswerable>& measures, cli::Terminal& terminal)
{
    std::vector<std::pair<std::string, std::string>> told;  // the reason, and whom it is about
    for (const Unanswerable& measure : measures) {
        const std::string why = terminal.words(measure.why);
        const auto same = std::find_if(told.begin(), told.end(), [&](const auto& one) { return one.first == why; });
        if (same == told.end())
            told.emplace_back(why, measure.code + " " + measure.name);
        else
            same->second += terminal.say({"、", ", "}) + measure.code;
    }
    for (const auto& [why, whom] : told)
        terminal.note(terminal.words("app.import.unanswerable", {{"measures", whom}, {"why", why}}));
}

// What a clerk should know although nothing is wrong.
void note_what_is_left(const ImportOutcome& outcome, cli::Terminal& terminal)
{
    note_unanswerable(outcome.unanswerable, terminal);
    if (!outcome.kept.empty())
        terminal.note(terminal.words(
            "app.import.kept", {{"count", std::to_string(outcome.kept.size())}, {"first", outcome.kept.front()}}));
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
    for (const Sum& sum : outcome.sums)
        line += separator + terminal.say(sum.title) + " " + base::grouped(sum.amount.to_string()) +
                terminal.say({" 元", " yuan"});
    if (!terminal.quiet) terminal.out << line << '\n';
    note_what_is_left(outcome, terminal);
    return exit;
}

cli::Exit close_failed(const base::Result<std::size_t>& rows, const cli::Input& input, cli::Exit exit,
                       const cli::Terminal& terminal)
{
    if (!rows) return refuse(terminal, rows.error());
    if (*rows > 0)
        terminal.note(terminal.words("spreadsheet.failed.written",
                                     {{"count", std::to_string(*rows)}, {"file", input.text("--failed")}}));
    return exit;
}

}  // namespace app
