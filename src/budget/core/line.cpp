// SPDX-License-Identifier: Apache-2.0
#include "budget/core/line.h"

#include <algorithm>

namespace budget {

using base::ErrorKind;
using base::fail;

std::string_view to_text(LineKind kind)
{
    return kind == LineKind::basic ? "basic" : "project";
}

LineKind line_kind_of(std::string_view text)
{
    return text == "basic" ? LineKind::basic : LineKind::project;
}

std::string_view chinese(LineKind kind)
{
    return kind == LineKind::basic ? "基本支出" : "项目支出";
}

std::optional<base::Ratio> rate_of(base::Money paid, base::Money adjusted)
{
    if (adjusted == base::Money{}) return std::nullopt;
    return base::Ratio{paid.yuan(), adjusted.yuan()};
}

base::Result<void> check_subject(std::string_view code)
{
    const bool digits = std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (code.empty() || (digits && code.size() >= 3 && code.size() <= 7)) return {};
    return fail(ErrorKind::invalid, "budget.subject.not_digits", {{"code", std::string{code}}});
}

base::Result<void> check_line(const Line& line)
{
    if (line.code.empty()) return fail(ErrorKind::invalid, "budget.line.code_empty");
    if (line.name.empty()) return fail(ErrorKind::invalid, "budget.line.name_empty", {{"line", line.code}});
    TRY(check_subject(line.functional_code));
    return check_subject(line.economic_code);
}

}  // namespace budget
