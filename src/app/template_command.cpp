// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include "allocations/import.h"
#include "app/commands.h"
#include "budget/budget.h"
#include "budget/templates.h"
#include "holdings/ledger_import.h"
#include "indicators/rule_sets.h"
#include "indicators/templates.h"
#include "ledgers/definition_table.h"
#include "ledgers/ledgers.h"
#include "ledgers/templates.h"
#include "meetings/import.h"
#include "premises/register_tables.h"
#include "spreadsheet/write.h"
#include "surveys/import.h"

namespace app {

namespace {

// A declared register's own template; without a data folder, or for a register that is not declared, the shipped one.
std::vector<spreadsheet::TableSheet> ledger_template(Desk& desk, const cli::Input& input)
{
    const std::string name = input.text("NAME");
    std::optional<ledgers::Definition> declared;
    if (const auto office = desk.open(input)) {
        auto found = ledgers::Ledgers{office->db, office->clock}.find(office->actor, name);
        if (found) declared = std::move(found->definition);
    }
    return ledgers::template_for(declared, name);
}

// Without --year the examples are of this year.
base::Result<base::FiscalYear> year_or_this(const cli::Input& input)
{
    if (input.has("--year")) return year_of(input);
    return base::FiscalYear{base::SystemClock{}.today().year()};
}

// With a data folder the year's lines and contracts are offered as drop-downs.
base::Result<std::vector<spreadsheet::TableSheet>> payments_template(Desk& desk, const cli::Input& input)
{
    TRY_ASSIGN(const base::FiscalYear year, year_or_this(input));
    const auto office = desk.open(input);
    if (!office) return budget::payments_template(year, {}, {});
    const budget::Budgets budgets{office->db, office->clock};
    const auto lines = budgets.lines(office->actor.org, year);
    const auto contracts = budgets.contracts(office->actor.org, year);
    return budget::payments_template(year, lines ? *lines : std::vector<budget::Line>{},
                                     contracts ? *contracts : std::vector<budget::Contract>{});
}

base::Result<std::vector<spreadsheet::TableSheet>> sheets_of(Desk& desk, const cli::Input& input)
{
    const std::string kind = input.text("KIND");
    if (kind == "budget") {
        TRY_ASSIGN(const base::FiscalYear year, year_or_this(input));
        return budget::budget_template(year);
    }
    if (kind == "payments") return payments_template(desk, input);
    if (kind == "ledger" && input.has("NAME")) return ledger_template(desk, input);
    if (kind == "ledger") return base::fail(base::ErrorKind::not_found, "app.template.ledger_unnamed");
    if (kind == "targets") {
        TRY_ASSIGN(const indicators::RuleSet rules,
                   indicators::load_rule_set(input.text_or("--rule-set", "hubei-2020")));
        return indicators::targets_template(rules);
    }
    if (kind == "premises") return premises::premises_template();
    if (kind == "allocations") return allocations::allocations_template();
    if (kind == "holdings") return holdings::ledger_template();
    if (kind == "meetings") return meetings::meetings_template();
    if (kind == "surveys") return surveys::surveys_template();
    return base::fail(base::ErrorKind::not_found, "app.template.unknown", {{"kind", kind}});
}

std::string default_name(const cli::Input& input)
{
    const std::string kind = input.text("KIND");
    if (kind == "budget") return "预算.xlsx";
    if (kind == "payments") return "支付.xlsx";
    if (kind == "targets") return "绩效指标.xlsx";
    if (kind == "premises") return "办公用房.xlsx";
    if (kind == "allocations") return "单位编制.xlsx";
    if (kind == "holdings") return "分台账.xlsx";
    if (kind == "meetings") return "会务.xlsx";
    if (kind == "surveys") return "满意度答卷.xlsx";
    return input.text("NAME") + ".xlsx";
}

// The command that takes the filled workbook. A register that nobody knows got a sheet to define it: a new one, or a
// name that was mistyped.
std::string what_next(const cli::Input& input, const std::vector<spreadsheet::TableSheet>& sheets,
                      const std::string& file, const cli::Terminal& terminal)
{
    const std::string kind = input.text("KIND");
    if (kind == "ledger" && sheets.front().name == ledgers::definition_table().name)
        return terminal.words("app.template.definition_written", {{"ledger", input.text("NAME")}, {"file", file}});
    if (kind == "premises" || kind == "allocations" || kind == "holdings" || kind == "meetings" || kind == "surveys")
        return terminal.words("app.template.written", {{"file", file}, {"next", "mingji " + kind + " import " + file}});
    std::string next = "mingji import " + kind + " " + (kind == "ledger" ? input.text("NAME") + " " : "") + file;
    if (kind != "ledger")
        next += " --year " + input.text_or("--year", std::to_string(base::SystemClock{}.today().year()));
    return terminal.words("app.template.written", {{"file", file}, {"next", next}});
}

cli::Exit run(Desk& desk, const cli::Input& input, cli::Terminal& terminal)
{
    const auto sheets = sheets_of(desk, input);
    if (!sheets) return refuse(terminal, sheets.error());
    const std::filesystem::path file = input.text_or("--output", default_name(input));
    if (const auto is_new = spreadsheet::refuse_existing(file); !is_new) return refuse(terminal, is_new.error());
    const auto written = spreadsheet::write_workbook(file, *sheets);
    if (!written) return refuse(terminal, written.error());
    terminal.note(what_next(input, *sheets, file.string(), terminal));
    return cli::Exit::done;
}

}  // namespace

void add_template_command(cli::Program& program, Desk& desk)
{
    program.add(
        {.path = {"template"},
         .summary = {"生成待填的工作簿", "write an empty workbook to fill in"},
         .examples = {"mingji template budget", "mingji template payments", "mingji template targets",
                      "mingji template premises", "mingji template ledger 维修台账 --output 维修台账.xlsx"},
         .arguments = {{"KIND",
                        {"budget、payments、targets、premises、allocations、holdings、meetings、surveys 或 ledger",
                         "budget, payments, targets, premises, allocations, holdings, meetings, surveys or ledger"}},
                       {"NAME", {"台账名称", "name of the register"}, false}},
         .options = {{"--year", {"年度（默认今年）", "fiscal year (default: this year)"}, "YEAR"},
                     {"--output", {"文件名", "file to write"}, "FILE"},
                     {"--rule-set",
                      {"评分规则（评价档次的选项按它列出）", "rule set, for the choices of bands"},
                      "ID"}},
         .run = [&desk](const cli::Input& input, cli::Terminal& terminal) { return run(desk, input, terminal); }});
}

}  // namespace app
