// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/json/object.hpp>

#include "http/fields.h"
#include "http/router.h"
#include "ledgers/ledgers.h"

namespace ledgers {

http::Response answer(int status, const boost::json::object& json);

boost::json::object to_json(const Register& declared);
boost::json::object to_json(const Summary& summary);
boost::json::object to_json(const ShownRecord& record);
boost::json::object to_json(const Definition& definition, const RecordVersion& version);

// The columns and the section of a body; what is wrong is collected in `fields`.
Register register_of(http::Fields& fields, std::string name);

}  // namespace ledgers
