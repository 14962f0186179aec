// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/json/object.hpp>

#include "check/check.h"
#include "cli/terminal.h"

namespace check {

// {"file","findings":[{"rule","severity","message","places":[{"line","column","quote",…}],"numbers"}],"claims","seconds"}
boost::json::object to_json(const Checked& checked, ::cli::Language language);
// SARIF 2.1.0 (OASIS, 2020) of all files, for tools that show findings beside a text.
boost::json::object to_sarif(const std::vector<Checked>& all, ::cli::Language language);

}  // namespace check
