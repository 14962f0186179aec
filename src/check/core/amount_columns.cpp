// SPDX-License-Identifier: Apache-2.0
#include "check/core/amount_columns.h"

#include <algorithm>
#include <vector>

#include "check/core/relations.h"
#include "check/core/written_number.h"
#include "chinese/letters.h"

namespace check {

namespace {

struct Column {
    std::string title = {};
    std::size_t amounts = 0;  // that are no years
    std::size_t years = 0;
};

bool is_bare_number(std::string_view text)
{
    return begins_with_digit(text) && number_at(text).size == text.size();
}

// 年份, 年度, 建成时间; 2023年度 is the year that the column's amounts are of.
bool says_years(const std::string& title)
{
    const bool names_one =
        std::any_of(title.begin(), title.end(), [](char byte) { return byte >= '0' && byte <= '9'; });
    return !names_one && (contains_any(title, {"年份", "年月", "时间", "日期", "编号", "序号", "文号"}) ||
                          ends_with_any(title, {"年", "年度"}));
}

bool says_amounts(const std::string& title)
{
    return contains_any(title, {"额", "数", "预算", "决算", "支出", "收入", "经费", "资金", "面积"});
}

}  // namespace

bool is_year_like(std::string_view written)
{
    const std::string digits = number_at(written).digits;
    return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20")) &&
           written.substr(0, number_at(written).size).find(',') == std::string_view::npos;
}

namespace {

void take(Column& column, std::string_view text)
{
    if (column.title.empty() && column.amounts + column.years == 0 && !begins_with_digit(text))
        column.title = chinese::compact(text);
    if (is_bare_number(text)) ++(is_year_like(text) ? column.years : column.amounts);
}

bool holds_amounts(const Column& column)
{
    return column.years > 0 && column.amounts > 0 && !says_years(column.title) &&
           (column.amounts >= column.years || says_amounts(column.title));
}

}  // namespace

AmountColumns::AmountColumns(const ReportText& report)
{
    std::size_t table = 0;
    std::vector<Column> columns;
    const auto end_table = [&] {
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (holds_amounts(columns[i])) found_.emplace(table, i);
        columns.clear();
    };
    for (const Block& block : report.blocks) {
        if (block.kind != Block::Kind::row) continue;
        if (block.table != table) end_table();
        table = block.table;
        for (const TableCell& cell : block.cells) {
            if (cell.column >= columns.size()) columns.resize(cell.column + 1);
            take(columns[cell.column], block.cell(cell));
        }
    }
    end_table();
}

}  // namespace check
