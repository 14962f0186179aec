// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/result.h"
#include "meetings/core/span.h"

namespace meetings {

// 2026-01-05T09:00:00+08:00, or the same moment with Z; seconds may be left out, and parts of a second have to be 0.
// Refuses meetings.booking.time_malformed {text}.
base::Result<Second> parse_instant(const std::string& text);

// 09:30 and 24:00, in minutes of the day. Refuses meetings.room.hour_malformed {text}.
base::Result<std::int64_t> parse_minute(const std::string& text);
std::string minute_text(std::int64_t minute);

// A clock as people write it in a sheet: 9:00, 09:30, 09:30:00 and, on the day after, 次日 01:30; in minutes of the
// first day. Refuses meetings.import.clock_malformed {text}.
base::Result<std::int64_t> parse_clock(const std::string& text);
std::string written_clock(std::int64_t minute);  // 09:30, or 次日 01:30 behind 24:00

}  // namespace meetings
