// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ledgers/table_import.h"
#include "premises/register_tables.h"

namespace premises {

using ledgers::ImportFile;
using ledgers::ImportMode;
using ledgers::ImportProblem;
using ImportOutcome = ledgers::TableImport;

}  // namespace premises
