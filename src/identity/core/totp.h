// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace identity {

// One-time passwords of authenticator apps (RFC 6238: HMAC-SHA1, steps of 30 seconds, six digits).
constexpr std::int64_t totp_step_seconds = 30;

// The number of RFC 4226, 5.3, before it is cut to its last digits.
std::uint32_t totp_number(std::string_view secret, std::int64_t step);
std::string totp_code(std::string_view secret, std::int64_t step);

// The step that the code belongs to: the present one, the one before or the one after, but never one up to `last_used`:
// a code is good once.
std::optional<std::int64_t> matching_step(std::string_view secret, std::string_view code, std::int64_t now_seconds,
                                          std::int64_t last_used);

std::string base32(std::string_view bytes);  // RFC 4648 without padding, as apps show secrets
// What an app reads from a QR code. `issuer` and `account` are percent-encoded.
std::string otpauth_uri(std::string_view secret, std::string_view issuer, std::string_view account);

}  // namespace identity
