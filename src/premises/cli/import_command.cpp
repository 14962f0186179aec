// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <boost/json.hpp>

#include "cli/json.h"
#include "cli/progress.h"
#include "premises/cli/premises_commands.h"
#include "premises/premises.h"
#include "premises/record_json.h"

namespace premises {

namespace {

constexpr std::size_t most_shown = 20;  // of problems and of changes

std::string name_of(RegisterSheet sheet)
{
    return std::string{named(register_sheets, sheet).chinese};
}

void print_json(const ImportOutcome& outcome, cli::Terminal& terminal)
{
    boost::json::object json{{"stored", outcome.is_stored}};
    for (const auto& [key, value] : json_of(outcome)) json[key] = value;
    boost::json::array problems;
    for (const ImportProblem& problem : outcome.problems)
        problems.push_back(boost::json::object{{"place", problem.place},
                                               {"column", problem.column},
                                               {"code", problem.error.code},
                                               {"message", terminal.words(problem.error)}});
    json["problems"] = std::move(problems);
    json["problem_count"] = outcome.problem_count;
    cli::print_json(terminal.out, json);
}

void print_problems(const ImportOutcome& outcome, const std::string& file, cli::Terminal& terminal)
{
    for (std::size_t i = 0; i < std::min(most_shown, outcome.problems.size()); ++i) {
        const ImportProblem& problem = outcome.problems[i];
        terminal.err << problem.place << "  " << problem.column << (problem.column.empty() ? "" : "：")
                     << terminal.words(problem.error) << '\n';
    }
    terminal.err << terminal.words("premises.cli.refused",
                                   {{"file", file}, {"count", std::to_string(outcome.problem_count)}})
                 << '\n';
}

void print_changes(const ImportOutcome& outcome, cli::Terminal& terminal)
{
    for (std::size_t i = 0; i < std::min(most_shown, outcome.changed.size()); ++i) {
        const ChangedRecord& record = outcome.changed[i];
        terminal.out << "  ~ " << name_of(record.sheet) << " " << record.identity;
        for (const CellChange& cell : record.cells)
            terminal.out << "  " << cell.column << "：" << cell.before << " → " << cell.after;
        terminal.out << '\n';
    }
    if (outcome.changed.size() > most_shown)
        terminal.note(
            terminal.words("premises.cli.more", {{"count", std::to_string(outcome.changed.size() - most_shown)}}));
}

void print_table_of(const ImportOutcome& outcome, cli::Terminal& terminal)
{
    std::vector<std::vector<std::string>> rows;
    for (const SheetOutcome& sheet : outcome.sheets)
        rows.push_back({name_of(sheet.sheet), std::to_string(sheet.rows), std::to_string(sheet.added),
                        std::to_string(sheet.changed), std::to_string(sheet.unchanged)});
    cli::print_table(terminal.out,
                     {{terminal.say({"工作表", "sheet"})},
                      {terminal.say({"记录", "records"}), cli::Side::right},
                      {terminal.say({"新增", "added"}), cli::Side::right},
                      {terminal.say({"变更", "changed"}), cli::Side::right},
                      {terminal.say({"未变", "unchanged"}), cli::Side::right}},
                     rows);
}

cli::Exit run(const cli::OpenOffice& open, const cli::Input& input, cli::Terminal& terminal)
{
    auto office = open(input);
    if (!office) return refuse(terminal, office.error());
    ImportFile file{input.text("FILE")};
    if (input.has("--dry-run")) file.mode = ImportMode::dry_run;
    const std::string name = file.path.filename().string();
    const auto outcome = [&] {
        const cli::Progress progress{terminal, "cli.progress.import", {{"file", name}}};
        return Premises{office->db, office->clock}.import(office->actor, file);
    }();
    if (!outcome) return refuse(terminal, outcome.error());
    if (terminal.format == cli::Format::json) print_json(*outcome, terminal);
    for (const std::string& sheet : outcome->passed_over)
        terminal.note(terminal.words("premises.cli.passed_over", {{"sheet", sheet}}));
    if (outcome->problem_count > 0) {
        if (terminal.format != cli::Format::json) print_problems(*outcome, name, terminal);
        return cli::Exit::failure;
    }
    if (terminal.format == cli::Format::json) return cli::Exit::done;
    print_table_of(*outcome, terminal);
    print_changes(*outcome, terminal);
    terminal.note(
        terminal.words(outcome->is_stored ? "premises.cli.stored" : "premises.cli.dry_run", {{"file", name}}));
    return cli::Exit::done;
}

}  // namespace

void add_import_command(cli::Program& program, const cli::OpenOffice& open)
{
    program.add(
        {.path = {"premises", "import"},
         .summary = {"导入办公用房台账（再次导入只更新有变化的记录）",
                     "import the register of premises; importing again updates what changed"},
         .examples = {"mingji premises import 办公用房.xlsx --dry-run", "mingji premises import 办公用房.xlsx"},
         .arguments = {{"FILE", {"工作簿，含 土地、房屋、面积、房间、权属登记 中的表", "workbook of the register"}}},
         .options = {{"--dry-run", {"只检查和比较，不保存", "check and compare, store nothing"}}},
         .run = [open](const cli::Input& input, cli::Terminal& terminal) { return run(open, input, terminal); }});
}

}  // namespace premises
