// SPDX-License-Identifier: Apache-2.0
#include "http/quota.h"

namespace http {

bool Quota::is_full(const std::string& name, std::int64_t now_s)
{
    if (now_s / span_s_ != span_) {
        span_ = now_s / span_s_;
        counts_.clear();
    }
    const auto found = counts_.find(name);
    return found == counts_.end() ? counts_.size() >= most_names_ : found->second >= most_;
}

bool Quota::is_used_up(const std::string& name, std::int64_t now_s)
{
    const std::lock_guard lock{mutex_};
    return is_full(name, now_s);
}

bool Quota::admits(const std::string& name, std::int64_t now_s)
{
    const std::lock_guard lock{mutex_};
    if (is_full(name, now_s)) return false;
    ++counts_[name];
    return true;
}

Response too_often(const base::Error& error, std::int64_t seconds)
{
    constexpr int too_many_requests = 429;
    Response response = problem(too_many_requests, error);
    response.header("Retry-After", std::to_string(seconds));
    return response;
}

}  // namespace http
