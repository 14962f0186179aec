// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/indicators/http: runs as JSON.

#include <boost/json/object.hpp>

#include "http/router.h"
#include "indicators/signatures.h"

namespace indicators {

// A line of the list.
boost::json::object summary_json(const Run& run, const std::optional<Signature>& signature);
// With rows, findings, waivers and what stands in the way of a signature.
boost::json::object to_json(const Run& run, const RunStanding& standing, const http::Context& context);
boost::json::object to_json(const Verification& found);
boost::json::object to_json(const Waiver& waiver);
boost::json::object to_json(const Signature& signature);
// Row by row; the runs' facts say where something behind an unchanged figure changed.
boost::json::object comparison_json(const Run& before, const std::vector<Fact>& facts_before, const Run& after,
                                    const std::vector<Fact>& facts_after);

}  // namespace indicators
