// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <exception>
#include <functional>

namespace base {

// Whoever waits for a long piece of work does not want it any more. What was begun is rolled back on the way out.
class Cancelled : public std::exception {
public:
    const char* what() const noexcept override { return "cancelled"; }
};

// Told how far a long piece of work is: so many of so many, 0 where nobody knows how many there will be. Throws
// Cancelled to end it. Empty where nobody waits.
using Progress = std::function<void(std::int64_t done, std::int64_t total)>;

}  // namespace base
