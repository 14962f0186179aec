// SPDX-License-Identifier: Apache-2.0
#include "app/serve/job_kinds.h"

#include "app/system/system_routes.h"

namespace app {

jobs::Kinds job_kinds()
{
    jobs::Kinds kinds{{"budget.import", {"budget.import", run_budget_import}},
                      {"ledgers.import", {"ledgers.import", run_ledger_import}},
                      {"premises.survey", {"premises.import", run_survey}},
                      {"indicators.import", {"indicators.import", run_targets_import}},
                      {"indicators.evaluate", {"indicators.evaluate", run_evaluation}},
                      {"check.report", {"check.run", run_check}},
                      {"reports.render", {"reports.read", run_report_rendering}},
                      {"system.backup", {"system.backup", run_backup}},
                      {"system.verify_backup", {"system.backup", run_backup_verification}}};
    add_table_jobs(kinds);
    return kinds;
}

}  // namespace app
