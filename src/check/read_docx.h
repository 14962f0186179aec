// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/file_descriptor.h"
#include "base/result.h"
#include "check/core/report_text.h"

namespace check {

// The paragraphs and tables of a .docx file, in order. A line is a paragraph, or a row of a table with | between its
// cells; headings are known by their style. What was deleted with changes tracked is left out.
// The page is that of the first section.
// Refuses as spreadsheet/archive.h and xml.h say.
base::Result<ReportText> read_docx(base::FileDescriptor file);

}  // namespace check
