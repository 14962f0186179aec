// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "meetings/core/span.h"

namespace meetings {

struct CalendarEntry {
    std::string id = {};
    Span span = {};
    std::string title = {};
    std::string place = {};
    Second asked = 0;
    std::int64_t version = 1;
};

// iCalendar (RFC 5545): times in UTC, lines of at most 75 bytes folded between two letters, CRLF.
std::string calendar_of(const std::vector<CalendarEntry>& entries);

}  // namespace meetings
