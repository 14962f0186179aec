// SPDX-License-Identifier: Apache-2.0
#include "app/serve/job_kinds.h"

namespace app {

jobs::Runs job_kinds()
{
    return {{"budget.import", run_budget_import}, {"ledgers.import", run_ledger_import}};
}

}  // namespace app
