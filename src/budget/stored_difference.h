// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/budget: what a budget workbook says differently from what is stored.

#include "budget/budget_workbook.h"

namespace budget {

// Whether nothing differs. Refuses each cell that says something else: budget.import.stored_differs {name, column,
// before, after}, and of a document's lines .stored_lacks_line and .stored_has_line {name, line, amount}.
bool says_the_same(ImportJob& job, const Line& stored, const Placed<Line>& said);
bool says_the_same(ImportJob& job, const Document& stored, const PlacedDocument& said);
bool says_the_same(ImportJob& job, const Contract& stored, const Placed<Contract>& said);

}  // namespace budget
