// SPDX-License-Identifier: Apache-2.0
#include "meetings/core/quota.h"

namespace meetings {

void Quota::begin_hour(std::int64_t now_s)
{
    if (now_s / hour_s == hour_) return;
    hour_ = now_s / hour_s;
    counts_.clear();
}

bool Quota::is_used_up(const std::string& name, std::int64_t now_s)
{
    begin_hour(now_s);
    const auto found = counts_.find(name);
    return found == counts_.end() ? counts_.size() >= most_names_ : found->second >= most_;
}

bool Quota::admits(const std::string& name, std::int64_t now_s)
{
    if (is_used_up(name, now_s)) return false;
    ++counts_[name];
    return true;
}

}  // namespace meetings
