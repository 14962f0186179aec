// SPDX-License-Identifier: Apache-2.0
#include "app/serve/job_kinds.h"

#include "app/system/system_routes.h"

namespace app {

jobs::Kinds job_kinds()
{
    return {{"budget.import", {"budget.import", run_budget_import}},
            {"ledgers.import", {"ledgers.import", run_ledger_import}},
            {"premises.import", {"premises.import", run_premises_import}},
            {"premises.survey", {"premises.import", run_survey}},
            {"meetings.import", {"meetings.import", run_meetings_import}},
            {"indicators.import", {"indicators.import", run_targets_import}},
            {"indicators.evaluate", {"indicators.evaluate", run_evaluation}},
            {"check.report", {"check.run", run_check}},
            {"reports.render", {"reports.read", run_report_rendering}},
            {"system.backup", {"system.backup", run_backup}},
            {"system.verify_backup", {"system.backup", run_backup_verification}}};
}

}  // namespace app
