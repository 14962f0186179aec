// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "spreadsheet/table.h"

namespace spreadsheet {

// One format behind a Workbook: the parts of an .xlsx file, or one text table.
class Tables;

// A workbook to be read: .xlsx .xlsm .csv .tsv .txt by ourselves; .xls .et .ods through LibreOffice (convert.h).
// Every refusal carries the argument file; most carry place (会议!B12), line or part.
class Workbook {
public:
    // Refuses spreadsheet.file.* (open_file.h, archive.h, xml.h), spreadsheet.csv.bad_encoding and .not_text,
    // spreadsheet.convert.* (convert.h), spreadsheet.file.no_sheets.
    static base::Result<Workbook> open(const std::filesystem::path& path, const Limits& limits = {});
    // The same from memory, .xlsx and text tables only; `name` says which and stands in refusals.
    static base::Result<Workbook> from_bytes(std::string bytes, const std::filesystem::path& name,
                                             const Limits& limits = {});

    Workbook(Workbook&&) noexcept;
    Workbook& operator=(Workbook&&) noexcept;
    ~Workbook();

    // Names in the file's order, hidden sheets too; a text table has one, named like its file.
    const std::vector<std::string>& sheets() const;
    bool is_hidden(std::size_t sheet) const;
    // Codes of things worth telling that stop nothing: spreadsheet.convert.files_left and .network_left.
    const std::vector<std::string>& notes() const { return notes_; }

    // Rows with a value, top down. When this refuses, the rows visited so far must be thrown away: a damaged file is
    // known to be damaged only at its end. Refuses as sheet_part.h and csv.h say.
    base::Result<void> each_row(std::size_t sheet, const RowVisitor& visit);
    // The file keeps these behind the rows: asking first costs one pass of inflating, asking after each_row nothing.
    base::Result<std::vector<Merge>> merges(std::size_t sheet);

private:
    Workbook(std::string file, std::unique_ptr<Tables> tables);
    static base::Result<Workbook> open_unnamed(const std::filesystem::path& path, const Limits& limits);

    std::string file_;
    std::vector<std::string> notes_;
    std::unique_ptr<Tables> tables_;
};

}  // namespace spreadsheet
