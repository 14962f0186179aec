// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/core/finding.h"
#include "check/core/report_text.h"

namespace check {

// L26: paragraphs that an earlier report has almost word for word (four fifths of their letters in fours; figures count
// as equal, so that a paragraph with new numbers is found, too). A warning where the paragraph holds figures, else a
// note: duties are the same every year. Linear in both texts but for words that both repeat.
Findings copied_from(const ReportText& report, const ReportText& earlier);

}  // namespace check
