// SPDX-License-Identifier: Apache-2.0
#include "identity/core/totp.h"

#include <fmt/format.h>

#include "base/hmac.h"
#include "base/random.h"

namespace identity {

namespace {

constexpr std::uint32_t six_digits = 1'000'000;

std::string percent_encoded(std::string_view text)
{
    std::string encoded;
    for (const char c : text) {
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                              std::string_view{"-._~"}.find(c) != std::string_view::npos;
        encoded += is_plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return encoded;
}

}  // namespace

std::uint32_t totp_number(std::string_view secret, std::int64_t step)
{
    std::string counter(8, '\0');
    for (std::size_t i = 0; i < counter.size(); ++i)
        counter[counter.size() - 1 - i] = static_cast<char>(static_cast<std::uint64_t>(step) >> (8 * i));
    const std::string digest = base::hmac_sha1(secret, counter);
    const auto byte = [&](std::size_t at) { return std::uint32_t{static_cast<unsigned char>(digest[at])}; };
    const std::size_t at = byte(digest.size() - 1) & 0xFU;
    return (byte(at) & 0x7FU) << 24U | byte(at + 1) << 16U | byte(at + 2) << 8U | byte(at + 3);
}

std::string totp_code(std::string_view secret, std::int64_t step)
{
    return fmt::format("{:06}", totp_number(secret, step) % six_digits);
}

std::optional<std::int64_t> matching_step(std::string_view secret, std::string_view code, std::int64_t now_seconds,
                                          std::int64_t last_used)
{
    const std::int64_t now = now_seconds / totp_step_seconds;
    for (const std::int64_t step : {now, now - 1, now + 1})
        if (step > last_used && base::equal_in_constant_time(totp_code(secret, step), std::string{code})) return step;
    return std::nullopt;
}

std::string base32(std::string_view bytes)
{
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string text;
    std::uint32_t waiting = 0;
    int bits = 0;
    for (const char c : bytes) {
        waiting = (waiting << 8U | static_cast<unsigned char>(c)) & 0xFFFFU;
        for (bits += 8; bits >= 5; bits -= 5) text += digits[waiting >> (bits - 5) & 0x1FU];
    }
    if (bits > 0) text += digits[waiting << (5 - bits) & 0x1FU];
    return text;
}

std::string otpauth_uri(std::string_view secret, std::string_view issuer, std::string_view account)
{
    const std::string from = percent_encoded(issuer);
    return fmt::format("otpauth://totp/{}:{}?secret={}&issuer={}&algorithm=SHA1&digits=6&period=30", from,
                       percent_encoded(account), base32(secret), from);
}

}  // namespace identity
