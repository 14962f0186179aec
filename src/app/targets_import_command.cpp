// SPDX-License-Identifier: Apache-2.0
#include "app/commands.h"
#include "app/import_outcome.h"
#include "app/sources.h"
#include "cli/progress.h"
#include "closing/cli/correction_options.h"
#include "indicators/failed_rows.h"
#include "indicators/indicators.h"

namespace app {

namespace {

ImportOutcome outcome_of(const indicators::ImportOutcome& outcome, const std::string& file, bool dry_run)
{
    ImportOutcome shown{file, outcome.stored, dry_run};
    shown.counts = {{{"绩效目标", "goals"}, outcome.goals},          {{"绩效指标", "indicators"}, outcome.indicators},
                    {{"支撑数据", "supports"}, outcome.supports},    {{"指标调整", "revisions"}, outcome.revisions},
                    {{"新的人工填报", "entries"}, outcome.entries},  {{"新的偏差说明", "notes"}, outcome.notes},
                    {{"新的佐证文件", "evidence"}, outcome.evidence}};
    shown.sheets_passed_over = outcome.sheets_passed_over;
    shown.examples = outcome.examples;
    shown.kept = outcome.kept;
    for (const indicators::ImportProblem& problem : outcome.problems)
        shown.mistakes.push_back({problem.place, problem.column, problem.error});
    return shown;
}

// What the command is asked for.
struct Task {
    base::FiscalYear year;
    std::filesystem::path path;
    bool is_dry_run;

    std::string name() const { return path.filename().string(); }
};

// What came of it, with what was noticed about the file.
struct Done {
    std::vector<std::string> file_notes;
    indicators::ImportOutcome outcome = {};
    std::vector<indicators::Fact> unanswerable = {};
};

base::Result<Done> import(const Task& task, Desk& desk, const cli::Input& input, const cli::Terminal& terminal)
{
    const cli::Progress progress{terminal, "cli.progress.import", {{"file", task.name()}}};
    TRY_ASSIGN(const indicators::TargetsImport read, indicators::read_targets(task.path));
    TRY_ASSIGN(const cli::Office office, desk.open(input));
    indicators::Indicators indicators{office.db, office.clock, office.data, closing::correction_of(input)};
    const auto mode = task.is_dry_run ? indicators::ImportMode::dry_run : indicators::ImportMode::store;
    Done done{read.file_notes};
    TRY_ASSIGN(done.outcome, indicators.import_targets(office.actor, task.year, read, mode));
    if (!done.outcome.problems.empty()) return done;
    TRY_ASSIGN(const base::Date today, cli::as_of(input, task.year, office.clock));
    done.unanswerable = indicators::unanswerable(read.targets, task.year, today, sources_of(office, task.year));
    return done;
}

base::Result<std::size_t> write_failed(const Task& task, const indicators::ImportOutcome& outcome,
                                       const std::filesystem::path& target, const cli::Terminal& terminal)
{
    const cli::Progress progress{terminal, "cli.progress.failed_rows", {{"file", target.filename().string()}}};
    return indicators::write_failed_rows(task.path, outcome.problems,
                                         {target, [&](const base::Error& error) { return terminal.words(error); }});
}

cli::Exit run(Desk& desk, const cli::Input& input, cli::Terminal& terminal)
{
    const auto year = year_of(input);
    if (!year) return refuse(terminal, year.error());
    const Task task{*year, input.text("FILE"), input.has("--dry-run")};
    const auto done = import(task, desk, input, terminal);
    if (!done) return refuse(terminal, done.error());
    terminal.notes(done->file_notes);
    ImportOutcome shown = outcome_of(done->outcome, task.name(), task.is_dry_run);
    for (const indicators::Fact& fact : done->unanswerable)
        shown.unanswerable.push_back({fact.code, fact.name, *fact.missing});
    const cli::Exit exit = print(shown, terminal);
    if (exit == cli::Exit::done || !input.has("--failed")) return exit;
    return close_failed(write_failed(task, done->outcome, input.text("--failed"), terminal), input, exit, terminal);
}

}  // namespace

void add_targets_import_command(cli::Program& program, Desk& desk)
{
    program.add(
        {.path = {"import", "targets"},
         .summary = {"导入绩效目标、指标和人工填报", "import goals, indicators and entries"},
         .examples = {"mingji import targets 绩效指标.xlsx --year 2024 --dry-run",
                      "mingji import targets 绩效指标.xlsx --year 2024 --failed 待改正.xlsx"},
         .arguments = {{"FILE", {"工作簿", "workbook"}}},
         .options = closing::with_correction(
             {{"--year", {"年度", "fiscal year"}, "YEAR", true},
              {"--dry-run", {"只检查，不保存", "check only, store nothing"}},
              {"--failed", {"把有错误的行写成工作簿，改正后可再导入", "write the rows with mistakes"}, "FILE"}}),
         .run = [&desk](const cli::Input& input, cli::Terminal& terminal) { return run(desk, input, terminal); }});
}

}  // namespace app
