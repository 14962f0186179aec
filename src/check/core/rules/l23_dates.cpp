// SPDX-License-Identifier: Apache-2.0
// L23: days that no calendar has (2月30日, 13月), and a period that ends before it begins.
#include <re2/re2.h>

#include "check/core/rules/all.h"

namespace check {

namespace {

// What a group found, or what is meant where it found nothing.
int number_or(const std::string& digits, int otherwise)
{
    return digits.empty() ? otherwise : std::stoi(digits);
}

int days_of(int month, int year)
{
    if (month == 2) return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

void report(const Block& block, re2::StringPiece words, const char* code, Found& findings)
{
    const Place place = place_of(block, static_cast<std::size_t>(words.data() - block.text.data()), words.size());
    findings.push_back({"L23", code, Severity::error, {{"text", place.quote}}, {place}, {}});
}

// 2023年6月31日, 2023年13月; a day without its year may be one of a leap year.
void look_for_days(const Block& block, Found& findings)
{
    static const RE2 dated{"((?:(20\\d\\d)\\s*年\\s*)?(\\d{1,2})\\s*月(?:\\s*(\\d{1,2})\\s*日)?)"};
    re2::StringPiece rest{block.text};
    re2::StringPiece words;
    std::string year;
    int month = 0;
    std::string day;
    while (RE2::FindAndConsume(&rest, dated, &words, &year, &month, &day)) {
        // 为期13月 and 第13月 are no months of a year; with neither year nor day nothing is said.
        if (year.empty() && day.empty()) continue;
        const bool is_month = month >= 1 && month <= 12;
        const int number = number_or(day, 1);
        if (is_month && number >= 1 && number <= days_of(month, number_or(year, 2024))) continue;
        report(block, words, "check.l23.no_day", findings);
    }
}

long day_number(int year, int month, int day)
{
    return (static_cast<long>(year) * 100 + month) * 100 + day;
}

void look_for_periods(const Block& block, Found& findings)
{
    static const RE2 period{
        "((20\\d\\d)\\s*年\\s*(\\d{1,2})\\s*月(?:\\s*(\\d{1,2})\\s*日)?\\s*(?:至|到|—|－|-|~|～)+\\s*(20\\d\\d)\\s*"
        "年\\s*(\\d{1,"
        "2})\\s*月(?:\\s*(\\d{1,2})\\s*日)?)"};
    re2::StringPiece rest{block.text};
    re2::StringPiece words;
    int years[2] = {};
    int months[2] = {};
    std::string days[2];
    while (RE2::FindAndConsume(&rest, period, &words, &years[0], &months[0], &days[0], &years[1], &months[1], &days[1]))
        if (day_number(years[0], months[0], number_or(days[0], 1)) >
            day_number(years[1], months[1], number_or(days[1], 31)))
            report(block, words, "check.l23.backwards", findings);
}

}  // namespace

void find_wrong_dates(const Material& material, Found& findings)
{
    for (const Block& block : material.text.blocks) {
        look_for_days(block, findings);
        look_for_periods(block, findings);
    }
}

}  // namespace check
