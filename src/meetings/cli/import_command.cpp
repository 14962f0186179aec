// SPDX-License-Identifier: Apache-2.0
#include "ledgers/cli/table_command.h"
#include "meetings/cli/meetings_commands.h"
#include "meetings/meetings.h"

namespace meetings {

namespace {

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
    ledgers::add_table_command(
        program, open,
        {.slice = "meetings",
         .summary = {"导入会议室和全年会议（再次导入只更新有变化的）",
                     "import meeting rooms and a year of meetings; importing again updates what changed"},
         .examples = {"mingji meetings import 会务.xlsx --dry-run", "mingji meetings import 会务.xlsx",
                      "mingji meetings import 会务.xlsx --failed 待改正.xlsx"},
         .file = {"工作簿，含 会议室、会议 中的表", "workbook with the sheets 会议室 and 会议"},
         .importer = [](const cli::Office& office, const cli::Input&) -> base::Result<ledgers::TableImporter> {
             return ledgers::importer_of(Meetings{office.db, office.clock}, office.actor);
         }});
    program.add({.path = {"meetings", "export"},
                 .summary = {"把会议室和会议写成可以再导入的工作簿", "write rooms and meetings as a workbook"},
                 .examples = {"mingji meetings export 会务.xlsx"},
                 .arguments = {{"FILE", {"要写的工作簿", "workbook to write"}}},
                 .run = [open](const cli::Input& input, cli::Terminal& terminal) {
                     return write_workbook(open, input, terminal);
                 }});
}

}  // namespace meetings
