// SPDX-License-Identifier: Apache-2.0
#include "premises/tolerances.h"

#include <charconv>
#include <stdexcept>

#include "spreadsheet/workbook.h"

namespace premises {

namespace {

enum ToleranceColumn : std::size_t { grade_column, root_column, area_column, from_column, source_column, mark_column };

std::int64_t whole_number(const std::string& text)
{
    std::int64_t number = 0;
    const char* const end = text.data() + text.size();
    if (std::from_chars(text.data(), end, number) != std::from_chars_result{end, {}})
        throw std::logic_error("rules/premises/area-tolerances.csv: " + text);
    return number;
}

// Shipped with the program, so a mistake in it is ours.
Tolerances parsed_tolerances()
{
    auto workbook = spreadsheet::Workbook::from_bytes(std::string{tolerances_csv()}, "area-tolerances.csv");
    if (!workbook) throw std::logic_error("rules/premises/area-tolerances.csv: " + workbook.error().code);
    Tolerances found;
    const auto read = workbook->each_row(0, [&](const spreadsheet::Row& row) {
        if (row.number == 1) return spreadsheet::Visit::go_on;
        found.grades.push_back({whole_number(row.cells.at(grade_column).text),
                                whole_number(row.cells.at(root_column).text),
                                whole_number(row.cells.at(area_column).text)});
        const std::string& source = row.cells.at(source_column).text;
        found.source = source.substr(0, source.find("：")) + "（" + row.cells.at(mark_column).text + "）";
        return spreadsheet::Visit::go_on;
    });
    if (!read) throw std::logic_error("rules/premises/area-tolerances.csv: " + read.error().code);
    return found;
}

}  // namespace

const Tolerances& tolerances()
{
    static const Tolerances known = parsed_tolerances();
    return known;
}

}  // namespace premises
