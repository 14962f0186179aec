// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/program.h"
#include "ledgers/table_import.h"

namespace ledgers {

// `mingji SLICE import FILE` of a slice's own workbook: what it says of itself, and who does it.
struct TableCommand {
    std::string slice;
    cli::Text summary;
    std::vector<std::string> examples;
    cli::Text file;                         // the words for FILE
    std::vector<cli::Option> options = {};  // besides --dry-run and --failed
    // Refuses options that were mistyped. The office outlives the importer.
    std::function<base::Result<TableImporter>(const cli::Office&, const cli::Input&)> importer;
};

void add_table_command(cli::Program& program, const cli::OpenOffice& open, TableCommand command);

}  // namespace ledgers
