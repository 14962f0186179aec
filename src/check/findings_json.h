// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/json/object.hpp>

#include "check/words.h"

namespace check {

boost::json::object to_json(const Place& place);
boost::json::object to_json(const FactBehind& fact);  // {"run","code","records"}
boost::json::object to_json(const Waiver& waiver);    // {"reason","account","at"}

// {"file","findings":[{"rule","severity","message","places":[{"line","column","quote",…}],"numbers"[,"fact"][,"waiver"]}],"notes":[…],"claims","seconds"}
boost::json::object to_json(const Checked& checked, const Words& words);
// SARIF 2.1.0 (OASIS, 2020) of all files, for tools that show findings beside a text.
boost::json::object to_sarif(const std::vector<Checked>& all, const Words& words);

}  // namespace check
