// SPDX-License-Identifier: Apache-2.0
#include "ledgers/core/date_cell.h"

#include <algorithm>
#include <optional>

#include "chinese/letters.h"
#include "ledgers/core/refused_cell.h"

namespace ledgers {

namespace {

// Reads half-width text from left to right.
class Scanner {
public:
    explicit Scanner(std::string_view text) : rest_{text} {}

    bool at_end() const { return rest_.empty(); }

    bool take(std::string_view word)
    {
        if (!rest_.starts_with(word)) return false;
        rest_.remove_prefix(word.size());
        return true;
    }

    void take_blank() { take(" "); }

    // Between `fewest` and `most` digits, and no further digit behind them.
    std::optional<int> number(std::size_t fewest, std::size_t most)
    {
        const auto length = std::min(rest_.find_first_not_of("0123456789"), rest_.size());
        if (length < fewest || length > most) return std::nullopt;
        int value = 0;
        for (const char c : rest_.substr(0, length)) value = value * 10 + (c - '0');
        rest_.remove_prefix(length);
        return value;
    }

private:
    std::string_view rest_;
};

std::optional<base::Date> date_of(int year, int month, int day)
{
    if (month < 0 || day < 0) return std::nullopt;
    const auto date = base::Date::of(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
    return date ? std::optional{*date} : std::nullopt;
}

std::optional<base::Date> take_day(Scanner& scanner)
{
    Scanner compact = scanner;
    if (const auto digits = compact.number(8, 8)) {
        scanner = compact;
        return date_of(*digits / 10'000, *digits / 100 % 100, *digits % 100);
    }
    const auto year = scanner.number(4, 4);
    if (!year) return std::nullopt;
    scanner.take_blank();
    std::string_view separator;
    for (const std::string_view candidate : {"-", "/", ".", "年"})
        if (separator.empty() && scanner.take(candidate)) separator = candidate;
    if (separator.empty()) return std::nullopt;
    scanner.take_blank();
    const auto month = scanner.number(1, 2);
    scanner.take_blank();
    if (!month || !scanner.take(separator == "年" ? "月" : separator)) return std::nullopt;
    scanner.take_blank();
    const auto day = scanner.number(1, 2);
    if (!day) return std::nullopt;
    if (separator == "年") {
        scanner.take_blank();
        if (!scanner.take("日")) scanner.take("号");
    }
    return date_of(*year, *month, *day);
}

// Minutes and seconds behind the hour, in seconds; none where they are malformed.
std::optional<int> take_minutes(Scanner& scanner)
{
    const bool in_chinese = scanner.take("时") || scanner.take("点");
    if (!in_chinese && !scanner.take(":")) return std::nullopt;
    if (in_chinese && scanner.at_end()) return 0;
    if (in_chinese && scanner.take("半")) return 30 * 60;
    if (in_chinese && scanner.take("整")) return 0;
    const auto minute = scanner.number(1, 2);
    if (!minute || *minute > 59) return std::nullopt;
    const bool seconds_follow = scanner.take("分") ? !scanner.at_end() : scanner.take(":");
    if (!seconds_follow) return *minute * 60;
    const auto second = scanner.number(1, 2);
    if (!second || *second > 59) return std::nullopt;
    scanner.take("秒");
    return *minute * 60 + *second;
}

// Seconds since midnight, up to 24:00 itself.
std::optional<int> take_clock(Scanner& scanner)
{
    const bool morning = scanner.take("上午");
    const bool afternoon = !morning && scanner.take("下午");
    scanner.take_blank();
    auto hour = scanner.number(1, 2);
    if (!hour) return std::nullopt;
    const auto minutes = take_minutes(scanner);
    if (!minutes) return std::nullopt;
    if ((morning || afternoon) && (*hour > 12 || *hour == 0)) return std::nullopt;
    if (afternoon && *hour < 12) *hour += 12;
    const int seconds = *hour * 3600 + *minutes;
    return seconds <= 86'400 ? std::optional{seconds} : std::nullopt;
}

struct Written {
    base::Date day;
    std::optional<int> seconds;  // none: a day alone
};

std::optional<Written> scanned(std::string_view text)
{
    const std::string plain = chinese::normalised(text);
    Scanner scanner{plain};
    const auto day = take_day(scanner);
    if (!day) return std::nullopt;
    scanner.take_blank();
    if (scanner.at_end()) return Written{*day, std::nullopt};
    scanner.take("T");
    const auto seconds = take_clock(scanner);
    if (!seconds || !scanner.at_end()) return std::nullopt;
    return Written{*day, seconds};
}

}  // namespace

base::Result<base::Date> parse_day(std::string_view text)
{
    const auto written = scanned(text);
    if (!written) return refused_cell("not_a_date", text);
    if (written->seconds.value_or(0) != 0) return refused_cell("time_in_date", text);
    return written->day;
}

base::Result<base::DateTime> parse_moment(std::string_view text)
{
    const auto written = scanned(text);
    if (!written) return refused_cell("not_a_time", text);
    if (!written->seconds) return refused_cell("time_missing", text);
    if (*written->seconds < 86'400) return base::DateTime{written->day, *written->seconds};
    const auto next = base::Date::from_days(written->day.days_since_1970() + 1);
    if (next.year() > 2199) return refused_cell("not_a_time", text);
    return base::DateTime{next, 0};
}

}  // namespace ledgers
