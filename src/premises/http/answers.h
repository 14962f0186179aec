// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/premises/http: what its routes have in common.

#include <string>

#include <boost/json.hpp>

#include "http/fields.h"
#include "http/query.h"
#include "http/router.h"
#include "premises/premises.h"
#include "premises/record_json.h"

namespace premises {

inline http::Response answer(int status, const boost::json::object& json)
{
    return {.status = status, .body = boost::json::serialize(json)};
}

inline Premises premises_of(const http::Context& context)
{
    return {context.db, context.clock};
}

// Other pages hear that something changed.
inline void tell(http::Context& context, const char* what, const std::string& name)
{
    context.heard.push_back(
        {"", context.actor.org.text(), "change",
         boost::json::serialize(boost::json::object{{"what", std::string{"premises."} + what}, {"name", name}})});
}

// The refusal, and which member of the body it is about.
http::Response refused(const base::Error& error);

// What lists and the export of parcels and buildings are asked with.
EstateFilter estate_filter(http::Query& query);

// A parcel or a building of a body, without its code.
Estate estate_of(EstateKind kind, http::Fields& fields);

// "1204.50" of a body; what is wrong is collected.
Area area_of(http::Fields& fields, const char* name);
std::optional<Area> optional_area_of(http::Fields& fields, const char* name);

}  // namespace premises
