// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "spreadsheet/byte_source.h"
#include "spreadsheet/cell_format.h"

namespace spreadsheet {

// One relationship of an .xlsx part: what kind of part it names, and where that part lies in the zip.
struct Relationship {
    std::string type;  // its last word: "worksheet", "sharedStrings", "styles", "officeDocument"
    std::string part;
};

// By id. `base_folder` is the folder of the part that the relationships belong to: "xl/", or "" for the root.
base::Result<std::map<std::string, Relationship>> read_relationships(ByteSource& source, const std::string& part,
                                                                     const std::string& base_folder);

struct SheetEntry {
    std::string name;
    std::string relationship;
    bool is_hidden = false;
};

struct WorkbookPart {
    std::vector<SheetEntry> sheets;
    Epoch epoch = Epoch::year_1900;
};

base::Result<WorkbookPart> read_workbook_part(ByteSource& source, const std::string& part);

// The format of each cell style, by the number that cells carry in their s attribute.
base::Result<std::vector<CellFormat>> read_styles(ByteSource& source, const std::string& part);

}  // namespace spreadsheet
