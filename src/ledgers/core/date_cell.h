// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "base/date.h"
#include "base/result.h"

namespace ledgers {

// A day as people write it: 2024-1-5, 2024/1/5, 2024.01.05, 2024年1月5日, 20240105. A time of day other than midnight
// would be lost and is refused. Two-digit years and a month without a day say too little.
// Refuses ledgers.cell.not_a_date, ledgers.cell.time_in_date.
base::Result<base::Date> parse_day(std::string_view text);

// A day as above and a time behind it: 9:30, 09:30:15, 9时30分, 9点半, 上午9:30, 下午3时, 24:00 (the next midnight).
// Refuses ledgers.cell.not_a_time, and ledgers.cell.time_missing for a day alone: midnight would be invented.
base::Result<base::DateTime> parse_moment(std::string_view text);

}  // namespace ledgers
