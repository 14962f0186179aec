// SPDX-License-Identifier: Apache-2.0
#include "allocations/cli/allocations_commands.h"

#include <boost/json.hpp>

#include "allocations/allocations.h"
#include "base/grouped.h"
#include "cli/json.h"
#include "ledgers/cli/table_command.h"
#include "spreadsheet/write.h"

namespace allocations {

namespace {

std::string rounded(const base::Ratio& area)
{
    return area.rounded(2).to_string();
}

boost::json::object json_of(const UnitFile& file)
{
    boost::json::array uses;
    for (const premises::UseComparison& use : file.comparison.uses)
        uses.push_back(boost::json::object{{"use", premises::named(premises::room_uses, use.use).word},
                                           {"approved_m2", rounded(use.approved)},
                                           {"actual_m2", use.actual.to_string()},
                                           {"is_over", use.is_over},
                                           {"over_m2", rounded(use.over)}});
    return {{"unit", file.unit.name()},
            {"level", premises::named(premises::office_levels, file.unit.establishment.level).word},
            {"valid_from", file.unit.valid_from.to_string()},
            {"posts", file.approved.posts},
            {"standard", file.approved.standard_id},
            {"document", file.approved.document},
            {"rooms", file.rooms.size()},
            {"approved_m2", rounded(file.comparison.approved)},
            {"actual_m2", file.comparison.actual.to_string()},
            {"is_over", file.is_over_somewhere()},
            {"uses", std::move(uses)}};
}

cli::Exit list_units(const cli::OpenOffice& open, const cli::Input& input, cli::Terminal& terminal)
{
    auto office = open(input);
    if (!office) return refuse(terminal, office.error());
    const auto files = Allocations{office->db, office->clock}.units(office->actor.org);
    if (!files) return refuse(terminal, files.error());
    boost::json::array items;
    std::vector<std::vector<std::string>> rows;
    for (const UnitFile& file : *files) {
        if (input.has("--over") && !file.is_over_somewhere()) continue;
        items.push_back(json_of(file));
        std::string over;
        for (const premises::UseComparison& use : file.comparison.uses)
            if (use.is_over)
                over += (over.empty() ? "" : "  ") +
                        std::string{premises::named(premises::room_uses, use.use).chinese} + " " + rounded(use.over);
        rows.push_back({file.unit.name(), std::to_string(file.approved.posts),
                        base::grouped(rounded(file.comparison.approved)),
                        base::grouped(file.comparison.actual.to_string()), over});
    }
    if (terminal.format == cli::Format::json) {
        cli::print_json(terminal.out, boost::json::object{{"items", std::move(items)}});
        return cli::Exit::done;
    }
    cli::print_table(terminal.out,
                     {{terminal.say({"使用单位", "unit"})},
                      {terminal.say({"编制", "posts"}), cli::Side::right},
                      {terminal.say({"核定面积 m²", "approved m²"}), cli::Side::right},
                      {terminal.say({"实际面积 m²", "actual m²"}), cli::Side::right},
                      {terminal.say({"超标 m²", "over m²"})}},
                     rows);
    return cli::Exit::done;
}

cli::Exit export_all(const cli::OpenOffice& open, const cli::Input& input, cli::Terminal& terminal)
{
    auto office = open(input);
    if (!office) return refuse(terminal, office.error());
    const std::filesystem::path file = input.text("FILE");
    if (const auto is_new = spreadsheet::refuse_existing(file); !is_new) return refuse(terminal, is_new.error());
    const auto written = Allocations{office->db, office->clock}.write_workbook(office->actor.org, file);
    return written ? cli::Exit::done : refuse(terminal, written.error());
}

}  // namespace

void add_commands(cli::Program& program, const cli::OpenOffice& open)
{
    ledgers::add_table_command(
        program, open,
        {.slice = "allocations",
         .summary = {"导入单位编制和人员用房（再次导入只更新有变化的）",
                     "import units with their posts by rank, and rooms of persons"},
         .examples = {"mingji allocations import 单位编制.xlsx --dry-run", "mingji allocations import 单位编制.xlsx",
                      "mingji allocations import 单位编制.xlsx --failed 待改正.xlsx"},
         .file = {"工作簿，含 单位编制、人员用房 中的表", "workbook with the sheets 单位编制 and 人员用房"},
         .importer = [](const cli::Office& office, const cli::Input&) -> base::Result<ledgers::TableImporter> {
             return ledgers::importer_of(Allocations{office.db, office.clock}, office.actor);
         }});
    program.add({.path = {"allocations", "export"},
                 .summary = {"把单位编制和在用的人员用房写成可以再导入的工作簿",
                             "write units and rooms of persons as a workbook"},
                 .examples = {"mingji allocations export 配置与使用.xlsx"},
                 .arguments = {{"FILE", {"要写的工作簿", "workbook to write"}}},
                 .run = [open](const cli::Input& input, cli::Terminal& terminal) {
                     return export_all(open, input, terminal);
                 }});
    program.add({.path = {"allocations", "units"},
                 .summary = {"各单位核定面积、实际面积和超标情况", "approved and actual areas of units"},
                 .examples = {"mingji allocations units --over", "mingji allocations units --format json"},
                 .options = {{"--over", {"只列超标的单位", "only those above what is approved"}}},
                 .run = [open](const cli::Input& input, cli::Terminal& terminal) {
                     return list_units(open, input, terminal);
                 }});
    add_room_use_commands(program, open);
    add_agreement_commands(program, open);
    add_request_commands(program, open);
}

}  // namespace allocations
