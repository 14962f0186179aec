// SPDX-License-Identifier: Apache-2.0
#include <boost/json.hpp>

#include "cli/json.h"
#include "cli/progress.h"
#include "ledgers/cli/table_report.h"
#include "ledgers/table_json.h"
#include "meetings/cli/meetings_commands.h"
#include "meetings/meetings.h"

namespace meetings {

namespace {

void print_json(const ImportOutcome& outcome, cli::Terminal& terminal)
{
    boost::json::object json{{"stored", outcome.is_stored}};
    for (const auto& [key, value] : ledgers::json_of(outcome.sheets, outcome.changed, outcome)) json[key] = value;
    json["problems"] = ledgers::problems_json(outcome.problems, terminal);
    json["problem_count"] = outcome.problem_count;
    cli::print_json(terminal.out, json);
}

cli::Exit run(const cli::OpenOffice& open, const cli::Input& input, cli::Terminal& terminal)
{
    auto office = open(input);
    if (!office) return refuse(terminal, office.error());
    ImportFile file{input.text("FILE")};
    if (input.has("--dry-run")) file.mode = ImportMode::dry_run;
    const std::string name = file.path.filename().string();
    Meetings meetings{office->db, office->clock};
    const auto outcome = [&] {
        const cli::Progress progress{terminal, "cli.progress.import", {{"file", name}}};
        return meetings.import(office->actor, file);
    }();
    if (!outcome) return refuse(terminal, outcome.error());
    if (terminal.format == cli::Format::json) print_json(*outcome, terminal);
    if (ledgers::print_report({name, outcome->is_stored, outcome->sheets, outcome->changed, *outcome}, terminal))
        return cli::Exit::done;
    if (!input.has("--failed")) return cli::Exit::failure;
    return ledgers::hand_back(input.text("--failed"), terminal, [&](const spreadsheet::FailedRows& failed) {
        return meetings.write_failed(office->actor, file.path, failed);
    });
}

cli::Exit write_workbook(const cli::OpenOffice& open, const cli::Input& input, cli::Terminal& terminal)
{
    auto office = open(input);
    if (!office) return refuse(terminal, office.error());
    const std::filesystem::path file = input.text("FILE");
    if (const auto is_new = spreadsheet::refuse_existing(file); !is_new) return refuse(terminal, is_new.error());
    const auto written = Meetings{office->db, office->clock}.write_workbook(office->actor.org, file);
    return written ? cli::Exit::done : refuse(terminal, written.error());
}

}  // namespace

void add_import_command(cli::Program& program, const cli::OpenOffice& open)
{
    program.add(
        {.path = {"meetings", "import"},
         .summary = {"导入会议室和全年会议（再次导入只更新有变化的）",
                     "import meeting rooms and a year of meetings; importing again updates what changed"},
         .examples = {"mingji meetings import 会务.xlsx --dry-run", "mingji meetings import 会务.xlsx",
                      "mingji meetings import 会务.xlsx --failed 待改正.xlsx"},
         .arguments = {{"FILE", {"工作簿，含 会议室、会议 中的表", "workbook with the sheets 会议室 and 会议"}}},
         .options = {{"--dry-run", {"只检查和比较，不保存", "check and compare, store nothing"}},
                     {"--failed", {"把有错误的行写成工作簿，改正后可再导入", "write the rows with mistakes"}, "FILE"}},
         .run = [open](const cli::Input& input, cli::Terminal& terminal) { return run(open, input, terminal); }});
    program.add({.path = {"meetings", "export"},
                 .summary = {"把会议室和会议写成可以再导入的工作簿", "write rooms and meetings as a workbook"},
                 .examples = {"mingji meetings export 会务.xlsx"},
                 .arguments = {{"FILE", {"要写的工作簿", "workbook to write"}}},
                 .run = [open](const cli::Input& input, cli::Terminal& terminal) {
                     return write_workbook(open, input, terminal);
                 }});
}

}  // namespace meetings
