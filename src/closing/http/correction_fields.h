// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <boost/json.hpp>

#include "closing/core/correction.h"
#include "http/fields.h"
#include "http/query.h"

namespace closing {

// The member `correction` of a body: {"reason", "document"}; none where it is not there.
std::optional<Correction> correction_of(http::Fields& fields);
// The same of a route that takes a file: ?correction_reason=&correction_document=.
std::optional<Correction> correction_of(http::Query& query);

// On its way through a job's parameters; null is none.
boost::json::value to_json(const std::optional<Correction>& correction);
std::optional<Correction> correction_of(const boost::json::object& params);

}  // namespace closing
