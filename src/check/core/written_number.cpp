// SPDX-License-Identifier: Apache-2.0
#include "check/core/written_number.h"

#include <algorithm>
#include <array>

namespace check {

namespace {

constexpr std::string_view wide_digit = "\xEF\xBC";  // ０ is EF BC 90, ９ EF BC 99
constexpr std::string_view wide_point = "．";

// The digit that the text begins with and how many bytes it takes; 0 bytes where there is none.
std::size_t digit_size(std::string_view text, char& digit)
{
    if (text.empty()) return 0;
    if (text[0] >= '0' && text[0] <= '9') {
        digit = text[0];
        return 1;
    }
    if (text.size() < 3 || !text.starts_with(wide_digit)) return 0;
    const int value = static_cast<unsigned char>(text[2]) - 0x90;
    if (value < 0 || value > 9) return 0;
    digit = static_cast<char>('0' + value);
    return 3;
}

void take_digits(std::string_view text, WrittenNumber& number)
{
    char digit = '0';
    while (const std::size_t size = digit_size(text.substr(number.size), digit)) {
        number.digits += digit;
        number.size += size;
    }
}

// ,234 and no digit behind it.
bool is_group(std::string_view text)
{
    const auto digit = [text](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
    return text.starts_with(',') && digit(1) && digit(2) && digit(3) && !digit(4);
}

constexpr std::size_t longest_count = 3;  // 二十五
constexpr std::size_t word_size = std::string_view{"一"}.size();

// 1 to 9, 10 for 十; 0 where another word begins.
int word_at(std::string_view text)
{
    static constexpr std::array<std::string_view, 10> words{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
    if (text.starts_with("两")) return 2;
    const auto found =
        std::find_if(words.begin(), words.end(), [text](std::string_view word) { return text.starts_with(word); });
    return found == words.end() ? 0 : static_cast<int>(found - words.begin()) + 1;
}

}  // namespace

bool begins_with_digit(std::string_view text)
{
    char digit = '0';
    return digit_size(text, digit) > 0;
}

WrittenNumber number_at(std::string_view text)
{
    WrittenNumber number;
    take_digits(text, number);
    const bool may_be_grouped = number.digits.size() >= 1 && number.digits.size() <= 3;
    while (may_be_grouped && is_group(text.substr(number.size))) {
        number.digits += text.substr(number.size + 1, 3);
        number.size += 4;
    }
    const std::string_view rest = text.substr(number.size);
    const std::size_t point = rest.starts_with('.') ? 1 : rest.starts_with(wide_point) ? wide_point.size() : 0;
    if (point == 0 || !begins_with_digit(rest.substr(point))) return number;
    number.digits += '.';
    number.size += point;
    take_digits(text, number);
    return number;
}

WrittenNumber chinese_number_at(std::string_view text)
{
    int count = 0;
    std::size_t words = 0;
    bool has_ten = false;
    for (; words < longest_count; ++words) {
        const int word = word_at(text.substr(words * word_size));
        if (word == 0) break;
        // 一二 is no count, nor is 十十.
        if ((word == 10 && has_ten) || (word < 10 && words > 0 && !has_ten)) return {};
        count = word < 10 ? count + word : std::max(count, 1) * 10;
        has_ten = has_ten || word == 10;
    }
    return words == 0 ? WrittenNumber{} : WrittenNumber{words * word_size, std::to_string(count)};
}

int count_of(std::string_view text)
{
    constexpr std::size_t longest_digits = 4;
    const bool is_ascii =
        !text.empty() && text.size() <= longest_digits &&
        std::all_of(text.begin(), text.end(), [](char letter) { return letter >= '0' && letter <= '9'; });
    if (is_ascii) return std::stoi(std::string{text});
    const WrittenNumber number = chinese_number_at(text);
    return number.size > 0 && number.size == text.size() ? std::stoi(number.digits) : 0;
}

}  // namespace check
