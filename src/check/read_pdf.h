// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/result.h"

namespace check {

// The text of what `pdftotext -bbox-layout` wrote: lines in reading order, tables as | rows |, a form feed behind each
// page. Refuses as spreadsheet/xml.h does.
base::Result<std::string> text_of_pdf_words(std::string_view xhtml);

}  // namespace check
