// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace meetings {

// How often something was asked within the hour, by name; each hour begins anew. What it keeps is bounded: with too
// many names nobody new is admitted until the hour is over.
class Quota {
public:
    explicit Quota(std::int64_t most_an_hour, std::size_t most_names = 10'000)
        : most_{most_an_hour}, most_names_{most_names}
    {
    }
    // Counts this one, if it is still within what may be asked.
    bool admits(const std::string& name, std::int64_t now_s);
    bool is_used_up(const std::string& name, std::int64_t now_s);
    static std::int64_t seconds_left(std::int64_t now_s) { return hour_s - now_s % hour_s; }

private:
    static constexpr std::int64_t hour_s = 3'600;
    void begin_hour(std::int64_t now_s);

    std::int64_t most_;
    std::size_t most_names_;
    std::int64_t hour_ = -1;
    std::map<std::string, std::int64_t> counts_;
};

}  // namespace meetings
