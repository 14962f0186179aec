// SPDX-License-Identifier: Apache-2.0
#include "repairs/limits.h"

#include <stdexcept>
#include <string>

#include "base/decimal.h"
#include "spreadsheet/workbook.h"

namespace repairs {

namespace {

Limit read_limit()
{
    constexpr Second seconds_of_hour = 3'600;
    constexpr std::size_t columns = 4;
    auto workbook = spreadsheet::Workbook::from_bytes(std::string{limits_csv()}, "limits.csv");
    if (!workbook) throw std::logic_error("rules/repairs/limits.csv: " + workbook.error().code);
    Limit limit;
    const auto read = workbook->each_row(0, [&](const spreadsheet::Row& row) {
        if (row.cells.size() < columns) return spreadsheet::Visit::go_on;
        const std::string& what = row.cells[0].text;
        const std::string& value = row.cells[1].text;
        if (what == "hours") {
            if (const auto hours = base::Decimal::parse(value); hours && hours->scale() == 0)
                limit.seconds = static_cast<Second>(hours->digits()) * seconds_of_hour;
            limit.source = row.cells[3].text;
        }
        const auto reason = base::of_word(pause_reasons, what);
        if (reason && value == "停") limit.stopping.insert(*reason);
        return spreadsheet::Visit::go_on;
    });
    if (!read || limit.seconds <= 0) throw std::logic_error("rules/repairs/limits.csv: hours");
    return limit;
}

}  // namespace

const Limit& shipped_limit()
{
    static const Limit limit = read_limit();
    return limit;
}

}  // namespace repairs
