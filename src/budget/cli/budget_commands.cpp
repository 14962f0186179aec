// SPDX-License-Identifier: Apache-2.0
#include "budget/cli/budget_commands.h"

#include <algorithm>

#include "budget/budget.h"
#include "budget/cli/act_commands.h"
#include "budget/cli/execution_report.h"
#include "budget/cli/list_commands.h"

namespace budget {

namespace {

base::Result<ExecutionReport> load(const cli::Office& office, const cli::Input& input, base::FiscalYear year)
{
    const Budgets budgets{office.db, office.clock};
    const base::OrgId& org = office.actor.org;
    TRY_ASSIGN(const base::Date as_of, cli::as_of(input, year, office.clock));
    ExecutionReport report;
    TRY_ASSIGN(report.execution, budgets.execution(org, year, as_of));
    TRY_ASSIGN(report.services, budgets.services(org, year, as_of));
    TRY_ASSIGN(report.findings, budgets.findings(org, year, as_of));
    return report;
}

cli::Exit show(const cli::OpenOffice& open, const cli::Input& input, cli::Terminal& terminal)
{
    const auto year = year_of(input);
    if (!year) return refuse(terminal, year.error());
    auto office = open(input);
    if (!office) return refuse(terminal, office.error());
    const auto report = load(*office, input, *year);
    if (!report) return refuse(terminal, report.error());
    print(*report, terminal);
    return cli::Exit::done;
}

}  // namespace

void add_commands(cli::Program& program, const cli::OpenOffice& open)
{
    program.add(
        {.path = {"budget", "show"},
         .summary = {"查看预算执行：各项目、各月、服务费支付和发现的问题",
                     "budget execution by line and month, services and findings"},
         .examples = {"mingji budget show --year 2024", "mingji budget show --year 2024 --as-of 2024-06-30"},
         .options = {{"--year", {"年度", "fiscal year"}, "YEAR", true},
                     {"--as-of", {"截至哪一天，默认今天或年末", "as of this day"}, "DATE"}},
         .run = [open](const cli::Input& input, cli::Terminal& terminal) { return show(open, input, terminal); }});
    add_list_commands(program, open);
    add_act_commands(program, open);
}

}  // namespace budget
