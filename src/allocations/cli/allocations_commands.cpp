// SPDX-License-Identifier: Apache-2.0
#include "allocations/cli/allocations_commands.h"

#include <boost/json.hpp>

#include "allocations/allocations.h"
#include "base/grouped.h"
#include "cli/json.h"

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

cli::Exit import_units(const cli::OpenOffice& open, const cli::Input& input, cli::Terminal& terminal)
{
    auto office = open(input);
    if (!office) return refuse(terminal, office.error());
    ImportFile file{input.text("FILE")};
    if (input.has("--dry-run")) file.mode = ImportMode::dry_run;
    const auto outcome = Allocations{office->db, office->clock}.import(office->actor, file);
    if (!outcome) return refuse(terminal, outcome.error());
    if (terminal.format == cli::Format::json)
        cli::print_json(terminal.out, boost::json::object{{"stored", outcome->is_stored},
                                                          {"rows", outcome->rows},
                                                          {"added", outcome->added},
                                                          {"changed", outcome->changed},
                                                          {"unchanged", outcome->unchanged},
                                                          {"problems", outcome->problem_count}});
    else
        cli::print_table(terminal.out,
                         {{terminal.say({"行", "rows"}), cli::Side::right},
                          {terminal.say({"新增单位", "added"}), cli::Side::right},
                          {terminal.say({"有变化", "changed"}), cli::Side::right},
                          {terminal.say({"无变化", "unchanged"}), cli::Side::right}},
                         {{std::to_string(outcome->rows), std::to_string(outcome->added),
                           std::to_string(outcome->changed), std::to_string(outcome->unchanged)}});
    for (const ImportProblem& problem : outcome->problems)
        terminal.err << problem.place << "  " << problem.column << "  " << terminal.words(problem.error) << '\n';
    return outcome->problem_count == 0 ? cli::Exit::done : cli::Exit::failure;
}

}  // namespace

void add_commands(cli::Program& program, const cli::OpenOffice& open)
{
    program.add({.path = {"allocations", "import"},
                 .summary = {"导入单位编制（再次导入只更新有变化的单位）", "import units and their posts by rank"},
                 .examples = {"mingji allocations import 单位编制.xlsx --dry-run"},
                 .arguments = {{"FILE", {"工作簿，含 单位编制 表", "workbook with the sheet 单位编制"}}},
                 .options = {{"--dry-run", {"只检查和比较，不保存", "check and compare, store nothing"}}},
                 .run = [open](const cli::Input& input, cli::Terminal& terminal) {
                     return import_units(open, input, terminal);
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
