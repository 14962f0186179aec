// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <boost/json.hpp>

#include "app/year/month_end.h"

namespace app {

using Words = std::function<std::string(const base::Error&)>;

// A year with its months: closed, over or not over yet; and the corrections made since.
boost::json::object closing_year_json(const closing::Closings& closings, const base::OrgId& org, base::FiscalYear year,
                                      base::Date today);
boost::json::array open_items_json(const std::vector<OpenItem>& items, const Words& words);
boost::json::array unexplained_json(const std::vector<closing::Unexplained>& found);

}  // namespace app
