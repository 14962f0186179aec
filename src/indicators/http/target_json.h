// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/indicators/http: promises as JSON and back.

#include <boost/json/object.hpp>

#include "http/fields.h"
#include "http/router.h"
#include "indicators/core/target.h"
#include "indicators/core/target_checks.h"

namespace indicators {

// How a target was understood: TargetReading of the contract.
boost::json::object reading_json(const Target& target, const http::Context& context);
boost::json::object to_json(const Actual& actual, const http::Context& context);
boost::json::object to_json(const IndicatorInForce& indicator, base::FiscalYear year, const http::Context& context);
boost::json::object to_json(const IndicatorSetting& setting);
boost::json::object to_json(const Goal& goal);
boost::json::object to_json(const SupportingMeasure& support);
boost::json::array to_json(const std::vector<RevisionChange>& revisions);  // by document
boost::json::value to_json(const MeasureText& measure);

// {goals, indicators, supports} of a body; what is malformed is collected in the fields.
Targets targets_of(http::Fields& fields);
MeasureText measure_of(http::Fields& fields, std::string_view name);

// Where a problem is in such a body: /indicators/3/weight.
http::FieldError field_error(const TargetProblem& problem);
// The member that a column of the workbook is in JSON: 权重 is weight, 数据来源 measure/source.
std::string member_of(const std::string& title);

}  // namespace indicators
