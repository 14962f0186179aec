// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/allocations/http: what its routes share.

#include <boost/json.hpp>

#include "allocations/allocations.h"
#include "http/fields.h"
#include "http/query.h"
#include "http/router.h"

namespace allocations {

http::Response answer(int status, const boost::json::object& json);
http::Response items_answer(boost::json::array items);
Allocations allocations_of(const http::Context& context);
void tell(http::Context& context, const char* what, const std::string& name);
boost::json::value text_json(const std::string& text);
boost::json::value day_json(const std::optional<base::Date>& day);
// A refusal, at the member of the body that it is about.
http::Response refused(const base::Error& error);
void add_change(http::Router& router, const char* path, const char* operation,
                http::Response (*handle)(http::Context&));
void add_reading(http::Router& router, const char* path, const char* operation,
                 http::Response (*handle)(http::Context&));

}  // namespace allocations
