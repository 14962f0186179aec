// SPDX-License-Identifier: Apache-2.0
#include "chinese/date_text.h"

#include <array>
#include <chrono>
#include <string>

#include "chinese/letters.h"
#include "chinese/number.h"

namespace chinese {

namespace {

constexpr int year_unknown = 2000;  // a leap year, so that 2月29日 can be read

unsigned last_day_of(int year, unsigned month)
{
    return unsigned((std::chrono::year{year} / std::chrono::month{month} / std::chrono::last).day());
}

// The text still to be read; each take_ function moves on only where it succeeds.
struct Reader {
    std::string_view rest;

    bool take(std::string_view word)
    {
        if (!rest.starts_with(word)) return false;
        rest.remove_prefix(word.size());
        return true;
    }

    std::optional<int> take_number(int most)
    {
        const auto number = number_at_start(rest);
        if (!number || number->per_cent || number->value.scale() != 0) return std::nullopt;
        if (number->value.digits() < 0 || number->value.digits() > most) return std::nullopt;
        rest.remove_prefix(number->size);
        return static_cast<int>(number->value.digits());
    }

    // Two plain digits at most: 2024.6.30 must not be read as the decimal 6.30.
    std::optional<int> take_digits(std::size_t most)
    {
        std::size_t size = 0;
        int value = 0;
        while (size < most && size < rest.size() && rest[size] >= '0' && rest[size] <= '9')
            value = value * 10 + (rest[size++] - '0');
        if (size == 0 || (size < rest.size() && rest[size] >= '0' && rest[size] <= '9')) return std::nullopt;
        rest.remove_prefix(size);
        return value;
    }
};

// 二〇二一年 as 2021年; everything else as it is.
std::string with_plain_year(const std::string& text)
{
    constexpr std::u32string_view numerals = U"〇一二三四五六七八九";
    const auto all = letters(text);
    std::string year;
    for (std::size_t i = 0; i < 4 && i < all.size(); ++i) {
        const char32_t code = all[i].code == U'零' || all[i].code == U'○' ? U'〇' : all[i].code;
        const auto at = numerals.find(code);
        if (at == numerals.npos) return text;
        year += static_cast<char>('0' + at);
    }
    if (all.size() < 5 || all[4].code != U'年') return text;
    return year + text.substr(all[4].at);
}

struct Parts {
    std::optional<int> year = {};
    int month = 0;
    int day = 0;
};

std::optional<Parts> take_dashed(Reader& reader, char separator)
{
    Reader trial = reader;
    Parts parts;
    parts.year = trial.take_digits(4);
    if (!parts.year || *parts.year < 1900 || !trial.take(std::string(1, separator))) return std::nullopt;
    const auto month = trial.take_digits(2);
    if (!month) return std::nullopt;
    parts.month = *month;
    if (trial.take(std::string(1, separator))) {
        const auto day = trial.take_digits(2);
        if (!day || *day == 0) return std::nullopt;
        parts.day = *day;
    }
    reader = trial;
    return parts;
}

std::optional<int> take_quarter(Reader& reader)
{
    constexpr std::array<std::string_view, 8> names{"一季度", "二季度", "三季度", "四季度",
                                                    "1季度",  "2季度",  "3季度",  "4季度"};
    Reader trial = reader;
    trial.take("第");
    for (std::size_t i = 0; i < names.size(); ++i)
        if (trial.take(names.at(i))) {
            reader = trial;
            return static_cast<int>(i % 4 + 1) * 3;
        }
    return std::nullopt;
}

// 年底 年末 年内 全年 上半年 and quarters.
std::optional<int> take_part_of_year(Reader& reader)
{
    for (const std::string_view word : {"年底", "年末", "年内", "全年", "底", "末", "内", "下半年"})
        if (reader.take(word)) return 12;
    if (reader.take("上半年")) return 6;
    return take_quarter(reader);
}

std::optional<Parts> take_written(Reader& reader)
{
    Parts parts;
    Reader trial = reader;
    if (const auto year = trial.take_digits(4); year && *year >= 1900 && *year < 2200 && trial.take("年")) {
        parts.year = year;
        reader = trial;
        trial.take("度");
    } else {
        trial = reader;
    }
    // 底 or 内 alone belongs to a year that is written; 年底 stands for itself.
    const bool may_be_part = parts.year || trial.rest.starts_with("年") || trial.rest.starts_with("全年") ||
                             trial.rest.find("季度") != trial.rest.npos || trial.rest.starts_with("上半年") ||
                             trial.rest.starts_with("下半年");
    if (const auto month = may_be_part ? take_part_of_year(trial) : std::nullopt) {
        parts.month = *month;
        reader = trial;
        return parts;
    }
    const auto month = trial.take_number(12);
    if (!month || !(trial.take("月份") || trial.take("月"))) return std::nullopt;
    parts.month = *month;
    reader = trial;
    if (const auto day = trial.take_number(31); day && *day > 0 && (trial.take("日") || trial.take("号"))) {
        parts.day = *day;
        reader = trial;
    }
    return parts;
}

// What may follow the date for the text to be a deadline.
bool ends_like_a_deadline(std::string_view rest)
{
    if (rest.empty()) return true;
    if (letter_count(rest) > 12) return false;
    for (const std::string_view word :
         {"前",   "之前", "以前", "完成", "完工", "竣工", "内",   "以内", "止",   "交付", "验收",
          "到位", "按时", "全部", "已",   "办结", "支付", "下达", "开工", "完毕", "结束"})
        if (rest.starts_with(word)) return true;
    return false;
}

}  // namespace

std::optional<Deadline> read_deadline(std::string_view text, std::optional<int> year)
{
    const std::string clean = with_plain_year(compact(text));
    Reader reader{clean};
    for (const std::string_view word : {"预计", "已于", "已在", "截至", "截止", "于", "在"})
        if (reader.take(word)) break;
    std::optional<Parts> parts;
    for (const char separator : {'-', '/', '.'})
        if (!parts) parts = take_dashed(reader, separator);
    if (!parts) parts = take_written(reader);
    if (!parts || parts->month < 1 || parts->month > 12) return std::nullopt;

    const bool end_of_month = reader.take("月底") || reader.take("底") || reader.take("末") || reader.take("下旬");
    if (parts->day == 0 && reader.take("中旬")) parts->day = 20;
    if (parts->day == 0 && (reader.take("上旬") || reader.take("初"))) parts->day = 10;
    if (!ends_like_a_deadline(reader.rest)) return std::nullopt;

    const std::optional<int> known_year = parts->year ? parts->year : year;
    int in_year = known_year.value_or(year_unknown);
    const bool before_the_month =
        parts->day == 0 && !end_of_month && reader.rest.starts_with("前") && clean.find("月前") != clean.npos;
    if (before_the_month) parts->month == 1 ? (--in_year, parts->month = 12) : --parts->month;
    const auto month = static_cast<unsigned>(parts->month);
    const unsigned day = parts->day == 0 ? last_day_of(in_year, month) : static_cast<unsigned>(parts->day);
    const auto date = base::Date::of(in_year, month, day);
    if (!date) return std::nullopt;
    return Deadline{*date, known_year.has_value()};
}

}  // namespace chinese
