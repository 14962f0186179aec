// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "base/date.h"

namespace base {

// The only source of time: a seam, so that tests and repeatable reports hold it still.
class Clock {
public:
    virtual ~Clock() = default;
    virtual std::int64_t milliseconds_since_1970() const = 0;

    std::int64_t seconds_since_1970() const { return milliseconds_since_1970() / 1000; }
    // The day on the office's wall (China Standard Time, UTC+8).
    Date today() const { return Date::from_days((seconds_since_1970() + 8 * 3600) / 86'400); }
};

class SystemClock final : public Clock {
public:
    std::int64_t milliseconds_since_1970() const override;
};

class FixedClock final : public Clock {
public:
    explicit FixedClock(std::int64_t milliseconds) : milliseconds_{milliseconds} {}
    std::int64_t milliseconds_since_1970() const override { return milliseconds_; }
    void advance(std::int64_t milliseconds) { milliseconds_ += milliseconds; }

private:
    std::int64_t milliseconds_;
};

}  // namespace base
