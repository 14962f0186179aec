// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace base {

// What one hash costs whoever tries passwords (Argon2id, RFC 9106). OWASP's least is 19 MiB and two passes.
struct HashCost {
    std::uint32_t memory_kib = 64 * 1024;
    std::uint32_t passes = 2;
    std::uint32_t lanes = 1;

    friend bool operator==(const HashCost&, const HashCost&) = default;
};

// "$argon2id$v=19$m=65536,t=2,p=1$<salt>$<hash>": what it was made with stands in front. Takes as much memory as the
// cost says; throws std::runtime_error when there is none.
std::string password_hash(const std::string& password, const HashCost& cost);
bool password_matches(const std::string& password, const std::string& hash);
// False also for what is not such a hash.
bool is_made_with(const std::string& hash, const HashCost& cost);

}  // namespace base
