// SPDX-License-Identifier: Apache-2.0
#include "app/serve/log.h"

#include <unistd.h>

#include <fmt/format.h>
#include <boost/json.hpp>

namespace app {

namespace {

// RFC 3339 on the office's wall: 2026-11-24T18:20:00.123+08:00
std::string time_text(std::int64_t milliseconds)
{
    constexpr std::int64_t day_ms = 86'400'000;
    const std::int64_t local = milliseconds + 8 * 3'600'000;
    const std::int64_t in_day = local % day_ms;
    return fmt::format("{}T{:02}:{:02}:{:02}.{:03}+08:00", base::Date::from_days(local / day_ms).to_string(),
                       in_day / 3'600'000, in_day / 60'000 % 60, in_day / 1'000 % 60, in_day % 1'000);
}

}  // namespace

void log(const base::Clock& clock, Level level, std::string_view what, boost::json::object more)
{
    constexpr std::string_view levels[] = {"info", "warning", "error"};
    boost::json::object line{{"time", time_text(clock.milliseconds_since_1970())},
                             {"level", levels[static_cast<std::size_t>(level)]},
                             {"what", what}};
    for (const auto& pair : more) line[pair.key()] = pair.value();
    const std::string text = boost::json::serialize(line) + "\n";
    // One write keeps the lines of several threads apart. There is nobody to tell when it fails.
    [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, text.data(), text.size());
}

}  // namespace app
