// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>

namespace surveys {

// How often phones may ask and answer for one organisation in one minute. Counted in memory alone: on a disk it would
// say when somebody answered.
class Pace {
public:
    explicit Pace(std::int64_t most) : most_{most} {}

    // Seconds to wait; 0 where there is room.
    std::int64_t take(const std::string& org, std::int64_t now_s)
    {
        constexpr std::int64_t seconds = 60;
        const std::lock_guard lock{mutex_};
        if (now_s / seconds != minute_) {
            minute_ = now_s / seconds;
            taken_.clear();
        }
        std::int64_t& taken = taken_[org];
        if (taken >= most_) return seconds - now_s % seconds;
        ++taken;
        return 0;
    }

private:
    std::int64_t most_;
    std::mutex mutex_;
    std::int64_t minute_ = 0;
    std::map<std::string, std::int64_t> taken_;
};

}  // namespace surveys
