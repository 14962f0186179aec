// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desk.h"
#include "base/period.h"
#include "indicators/core/run.h"

namespace app {

// Every command of the program: those of the slices, and those below that work across slices.
void add_all_commands(cli::Program& program, Desk& desk);

void add_init_command(cli::Program& program, Desk& desk);            // mingji init
void add_template_command(cli::Program& program, Desk& desk);        // mingji template KIND [NAME]
void add_budget_import_commands(cli::Program& program, Desk& desk);  // mingji import budget|payments
void add_targets_import_command(cli::Program& program, Desk& desk);  // mingji import targets
void add_evaluate_command(cli::Program& program, Desk& desk);        // mingji evaluate
void add_forecast_command(cli::Program& program, Desk& desk);        // mingji indicators forecast
void add_report_command(cli::Program& program, Desk& desk);          // mingji report
void add_standard_command(cli::Program& program, Desk& desk);        // mingji premises standard
void add_serve_command(cli::Program& program, Desk& desk);           // mingji serve
void add_routes_command(cli::Program& program);                      // mingji routes
void add_tls_command(cli::Program& program);                         // mingji tls init
void add_backup_commands(cli::Program& program, Desk& desk);         // mingji backup create|list|verify|restore
void add_migrate_engine_command(cli::Program& program, Desk& desk);  // mingji migrate-engine
void add_organisation_commands(cli::Program& program, Desk& desk);   // mingji organisations rename
void add_people_commands(cli::Program& program, Desk& desk);         // mingji people add|code
void add_audit_commands(cli::Program& program, Desk& desk);          // mingji audit verify|checkpoint
void add_closing_commands(cli::Program& program, Desk& desk);        // mingji closing show|close|verify
void add_year_commands(cli::Program& program, Desk& desk);           // mingji year roll-over|compare

// A run's scores and findings, as a table (with what could not be measured, and why) or in the shape of out/score.json.
cli::Exit print_scores(const cli::Office& office, const indicators::Run& run, const std::string& rule_set,
                       cli::Terminal& terminal);

}  // namespace app
