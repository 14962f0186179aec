// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

namespace base {

// Bytes that nobody can guess, from OpenSSL's generator. Throws std::runtime_error when there are none.
std::string random_bytes(std::size_t count);
// As lower-case hexadecimal digits, two for each byte.
std::string random_hex(std::size_t bytes);
std::string hex(const std::string& bytes);

// Compares without telling by its time where the difference is.
bool equal_in_constant_time(const std::string& a, const std::string& b);

}  // namespace base
