// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "document/document.h"
#include "reports/core/year_report.h"

namespace reports {

// A sentence with its figures: "执行数{budget.executed}" becomes runs, each {code or title} the value of that fact and
// a link to it. Where a fact is missing the sentence says which one, so that no blank is ever printed. "{{" is a brace.
document::Paragraph with_figures(std::string_view sentence, const YearReport& report,
                                 document::ParagraphStyle style = document::ParagraphStyle::body);

// One figure by itself, for table cells.
document::Run figure(const std::string& code, const YearReport& report);

// The fact a writer means: by code, or by the title people see. None when there is no such fact.
const Fact* find_fact(const std::string& name, const YearReport& report);

}  // namespace reports
