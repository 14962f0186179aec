// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>

#include <boost/json/value.hpp>

namespace cli {

// Writes with two blanks a level, keys in the order they were put in, Chinese as it is, a newline at the end: the
// same value gives the same bytes.
void print_json(std::ostream& out, const boost::json::value& value);

}  // namespace cli
