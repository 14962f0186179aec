// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "check/core/known.h"
#include "cli/program.h"

namespace check {

// The figures of our own database for --year and --org.
using OpenKnown = std::function<base::Result<Known>(const ::cli::Input&)>;

// mingji check FILE|DIR…: the findings as a table or as JSON; exit 3 where there are errors.
::cli::Command check_command(OpenKnown open_known);

}  // namespace check
