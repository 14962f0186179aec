// SPDX-License-Identifier: Apache-2.0
#include "base/password_hash.h"

#include <argon2.h>

#include <stdexcept>

#include "base/random.h"

namespace base {

namespace {

constexpr std::size_t salt_bytes = 16;
constexpr std::size_t hash_bytes = 32;

}  // namespace

std::string password_hash(const std::string& password, const HashCost& cost)
{
    const std::string salt = random_bytes(salt_bytes);
    const std::size_t length =
        ::argon2_encodedlen(cost.passes, cost.memory_kib, cost.lanes, salt_bytes, hash_bytes, Argon2_id);
    std::string encoded(length, '\0');
    const int result =
        ::argon2id_hash_encoded(cost.passes, cost.memory_kib, cost.lanes, password.data(), password.size(), salt.data(),
                                salt.size(), hash_bytes, encoded.data(), encoded.size());
    if (result != ARGON2_OK) throw std::runtime_error(std::string{"Argon2id: "} + ::argon2_error_message(result));
    encoded.resize(encoded.find('\0'));
    return encoded;
}

bool password_matches(const std::string& password, const std::string& hash)
{
    const int result = ::argon2id_verify(hash.c_str(), password.data(), password.size());
    if (result == ARGON2_MEMORY_ALLOCATION_ERROR) throw std::runtime_error("Argon2id: no memory");
    return result == ARGON2_OK;
}

bool is_made_with(const std::string& hash, const HashCost& cost)
{
    return hash.starts_with("$argon2id$v=19$m=" + std::to_string(cost.memory_kib) +
                            ",t=" + std::to_string(cost.passes) + ",p=" + std::to_string(cost.lanes) + "$");
}

}  // namespace base
