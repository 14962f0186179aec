// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "budget/core/execution.h"
#include "budget/core/finding.h"
#include "budget/core/payment.h"
#include "budget/core/service.h"

namespace budget {

// What is recorded and what is computed from it, in JSON, the same on the command line and over HTTP: amounts in 元,
// every number a string but for counts and entries.
boost::json::object json_of(const Line& line);
boost::json::object json_of(const Document& document);
boost::json::object json_of(const Contract& contract);
boost::json::object json_of(const EntryKey& key);
boost::json::array json_of(const std::vector<EntryKey>& keys);
boost::json::object json_of(const Payment& payment);
boost::json::object json_of(const Amounts& amounts);
boost::json::object json_of(const Execution& execution);
boost::json::object json_of(const Finding& finding, const std::string& message);
boost::json::array services_json(const std::vector<ServiceCoverage>& services);

base::Money changes(const Amounts& amounts);  // what came after the first approval
base::Money sum_of(const Document& document);

}  // namespace budget
