// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "spreadsheet/open_file.h"
#include "spreadsheet/table.h"

namespace spreadsheet {

enum class Network { cut, left };

struct Converted {
    Descriptor xlsx;  // its name is gone already: nothing stays behind, whatever happens to this process
    // A machine may forbid processes of their own network; the conversion then still happens, and says so.
    Network network = Network::cut;
};

// Turns an .xls, .et or .ods file into .xlsx with LibreOffice, in a child process of its own process group with an
// empty environment, a home of its own that is removed afterwards, limits on memory, time and file size, and no
// network where the machine allows that.
// Refuses spreadsheet.convert.program_missing, .took_too_long, .failed.
base::Result<Converted> convert_to_xlsx(int descriptor, FileKind kind, const Limits& limits);

}  // namespace spreadsheet
