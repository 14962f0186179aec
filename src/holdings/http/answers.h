// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the routes of holdings have in common.

#include <string>

#include <boost/json/object.hpp>

#include "holdings/holdings.h"
#include "http/router.h"

namespace holdings {

inline Holdings holdings_of(const http::Context& context)
{
    return {context.db, context.clock};
}

http::Response answer(int status, const boost::json::object& json);
// Tells those who look at it that something of holdings changed.
void tell(http::Context& context, const char* what, const std::string& name);
// A refusal of a rule, at the member of the body that it is about.
http::Response refused(const base::Error& error);

}  // namespace holdings
