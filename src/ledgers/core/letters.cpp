// SPDX-License-Identifier: Apache-2.0
#include "ledgers/core/letters.h"

#include <algorithm>
#include <cstdint>

namespace ledgers {

namespace {

struct Letter {
    char32_t code = 0;
    std::size_t bytes = 1;
};

// The letter at `at`. A byte that starts no letter stands for itself: reading files has checked the text already.
Letter letter_at(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(at);
    const std::size_t bytes = lead < 0xC0 ? 1 : (lead < 0xE0 ? 2 : (lead < 0xF0 ? 3 : 4));
    if (bytes == 1 || at + bytes > text.size()) return {lead, 1};
    char32_t code = lead & (0x7FU >> bytes);
    for (std::size_t i = 1; i < bytes; ++i) code = (code << 6U) | (byte(at + i) & 0x3FU);
    return {code, bytes};
}

bool is_blank(char32_t code)
{
    return code == ' ' || code == '\t' || code == '\n' || code == '\r' || code == 0xA0 || code == 0x3000 ||
           (code >= 0x2000 && code <= 0x200D) || code == 0x202F || code == 0x2060 || code == 0xFEFF;
}

bool is_dash(char32_t code)
{
    return (code >= 0x2010 && code <= 0x2015) || code == 0x2212;
}

bool is_plain_ascii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7F; });
}

enum class Blanks { one, none };

std::string narrowed(std::string_view text, Blanks blanks)
{
    if (is_plain_ascii(text)) return std::string{text};
    std::string result;
    result.reserve(text.size());
    bool blank_before = false;
    for (std::size_t at = 0; at < text.size();) {
        const Letter letter = letter_at(text, at);
        if (is_blank(letter.code)) {
            blank_before = !result.empty();
            at += letter.bytes;
            continue;
        }
        if (blank_before && blanks == Blanks::one) result += ' ';
        blank_before = false;
        if (letter.code >= 0xFF01 && letter.code <= 0xFF5E)
            result += static_cast<char>(letter.code - 0xFEE0);
        else if (is_dash(letter.code))
            result += '-';
        else if (letter.code == 0xFFE5)
            result += "¥";
        else
            result += text.substr(at, letter.bytes);
        at += letter.bytes;
    }
    return result;
}

}  // namespace

std::string trimmed(std::string_view text)
{
    if (is_plain_ascii(text)) return std::string{text};
    std::size_t first = text.size();
    std::size_t end = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Letter letter = letter_at(text, at);
        if (!is_blank(letter.code)) {
            first = std::min(first, at);
            end = at + letter.bytes;
        }
        at += letter.bytes;
    }
    std::string result;
    for (std::size_t at = first; at < end; ++at) {
        const bool line_end_follows = text[at] == '\r' && at + 1 < end && text[at + 1] == '\n';
        if (!line_end_follows) result += text[at] == '\r' ? '\n' : text[at];
    }
    return result;
}

std::string half_width(std::string_view text)
{
    return narrowed(text, Blanks::one);
}

std::string folded(std::string_view text)
{
    return narrowed(text, Blanks::none);
}

bool has_control_character(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
    });
}

}  // namespace ledgers
