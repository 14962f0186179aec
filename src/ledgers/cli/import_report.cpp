// SPDX-License-Identifier: Apache-2.0
#include "ledgers/cli/import_report.h"

#include <algorithm>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "cli/json.h"

namespace ledgers {

namespace {

constexpr std::size_t shown_changes = 20;

std::string place_of(const Reading& reading, const Problem& problem)
{
    // A problem of a sheet whose header was not good enough to be kept has no file.
    const bool has_sheet = problem.sheet < reading.sheets.size();
    return (has_sheet ? reading.sheets[problem.sheet].file + " " : "") + problem.place;
}

base::ErrorArgs counts_of(const ImportReport& report)
{
    const Difference& difference = report.difference;
    return {{"ledger", report.ledger},
            {"records", std::to_string(report.reading.records.size())},
            {"added", std::to_string(difference.added.size() + difference.restored.size())},
            {"changed", std::to_string(difference.changed.size())},
            {"unchanged", std::to_string(difference.unchanged)},
            {"missing", std::to_string(difference.missing.size())}};
}

void note_more(std::size_t count, cli::Terminal& terminal)
{
    if (count > shown_changes)
        terminal.note(terminal.words("ledgers.cli.more", {{"count", std::to_string(count - shown_changes)}}));
}

void print_difference(const Difference& difference, cli::Terminal& terminal)
{
    for (std::size_t i = 0; i < std::min(shown_changes, difference.changed.size()); ++i) {
        const Changed& changed = difference.changed[i];
        terminal.out << "  ~ " << shown_identity(changed.before.identity);
        for (const ColumnChange& column : changed.columns)
            terminal.out << "  " << column.column << "：" << column.before << " → " << column.after;
        terminal.out << '\n';
    }
    note_more(difference.changed.size(), terminal);
    for (std::size_t i = 0; i < std::min(shown_changes, difference.missing.size()); ++i) {
        const KnownRecord& missing = difference.missing[i];
        terminal.out << "  - " << shown_identity(missing.identity) << "  " << missing.place << '\n';
    }
    note_more(difference.missing.size(), terminal);
}

void print_notes(const Reading& reading, cli::Terminal& terminal)
{
    for (const std::string& sheet : reading.passed_over)
        terminal.note(terminal.words("ledgers.cli.passed_over", {{"sheet", sheet}}));
    std::size_t totals = 0;
    for (const SheetRead& sheet : reading.sheets) {
        totals += sheet.totals;
        std::string headers;
        for (const std::string& header : sheet.unknown_headers) headers += (headers.empty() ? "" : "、") + header;
        if (!headers.empty())
            terminal.note(terminal.words("ledgers.cli.unknown_headers",
                                         {{"sheet", sheet.file + " " + sheet.name}, {"headers", headers}}));
    }
    print_examples(reading, terminal);
    if (totals > 0) terminal.note(terminal.words("ledgers.cli.totals", {{"count", std::to_string(totals)}}));
}

void print_as_text(const ImportReport& report, cli::Terminal& terminal)
{
    print_notes(report.reading, terminal);
    if (!report.reading.is_clean()) {
        print_problems(report.reading, terminal);
        terminal.err << terminal.words("ledgers.cli.refused", {{"ledger", report.ledger},
                                                               {"count", std::to_string(report.reading.problem_count)}})
                     << '\n';
        return;
    }
    if (report.is_stored && report.was_declared)
        terminal.note(terminal.words("ledgers.cli.declared_standard", {{"ledger", report.ledger}}));
    const char* const code = report.is_stored ? "ledgers.cli.done" : "ledgers.cli.dry_run";
    if (!terminal.quiet) terminal.out << terminal.words(code, counts_of(report)) << '\n';
    if (!terminal.quiet) print_difference(report.difference, terminal);
    if (report.removed > 0)
        terminal.note(terminal.words("ledgers.cli.removed", {{"count", std::to_string(report.removed)}}));
    else if (!report.difference.missing.empty())
        terminal.note(terminal.words("ledgers.cli.missing_kept"));
}

boost::json::object counts_as_json(const ImportReport& report)
{
    const Difference& difference = report.difference;
    return {{"records", report.reading.records.size()}, {"added", difference.added.size() + difference.restored.size()},
            {"changed", difference.changed.size()},     {"unchanged", difference.unchanged},
            {"missing", difference.missing.size()},     {"removed", report.removed},
            {"mistakes", report.reading.problem_count}};
}

boost::json::array changes_as_json(const Difference& difference)
{
    boost::json::array changes;
    for (const Changed& changed : difference.changed) {
        boost::json::array columns;
        for (const ColumnChange& column : changed.columns)
            columns.push_back(
                boost::json::object{{"column", column.column}, {"before", column.before}, {"after", column.after}});
        changes.push_back(boost::json::object{{"identity", shown_identity(changed.before.identity)},
                                              {"place", changed.before.place},
                                              {"columns", std::move(columns)}});
    }
    return changes;
}

boost::json::array problems_as_json(const Reading& reading, const cli::Terminal& terminal)
{
    boost::json::array mistakes;
    for (const Problem& problem : reading.problems)
        mistakes.push_back(boost::json::object{{"place", place_of(reading, problem)},
                                               {"column", problem.column},
                                               {"code", problem.error.code},
                                               {"message", terminal.words(problem.error)}});
    return mistakes;
}

void print_as_json(const ImportReport& report, cli::Terminal& terminal)
{
    boost::json::array missing;
    for (const KnownRecord& record : report.difference.missing)
        missing.push_back(boost::json::object{{"identity", shown_identity(record.identity)}, {"place", record.place}});
    boost::json::array examples(report.reading.examples.begin(), report.reading.examples.end());
    boost::json::array passed_over;
    for (const std::string& sheet : report.reading.passed_over) passed_over.push_back(boost::json::string{sheet});
    cli::print_json(terminal.out, boost::json::object{{"ledger", report.ledger},
                                                      {"stored", report.is_stored},
                                                      {"counts", counts_as_json(report)},
                                                      {"changed", changes_as_json(report.difference)},
                                                      {"missing", std::move(missing)},
                                                      {"passed_over", std::move(passed_over)},
                                                      {"examples", std::move(examples)},
                                                      {"mistakes", problems_as_json(report.reading, terminal)}});
}

}  // namespace

void print(const ImportReport& report, cli::Terminal& terminal)
{
    if (terminal.format == cli::Format::json)
        print_as_json(report, terminal);
    else
        print_as_text(report, terminal);
}

void print_examples(const Reading& reading, cli::Terminal& terminal)
{
    if (reading.examples.empty()) return;
    terminal.note(terminal.words("ledgers.cli.examples", {{"count", std::to_string(reading.examples.size())},
                                                          {"first", reading.examples.front()}}));
}

void print_problems(const Reading& reading, cli::Terminal& terminal)
{
    const std::size_t shown = std::min(shown_problems, reading.problems.size());
    for (std::size_t i = 0; i < shown; ++i) {
        const Problem& problem = reading.problems[i];
        terminal.err << place_of(reading, problem) << (problem.column.empty() ? "" : "（" + problem.column + "）")
                     << "：" << terminal.words(problem.error) << '\n';
    }
    if (shown < reading.problem_count)
        terminal.err << terminal.words("cli.problems_left", {{"shown", std::to_string(shown)}}) << '\n';
}

}  // namespace ledgers
