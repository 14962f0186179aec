// SPDX-License-Identifier: Apache-2.0
#include "document/numbering.h"

#include <algorithm>
#include <cassert>

namespace document {

namespace {

// 1 to 99: 一 … 十 十一 … 二十 … 九十九. A report with a hundred chapters of one level has other troubles.
std::string chinese(int number)
{
    static constexpr std::array digits = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    if (number > 99) return std::to_string(number);
    const auto tens = static_cast<std::size_t>(number / 10);
    const auto units = static_cast<std::size_t>(number % 10);
    if (tens == 0) return digits[units];
    return std::string{tens > 1 ? digits[tens] : ""} + "十" + digits[units];
}

}  // namespace

std::string HeadingNumbers::next(int level)
{
    assert(level >= 1 && level <= 4);
    const auto index = static_cast<std::size_t>(level - 1);
    ++counts_[index];
    std::fill(counts_.begin() + level, counts_.end(), 0);
    switch (level) {
        case 1: return chinese(counts_[0]) + "、";
        case 2: return "（" + chinese(counts_[1]) + "）";
        case 3: return std::to_string(counts_[2]) + ".";
        default: return "（" + std::to_string(counts_[3]) + "）";
    }
}

}  // namespace document
