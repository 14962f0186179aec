// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <boost/json.hpp>

#include "base/decimal.h"
#include "cli/json.h"
#include "holdings/cli/holdings_commands.h"
#include "holdings/holdings.h"

namespace holdings {

namespace {

constexpr std::size_t most_changes_shown = 20;

std::string said_of(const std::optional<LedgerRoom>& room, const cli::Terminal& terminal)
{
    if (!room) return terminal.say({"没有", "none"});
    return room->use + (room->use.empty() ? "" : " ") + base::Decimal{room->usable_dm2, 2}.to_string() + " m²";
}

boost::json::value room_json(const std::optional<LedgerRoom>& room)
{
    if (!room) return {};
    return boost::json::object{{"use", room->use.empty() ? boost::json::value{} : boost::json::value(room->use)},
                               {"usable_m2", base::Decimal{room->usable_dm2, 2}.to_string()}};
}

void print_import_json(const LedgerImport& outcome, cli::Terminal& terminal)
{
    boost::json::array changes;
    for (const LedgerChange& change : outcome.changes)
        changes.push_back(boost::json::object{{"unit", change.room().unit},
                                              {"building", change.room().building},
                                              {"number", change.room().number},
                                              {"before", room_json(change.before)},
                                              {"after", room_json(change.after)}});
    boost::json::array problems;
    for (const ImportProblem& problem : outcome.problems)
        problems.push_back(boost::json::object{{"place", problem.place},
                                               {"column", problem.column},
                                               {"code", problem.error.code},
                                               {"message", terminal.words(problem.error)}});
    cli::print_json(terminal.out, boost::json::object{{"stored", outcome.is_stored},
                                                      {"rooms", outcome.rooms},
                                                      {"units", outcome.units},
                                                      {"changes", std::move(changes)},
                                                      {"problems", std::move(problems)},
                                                      {"problem_count", outcome.problem_count}});
}

void print_changes(const LedgerImport& outcome, cli::Terminal& terminal)
{
    cli::print_table(terminal.out,
                     {{terminal.say({"单位", "units"}), cli::Side::right},
                      {terminal.say({"房间", "rooms"}), cli::Side::right},
                      {terminal.say({"变化", "changes"}), cli::Side::right},
                      {terminal.say({"未变", "unchanged"}), cli::Side::right}},
                     {{std::to_string(outcome.units), std::to_string(outcome.rooms),
                       std::to_string(outcome.changes.size()), std::to_string(outcome.unchanged())}});
    const std::size_t shown = std::min(most_changes_shown, outcome.changes.size());
    for (std::size_t i = 0; i < shown; ++i) {
        const LedgerChange& change = outcome.changes[i];
        terminal.out << "  ~ " << change.room().unit << "  " << change.room().building << "/" << change.room().number
                     << "  " << said_of(change.before, terminal) << " → " << said_of(change.after, terminal) << '\n';
    }
    if (outcome.changes.size() > shown)
        terminal.note(terminal.words("holdings.cli.more", {{"count", std::to_string(outcome.changes.size() - shown)}}));
}

cli::Exit run_import(const cli::OpenOffice& open, const cli::Input& input, cli::Terminal& terminal)
{
    auto office = open(input);
    if (!office) return refuse(terminal, office.error());
    LedgerImportFile file{input.text("FILE")};
    if (input.has("--dry-run")) file.mode = ImportMode::dry_run;
    const std::string name = file.path.filename().string();
    const auto outcome = Holdings{office->db, office->clock}.import(office->actor, file);
    if (!outcome) return refuse(terminal, outcome.error());
    const bool is_clean = outcome->problem_count == 0;
    if (terminal.format == cli::Format::json) {
        print_import_json(*outcome, terminal);
        return is_clean ? cli::Exit::done : cli::Exit::failure;
    }
    if (!is_clean) {
        for (const ImportProblem& problem : outcome->problems)
            terminal.err << problem.place << "  " << problem.column << "  " << terminal.words(problem.error) << '\n';
        terminal.err << terminal.words("holdings.cli.refused",
                                       {{"file", name}, {"count", std::to_string(outcome->problem_count)}})
                     << '\n';
        return cli::Exit::failure;
    }
    print_changes(*outcome, terminal);
    terminal.note(
        terminal.words(outcome->is_stored ? "holdings.cli.stored" : "holdings.cli.dry_run", {{"file", name}}));
    return cli::Exit::done;
}

}  // namespace

void add_import_command(cli::Program& program, const cli::OpenOffice& open)
{
    program.add({.path = {"holdings", "import"},
                 .summary = {"导入各单位的分台账（文件里有的单位整本更新，其他单位不变）",
                             "import units' own ledgers, whole for each unit in the file"},
                 .examples = {"mingji holdings import 分台账.xlsx --dry-run", "mingji holdings import 分台账.xlsx"},
                 .arguments = {{"FILE", {"工作簿，含 分台账 表", "workbook with the sheet 分台账"}}},
                 .options = {{"--dry-run", {"只检查和比较，不保存", "check and compare, store nothing"}}},
                 .run = [open](const cli::Input& input, cli::Terminal& terminal) {
                     return run_import(open, input, terminal);
                 }});
}

}  // namespace holdings
