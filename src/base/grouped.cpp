// SPDX-License-Identifier: Apache-2.0
#include "base/grouped.h"

#include <algorithm>

#include "base/digit.h"

namespace base {

namespace {

}  // namespace

std::string grouped(std::string_view amount)
{
    std::string text{amount};
    const std::size_t first = text.starts_with('-') ? 1 : 0;
    for (std::size_t at = std::min(text.find('.'), text.size()); at > first + 3;) text.insert(at -= 3, 1, ',');
    return text;
}

bool is_amount(std::string_view text)
{
    if (text.starts_with('-')) text.remove_prefix(1);
    const std::size_t point = text.find('.');
    if (point == std::string_view::npos || point == 0 || text.size() - point != 3) return false;
    return std::all_of(text.begin(), text.end(), [](char letter) { return is_digit(letter) || letter == '.'; }) &&
           text.find('.', point + 1) == std::string_view::npos;
}

std::string with_grouped_yuan(std::string_view sentence)
{
    constexpr std::string_view yuan = "元";
    std::string text{sentence};
    for (auto at = text.find(yuan); at != std::string::npos; at = text.find(yuan, at + yuan.size())) {
        std::size_t first = at;
        while (first > 0 && (is_digit(text[first - 1]) || text[first - 1] == '.')) --first;
        const std::string_view written = std::string_view{text}.substr(first, at - first);
        if (!is_amount(written)) continue;
        const std::string shown = grouped(written);
        text.replace(first, written.size(), shown);
        at = first + shown.size();
    }
    return text;
}

}  // namespace base
