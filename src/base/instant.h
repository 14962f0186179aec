// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "base/date.h"

namespace base {

// RFC 3339 on the office's wall (China Standard Time, UTC+8): 2026-11-24T18:20:00.123+08:00
std::string instant_text(std::int64_t milliseconds_since_1970);
// When that day begins there.
std::int64_t begin_of(Date day);

}  // namespace base
