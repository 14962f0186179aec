// SPDX-License-Identifier: Apache-2.0
#include "chinese/number.h"

#include <string>
#include <vector>

#include "base/digit.h"
#include "chinese/letters.h"

namespace chinese {

using base::is_digit;

namespace {

using base::Decimal;

// A comma is a grouping comma when exactly three digits follow it.
bool groups_here(std::string_view text, std::size_t comma)
{
    if (comma + 3 >= text.size()) return false;
    for (std::size_t i = 1; i <= 3; ++i)
        if (!is_digit(text[comma + i])) return false;
    return comma + 4 == text.size() || !is_digit(text[comma + 4]);
}

std::optional<NumberAtStart> ascii_number(std::string_view text)
{
    std::size_t at = 0;
    std::string digits;
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) digits += text[at++];
    const std::size_t first_digit = at;
    bool point_seen = false;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        const bool point =
            c == '.' && !point_seen && at > first_digit && at + 1 < text.size() && is_digit(text[at + 1]);
        const bool comma = c == ',' && !point_seen && at > first_digit && groups_here(text, at);
        if (comma) continue;
        if (!is_digit(c) && !point) break;
        point_seen = point_seen || point;
        digits += c;
    }
    if (at == first_digit) return std::nullopt;
    const auto value = Decimal::parse(digits);
    if (!value) return std::nullopt;
    return NumberAtStart{*value, at};
}

// 0 to 9, or -1.
int numeral(char32_t code)
{
    constexpr std::u32string_view plain = U"〇一二三四五六七八九";
    constexpr std::u32string_view capital = U"零壹贰叁肆伍陆柒捌玖";
    if (const auto at = plain.find(code); at != plain.npos) return static_cast<int>(at);
    if (const auto at = capital.find(code); at != capital.npos) return static_cast<int>(at);
    return code == U'两' ? 2 : -1;
}

// 10, 100 or 1000 within a group of four; 0 for anything else.
std::int64_t multiplier(char32_t code)
{
    if (code == U'十' || code == U'拾') return 10;
    if (code == U'百' || code == U'佰') return 100;
    return code == U'千' || code == U'仟' ? 1'000 : 0;
}

std::int64_t group(char32_t code)
{
    if (code == U'万' || code == U'萬') return 10'000;
    return code == U'亿' || code == U'億' ? 100'000'000 : 0;
}

// The whole part of a Chinese numeral, letter by letter: total, then the group of four that is being read.
struct Numeral {
    std::int64_t total = 0;
    std::int64_t section = 0;
    std::int64_t digit = 0;
    bool digit_seen = false;
    bool any = false;

    bool take(char32_t code)
    {
        if (const int value = numeral(code); value >= 0) {
            if (digit_seen && digit != 0) return false;
            digit = value;
            digit_seen = any = true;
            return true;
        }
        if (const std::int64_t times = multiplier(code); times != 0) {
            section += (digit_seen && digit != 0 ? digit : 1) * times;
            digit = 0;
            digit_seen = false;
            any = true;
            return true;
        }
        const std::int64_t times = group(code);
        if (times == 0 || !any || total > 1'000'000'000'000) return false;
        // 万 counts what stands since the last 亿, 亿 counts all of it: 一亿零三万, 一万亿.
        const std::int64_t kept = times == 10'000 ? total / 100'000'000 * 100'000'000 : 0;
        total = kept + (total - kept + section + digit) * times;
        section = digit = 0;
        digit_seen = false;
        return true;
    }

    std::int64_t value() const { return total + section + digit; }
};

std::optional<NumberAtStart> chinese_number(std::string_view text)
{
    const std::vector<Letter> all = letters(text);
    Numeral whole;
    std::size_t i = 0;
    while (i < all.size() && whole.take(all[i].code)) ++i;
    if (!whole.any) return std::nullopt;
    std::string digits = std::to_string(whole.value());
    if (i + 1 < all.size() && all[i].code == U'点' && numeral(all[i + 1].code) >= 0) {
        digits += '.';
        for (++i; i < all.size() && numeral(all[i].code) >= 0; ++i)
            digits += static_cast<char>('0' + numeral(all[i].code));
    }
    const auto value = Decimal::parse(digits);
    if (!value) return std::nullopt;
    return NumberAtStart{*value, i < all.size() ? all[i].at : text.size(), false, true};
}

}  // namespace

std::optional<NumberAtStart> number_at_start(std::string_view compact_text)
{
    constexpr std::string_view of_a_hundred = "百分之";
    if (compact_text.starts_with(of_a_hundred)) {
        const std::string_view rest = compact_text.substr(of_a_hundred.size());
        auto number = chinese_number(rest);
        if (!number) number = ascii_number(rest);
        if (!number) return std::nullopt;
        number->size += of_a_hundred.size();
        number->per_cent = number->in_chinese = true;
        return number;
    }
    if (auto number = ascii_number(compact_text)) return number;
    return chinese_number(compact_text);
}

}  // namespace chinese
