// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/money.h"
#include "base/ratio.h"
#include "base/result.h"

namespace budget {

// 基本支出 and 项目支出: execution is reported for each apart.
enum class LineKind { basic, project };

inline constexpr std::array line_kinds{LineKind::basic, LineKind::project};
std::string_view to_text(LineKind kind);  // the word in SQL and JSON
LineKind line_kind_of(std::string_view text);
std::string_view chinese(LineKind kind);

// One budget line of one year. The amounts are running totals that the database keeps.
struct Line {
    std::string code;
    std::string name;
    LineKind kind = LineKind::project;
    std::string functional_code = {};  // 功能科目, digits: 2010303
    std::string economic_code = {};    // 经济科目, digits: 30209
    base::Money adjusted = {};
    base::Money committed = {};  // signed contracts, less what was paid under them
    base::Money paid = {};
    std::string correction = {};  // id of the correction of its closed year, or empty

    base::Money available() const { return adjusted - committed - paid; }
};

// The share that was paid; none of a line without a budget.
std::optional<base::Ratio> rate_of(base::Money paid, base::Money adjusted);

// Refuses budget.line.code_empty, budget.line.name_empty and budget.subject.not_digits.
base::Result<void> check_line(const Line& line);
// Codes of the government revenue and expenditure classification: 3 to 7 digits, or empty. Refuses
// budget.subject.not_digits.
base::Result<void> check_subject(std::string_view code);

}  // namespace budget
