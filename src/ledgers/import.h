// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "ledgers/core/difference.h"
#include "ledgers/core/header.h"
#include "spreadsheet/workbook.h"

namespace ledgers {

// Something wrong in a file: where, in which column, and what (a code with arguments, without words).
struct Problem {
    std::size_t sheet = 0;  // of Reading::sheets
    std::uint32_t row = 0;  // 0: the sheet as a whole
    std::string place;      // 会议!B12, or the sheet's name
    std::string column;     // the title of the column, or empty
    base::Error error;
};

// One sheet that holds records of the register.
struct SheetRead {
    std::string file;
    std::string name;
    std::uint32_t header_row = 0;       // the last row of the header
    std::uint32_t identity_column = 0;  // where the first identity column stands, for naming a record's place
    std::size_t records = 0;
    std::size_t totals = 0;                         // 合计 rows, passed over
    std::size_t notes = 0;                          // remarks and repeated headers, passed over
    std::vector<std::string> unknown_headers = {};  // columns that the register does not have, passed over
};

// What files say about one register. With problems, nothing of it may be stored.
struct Reading {
    std::vector<SheetRead> sheets;
    std::vector<std::string> passed_over;  // sheets that are not this register: "文件 表名"
    std::vector<std::string> examples;     // where the template's example rows stand, passed over
    std::vector<std::string> file_notes;   // spreadsheet::Workbook::notes(), each once
    std::vector<NewRecord> records;
    std::vector<Problem> problems;  // in the order of the file, at most most_problems of them
    std::size_t problem_count = 0;
    std::string file_digest;  // SM3 over the files' bytes, one after the other
    std::string list_digest;  // SM3 over the records, in order

    bool is_clean() const { return problem_count == 0; }
    // 会议台账.xlsx 会议!A12
    std::string place_of(const NewRecord& record) const;
};

inline constexpr std::size_t most_problems = 10'000;
// Above the header stand titles, dates and units, hardly more rows than this.
inline constexpr std::size_t header_search_rows = 30;

// What may look on while a register is read.
struct Visitors {
    // Sees the row behind each record, sound or not, before the next one is read: merged cells filled, but for
    // amounts, of which no record has a share.
    std::function<void(const Header&, const spreadsheet::Row&)> record = {};
    std::function<void(const Problem&)> problem = {};  // all of them
};

// Reads every sheet with this register's header in all files, as one list. Cells are checked one by one and all that
// is wrong is collected: what cell.h refuses, ledgers.sheet.column_missing, ledgers.sheet.column_twice,
// ledgers.cell.merged_number (an amount merged over several records has no share for each of them),
// ledgers.row.identity_twice {first}. Refuses what spreadsheet::Workbook refuses, and ledgers.file.no_header
// {file, ledger, columns} for a file without any sheet of this register.
base::Result<Reading> read_register(const std::vector<std::filesystem::path>& files, const Definition& definition,
                                    const Mapping& mapping, const Visitors& visitors = {});

// The same from one workbook that is already open. `name` stands for the file in places.
base::Result<void> read_workbook(spreadsheet::Workbook& workbook, const std::string& name, const Definition& definition,
                                 const Mapping& mapping, Reading& into, const Visitors& visitors = {});

}  // namespace ledgers
