// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"

namespace base {

void append_utf8(std::string& text, char32_t letter)
{
    const auto tail = [&](int shift) { text += static_cast<char>(0x80 | ((letter >> shift) & 0x3F)); };
    if (letter < 0x80) {
        text += static_cast<char>(letter);
    } else if (letter < 0x800) {
        text += static_cast<char>(0xC0 | (letter >> 6));
        tail(0);
    } else if (letter < 0x10000) {
        text += static_cast<char>(0xE0 | (letter >> 12));
        tail(6);
        tail(0);
    } else {
        text += static_cast<char>(0xF0 | (letter >> 18));
        tail(12);
        tail(6);
        tail(0);
    }
}

std::optional<char32_t> next_letter(std::string_view text, std::size_t& at)
{
    const std::size_t start = at++;
    const auto first = static_cast<unsigned char>(text[start]);
    if (first < 0x80) return first;
    const std::size_t size = first < 0xE0 ? 2 : (first < 0xF0 ? 3 : 4);
    if (first < 0xC2 || first > 0xF4 || start + size > text.size()) return std::nullopt;
    char32_t letter = first & (0x7FU >> size);
    for (std::size_t i = start + 1; i < start + size; ++i) {
        const auto next = static_cast<unsigned char>(text[i]);
        if ((next & 0xC0U) != 0x80U) return std::nullopt;
        letter = (letter << 6U) | (next & 0x3FU);
    }
    const bool is_overlong = (size == 3 && letter < 0x800) || (size == 4 && letter < 0x10000);
    const bool is_surrogate = letter >= 0xD800 && letter <= 0xDFFF;
    if (is_overlong || is_surrogate || letter > 0x10FFFF) return std::nullopt;
    at = start + size;
    return letter;
}

void Utf8Check::feed(std::string_view piece)
{
    for (const char c : piece) {
        if (!is_valid_) return;
        take(static_cast<unsigned char>(c));
    }
}

// Table 3-7 of the Unicode standard: only the second byte has narrower bounds than 80..BF.
void Utf8Check::take(unsigned char byte)
{
    if (left_ > 0) {
        is_valid_ = byte >= lowest_ && byte <= highest_;
        lowest_ = 0x80;
        highest_ = 0xBF;
        --left_;
        return;
    }
    if (byte < 0x80) {
        if (byte == '\n') ++line_;
        return;
    }
    is_valid_ = byte >= 0xC2 && byte <= 0xF4;
    left_ = byte < 0xE0 ? 1 : (byte < 0xF0 ? 2 : 3);
    if (byte == 0xE0) lowest_ = 0xA0;
    if (byte == 0xED) highest_ = 0x9F;
    if (byte == 0xF0) lowest_ = 0x90;
    if (byte == 0xF4) highest_ = 0x8F;
}

bool is_utf8(std::string_view text)
{
    Utf8Check check;
    check.feed(text);
    return check.is_complete();
}

}  // namespace base
