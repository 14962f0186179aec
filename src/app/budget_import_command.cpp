// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include "app/commands.h"
#include "app/import_outcome.h"
#include "budget/budget.h"

namespace app {

namespace {

ImportOutcome outcome_of(const budget::ImportOutcome& budget_outcome, const std::string& file, bool dry_run)
{
    ImportOutcome outcome{file, budget_outcome.stored, dry_run};
    outcome.counts = {{{"读取行数", "rows"}, budget_outcome.rows},
                      {{"新增", "added"}, budget_outcome.added},
                      {{"已有", "unchanged"}, budget_outcome.skipped},
                      {{"跳过合计行", "totals"}, budget_outcome.totals}};
    outcome.sheets_passed_over = budget_outcome.sheets_passed_over;
    outcome.examples = budget_outcome.examples;
    for (const budget::ImportProblem& problem : budget_outcome.problems)
        outcome.mistakes.push_back({problem.place, problem.column, problem.error});
    outcome.mistakes_not_listed = budget_outcome.problems_not_listed;
    return outcome;
}

cli::Exit run(Desk& desk, budget::ImportKind kind, const cli::Input& input, cli::Terminal& terminal)
{
    const auto year = year_of(input);
    if (!year) return refuse(terminal, year.error());
    const std::filesystem::path path = input.text("FILE");
    auto workbook = spreadsheet::Workbook::open(path);
    if (!workbook) return refuse(terminal, workbook.error());
    terminal.notes(workbook->notes());
    auto office = desk.open(input);
    if (!office) return refuse(terminal, office.error());
    budget::Budgets budgets{office->db, office->clock};
    const bool dry_run = input.has("--dry-run");
    const budget::ImportFile file{*workbook, path.filename().string(),
                                  dry_run ? budget::ImportMode::dry_run : budget::ImportMode::store};
    const auto outcome = kind == budget::ImportKind::budget ? budgets.import_budget(office->actor, *year, file)
                                                            : budgets.import_payments(office->actor, *year, file);
    if (!outcome) return refuse(terminal, outcome.error());
    const cli::Exit exit = print(outcome_of(*outcome, path.filename().string(), dry_run), terminal);
    if (exit == cli::Exit::done || !input.has("--failed")) return exit;

    const spreadsheet::FailedRows failed{input.text("--failed"),
                                         [&](const base::Error& error) { return terminal.words(error); }};
    const auto rows = budgets.write_failed(office->actor, *year, kind, file, failed);
    if (!rows) return refuse(terminal, rows.error());
    if (*rows > 0)
        terminal.note(terminal.words("spreadsheet.failed.written",
                                     {{"count", std::to_string(*rows)}, {"file", failed.target.string()}}));
    return exit;
}

void add(cli::Program& program, Desk& desk, const std::string& name, const cli::Text& summary, budget::ImportKind kind)
{
    program.add(
        {.path = {"import", name},
         .summary = summary,
         .examples = {"mingji import " + name + " 文件.xlsx --year 2024 --dry-run",
                      "mingji import " + name + " 文件.xlsx --year 2024 --failed 待改正.xlsx"},
         .arguments = {{"FILE", {"工作簿（.xlsx .xls .ods .csv）", "workbook"}}},
         .options = {{"--year", {"年度", "fiscal year"}, "YEAR", true},
                     {"--dry-run", {"只检查，不保存", "check only, store nothing"}},
                     {"--failed", {"把有错误的行写成工作簿，改正后可再导入", "write the rows with mistakes"}, "FILE"}},
         .run = [&desk, kind](const cli::Input& input, cli::Terminal& terminal) {
             return run(desk, kind, input, terminal);
         }});
}

}  // namespace

void add_budget_import_commands(cli::Program& program, Desk& desk)
{
    add(program, desk, "budget", {"导入预算项目、预算文件和合同", "import lines, documents and contracts"},
        budget::ImportKind::budget);
    add(program, desk, "payments", {"导入支付记录", "import payments"}, budget::ImportKind::payments);
}

}  // namespace app
