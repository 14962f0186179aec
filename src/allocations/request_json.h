// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/json.hpp>

#include "allocations/requests.h"

namespace allocations {

// What routes and commands say of a request, in the words of the contract.
boost::json::object row_json(const Request& request);
boost::json::object request_json(const Request& request);
boost::json::object free_room_json(const FreeRoom& free);

std::string state_word(const Request& request);

}  // namespace allocations
