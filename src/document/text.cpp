// SPDX-License-Identifier: Apache-2.0
#include "document/text.h"

namespace document {

namespace {

bool is_continuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

// The length a first byte promises; 0 when no character begins with it.
std::size_t length_of(unsigned char first)
{
    if (first < 0x80U) return 1;
    if (first >= 0xC2U && first < 0xE0U) return 2;
    if (first >= 0xE0U && first < 0xF0U) return 3;
    if (first >= 0xF0U && first < 0xF5U) return 4;
    return 0;
}

bool is_well_formed(char32_t value, std::size_t length)
{
    const bool overlong = (length == 3 && value < 0x800U) || (length == 4 && value < 0x10000U);
    const bool surrogate = value >= 0xD800U && value <= 0xDFFFU;
    return !overlong && !surrogate && value <= 0x10FFFFU;
}

}  // namespace

std::optional<char32_t> next_code_point(std::string_view text, std::size_t& at)
{
    const std::size_t start = at++;
    const auto first = static_cast<unsigned char>(text[start]);
    const std::size_t length = length_of(first);
    if (length == 1) return first;
    if (length == 0 || start + length > text.size()) return std::nullopt;

    char32_t value = first & (0x7FU >> length);
    for (std::size_t i = start + 1; i < start + length; ++i) {
        if (!is_continuation(text[i])) return std::nullopt;
        value = (value << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
    }
    if (!is_well_formed(value, length)) return std::nullopt;
    at = start + length;
    return value;
}

std::string to_utf8(char32_t code_point)
{
    const auto tail = [code_point](unsigned shift) {
        return static_cast<char>(0x80U | ((code_point >> shift) & 0x3FU));
    };
    if (code_point < 0x80U) return {static_cast<char>(code_point)};
    if (code_point < 0x800U) return {static_cast<char>(0xC0U | (code_point >> 6U)), tail(0)};
    if (code_point < 0x10000U) return {static_cast<char>(0xE0U | (code_point >> 12U)), tail(6), tail(0)};
    return {static_cast<char>(0xF0U | (code_point >> 18U)), tail(12), tail(6), tail(0)};
}

bool is_printable(char32_t code_point)
{
    if (code_point == '\n' || code_point == '\t') return true;
    if (code_point < 0x20U || (code_point >= 0x7FU && code_point < 0xA0U)) return false;
    // Marks that turn the direction of reading can make a printed figure look like another one.
    if ((code_point >= 0x202AU && code_point <= 0x202EU) || (code_point >= 0x2066U && code_point <= 0x2069U))
        return false;
    return (code_point & 0xFFFEU) != 0xFFFEU && (code_point < 0xFDD0U || code_point > 0xFDEFU);
}

std::string cleaned(std::string_view text)
{
    std::string clean;
    clean.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const auto code_point = next_code_point(text, at);
        if (code_point && is_printable(*code_point))
            clean += text.substr(start, at - start);
        else
            clean += "\xEF\xBF\xBD";
    }
    return clean;
}

std::string escaped(std::string_view text)
{
    std::string result;
    result.reserve(text.size() + text.size() / 8);
    for (const char character : cleaned(text)) {
        switch (character) {
            case '&': result += "&amp;"; break;
            case '<': result += "&lt;"; break;
            case '>': result += "&gt;"; break;
            case '"': result += "&quot;"; break;
            case '\'': result += "&#39;"; break;
            default: result += character;
        }
    }
    return result;
}

std::string plain_text(const std::vector<Run>& runs)
{
    std::string text;
    for (const Run& run : runs) text += run.text;
    return text;
}

}  // namespace document
