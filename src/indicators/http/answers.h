// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/indicators/http: what its routes have in common.

#include <string>
#include <vector>

#include <boost/json.hpp>

#include "base/instant.h"
#include "http/fields.h"
#include "http/query.h"
#include "http/router.h"
#include "indicators/forecast_json.h"
#include "indicators/http/indicator_routes.h"
#include "indicators/http/year_parameter.h"

namespace indicators {

namespace json = boost::json;

inline http::Response answer(int status, const json::object& object)
{
    return {.status = status, .body = json::serialize(object)};
}

inline http::Response listed(json::array items)
{
    return answer(200, {{"items", std::move(items)}, {"next", nullptr}});
}

inline Indicators indicators_of(const http::Context& context, std::optional<closing::Correction> correction = {})
{
    return {context.db, context.clock, context.data, std::move(correction)};
}

inline std::string words_of(const http::Context& context, const base::Error& error)
{
    return context.words(error);
}

// A rule about members of a body that only the use case could look at.
inline http::Response wrong_fields(std::vector<http::FieldError> fields)
{
    http::Response response = http::problem({base::ErrorKind::invalid, "request.fields_wrong"});
    response.problem->fields = std::move(fields);
    return response;
}

// Other pages hear that something of the year changed.
inline void tell(http::Context& context, const char* what, base::FiscalYear year)
{
    context.heard.push_back({"", context.actor.org.text(), "change",
                             json::serialize(json::object{{"what", std::string{"indicators."} + what},
                                                          {"name", std::to_string(year.year)}})});
}

inline json::value count_or_null(const std::optional<std::int64_t>& count)
{
    return count ? json::value(*count) : json::value(nullptr);
}

inline json::array texts_json(const std::vector<std::string>& texts)
{
    json::array array;
    for (const std::string& text : texts) array.emplace_back(text);
    return array;
}

// The parts of the contract's routes; each file adds its own.
void add_target_routes(http::Router& router, const Surroundings& surroundings);
void add_entry_routes(http::Router& router);
void add_evidence_routes(http::Router& router, const Surroundings& surroundings);
void add_measure_routes(http::Router& router, const Surroundings& surroundings);
void add_run_routes(http::Router& router, const Surroundings& surroundings);
void add_fact_routes(http::Router& router, const Surroundings& surroundings);

}  // namespace indicators
