// SPDX-License-Identifier: Apache-2.0
#include "budget/cli/budget_commands.h"

#include <algorithm>

#include "budget/budget.h"
#include "budget/cli/execution_report.h"

namespace budget {

namespace {

cli::Exit refuse(cli::Terminal& terminal, const base::Error& error)
{
    terminal.err << terminal.words(error) << '\n';
    return cli::exit_for(error);
}

base::Result<base::FiscalYear> year_of(const cli::Input& input)
{
    TRY_ASSIGN(const base::Period period, base::Period::parse(input.text("--year")));
    const base::FiscalYear year{period.first.year()};
    if (period != base::Period::of(year))
        return base::fail(base::ErrorKind::invalid, "period.not_a_period", {{"text", input.text("--year")}});
    return year;
}

// The day asked for; without one today, or the year's last day when it is over.
base::Result<base::Date> day_of(const cli::Input& input, base::FiscalYear year, const base::Clock& clock)
{
    if (input.has("--as-of")) return base::Date::parse(input.text("--as-of"));
    return std::min(clock.today(), year.last_day());
}

base::Result<ExecutionReport> load(const cli::Office& office, const cli::Input& input, base::FiscalYear year)
{
    const Budgets budgets{office.db, office.clock};
    const base::OrgId& org = office.actor.org;
    TRY_ASSIGN(const base::Date as_of, day_of(input, year, office.clock));
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
}

}  // namespace budget
