// SPDX-License-Identifier: Apache-2.0
#include "app/commands.h"

#include "allocations/allocations.h"
#include "allocations/cli/allocations_commands.h"
#include "app/known_figures.h"
#include "app/schema.h"
#include "app/sources.h"
#include "budget/budget.h"
#include "budget/cli/budget_commands.h"
#include "check/checked_reports.h"
#include "check/cli/check_command.h"
#include "closing/closing.h"
#include "holdings/cli/holdings_commands.h"
#include "holdings/holdings.h"
#include "identity/identity.h"
#include "indicators/cli/score_command.h"
#include "indicators/cli/year_commands.h"
#include "indicators/indicators.h"
#include "jobs/jobs.h"
#include "ledgers/cli/ledgers_commands.h"
#include "ledgers/ledgers.h"
#include "meetings/cli/meetings_commands.h"
#include "meetings/meetings.h"
#include "premises/cli/premises_commands.h"
#include "premises/premises.h"
#include "reports/cli/text_command.h"
#include "reports/reports.h"
#include "surveys/cli/surveys_commands.h"
#include "surveys/surveys.h"

namespace app {

std::vector<std::span<const sql::Migration>> schema()
{
    return {identity::migrations(), jobs::migrations(),     closing::migrations(),     budget::migrations(),
            ledgers::migrations(),  premises::migrations(), allocations::migrations(), holdings::migrations(),
            meetings::migrations(), surveys::migrations(),  indicators::migrations(),  reports::migrations(),
            check::migrations()};
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
    add_serve_command(program, desk);
    add_routes_command(program);
    add_tls_command(program);
    add_backup_commands(program, desk);
    add_migrate_engine_command(program, desk);
    add_organisation_commands(program, desk);
    add_people_commands(program, desk);
    add_audit_commands(program, desk);
    add_closing_commands(program, desk);
    add_year_commands(program, desk);
    program.add(indicators::score_command());
    program.add(check::check_command([&desk](const cli::Input& input) -> base::Result<check::Known> {
        TRY_ASSIGN(const base::FiscalYear year, cli::year_of(input));
        TRY_ASSIGN(const cli::Office office, desk.open(input));
        return known_figures(office, year);
    }));
    budget::add_commands(program, open);
    indicators::add_commands(program, open, sources_of);
    add_forecast_command(program, desk);
    ledgers::add_commands(program, open);
    premises::add_commands(program, open);
    allocations::add_commands(program, open);
    holdings::add_commands(program, open);
    meetings::add_commands(program, open);
    surveys::add_commands(program, open);
    add_standard_command(program, desk);
    reports::add_commands(program, open);
}

}  // namespace app
