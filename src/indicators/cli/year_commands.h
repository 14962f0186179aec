// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "base/period.h"
#include "cli/program.h"
#include "indicators/indicators.h"

namespace indicators {

// Where a year's measures find their records; app knows the slices that have them.
using SourceOf = std::function<FactSource(const ::cli::Office&, base::FiscalYear)>;

// mingji indicators list | runs | show RUN | verify RUN, and indicators evidence add CODE FILE. `verify` answers with
// exit code 3 when something behind the run changed.
void add_commands(::cli::Program& program, const ::cli::OpenOffice& open, const SourceOf& source_of);

}  // namespace indicators
