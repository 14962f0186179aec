// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"

#include <chrono>

namespace base {

std::int64_t SystemClock::milliseconds_since_1970() const
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

}  // namespace base
