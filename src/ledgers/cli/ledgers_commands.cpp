// SPDX-License-Identifier: Apache-2.0
#include "ledgers/cli/ledgers_commands.h"

#include <algorithm>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "cli/json.h"
#include "ledgers/cli/definition_output.h"
#include "ledgers/cli/import_command.h"
#include "ledgers/cli/import_report.h"
#include "ledgers/definition_table.h"
#include "ledgers/ledgers.h"
#include "ledgers/standard.h"

namespace ledgers {

namespace {

cli::Text outcome_of(DeclaredAs as)
{
    switch (as) {
        case DeclaredAs::created: return {"已定义", "declared"};
        case DeclaredAs::changed: return {"已修改", "changed"};
        case DeclaredAs::unchanged: break;
    }
    return {"未变", "unchanged"};
}

cli::Exit declare(const cli::OpenOffice& open, const cli::Input& input, cli::Terminal& terminal)
{
    const auto table = read_definitions(std::filesystem::path{input.text("FILE")});
    if (!table) return refuse(terminal, table.error());
    print_examples(table->reading, terminal);
    if (!table->reading.is_clean()) {
        print_problems(table->reading, terminal);
        return cli::Exit::failure;
    }
    if (table->definitions.empty())
        return refuse(terminal, {base::ErrorKind::invalid, "ledgers.declare.nothing", {{"file", input.text("FILE")}}});
    auto office = open(input);
    if (!office) return refuse(terminal, office.error());
    const auto declared = Ledgers{office->db, office->clock}.declare(office->actor, table->definitions);
    if (!declared) return refuse(terminal, declared.error());
    boost::json::array json;
    std::vector<std::vector<std::string>> rows;
    for (const Declared& one : *declared) {
        const cli::Text outcome = outcome_of(one.as);
        json.push_back(boost::json::object{{"ledger", one.name}, {"outcome", outcome.english}});
        rows.push_back({one.name, terminal.say(outcome)});
    }
    if (terminal.format == cli::Format::json)
        cli::print_json(terminal.out, json);
    else
        cli::print_table(terminal.out, {{terminal.say({"台账", "register"})}, {terminal.say({"结果", "outcome"})}},
                         rows);
    return cli::Exit::done;
}

struct Line {
    Summary summary;
    bool is_declared = true;
};

// The unit's own registers, then the standard ones that it has not used yet.
std::vector<Line> lines_of(const std::vector<Summary>& declared)
{
    std::vector<Line> lines;
    for (const Summary& summary : declared) lines.push_back({summary});
    for (const Definition& standard : standard_ledgers()) {
        const bool is_known = std::any_of(declared.begin(), declared.end(),
                                          [&](const Summary& summary) { return summary.name == standard.name; });
        if (!is_known) lines.push_back({{standard.name, "", standard.columns.size()}, false});
    }
    return lines;
}

// The columns of one register, the unit's own or a standard one.
cli::Exit list_columns(const Ledgers& ledgers, const base::Actor& actor, const std::string& name,
                       cli::Terminal& terminal)
{
    auto found = ledgers.find(actor, name);
    if (!found) {
        const auto standard = standard_ledger(name);
        if (!standard) return refuse(terminal, found.error());
        found = Register{*standard};
    }
    print(found->definition, terminal);
    return cli::Exit::done;
}

cli::Exit list(const cli::OpenOffice& open, const cli::Input& input, cli::Terminal& terminal)
{
    auto office = open(input);
    if (!office) return refuse(terminal, office.error());
    if (input.has("NAME"))
        return list_columns({office->db, office->clock}, office->actor, input.text("NAME"), terminal);
    boost::json::array json;
    std::vector<std::vector<std::string>> rows;
    for (const Line& line : lines_of(Ledgers{office->db, office->clock}.list(office->actor))) {
        const Summary& summary = line.summary;
        json.push_back(boost::json::object{{"ledger", summary.name},
                                           {"declared", line.is_declared},
                                           {"columns", summary.columns},
                                           {"records", summary.records},
                                           {"imports", summary.imports}});
        const bool is_unused = summary.imports == 0;
        rows.push_back({summary.name, std::to_string(summary.columns), is_unused ? "" : std::to_string(summary.records),
                        std::to_string(summary.imports),
                        line.is_declared ? terminal.say({"本单位", "own"}) : terminal.say({"标准", "standard"})});
    }
    if (terminal.format == cli::Format::json) {
        cli::print_json(terminal.out, json);
        return cli::Exit::done;
    }
    cli::print_table(terminal.out,
                     {{terminal.say({"台账", "register"})},
                      {terminal.say({"列数", "columns"}), cli::Side::right},
                      {terminal.say({"记录", "records"}), cli::Side::right},
                      {terminal.say({"导入次数", "imports"}), cli::Side::right},
                      {terminal.say({"定义", "defined"})}},
                     rows);
    return cli::Exit::done;
}

cli::Text ending_of(const std::string& ended_how)
{
    if (ended_how == "changed") return {"之后改动", "changed later"};
    if (ended_how == "removed") return {"之后移除", "removed later"};
    if (ended_how == "restored") return {"移除后恢复", "restored later"};
    return {"现在", "now"};
}

// What stands after a removal is what the record said when it was removed.
cli::Text state_of(const std::vector<RecordVersion>& versions, std::size_t at)
{
    const bool is_removed = versions[at].ended_how.empty() && at > 0 && versions[at - 1].ended_how == "removed";
    return is_removed ? cli::Text{"已移除", "removed"} : ending_of(versions[at].ended_how);
}

void print_as_text(const Definition& definition, const std::vector<RecordVersion>& versions, cli::Terminal& terminal)
{
    for (std::size_t at = 0; at < versions.size(); ++at) {
        const RecordVersion& version = versions[at];
        terminal.out << version.version << "  " << terminal.say(state_of(versions, at)) << "  " << version.place
                     << '\n';
        for (std::size_t i = 0; i < version.cells.size(); ++i)
            terminal.out << "   " << definition.columns[i].title << "：" << version.cells[i] << '\n';
    }
}

void print_as_json(const Definition& definition, const std::vector<RecordVersion>& versions, cli::Terminal& terminal)
{
    boost::json::array json;
    for (const RecordVersion& version : versions) {
        boost::json::object cells;
        for (std::size_t i = 0; i < version.cells.size(); ++i) cells[definition.columns[i].title] = version.cells[i];
        json.push_back(boost::json::object{{"version", version.version},
                                           {"ended", version.ended_how},
                                           {"place", version.place},
                                           {"cells", std::move(cells)}});
    }
    cli::print_json(terminal.out, json);
}

cli::Exit history(const cli::OpenOffice& open, const cli::Input& input, cli::Terminal& terminal)
{
    auto office = open(input);
    if (!office) return refuse(terminal, office.error());
    const Ledgers ledgers{office->db, office->clock};
    const auto found = ledgers.history(office->actor, input.text("NAME"), input.text("IDENTITY"));
    if (!found) return refuse(terminal, found.error());
    if (terminal.format == cli::Format::json)
        print_as_json(found->definition, found->versions, terminal);
    else
        print_as_text(found->definition, found->versions, terminal);
    return cli::Exit::done;
}

using Run = cli::Exit (*)(const cli::OpenOffice&, const cli::Input&, cli::Terminal&);

auto running(Run run, const cli::OpenOffice& open)
{
    return [run, open](const cli::Input& input, cli::Terminal& terminal) { return run(open, input, terminal); };
}

}  // namespace

void add_commands(cli::Program& program, const cli::OpenOffice& open)
{
    program.add({.path = {"ledgers", "declare"},
                 .summary = {"按“台账定义”工作簿定义台账", "declare registers from a definition workbook"},
                 .examples = {"mingji ledgers declare 台账定义.xlsx"},
                 .arguments = {{"FILE", {"台账定义工作簿", "definition workbook"}}},
                 .run = running(declare, open)});
    program.add({.path = {"ledgers", "list"},
                 .summary = {"列出本单位的台账和标准台账，或一个台账的各列",
                             "list own and standard registers, or the columns of one"},
                 .examples = {"mingji ledgers list", "mingji ledgers list 会议台账"},
                 .arguments = {{"NAME", {"台账名称，写了就列出它的各列", "register whose columns to list"}, false}},
                 .run = running(list, open)});
    program.add({.path = {"ledgers", "history"},
                 .summary = {"查看一条记录先后的内容", "what a record said before and says now"},
                 .examples = {"mingji ledgers history 会议台账 HY2024-0001"},
                 .arguments = {{"NAME", {"台账名称", "name of the register"}},
                               {"IDENTITY", {"标识列的内容", "the record's identity"}}},
                 .run = running(history, open)});
    add_import_command(program, open);
}

}  // namespace ledgers
