// SPDX-License-Identifier: Apache-2.0
#include "check/read_docx.h"

#include "check/core/read_text.h"
#include "check/docx_body.h"
#include "spreadsheet/archive.h"

namespace check {

base::Result<ReportText> read_docx(base::FileDescriptor file)
{
    TRY_ASSIGN(spreadsheet::Archive archive, spreadsheet::Archive::open(std::move(file), spreadsheet::Limits{}));
    TRY_ASSIGN(const auto part, archive.open_part(docx_body_part));
    DocxBody body;
    TRY(spreadsheet::read_xml(*part, docx_body_part, body));
    return read_paragraphs(body.lines());
}

}  // namespace check
