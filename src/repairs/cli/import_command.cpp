// SPDX-License-Identifier: Apache-2.0
#include <boost/json.hpp>

#include "cli/json.h"
#include "cli/progress.h"
#include "ledgers/cli/table_report.h"
#include "ledgers/table_json.h"
#include "repairs/cli/repairs_commands.h"
#include "repairs/repairs.h"

namespace repairs {

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
    ledgers::ImportFile file{input.text("FILE")};
    if (input.has("--dry-run")) file.mode = ledgers::ImportMode::dry_run;
    const std::string name = file.path.filename().string();
    Repairs repairs{office->db, office->clock, office->data};
    const auto outcome = [&] {
        const cli::Progress progress{terminal, "cli.progress.import", {{"file", name}}};
        return repairs.import(office->actor, file);
    }();
    if (!outcome) return refuse(terminal, outcome.error());
    if (terminal.format == cli::Format::json) print_json(*outcome, terminal);
    if (ledgers::print_report({name, outcome->is_stored, outcome->sheets, outcome->changed, *outcome}, terminal))
        return cli::Exit::done;
    if (!input.has("--failed")) return cli::Exit::failure;
    return ledgers::hand_back(input.text("--failed"), terminal, [&](const spreadsheet::FailedRows& failed) {
        return repairs.write_failed(office->actor, file.path, failed);
    });
}

}  // namespace

void add_import_command(cli::Program& program, const cli::OpenOffice& open)
{
    program.add(
        {.path = {"repairs", "import"},
         .summary = {"导入设备和全年报修单（再次导入只更新有变化的）",
                     "import equipment and a year of repair orders; importing again updates what changed"},
         .examples = {"mingji repairs import 设备维修.xlsx --dry-run", "mingji repairs import 设备维修.xlsx",
                      "mingji repairs import 设备维修.xlsx --failed 待改正.xlsx"},
         .arguments = {{"FILE", {"工作簿，含 设备、报修单 中的表", "workbook with the sheets 设备 and 报修单"}}},
         .options = {{"--dry-run", {"只检查和比较，不保存", "check and compare, store nothing"}},
                     {"--failed", {"把有错误的行写成工作簿，改正后可再导入", "write the rows with mistakes"}, "FILE"}},
         .run = [open](const cli::Input& input, cli::Terminal& terminal) { return run(open, input, terminal); }});
}

}  // namespace repairs
