// SPDX-License-Identifier: Apache-2.0
#include "base/hmac.h"

#include <array>
#include <stdexcept>

#include <openssl/evp.h>

#include "base/random.h"

namespace base {

namespace {

std::string hmac(const char* digest, std::string_view key, std::string_view message)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    std::size_t length = 0;
    const auto* const text = reinterpret_cast<const unsigned char*>(message.data());
    if (!EVP_Q_mac(nullptr, "HMAC", nullptr, digest, nullptr, key.data(), key.size(), text, message.size(),
                   bytes.data(), bytes.size(), &length))
        throw std::runtime_error("HMAC failed");
    return {reinterpret_cast<const char*>(bytes.data()), length};
}

}  // namespace

std::string hmac_sha1(std::string_view key, std::string_view message)
{
    return hmac("SHA1", key, message);
}

std::string hmac_sm3(std::string_view key, std::string_view message)
{
    return hex(hmac("SM3", key, message));
}

}  // namespace base
