// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/core/report_text.h"
#include "document/document.h"

namespace check {

// A document of ours as its reader sees it, headings with their numbers and tables as rows; the figures are the printed
// ones. Pure: the same document gives the same text.
std::string text_of(const document::Document& document);
ReportText read_document(const document::Document& document);

}  // namespace check
