// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <boost/json/object.hpp>

#include "indicators/core/forecast_back_test.h"

namespace indicators {

// The words for a code with its arguments, in the reader's language.
using Words = std::function<std::string(const base::Error&)>;

// The shapes Forecast and BackTest of docs/api/openapi.yaml. Values are decimal strings with at most two decimals,
// half-up, shares of one as per cent.
boost::json::object to_json(const Forecast& forecast, const Words& words);
boost::json::object to_json(const BackTest& test);

boost::json::value to_json(const std::optional<base::Decimal>& value);
// 1953.25, or null; where even whole digits do not fit, the exact fraction.
boost::json::value to_json(const std::optional<base::Ratio>& value);
boost::json::value text_or_null(const std::string& text);
boost::json::value percent_or_null(const std::optional<base::Ratio>& share);  // 0.9141 as "91.41"
std::string plain_text(const base::Ratio& value);

// What must happen, as a sentence.
base::Error sentence_of(const Need& need);

}  // namespace indicators
