// SPDX-License-Identifier: Apache-2.0
#include "repairs/core/clock.h"

#include <algorithm>

namespace repairs {

Second time_used(Second from, Second until, const std::vector<Pause>& pauses, const Limit& limit)
{
    Second used = std::max<Second>(0, until - from);
    for (const Pause& pause : pauses) {
        if (!limit.stopping.contains(pause.reason)) continue;
        const Second begin = std::max(pause.from, from);
        const Second end = std::min(pause.until.value_or(until), until);
        if (end > begin) used -= end - begin;
    }
    return used;
}

std::int64_t begun_minutes(Second seconds)
{
    constexpr Second seconds_of_minute = 60;
    return (seconds + seconds_of_minute - 1) / seconds_of_minute;
}

}  // namespace repairs
