// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/indicators/http: facts and records as JSON.

#include <optional>
#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "base/records.h"
#include "http/router.h"
#include "indicators/core/fact.h"
#include "indicators/records_behind.h"

namespace indicators {

boost::json::object fact_json(const Fact& fact, const http::Context& context);
boost::json::array columns_json(const std::vector<base::RecordColumn>& columns);
// `state` is left out of a record that was never frozen.
boost::json::object record_json(const FactRecord& record, const std::vector<base::Cell>& cells,
                                const std::optional<RecordState>& state);

}  // namespace indicators
