// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include "app/commands.h"
#include "app/import_outcome.h"
#include "budget/budget.h"

namespace app {

namespace {

using ImportIntoBudget = base::Result<budget::ImportOutcome> (budget::Budgets::*)(const base::Actor&, base::FiscalYear,
                                                                                  const budget::ImportFile&);

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
        outcome.mistakes.push_back({problem.place, "", problem.error});
    return outcome;
}

cli::Exit run(Desk& desk, ImportIntoBudget import, const cli::Input& input, cli::Terminal& terminal)
{
    const auto year = year_of(input);
    if (!year) return refuse(terminal, year.error());
    const std::filesystem::path path = input.text("FILE");
    auto workbook = spreadsheet::Workbook::open(path);
    if (!workbook) return refuse(terminal, workbook.error());
    auto office = desk.open(input);
    if (!office) return refuse(terminal, office.error());
    budget::Budgets budgets{office->db, office->clock};
    const bool dry_run = input.has("--dry-run");
    const budget::ImportFile file{*workbook, path.filename().string(),
                                  dry_run ? budget::ImportMode::dry_run : budget::ImportMode::store};
    const auto outcome = (budgets.*import)(office->actor, *year, file);
    if (!outcome) return refuse(terminal, outcome.error());
    return print(outcome_of(*outcome, path.filename().string(), dry_run), terminal);
}

void add(cli::Program& program, Desk& desk, const std::string& kind, const cli::Text& summary, ImportIntoBudget import)
{
    program.add({.path = {"import", kind},
                 .summary = summary,
                 .examples = {"mingji import " + kind + " 文件.xlsx --year 2024 --dry-run"},
                 .arguments = {{"FILE", {"工作簿（.xlsx .xls .ods .csv）", "workbook"}}},
                 .options = {{"--year", {"年度", "fiscal year"}, "YEAR", true},
                             {"--dry-run", {"只检查，不保存", "check only, store nothing"}}},
                 .run = [&desk, import](const cli::Input& input, cli::Terminal& terminal) {
                     return run(desk, import, input, terminal);
                 }});
}

}  // namespace

void add_budget_import_commands(cli::Program& program, Desk& desk)
{
    add(program, desk, "budget", {"导入预算项目、预算文件和合同", "import lines, documents and contracts"},
        &budget::Budgets::import_budget);
    add(program, desk, "payments", {"导入支付记录", "import payments"}, &budget::Budgets::import_payments);
}

}  // namespace app
