// SPDX-License-Identifier: Apache-2.0
#include "document/text.h"

#include "base/utf8.h"

namespace document {

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
        const auto code_point = base::next_letter(text, at);
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
