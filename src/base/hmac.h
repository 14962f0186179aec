// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace base {

// Keyed digests (RFC 2104). SHA-1 is what authenticator apps speak (RFC 6238); everything of our own takes SM3.
std::string hmac_sha1(std::string_view key, std::string_view message);  // 20 bytes
std::string hmac_sm3(std::string_view key, std::string_view message);   // 64 lower-case hexadecimal digits

}  // namespace base
