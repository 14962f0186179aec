// SPDX-License-Identifier: Apache-2.0
#include "chinese/capital_amount.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace chinese {

namespace {

constexpr std::array<std::string_view, 10> capital_digits{"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
constexpr std::array<std::string_view, 4> places{"", "拾", "佰", "仟"};
constexpr std::array<std::string_view, 5> groups{"", "万", "亿", "万亿", "亿亿"};

std::string_view digit(std::uint64_t value)
{
    return capital_digits.at(static_cast<std::size_t>(value));
}

// A group of four. A zero between two capital_digits is read once; zeros at the end are not read.
std::string group_of_four(std::uint64_t value)
{
    std::string text;
    bool zero_due = false;
    std::uint64_t unit = 1'000;
    for (std::size_t place = 4; place-- > 0; unit /= 10) {
        const std::uint64_t here = value / unit % 10;
        if (here == 0) {
            zero_due = !text.empty();
            continue;
        }
        if (zero_due) text += capital_digits[0];
        zero_due = false;
        text += digit(here);
        text += places.at(place);
    }
    return text;
}

std::string whole_yuan(std::uint64_t yuan)
{
    std::string text;
    std::uint64_t unit = 10'000'000'000'000'000;  // 10^16: the largest amount of fen in 64 bits has five groups
    for (std::size_t group = 5; group-- > 0; unit /= 10'000) {
        const std::uint64_t here = yuan / unit % 10'000;
        if (here == 0) continue;
        const bool group_passed_over = yuan / (unit * 10'000) % 10'000 == 0;
        if (!text.empty() && (here < 1'000 || group_passed_over)) text += capital_digits[0];
        text += group_of_four(here);
        // 万亿 says 亿 only when the group of 亿 below it is silent.
        const bool lower_hundred_million = group == 3 && yuan / (unit / 10'000) % 10'000 != 0;
        text += lower_hundred_million ? std::string_view{"万"} : groups.at(group);
    }
    return text;
}

}  // namespace

std::string capital_amount(base::Money amount)
{
    const bool negative = amount.fen() < 0;
    const std::uint64_t fen =
        negative ? 0 - static_cast<std::uint64_t>(amount.fen()) : static_cast<std::uint64_t>(amount.fen());
    const std::uint64_t jiao = fen / 10 % 10;
    const std::uint64_t rest = fen % 10;
    std::string text = whole_yuan(fen / 100);
    if (!text.empty()) text += "元";
    if (text.empty() && fen == 0) text = "零元";
    if (jiao != 0)
        text.append(digit(jiao)).append("角");
    else if (rest != 0 && !text.empty())
        text += capital_digits[0];
    text += rest != 0 ? std::string{digit(rest)} + "分" : std::string{"整"};
    return negative ? "负" + text : text;
}

}  // namespace chinese
