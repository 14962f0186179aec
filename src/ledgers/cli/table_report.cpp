// SPDX-License-Identifier: Apache-2.0
#include "ledgers/cli/table_report.h"

#include <algorithm>

#include <boost/json/object.hpp>

#include "cli/json.h"
#include "cli/progress.h"

namespace ledgers {

namespace {

constexpr std::size_t most_shown = 20;  // of problems and of changes

void print_problems(const TableReport& report, cli::Terminal& terminal)
{
    const std::vector<ImportProblem>& problems = report.findings.problems;
    for (std::size_t i = 0; i < std::min(most_shown, problems.size()); ++i)
        terminal.err << problems[i].place << "  " << problems[i].column << (problems[i].column.empty() ? "" : "：")
                     << terminal.words(problems[i].error) << '\n';
    terminal.err << terminal.words("ledgers.table.refused",
                                   {{"file", report.file}, {"count", std::to_string(report.findings.problem_count)}})
                 << '\n';
}

void print_changes(const TableReport& report, cli::Terminal& terminal)
{
    for (std::size_t i = 0; i < std::min(most_shown, report.changed.size()); ++i) {
        const ChangedRow& row = report.changed[i];
        terminal.out << "  ~ " << row.table << " " << row.identity;
        for (const ColumnChange& cell : row.cells)
            terminal.out << "  " << cell.column << "：" << cell.before << " → " << cell.after;
        terminal.out << '\n';
    }
    if (report.changed.size() > most_shown)
        terminal.note(
            terminal.words("ledgers.table.more", {{"count", std::to_string(report.changed.size() - most_shown)}}));
}

void print_counts(const TableReport& report, cli::Terminal& terminal)
{
    std::vector<std::vector<std::string>> rows;
    for (const TableOutcome& table : report.tables)
        rows.push_back({table.table, std::to_string(table.rows), std::to_string(table.added),
                        std::to_string(table.changed), std::to_string(table.unchanged)});
    cli::print_table(terminal.out,
                     {{terminal.say({"工作表", "sheet"})},
                      {terminal.say({"记录", "records"}), cli::Side::right},
                      {terminal.say({"新增", "added"}), cli::Side::right},
                      {terminal.say({"变更", "changed"}), cli::Side::right},
                      {terminal.say({"未变", "unchanged"}), cli::Side::right}},
                     rows);
}

}  // namespace

boost::json::array problems_json(const std::vector<ImportProblem>& problems, const cli::Terminal& terminal)
{
    boost::json::array array;
    for (const ImportProblem& problem : problems)
        array.push_back(boost::json::object{{"place", problem.place},
                                            {"column", problem.column},
                                            {"code", problem.error.code},
                                            {"message", terminal.words(problem.error)}});
    return array;
}

bool print_report(const TableReport& report, cli::Terminal& terminal)
{
    const bool as_json = terminal.format == cli::Format::json;
    for (const std::string& sheet : report.findings.passed_over)
        terminal.note(terminal.words("ledgers.table.passed_over", {{"sheet", sheet}}));
    if (report.findings.problem_count > 0) {
        if (!as_json) print_problems(report, terminal);
        return false;
    }
    if (as_json) return true;
    print_counts(report, terminal);
    print_changes(report, terminal);
    terminal.note(
        terminal.words(report.is_stored ? "ledgers.table.stored" : "ledgers.table.dry_run", {{"file", report.file}}));
    return true;
}

cli::Exit hand_back(const std::filesystem::path& target, cli::Terminal& terminal,
                    const std::function<base::Result<std::size_t>(const spreadsheet::FailedRows&)>& write)
{
    const cli::Progress progress{terminal, "cli.progress.failed_rows", {{"file", target.filename().string()}}};
    const auto rows = write({target, [&](const base::Error& error) { return terminal.words(error); }});
    if (!rows) return refuse(terminal, rows.error());
    terminal.note(
        terminal.words("spreadsheet.failed.written", {{"count", std::to_string(*rows)}, {"file", target.string()}}));
    return cli::Exit::failure;
}

}  // namespace ledgers
