// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <utility>

#include "check/core/report_text.h"

namespace check {

// The columns of tables in which a bare 1950 or 2024 is an amount: others of their cells hold amounts that cannot be
// years, and their title does not say that they hold years.
class AmountColumns {
public:
    explicit AmountColumns(const ReportText& report);
    bool have(std::size_t table, std::size_t column) const { return found_.contains({table, column}); }

private:
    std::set<std::pair<std::size_t, std::size_t>> found_;
};

// 1900 to 2099, without a comma.
bool is_year_like(std::string_view written);

}  // namespace check
