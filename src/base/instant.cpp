// SPDX-License-Identifier: Apache-2.0
#include "base/instant.h"

#include <fmt/format.h>

namespace base {

namespace {

constexpr std::int64_t hour_ms = 3'600'000;
constexpr std::int64_t day_ms = 24 * hour_ms;
constexpr std::int64_t east_ms = 8 * hour_ms;

}  // namespace

std::string instant_text(std::int64_t milliseconds_since_1970)
{
    const std::int64_t local = milliseconds_since_1970 + east_ms;
    const std::int64_t in_day = local % day_ms;
    return fmt::format("{}T{:02}:{:02}:{:02}.{:03}+08:00", Date::from_days(local / day_ms).to_string(),
                       in_day / hour_ms, in_day / 60'000 % 60, in_day / 1'000 % 60, in_day % 1'000);
}

std::int64_t begin_of(Date day)
{
    return day.days_since_1970() * day_ms - east_ms;
}

}  // namespace base
