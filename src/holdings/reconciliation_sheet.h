// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "holdings/holdings.h"
#include "spreadsheet/write.h"

namespace holdings {

// A reconciliation as a sheet to hand out; `only_differing` leaves out what agrees.
spreadsheet::TableSheet sheet_of(const Reconciliation& found, ReconciliationKind kind, bool only_differing);

}  // namespace holdings
