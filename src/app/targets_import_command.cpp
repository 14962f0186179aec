// SPDX-License-Identifier: Apache-2.0
#include "app/commands.h"
#include "app/import_outcome.h"
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
    for (const indicators::ImportProblem& problem : outcome.problems)
        shown.mistakes.push_back({problem.place, problem.column, problem.error});
    return shown;
}

cli::Exit run(Desk& desk, const cli::Input& input, cli::Terminal& terminal)
{
    const auto year = year_of(input);
    if (!year) return refuse(terminal, year.error());
    const std::filesystem::path path = input.text("FILE");
    const auto read = indicators::read_targets(path);
    if (!read) return refuse(terminal, read.error());
    terminal.notes(read->file_notes);
    const auto office = desk.open(input);
    if (!office) return refuse(terminal, office.error());
    const bool dry_run = input.has("--dry-run");
    indicators::Indicators indicators{office->db, office->clock, office->data};
    const auto mode = dry_run ? indicators::ImportMode::dry_run : indicators::ImportMode::store;
    const auto outcome = indicators.import_targets(office->actor, *year, *read, mode);
    if (!outcome) return refuse(terminal, outcome.error());
    return print(outcome_of(*outcome, path.filename().string(), dry_run), terminal);
}

}  // namespace

void add_targets_import_command(cli::Program& program, Desk& desk)
{
    program.add(
        {.path = {"import", "targets"},
         .summary = {"导入绩效目标、指标和人工填报", "import goals, indicators and entries"},
         .examples = {"mingji import targets 绩效指标.xlsx --year 2024"},
         .arguments = {{"FILE", {"工作簿", "workbook"}}},
         .options = {{"--year", {"年度", "fiscal year"}, "YEAR", true},
                     {"--dry-run", {"只检查，不保存", "check only, store nothing"}}},
         .run = [&desk](const cli::Input& input, cli::Terminal& terminal) { return run(desk, input, terminal); }});
}

}  // namespace app
