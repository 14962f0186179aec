// SPDX-License-Identifier: Apache-2.0
#include "identity/doorkeeper.h"

#include "base/random.h"
#include "identity/core/single_use_code.h"

namespace identity {

namespace {

constexpr std::int64_t good_for_ms = 15 * 60'000;

}  // namespace

std::string SetupCode::issue(const base::Clock& clock)
{
    const std::lock_guard lock{mutex_};
    code_ = base::random_hex(code_bytes);
    expires_ms_ = clock.milliseconds_since_1970() + good_for_ms;
    return code_;
}

bool SetupCode::matches(const std::string& code, const base::Clock& clock) const
{
    const std::lock_guard lock{mutex_};
    const bool is_alive = !code_.empty() && clock.milliseconds_since_1970() <= expires_ms_;
    return is_alive && base::equal_in_constant_time(code, code_);
}

void SetupCode::forget()
{
    const std::lock_guard lock{mutex_};
    code_.clear();
}

}  // namespace identity
