// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace base {

void append_utf8(std::string& text, char32_t letter);  // a Unicode scalar value

// Reads the letter at `at` and moves behind it. None for bytes that are not strictly valid UTF-8 (Utf8Check); `at` then
// moves by one byte.
std::optional<char32_t> next_letter(std::string_view text, std::size_t& at);

// Says whether bytes that come in pieces are strictly valid UTF-8: no overlong form, no surrogate, nothing beyond
// U+10FFFF (RFC 3629), no letter cut off at the end.
class Utf8Check {
public:
    void feed(std::string_view piece);
    bool is_valid() const { return is_valid_; }                   // so far
    bool is_complete() const { return is_valid_ && left_ == 0; }  // at the end
    std::uint64_t line() const { return line_; }                  // 1-based; of the first invalid letter, or the last

private:
    void take(unsigned char byte);

    bool is_valid_ = true;
    int left_ = 0;  // bytes still missing of the letter at hand
    unsigned char lowest_ = 0x80;
    unsigned char highest_ = 0xBF;
    std::uint64_t line_ = 1;
};

bool is_utf8(std::string_view text);

}  // namespace base
