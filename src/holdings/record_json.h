// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/json/object.hpp>

#include "holdings/holdings.h"

namespace holdings {

// The same on the command line and over HTTP: areas in square metres and amounts in yuan as text.
boost::json::object row_json(const Stocktake& one);
boost::json::object json_of(const StocktakeFile& file);
boost::json::object json_of(const Reconciliation& found);
boost::json::object json_of(const IdleRoom& room);
boost::json::object json_of(const LeaseFile& file, base::Date today);

}  // namespace holdings
