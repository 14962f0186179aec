// SPDX-License-Identifier: Apache-2.0
#include "identity/core/lockout.h"

#include <algorithm>

namespace identity {

namespace {

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t first_lock_ms = 10 * minute_ms;
constexpr std::int64_t day_ms = 24 * 60 * minute_ms;
constexpr int most_doublings = 8;  // 10 minutes, eight times doubled, is beyond a day

}  // namespace

std::optional<Tries> one_more(const Tries& before, std::int64_t now_ms)
{
    // No lock is longer than a day: one that seems to be was made before somebody set the clock back.
    const std::int64_t left_ms = before.locked_until_ms - now_ms;
    if (left_ms > 0 && left_ms <= day_ms) return std::nullopt;
    Tries after = now_ms - before.last_ms > day_ms ? Tries{} : before;
    after.last_ms = now_ms;
    if (++after.failures < tries_before_lock) return after;
    const std::int64_t lock_ms = std::min(first_lock_ms << std::min(after.locks, most_doublings), day_ms);
    return Tries{0, after.locks + 1, now_ms + lock_ms, now_ms};
}

}  // namespace identity
