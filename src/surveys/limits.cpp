// SPDX-License-Identifier: Apache-2.0
#include "surveys/limits.h"

#include <stdexcept>
#include <string>

#include "base/decimal.h"
#include "spreadsheet/workbook.h"

namespace surveys {

namespace {

Limits read_limits()
{
    auto workbook = spreadsheet::Workbook::from_bytes(std::string{limits_csv()}, "limits.csv");
    if (!workbook) throw std::logic_error("rules/surveys/limits.csv: " + workbook.error().code);
    Limits limits;
    const auto read = workbook->each_row(0, [&](const spreadsheet::Row& row) {
        if (row.cells.size() < 2) return spreadsheet::Visit::go_on;
        const auto number = base::Decimal::parse(row.cells[1].text);
        if (!number || number->scale() != 0) return spreadsheet::Visit::go_on;
        const std::string& what = row.cells[0].text;
        if (what == "least_answers") limits.least_answers = number->digits();
        if (what == "least_response") limits.least_response = number->digits();
        if (what == "least_for_texts") limits.least_for_texts = number->digits();
        return spreadsheet::Visit::go_on;
    });
    const bool is_sound = limits.least_answers > 0 && limits.least_response > 0 && limits.least_for_texts > 0;
    if (!read || !is_sound) throw std::logic_error("rules/surveys/limits.csv: least_…");
    return limits;
}

}  // namespace

const Limits& shipped_limits()
{
    static const Limits limits = read_limits();
    return limits;
}

}  // namespace surveys
