// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/json/object.hpp>

#include "ledgers/table_import.h"

namespace ledgers {

// Whether it is stored, counts of the tables, the first 200 changed rows, what was passed over and where examples
// stand; without the problems, which whoever asks puts into words.
boost::json::object json_of(const TableImport& outcome);

}  // namespace ledgers
