// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/core/report_text.h"

namespace check {

// Rules look through a paragraph for each of its figures, and through a row for each of its cells, so one of a million
// letters would keep them busy for hours. A paragraph of more than 4,000 Chinese letters, as no report has one, is read
// in pieces of at most 1,000: cut behind a sentence, or a clause, or else between two letters. Of a row the first 128
// cells stay in its table (no form has more, nor longer ones); what follows stands behind the table, as rows and
// paragraphs of their own. Nothing of the text is lost, and every place stays where it was.
ReportText cut_long_blocks(ReportText text);

}  // namespace check
