// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/core/report_text.h"

namespace check {

// Rules look through a paragraph for each of its figures, so one of a million letters would keep them busy for hours. A
// paragraph of more than 4,000 Chinese letters is taken as several: cut behind a sentence, or else between two letters.
// Nothing of its text is lost, and every place stays where it was.
ReportText cut_long_paragraphs(ReportText text);

}  // namespace check
