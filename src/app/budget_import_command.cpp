// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include "app/commands.h"
#include "app/import_outcome.h"
#include "budget/budget.h"
#include "cli/progress.h"
#include "closing/cli/correction_options.h"

namespace app {

namespace {

ImportOutcome outcome_of(const budget::ImportOutcome& budget_outcome, budget::ImportKind kind, const std::string& file,
                         bool dry_run)
{
    ImportOutcome outcome{file, budget_outcome.stored, dry_run};
    outcome.counts = {{{"读取行数", "rows"}, budget_outcome.rows},
                      {{"新增", "added"}, budget_outcome.added},
                      {{"已有", "unchanged"}, budget_outcome.skipped},
                      {{"跳过合计行", "totals"}, budget_outcome.totals}};
    const bool is_budget = kind == budget::ImportKind::budget;
    outcome.sums = {{{is_budget ? "新增预算" : "新增金额", "amount"}, budget_outcome.amount},
                    {{is_budget ? "本文件预算合计" : "本文件金额合计", "amount_in_file"}, budget_outcome.amount_read}};
    outcome.sheets_passed_over = budget_outcome.sheets_passed_over;
    outcome.examples = budget_outcome.examples;
    for (const budget::ImportProblem& problem : budget_outcome.problems)
        outcome.mistakes.push_back({problem.place, problem.column, problem.error});
    outcome.mistakes_not_listed = budget_outcome.problems_not_listed;
    return outcome;
}

// What the command is asked for.
struct Task {
    budget::ImportKind kind;
    base::FiscalYear year;
    std::filesystem::path path;
    budget::ImportMode mode;

    std::string name() const { return path.filename().string(); }
};

// What came of it, with all that writes the refused rows.
struct Done {
    spreadsheet::Workbook workbook;
    cli::Office office;
    budget::ImportOutcome outcome = {};
};

base::Result<Done> import(const Task& task, Desk& desk, const cli::Input& input, const cli::Terminal& terminal)
{
    const cli::Progress progress{terminal, "cli.progress.import", {{"file", task.name()}}};
    TRY_ASSIGN(spreadsheet::Workbook workbook, spreadsheet::Workbook::open(task.path));
    TRY_ASSIGN(const cli::Office office, desk.open(input));
    Done done{std::move(workbook), office};
    budget::Budgets budgets{office.db, office.clock, closing::correction_of(input)};
    const budget::ImportFile file{done.workbook, task.name(), task.mode};
    TRY_ASSIGN(done.outcome, task.kind == budget::ImportKind::budget
                                 ? budgets.import_budget(office.actor, task.year, file)
                                 : budgets.import_payments(office.actor, task.year, file));
    return done;
}

base::Result<std::size_t> write_failed(const Task& task, Done& done, const std::filesystem::path& target,
                                       const cli::Terminal& terminal)
{
    const cli::Progress progress{terminal, "cli.progress.failed_rows", {{"file", target.filename().string()}}};
    const budget::ImportFile file{done.workbook, task.name(), task.mode};
    const spreadsheet::FailedRows failed{target, [&](const base::Error& error) { return terminal.words(error); }};
    return budget::Budgets{done.office.db, done.office.clock}.write_failed(done.office.actor, task.year, task.kind,
                                                                           file, failed);
}

cli::Exit run(Desk& desk, budget::ImportKind kind, const cli::Input& input, cli::Terminal& terminal)
{
    const auto year = year_of(input);
    if (!year) return refuse(terminal, year.error());
    const bool dry_run = input.has("--dry-run");
    const Task task{kind, *year, input.text("FILE"), dry_run ? budget::ImportMode::dry_run : budget::ImportMode::store};
    auto done = import(task, desk, input, terminal);
    if (!done) return refuse(terminal, done.error());
    terminal.notes(done->workbook.notes());
    const cli::Exit exit = print(outcome_of(done->outcome, kind, task.name(), dry_run), terminal);
    if (exit == cli::Exit::done || !input.has("--failed")) return exit;

    return close_failed(write_failed(task, *done, input.text("--failed"), terminal), input, exit, terminal);
}

void add(cli::Program& program, Desk& desk, const std::string& name, const cli::Text& summary, budget::ImportKind kind)
{
    program.add(
        {.path = {"import", name},
         .summary = summary,
         .examples = {"mingji import " + name + " 文件.xlsx --year 2024 --dry-run",
                      "mingji import " + name + " 文件.xlsx --year 2024 --failed 待改正.xlsx"},
         .arguments = {{"FILE", {"工作簿（.xlsx .xls .ods .csv）", "workbook"}}},
         .options = closing::with_correction(
             {{"--year", {"年度", "fiscal year"}, "YEAR", true},
              {"--dry-run", {"只检查，不保存", "check only, store nothing"}},
              {"--failed", {"把有错误的行写成工作簿，改正后可再导入", "write the rows with mistakes"}, "FILE"}}),
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
