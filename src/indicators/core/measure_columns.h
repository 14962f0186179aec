// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/ratio.h"
#include "base/records.h"
#include "base/result.h"
#include "base/rounding.h"
#include "indicators/core/measure.h"

namespace indicators {

// indicators.measure.column_unknown {column, source, columns}: which columns there are.
base::Error unknown_column(const std::string& column, const base::Records& records);

// A condition with its column found and its values read as the column's type. An empty cell meets only ≠.
class RowTest {
public:
    // Refuses indicators.measure.column_unknown, .order_on_text (≥ on a text column), .contains_not_text and
    // .value_malformed (a value that is no number or date of the column's kind, or has a foreign unit).
    static base::Result<RowTest> compile(const Condition& condition, const base::Records& records);

    bool holds(const base::Record& record) const;

private:
    // A number in the column's unit, or the first and last second of a day, month or moment.
    struct Wanted {
        std::string text = {};
        base::Decimal number = {};
        std::int64_t first_second = 0;
        std::int64_t last_second = 0;
    };

    bool meets(const base::Cell& cell, const Wanted& wanted) const;

    std::size_t column_ = 0;
    base::CellType type_ = base::CellType::text;
    ConditionOperator op_ = ConditionOperator::equal;
    std::vector<Wanted> wanted_;

    friend class RowTestBuilder;
};

// What 统计字段 names: a number column, or the difference of two times or dates. A value is exact: ticks ÷ divisor.
class FieldReader {
public:
    // Refuses indicators.measure.column_unknown and .field_not_a_number.
    static base::Result<FieldReader> compile(const std::string& field, const base::Records& records);

    std::optional<base::int128> ticks(const base::Record& record) const;  // none: the cell is empty
    base::Ratio value(base::int128 ticks) const { return base::Ratio::reduced(ticks, divisor_); }
    const std::string& unit() const { return unit_; }

private:
    std::size_t column_ = 0;
    std::optional<std::size_t> minus_ = {};  // the earlier time of a difference
    base::int128 divisor_ = 1;
    std::string unit_;
};

// The second of the day a date begins with, or the moment of a time; none for any other cell.
std::optional<std::int64_t> seconds_of(const base::Cell& cell);

}  // namespace indicators
