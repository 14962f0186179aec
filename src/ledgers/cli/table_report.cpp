// SPDX-License-Identifier: Apache-2.0
#include "ledgers/cli/table_report.h"

#include <algorithm>

#include <boost/json/object.hpp>

#include "cli/json.h"
#include "ledgers/table_json.h"

namespace ledgers {

namespace {

constexpr std::size_t most_shown = 20;  // of problems and of changes

void print_problems(const std::string& file, const Findings& findings, cli::Terminal& terminal)
{
    const std::vector<ImportProblem>& problems = findings.problems;
    for (std::size_t i = 0; i < std::min(most_shown, problems.size()); ++i)
        terminal.err << problems[i].place << "  " << problems[i].column << (problems[i].column.empty() ? "" : "：")
                     << terminal.words(problems[i].error) << '\n';
    terminal.err << terminal.words("ledgers.table.refused",
                                   {{"file", file}, {"count", std::to_string(findings.problem_count)}})
                 << '\n';
}

void print_changes(const std::vector<ChangedRow>& changed, cli::Terminal& terminal)
{
    for (std::size_t i = 0; i < std::min(most_shown, changed.size()); ++i) {
        const ChangedRow& row = changed[i];
        terminal.out << "  ~ " << row.table << " " << row.identity;
        for (const ColumnChange& cell : row.cells)
            terminal.out << "  " << cell.column << "：" << cell.before << " → " << cell.after;
        terminal.out << '\n';
    }
    if (changed.size() > most_shown)
        terminal.note(terminal.words("ledgers.table.more", {{"count", std::to_string(changed.size() - most_shown)}}));
}

void print_counts(const std::vector<TableOutcome>& tables, cli::Terminal& terminal)
{
    // Few workbooks say all of their kind, so that something can go.
    const bool something_goes =
        std::any_of(tables.begin(), tables.end(), [](const TableOutcome& table) { return table.removed > 0; });
    std::vector<cli::TableColumn> columns{{terminal.say({"工作表", "sheet"})},
                                          {terminal.say({"记录", "records"}), cli::Side::right},
                                          {terminal.say({"新增", "added"}), cli::Side::right},
                                          {terminal.say({"变更", "changed"}), cli::Side::right},
                                          {terminal.say({"未变", "unchanged"}), cli::Side::right}};
    if (something_goes) columns.push_back({terminal.say({"移除", "removed"}), cli::Side::right});
    std::vector<std::vector<std::string>> rows;
    for (const TableOutcome& table : tables) {
        rows.push_back({table.table, std::to_string(table.rows), std::to_string(table.added),
                        std::to_string(table.changed), std::to_string(table.unchanged)});
        if (something_goes) rows.back().push_back(std::to_string(table.removed));
    }
    cli::print_table(terminal.out, columns, rows);
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

void print_report(const std::string& file, const TableImport& outcome, cli::Terminal& terminal)
{
    if (terminal.format == cli::Format::json) {
        boost::json::object json = json_of(outcome);
        json["problems"] = problems_json(outcome.problems, terminal);
        json["problem_count"] = outcome.problem_count;
        cli::print_json(terminal.out, json);
    }
    for (const std::string& sheet : outcome.passed_over)
        terminal.note(terminal.words("ledgers.table.passed_over", {{"sheet", sheet}}));
    if (terminal.format == cli::Format::json) return;
    if (outcome.problem_count > 0) return print_problems(file, outcome, terminal);
    print_counts(outcome.sheets, terminal);
    print_changes(outcome.changed, terminal);
    terminal.note(
        terminal.words(outcome.is_stored ? "ledgers.table.stored" : "ledgers.table.dry_run", {{"file", file}}));
}

}  // namespace ledgers
