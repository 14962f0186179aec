// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to documents/: the parts that compose() puts together. Each appends its blocks.

#include "document/document.h"
#include "reports/core/year_report.h"

namespace reports {

using Blocks = std::vector<document::Block>;

void append_conclusion(Blocks& blocks, const YearReport& report);
void append_problems(Blocks& blocks, const YearReport& report);
void append_evidence(Blocks& blocks, const YearReport& report);
void append_analysis(Blocks& blocks, const YearReport& report);
void append_forms(Blocks& blocks, const YearReport& report);

void append_heading(Blocks& blocks, int level, std::string text);
// The heading of a section that can be written by hand: its title, and its name for whoever edits it.
void append_section_heading(Blocks& blocks, int level, const std::string& section);
void append_sentence(Blocks& blocks, const YearReport& report, std::string_view sentence);
// The paragraphs written by hand; where there are none and the section needs some, a visible note says so.
enum class Need { optional, required };
void append_narrative(Blocks& blocks, const YearReport& report, const std::string& section, Need need);

document::TableCell text_cell(std::string text);
document::TableCell header_cell(std::string text);
document::TableCell figure_cell(const std::string& code, const YearReport& report);
// A number for reading and for the spreadsheet.
document::TableCell number_cell(const std::string& printed, const std::string& number, const std::string& format);

document::Table score_form(const YearReport& report);
document::Table budget_form(const YearReport& report);
document::Table month_form(const YearReport& report);

}  // namespace reports
