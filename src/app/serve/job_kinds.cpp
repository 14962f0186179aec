// SPDX-License-Identifier: Apache-2.0
#include "app/serve/job_kinds.h"

#include "app/system/system_routes.h"

namespace app {

jobs::Runs job_kinds()
{
    return {{"budget.import", run_budget_import},
            {"ledgers.import", run_ledger_import},
            {"indicators.import", run_targets_import},
            {"indicators.evaluate", run_evaluation},
            {"reports.render", run_report_rendering},
            {"system.backup", run_backup},
            {"system.verify_backup", run_backup_verification}};
}

}  // namespace app
