// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "indicators/cli/form_table.h"
#include "spreadsheet/workbook.h"

namespace indicators {

inline FormSheet sheet_of_csv(const std::string& text)
{
    auto workbook = spreadsheet::Workbook::from_bytes(text, "form.csv").value();
    FormSheet sheet{"form.csv"};
    EXPECT_TRUE(workbook.each_row(0, [&](const spreadsheet::Row& row) {
        sheet.rows.push_back(row);
        return spreadsheet::Visit::go_on;
    }));
    return sheet;
}

inline bool has_rule(const Findings& findings, std::string_view rule)
{
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) { return finding.rule == rule; });
}

inline std::string rules_in(const Findings& findings)
{
    std::string text;
    for (const Finding& finding : findings) text += (text.empty() ? "" : " ") + finding.rule;
    return text;
}

}  // namespace indicators
