// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "spreadsheet/byte_source.h"

namespace spreadsheet {

enum class Encoding { utf8, utf16_little, utf16_big, gb18030 };

// Looks through all of `source`: a byte order mark or strictly valid UTF-8 decides, everything else is GB18030
// (which contains GBK and GB2312). Guessing by statistics fails on short Chinese texts.
// Refuses spreadsheet.csv.bad_encoding for a UTF-8 mark over invalid UTF-8, spreadsheet.csv.not_text for NUL bytes.
base::Result<Encoding> detect_encoding(ByteSource& source);

// The same text as UTF-8, without its byte order mark. A letter that two chunks share is never broken.
// Reading refuses spreadsheet.csv.bad_encoding with the line.
std::unique_ptr<ByteSource> decoded(std::unique_ptr<ByteSource> source, Encoding encoding);

}  // namespace spreadsheet
