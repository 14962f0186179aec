// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "spreadsheet/workbook.h"

namespace spreadsheet::testing {

// The parts of an .xlsx file as texts, so that a test says exactly what is in the file.
struct BuiltWorkbook {
    std::map<std::string, std::string> parts;

    explicit BuiltWorkbook(const std::string& sheet_data, const std::string& after_data = "");
    // Cell styles by number: built-in format ids, or 164 + n for the nth custom code.
    BuiltWorkbook& styles(const std::vector<unsigned>& ids, const std::vector<std::string>& codes = {});
    BuiltWorkbook& shared(const std::string& items);
    BuiltWorkbook& workbook(const std::string& properties, const std::string& sheets);
    std::string bytes() const;
};

std::string zipped(const std::map<std::string, std::string>& parts);

// A file that is gone at the end of the test.
class TemporaryFile {
public:
    explicit TemporaryFile(const std::string& name, const std::string& bytes = "");
    ~TemporaryFile();
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path folder_;
    std::filesystem::path path_;
};

// All rows of one sheet.
base::Result<std::vector<Row>> rows_of(Workbook& workbook, std::size_t sheet = 0);
base::Result<std::vector<Row>> rows_of(const std::string& bytes, const std::string& name = "a.xlsx",
                                       const Limits& limits = {});
// The code of the refusal, or "" where there was none.
std::string refusal_of(const std::string& bytes, const std::string& name = "a.xlsx", const Limits& limits = {});
std::string argument(const base::Error& error, const std::string& name);
// The cells of the only row as "kind:text".
std::vector<std::string> cells_of(const std::string& row_xml, const std::vector<unsigned>& style_ids = {},
                                  const std::vector<std::string>& codes = {});
std::string described(const Cell& cell);

}  // namespace spreadsheet::testing
