// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "spreadsheet/open_file.h"
#include "spreadsheet/table.h"

namespace spreadsheet {

struct Converted {
    base::FileDescriptor file;  // its name is gone already: nothing stays behind, whatever happens to this process
    // Codes of what this machine does not let us take from the converter: spreadsheet.convert.files_left (it could read
    // other files), spreadsheet.convert.network_left. The conversion still happens, and says so.
    std::vector<std::string> notes;
};

// Turns an .xls, .et or .ods file into .xlsx with LibreOffice, in a child process (child.h) with an empty environment,
// a home of its own that is removed afterwards, limits on memory, time and file size, and no sight of other files or
// of a network where the machine allows that.
// Refuses spreadsheet.convert.program_missing, .took_too_long, .failed.
base::Result<Converted> convert_to_xlsx(int descriptor, FileKind kind, const Limits& limits);

// A document that our own readers do not read: .doc and .wps (both OLE), .html, .pdf.
// pdf_words: the same .pdf as words with their places.
enum class DocumentKind { ole, html, pdf, pdf_words };

// The same for documents: .docx from LibreOffice, or for .pdf its text from pdftotext in reading order,
// with a form feed behind each page, or what its -bbox-layout writes (XHTML with a DOCTYPE). Refuses as convert_to_xlsx
// does.
base::Result<Converted> convert_document(int descriptor, DocumentKind kind, const Limits& limits);

}  // namespace spreadsheet
