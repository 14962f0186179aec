// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

namespace identity {

// Tries to sign in with one account, whether it exists or not. Every try counts when it begins, so that many at once
// are no way around the limit; a try that succeeds forgets them all.
struct Tries {
    int failures = 0;  // since the last lock
    int locks = 0;
    std::int64_t locked_until_ms = 0;
    std::int64_t last_ms = 0;
};

constexpr int tries_before_lock = 5;

// With one more try, or none while the account is locked. The fifth in a row locks for 10 minutes, the next five for
// 20, and so on up to a day; after a quiet day it begins anew (GB/T 22239-2019, 8.1.4.1 b; OWASP ASVS 5.0, 6.3.1).
std::optional<Tries> one_more(const Tries& before, std::int64_t now_ms);

}  // namespace identity
