// SPDX-License-Identifier: Apache-2.0
#include "budget/row_reader.h"

namespace budget {

void RowReader::begin(AmountUnit unit, const TableRow& row)
{
    unit_ = unit;
    row_ = &row;
    is_readable_ = true;
}

void RowReader::refuse(std::size_t column, base::Error error)
{
    job_.refuse(row_->at(column), std::move(error));
    is_readable_ = false;
}

bool RowReader::has(std::size_t column) const
{
    const auto written = text_of(row_->cell(column));
    return !written || !written->empty();
}

std::string_view RowReader::text(std::size_t column)
{
    return parsed(column, text_of(row_->cell(column)));
}

base::Date RowReader::date(std::size_t column)
{
    return parsed(column, date_of(row_->cell(column)));
}

base::Money RowReader::money(std::size_t column)
{
    return parsed(column, money_of(row_->cell(column), unit_));
}

std::optional<MonthSpan> RowReader::months(std::size_t first, std::size_t last)
{
    if (!has(first) && !has(last)) return std::nullopt;
    if (has(first) != has(last)) {
        refuse(has(first) ? last : first, {base::ErrorKind::invalid, "budget.import.one_month_missing"});
        return std::nullopt;
    }
    const Month from = parsed(first, month_of(row_->cell(first)));
    const Month to = parsed(last, month_of(row_->cell(last)));
    return MonthSpan{from, to};
}

void RowReader::refuse_kind(std::size_t column, std::string_view written)
{
    refuse(column, {base::ErrorKind::invalid, "budget.import.unknown_kind", {{"text", std::string{written}}}});
}

}  // namespace budget
