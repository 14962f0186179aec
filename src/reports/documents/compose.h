// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/document.h"
#include "reports/core/year_report.h"

namespace reports {

// The self-evaluation report as a Document: conclusion, evidence and the forms, in the order of the bureau's outline.
// Every figure carries its fact. Paragraphs written by hand follow the generated ones of their section.
document::Document compose(const YearReport& report);

// The same tables for the workbook: the bureau's form first, then what it rests on.
document::Document workbook(const YearReport& report);

// The sections that take hand-written paragraphs, with their titles: {"next_year", "下一步工作"} …
struct Section {
    std::string_view name;
    std::string_view title;
};
const std::vector<Section>& sections();

}  // namespace reports
