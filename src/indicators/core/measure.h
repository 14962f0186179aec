// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

#include "base/date.h"
#include "base/decimal.h"
#include "base/period.h"
#include "base/records.h"
#include "base/result.h"

namespace indicators {

// A measure as people declare it, one cell of the targets workbook each (src/indicators/README.md has the language).
struct MeasureText {
    std::string source = {};     // 数据来源: 台账:会议台账, 预算:支付
    std::string method = {};     // 统计方式
    std::string field = {};      // 统计字段: a column, or 修复时间-报修时间
    std::string filter = {};     // 筛选条件: 会议类别=区委区政府重要会议; 状态=已召开
    std::string numerator = {};  // 分子条件, or the limit of 限内占比: ≤24小时
    std::string period = {};     // 统计期间: 2024, 2024Q3, 2024-07, 全部; empty is the year that is evaluated

    bool empty() const { return *this == MeasureText{}; }
    friend bool operator==(const MeasureText&, const MeasureText&) = default;
};

enum class MeasurePart { source, method, field, filter, numerator, period };
enum class MeasureMethod { count, sum, average, maximum, share, within_limit, distinct };
enum class ConditionOperator { equal, unequal, at_least, at_most, greater, less, contains };

// 类别=消防培训|防暴演习: the column's value meets the operator for one of the alternatives; with ≠ for all of them.
struct Condition {
    std::string column;
    ConditionOperator op;
    std::vector<std::string> alternatives;
};

struct MeasureLimit {
    ConditionOperator op;
    base::Decimal value;
    std::string unit;
};

struct Measure {
    MeasureText text;
    MeasureMethod method = MeasureMethod::count;
    std::vector<Condition> filter = {};
    std::vector<Condition> numerator = {};
    std::optional<MeasureLimit> limit = {};
    std::optional<base::Period> period = {};  // none: the default period
    bool all_time = false;
};

// A mistake in one cell of the declaration.
struct MeasureProblem {
    MeasurePart part;
    base::Error error;
};

// Finds every mistake that can be seen without the records: indicators.measure.source_missing, .source_malformed,
// .method_unknown, .field_missing, .condition_malformed, .numerator_missing, .numerator_unused, .limit_malformed,
// .period_malformed.
tl::expected<Measure, std::vector<MeasureProblem>> parse_measure(const MeasureText& text);

// 会议类别=甲|乙; 状态≠已取消. Refuses indicators.measure.condition_malformed.
base::Result<std::vector<Condition>> parse_conditions(const std::string& text);
std::string to_text(const Condition& condition);
std::string_view to_text(ConditionOperator op);

// The operator that stands first in the text, with the bytes it takes: {position, length, operator}.
struct FoundOperator {
    std::size_t at;
    std::size_t length;
    ConditionOperator op;
};
std::optional<FoundOperator> first_operator(std::string_view text);

std::string without_outer_blanks(std::string_view text);

}  // namespace indicators
