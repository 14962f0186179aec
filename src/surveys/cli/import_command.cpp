// SPDX-License-Identifier: Apache-2.0
#include <boost/json.hpp>

#include "base/decimal.h"
#include "cli/json.h"
#include "cli/progress.h"
#include "ledgers/cli/table_report.h"
#include "ledgers/table_json.h"
#include "surveys/cli/surveys_commands.h"
#include "surveys/surveys.h"

namespace surveys {

namespace {

void print_json(const ImportOutcome& outcome, cli::Terminal& terminal)
{
    boost::json::object json{{"stored", outcome.is_stored}};
    for (const auto& [key, value] : ledgers::json_of(outcome.sheets, outcome.changed, outcome)) json[key] = value;
    json["problems"] = ledgers::problems_json(outcome.problems, terminal);
    json["problem_count"] = outcome.problem_count;
    cli::print_json(terminal.out, json);
}

base::Result<ImportRequest> request_of(const cli::Input& input)
{
    ImportRequest request{{input.text("FILE")}, std::nullopt};
    if (input.has("--dry-run")) request.file.mode = ledgers::ImportMode::dry_run;
    if (!input.has("--asked")) return request;
    const auto asked = base::Decimal::parse(input.text("--asked"));
    if (!asked || asked->scale() != 0 || asked->is_negative())
        return base::fail(base::ErrorKind::invalid, "surveys.cli.not_a_number", {{"text", input.text("--asked")}});
    request.asked = asked->digits();
    return request;
}

cli::Exit run(const cli::OpenOffice& open, const cli::Input& input, cli::Terminal& terminal)
{
    const auto request = request_of(input);
    if (!request) return refuse(terminal, request.error());
    auto office = open(input);
    if (!office) return refuse(terminal, office.error());
    const std::string name = request->file.path.filename().string();
    Surveys surveys{office->db, office->clock};
    const auto outcome = [&] {
        const cli::Progress progress{terminal, "cli.progress.import", {{"file", name}}};
        return surveys.import(office->actor, *request);
    }();
    if (!outcome) return refuse(terminal, outcome.error());
    if (terminal.format == cli::Format::json) print_json(*outcome, terminal);
    if (ledgers::print_report({name, outcome->is_stored, outcome->sheets, outcome->changed, *outcome}, terminal))
        return cli::Exit::done;
    if (!input.has("--failed")) return cli::Exit::failure;
    return ledgers::hand_back(input.text("--failed"), terminal, [&](const spreadsheet::FailedRows& failed) {
        return surveys.write_failed(office->actor, *request, failed);
    });
}

}  // namespace

void add_import_command(cli::Program& program, const cli::OpenOffice& open)
{
    program.add(
        {.path = {"surveys", "import"},
         .summary = {"导入纸质答卷或往年答卷（再次导入只更新有变化的）",
                     "import answers on paper or of earlier years; importing again updates what changed"},
         .examples = {"mingji surveys import 满意度调查.csv --dry-run",
                      "mingji surveys import 满意度调查.csv --asked 400",
                      "mingji surveys import 答卷.xlsx --failed 待改正.xlsx"},
         .arguments = {{"FILE",
                        {"工作簿（含 答卷、调查 中的表）或 CSV",
                         "workbook with the sheets 答卷 and 调查, or a CSV file"}}},
         .options = {{"--dry-run", {"只检查和比较，不保存", "check and compare, store nothing"}},
                     {"--asked",
                      {"每类调查对象的发放数（没有 调查 表时）", "how many of each audience were asked"},
                      "N"},
                     {"--failed", {"把有错误的行写成工作簿，改正后可再导入", "write the rows with mistakes"}, "FILE"}},
         .run = [open](const cli::Input& input, cli::Terminal& terminal) { return run(open, input, terminal); }});
}

}  // namespace surveys
