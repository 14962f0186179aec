// SPDX-License-Identifier: Apache-2.0
#include "app/commands.h"

#include "app/schema.h"
#include "budget/budget.h"
#include "identity/identity.h"
#include "indicators/cli/score_command.h"
#include "indicators/indicators.h"
#include "ledgers/cli/ledgers_commands.h"
#include "ledgers/ledgers.h"
#include "reports/cli/text_command.h"
#include "reports/reports.h"

namespace app {

std::vector<std::span<const sql::Migration>> schema()
{
    return {identity::migrations(), budget::migrations(), ledgers::migrations(), indicators::migrations(),
            reports::migrations()};
}

cli::Exit refuse(cli::Terminal& terminal, const base::Error& error)
{
    terminal.err << terminal.words(error) << '\n';
    return cli::exit_for(error);
}

base::Result<base::FiscalYear> year_of(const cli::Input& input)
{
    const std::string text = input.text("--year");
    const auto period = base::Period::parse(text);
    if (!period || text.size() != 4)
        return base::fail(base::ErrorKind::invalid, "app.year.malformed", {{"text", text}});
    return base::FiscalYear{period->first.year()};
}

void add_all_commands(cli::Program& program, Desk& desk)
{
    const cli::OpenOffice open = [&desk](const cli::Input& input) { return desk.open(input); };
    add_init_command(program, desk);
    add_template_command(program, desk);
    add_budget_import_commands(program, desk);
    add_targets_import_command(program, desk);
    add_evaluate_command(program, desk);
    add_report_command(program, desk);
    program.add(indicators::score_command());
    ledgers::add_commands(program, open);
    reports::add_commands(program, open);
}

}  // namespace app
