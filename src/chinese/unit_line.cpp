// SPDX-License-Identifier: Apache-2.0
#include "chinese/unit_line.h"

#include <algorithm>
#include <array>

#include "chinese/letters.h"

namespace chinese {

std::string money_unit_said(std::string_view line)
{
    constexpr std::string_view word = "单位";
    constexpr std::string_view currency = "人民币";
    constexpr std::array<std::string_view, 5> units{"元", "百元", "千元", "万元", "亿元"};
    std::string text = compact(line);
    const auto at = text.rfind(word);
    if (at == std::string::npos) return {};
    text.erase(0, at + word.size());
    std::erase_if(text, [](char c) { return c == ':' || c == '(' || c == ')'; });
    if (text.starts_with(currency)) text.erase(0, currency.size());
    return std::find(units.begin(), units.end(), text) == units.end() ? std::string{} : text;
}

}  // namespace chinese
