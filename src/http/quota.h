// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>

#include "http/message.h"

namespace http {

// How often something is asked within a span of time, by name; each span begins anew. One is of the whole server, and
// what it keeps is bounded: with too many names nobody new is admitted until the span is over. It counts in memory
// alone: a server that starts anew begins anew, and no disk says when somebody asked. What has to hold though the
// server starts anew is counted in the database, as reports by label are (repairs/labels.cpp).
class Quota {
public:
    Quota(std::int64_t most, std::int64_t span_s, std::size_t most_names = 10'000)
        : most_{most}, span_s_{span_s}, most_names_{most_names}
    {
    }
    // Counts this one, if it is still within what may be asked.
    bool admits(const std::string& name, std::int64_t now_s);
    bool is_used_up(const std::string& name, std::int64_t now_s);
    std::int64_t seconds_left(std::int64_t now_s) const { return span_s_ - now_s % span_s_; }

private:
    bool is_full(const std::string& name, std::int64_t now_s);

    std::int64_t most_;
    std::int64_t span_s_;
    std::size_t most_names_;
    std::mutex mutex_;
    std::int64_t span_ = -1;
    std::map<std::string, std::int64_t> counts_;
};

inline constexpr std::int64_t minute_s = 60;
inline constexpr std::int64_t hour_s = 3'600;

// 429, and when to ask again.
Response too_often(const base::Error& error, std::int64_t seconds);

}  // namespace http
