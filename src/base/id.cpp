// SPDX-License-Identifier: Apache-2.0
#include "base/id.h"

#include <atomic>
#include <cstdint>
#include <random>

#include <fmt/format.h>

namespace base {

std::string new_uuid(const Clock& clock)
{
    // Strictly increasing within the process: the 12 bits behind the millisecond count up, and a full counter
    // borrows the next millisecond.
    static std::atomic<std::uint64_t> last{0};
    const auto now = static_cast<std::uint64_t>(clock.milliseconds_since_1970()) << 12U;
    std::uint64_t previous = last.load();
    std::uint64_t stamp = 0;
    do {
        stamp = previous >= now ? previous + 1 : now;
    } while (!last.compare_exchange_weak(previous, stamp));

    thread_local std::mt19937_64 random{std::random_device{}()};
    const std::uint64_t tail = (random() & 0x3FFF'FFFF'FFFF'FFFFU) | 0x8000'0000'0000'0000U;
    const std::uint64_t milliseconds = stamp >> 12U;
    return fmt::format("{:08x}-{:04x}-7{:03x}-{:04x}-{:012x}", milliseconds >> 16U, milliseconds & 0xFFFFU,
                       stamp & 0xFFFU, tail >> 48U, tail & 0xFFFF'FFFF'FFFFU);
}

}  // namespace base
