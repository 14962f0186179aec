// SPDX-License-Identifier: Apache-2.0
#include "indicators/core/measure_columns.h"

#include <algorithm>
#include <compare>

#include "base/quantity.h"

namespace indicators {

namespace {

constexpr int tick_scale = 9;  // the finest decimal a record can hold

auto refuse(std::string_view reason, base::ErrorArgs args)
{
    return base::fail(base::ErrorKind::invalid, "indicators.measure." + std::string{reason}, std::move(args));
}

bool meets_order(std::strong_ordering order, ConditionOperator op)
{
    switch (op) {
        case ConditionOperator::equal: return order == 0;
        case ConditionOperator::unequal: return order != 0;
        case ConditionOperator::at_least: return order >= 0;
        case ConditionOperator::at_most: return order <= 0;
        case ConditionOperator::greater: return order > 0;
        case ConditionOperator::less: return order < 0;
        case ConditionOperator::contains: return false;
    }
    return false;
}

std::optional<base::Decimal> number_in(const std::string& text, const std::string& column_unit)
{
    const std::size_t digits = std::min(text.find_first_not_of("0123456789.-"), text.size());
    const auto value = base::Decimal::parse(text.substr(0, digits));
    if (!value) return std::nullopt;
    const std::string unit = without_outer_blanks(text.substr(digits));
    if (unit.empty()) return *value;
    const auto factor = base::conversion(unit, column_unit);
    if (!factor) return std::nullopt;
    const base::Ratio exact = base::Ratio::of(*value) * *factor;
    const base::Decimal converted = exact.rounded(tick_scale);
    if (base::Ratio::of(converted) != exact) return std::nullopt;
    return converted.without_trailing_zeros();
}

}  // namespace

class RowTestBuilder {
public:
    RowTestBuilder(const Condition& condition, const base::RecordColumn& column)
        : condition_{condition}, column_{column}
    {
    }

    base::Result<RowTest> build(std::size_t position) const
    {
        TRY(operator_fits());
        RowTest test;
        test.column_ = position;
        test.type_ = column_.type;
        test.op_ = condition_.op;
        for (const std::string& text : condition_.alternatives) {
            TRY_ASSIGN(RowTest::Wanted wanted, wanted_of(text));
            test.wanted_.push_back(std::move(wanted));
        }
        return test;
    }

private:
    base::Result<bool> operator_fits() const
    {
        const bool is_text = column_.type == base::CellType::text;
        const base::ErrorArgs args{{"condition", to_text(condition_)}, {"column", column_.name}};
        if (!is_text && condition_.op == ConditionOperator::contains) return refuse("contains_not_text", args);
        const bool by_order = condition_.op == ConditionOperator::at_least ||
                              condition_.op == ConditionOperator::at_most ||
                              condition_.op == ConditionOperator::greater || condition_.op == ConditionOperator::less;
        if (is_text && by_order) return refuse("order_on_text", args);
        return true;
    }

    base::Result<RowTest::Wanted> wanted_of(const std::string& text) const
    {
        RowTest::Wanted wanted{text};
        const base::ErrorArgs args{{"value", text}, {"column", column_.name}, {"condition", to_text(condition_)}};
        if (column_.type == base::CellType::text) return wanted;
        if (column_.type == base::CellType::decimal) {
            const auto number = number_in(text, column_.unit);
            if (!number) return refuse("value_malformed", args);
            wanted.number = *number;
            return wanted;
        }
        if (const auto moment = base::DateTime::parse(text)) {
            wanted.first_second = wanted.last_second = moment->seconds_since_1970();
            return wanted;
        }
        const auto day = base::Date::parse(text);
        const auto period = day ? base::Result<base::Period>{base::Period{*day, *day}} : base::Period::parse(text);
        if (!period) return refuse("value_malformed", args);
        wanted.first_second = period->first.days_since_1970() * 86'400;
        wanted.last_second = period->last.days_since_1970() * 86'400 + 86'399;
        return wanted;
    }

