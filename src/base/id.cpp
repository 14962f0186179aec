// SPDX-License-Identifier: Apache-2.0
#include "base/id.h"

#include <algorithm>
#include <atomic>
#include <charconv>
#include <cstdint>
#include <random>

#include <fmt/format.h>

namespace base {

namespace {

// Strictly increasing within the process: milliseconds and, below them, 12 bits that count up; a full counter borrows
// the next millisecond.
std::atomic<std::uint64_t>& last_stamp()
{
    static std::atomic<std::uint64_t> last{0};
    return last;
}

std::string text_of(std::uint64_t stamp, std::uint64_t tail)
{
    const std::uint64_t milliseconds = stamp >> 12U;
    return fmt::format("{:08x}-{:04x}-7{:03x}-{:04x}-{:012x}", milliseconds >> 16U, milliseconds & 0xFFFFU,
                       stamp & 0xFFFU, tail >> 48U, tail & 0xFFFF'FFFF'FFFFU);
}

}  // namespace

std::string new_uuid(const Clock& clock)
{
    const auto now = static_cast<std::uint64_t>(clock.milliseconds_since_1970()) << 12U;
    std::uint64_t previous = last_stamp().load();
    std::uint64_t stamp = 0;
    do {
        stamp = previous >= now ? previous + 1 : now;
    } while (!last_stamp().compare_exchange_weak(previous, stamp));

    thread_local std::mt19937_64 random{std::random_device{}()};
    return text_of(stamp, (random() & 0x3FFF'FFFF'FFFF'FFFFU) | 0x8000'0000'0000'0000U);
}

std::string first_uuid_of(std::int64_t milliseconds_since_1970)
{
    return text_of(static_cast<std::uint64_t>(std::max<std::int64_t>(milliseconds_since_1970, 0)) << 12U, 0);
}

void continue_after(const std::string& uuid)
{
    if (uuid.size() != 36 || uuid[14] != '7') return;
    const std::string digits = uuid.substr(0, 8) + uuid.substr(9, 4) + uuid.substr(15, 3);
    std::uint64_t stamp = 0;
    const char* const end = digits.data() + digits.size();
    if (std::from_chars(digits.data(), end, stamp, 16).ptr != end) return;
    std::uint64_t previous = last_stamp().load();
    while (previous < stamp && !last_stamp().compare_exchange_weak(previous, stamp)) {
    }
}

}  // namespace base
