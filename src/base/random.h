// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace base {

// Bytes that nobody can guess, from OpenSSL's generator. Throws std::runtime_error when there are none.
std::string random_bytes(std::size_t count);
// As lower-case hexadecimal digits, two for each byte.
std::string random_hex(std::size_t bytes);
std::string hex(const std::string& bytes);
std::optional<std::string> bytes_of_hex(std::string_view digits);  // the inverse of hex(); none for anything else

// Compares without telling by its time where the difference is.
bool equal_in_constant_time(const std::string& a, const std::string& b);

}  // namespace base