    const Condition& condition_;
    const base::RecordColumn& column_;
};

base::Error unknown_column(const std::string& column, const base::Records& records)
{
    std::string columns;
    for (const base::RecordColumn& known : records.columns) columns += (columns.empty() ? "" : "、") + known.name;
    return {base::ErrorKind::invalid,
            "indicators.measure.column_unknown",
            {{"column", column}, {"source", records.source}, {"columns", columns}}};
}

base::Result<RowTest> RowTest::compile(const Condition& condition, const base::Records& records)
{
    const auto position = records.column(condition.column);
    if (!position) return tl::unexpected(unknown_column(condition.column, records));
    return RowTestBuilder{condition, records.columns[*position]}.build(*position);
}

bool RowTest::meets(const base::Cell& cell, const Wanted& wanted) const
{
    if (type_ == base::CellType::decimal) return meets_order(std::get<base::Decimal>(cell) <=> wanted.number, op_);
    if (type_ == base::CellType::text) {
        const std::string text = base::to_string(cell);
        if (op_ == ConditionOperator::contains) return text.find(wanted.text) != std::string::npos;
        return meets_order(text <=> wanted.text, op_);
    }
    const std::int64_t second = seconds_of(cell).value();
    const auto order = second < wanted.first_second  ? std::strong_ordering::less
                       : second > wanted.last_second ? std::strong_ordering::greater
                                                     : std::strong_ordering::equal;
    return meets_order(order, op_);
}

bool RowTest::holds(const base::Record& record) const
{
    const base::Cell& cell = record.cells[column_];
    if (std::holds_alternative<std::monostate>(cell)) return op_ == ConditionOperator::unequal;
    const auto meets_one = [&](const Wanted& wanted) { return meets(cell, wanted); };
    if (op_ == ConditionOperator::unequal) return std::all_of(wanted_.begin(), wanted_.end(), meets_one);
    return std::any_of(wanted_.begin(), wanted_.end(), meets_one);
}

base::Result<FieldReader> FieldReader::compile(const std::string& field, const base::Records& records)
{
    FieldReader reader;
    if (const auto position = records.column(field)) {
        const base::RecordColumn& column = records.columns[*position];
        if (column.type != base::CellType::decimal) return refuse("field_not_a_number", {{"column", field}});
        reader.column_ = *position;
        reader.divisor_ = base::power_of_ten(tick_scale);
        reader.unit_ = base::unit_named(column.unit);
        return reader;
    }
    // A column's title may have a hyphen of its own, so every hyphen is tried as the minus.
    for (std::size_t at = field.find('-'); at != std::string::npos; at = field.find('-', at + 1)) {
        const auto later = records.column(without_outer_blanks(std::string_view{field}.substr(0, at)));
        const auto earlier = records.column(without_outer_blanks(std::string_view{field}.substr(at + 1)));
        if (!later || !earlier) continue;
        const auto is_time = [&](std::size_t position) {
            const base::CellType type = records.columns[position].type;
            return type == base::CellType::date || type == base::CellType::time;
        };
        if (!is_time(*later) || !is_time(*earlier)) return refuse("field_not_a_number", {{"column", field}});
        const bool whole_days = records.columns[*later].type == base::CellType::date &&
                                records.columns[*earlier].type == base::CellType::date;
        reader.column_ = *later;
        reader.minus_ = *earlier;
        reader.divisor_ = whole_days ? 86'400 : 3'600;
        reader.unit_ = whole_days ? "天" : "小时";
        return reader;
    }
    return tl::unexpected(unknown_column(field, records));
}

std::optional<base::int128> FieldReader::ticks(const base::Record& record) const
{
    const base::Cell& cell = record.cells[column_];
    if (!minus_) {
        const auto* const number = std::get_if<base::Decimal>(&cell);
        return number ? std::optional{number->digits_at(tick_scale)} : std::nullopt;
    }
    const auto later = seconds_of(cell);
    const auto earlier = seconds_of(record.cells[*minus_]);
    if (!later || !earlier) return std::nullopt;
    return base::int128{*later} - *earlier;
}

std::optional<std::int64_t> seconds_of(const base::Cell& cell)
{
    if (const auto* const day = std::get_if<base::Date>(&cell)) return day->days_since_1970() * 86'400;
    if (const auto* const moment = std::get_if<base::DateTime>(&cell)) return moment->seconds_since_1970();
    return std::nullopt;
}

}  // namespace indicators
