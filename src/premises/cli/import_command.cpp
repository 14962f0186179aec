// SPDX-License-Identifier: Apache-2.0
#include <array>

#include <boost/json.hpp>

#include "cli/json.h"
#include "ledgers/cli/table_command.h"
#include "ledgers/cli/table_report.h"
#include "premises/cli/premises_commands.h"
#include "premises/premises.h"
#include "premises/record_json.h"

namespace premises {

namespace {

void print_outlines(const SurveyOutcome& outcome, cli::Terminal& terminal)
{
    const std::array changes{cli::Text{"新增", "added"}, cli::Text{"变更", "changed"}, cli::Text{"未变", "unchanged"}};
    std::vector<std::vector<std::string>> rows;
    for (const SurveyedOutline& outline : outcome.outlines) {
        const auto& comparison = outline.comparison;
        rows.push_back({outline.code, terminal.say(changes[static_cast<std::size_t>(outline.change)]),
                        outline.area.to_string(), comparison ? comparison->certificate.to_string() : "",
                        comparison ? comparison->difference.to_string() : ""});
    }
    cli::print_table(terminal.out,
                     {{terminal.say({"编码", "code"})},
                      {terminal.say({"变化", "change"})},
                      {terminal.say({"图形面积 m²", "outline m²"}), cli::Side::right},
                      {terminal.say({"证载面积 m²", "certificate m²"}), cli::Side::right},
                      {terminal.say({"相差 m²", "difference m²"}), cli::Side::right}},
                     rows);
}

base::Result<SurveyFile> survey_of(const cli::Input& input)
{
    SurveyFile file{input.text("FILE")};
    const auto kind = of_word(estate_kinds, input.text_or("--kind", "building"));
    if (!kind) return base::fail(base::ErrorKind::not_found, "premises.cli.survey_unknown_kind");
    file.kind = *kind;
    if (input.has("--epsg")) {
        const std::string written = input.text("--epsg");
        const auto number = base::Decimal::parse(written);
        if (!number || number->scale() > 0)
            return base::fail(base::ErrorKind::invalid, "premises.survey.epsg_unknown", {{"epsg", written}});
        file.epsg = number->digits();
    }
    if (input.has("--dry-run")) file.mode = ImportMode::dry_run;
    return file;
}

cli::Exit run_survey(const cli::OpenOffice& open, const cli::Input& input, cli::Terminal& terminal)
{
    const auto file = survey_of(input);
    if (!file) return refuse(terminal, file.error());
    auto office = open(input);
    if (!office) return refuse(terminal, office.error());
    const auto outcome = Premises{office->db, office->clock}.survey(office->actor, *file);
    if (!outcome) return refuse(terminal, outcome.error());
    terminal.notes(outcome->notes);
    if (terminal.format == cli::Format::json) {
        boost::json::object json{{"stored", outcome->is_stored}};
        for (const auto& [key, value] : json_of(*outcome)) json[key] = value;
        json["problems"] = ledgers::problems_json(outcome->problems, terminal);
        cli::print_json(terminal.out, json);
    } else {
        print_outlines(*outcome, terminal);
    }
    for (const ImportProblem& problem : outcome->problems)
        terminal.err << problem.place << "  " << terminal.words(problem.error) << '\n';
    return outcome->problems.empty() ? cli::Exit::done : cli::Exit::failure;
}

}  // namespace

void add_import_command(cli::Program& program, const cli::OpenOffice& open)
{
    ledgers::add_table_command(
        program, open,
        {.slice = "premises",
         .summary = {"导入办公用房台账（再次导入只更新有变化的记录）",
                     "import the register of premises; importing again updates what changed"},
         .examples = {"mingji premises import 办公用房.xlsx --dry-run", "mingji premises import 办公用房.xlsx",
                      "mingji premises import 办公用房.xlsx --failed 待改正.xlsx"},
         .file = {"工作簿，含 土地、房屋、面积、房间、权属登记 中的表", "workbook of the register"},
         .importer = [](const cli::Office& office, const cli::Input&) -> base::Result<ledgers::TableImporter> {
             return ledgers::importer_of(Premises{office.db, office.clock}, office.actor);
         }});
    program.add(
        {.path = {"premises", "survey"},
         .summary = {"从测绘成果导入房屋或土地的图形（CGCS2000，坐标表、GeoJSON、DXF、压缩的 Shapefile）",
                     "read outlines from a survey file (CGCS2000)"},
         .examples = {"mingji premises survey 界址点.xlsx --kind parcel --epsg 4547",
                      "mingji premises survey 房屋.geojson --dry-run"},
         .arguments = {{"FILE",
                        {"测绘成果，图形的编码就是台账中的编码", "survey file; codes are those of the register"}}},
         .options = {{"--kind", {"building（房屋，默认）或 parcel（土地）", "building (default) or parcel"}, "KIND"},
                     {"--epsg",
                      {"文件没有写明时的坐标系：4509 加 3 度带带号（38 带为 4547）",
                       "where the file does not say it: 4509 plus the 3° zone (4547 for zone 38)"},
                      "NUMBER"},
                     {"--dry-run", {"只检查和比较，不保存", "check and compare, store nothing"}}},
         .run = [open](const cli::Input& input, cli::Terminal& terminal) {
             return run_survey(open, input, terminal);
         }});
}

}  // namespace premises
