// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "indicators/core/targets.h"

namespace indicators {

// Something wrong in the workbook: where (绩效指标!G12, or a sheet's name), under which title, and what.
struct ImportProblem {
    std::string place;
    std::string column;
    base::Error error;
    // The same place as numbers, by which problems are put in order.
    std::size_t sheet = 0;           // of the workbook
    std::uint32_t row = 0;           // 0: the sheet as a whole
    std::uint32_t sheet_column = 0;  // from 0
};

// A row of the workbook: 绩效指标!A5.
struct ImportRow {
    std::string place;
    std::size_t sheet = 0;
    std::uint32_t row = 0;
};

// A file that an entry names as its evidence, beside the workbook.
struct EvidenceName {
    std::string code;
    std::filesystem::path file;
};

// What a workbook says about a year's targets. With problems, nothing of it may be stored.
struct TargetsImport {
    std::string file = {};
    std::vector<std::string> file_notes = {};  // spreadsheet::Workbook::notes()
    Targets targets = {};
    std::vector<Entry> entries = {};
    std::vector<Note> notes = {};
    std::vector<EvidenceName> evidence = {};
    std::vector<EvidenceName> evidence_left_out = {};  // named where no files can lie beside the workbook
    std::vector<ImportRow> indicator_rows = {};        // one per indicator, for what is found wrong later
    std::vector<std::string> examples = {};            // where the template's example rows stand, passed over
    std::vector<std::string> sheets_passed_over = {};  // none of the six
    std::vector<ImportProblem> problems = {};
};

// The sheets of the targets workbook (src/indicators/README.md): 绩效指标 is required, 绩效目标, 支撑数据, 人工填报,
// 指标调整 and 偏差说明 may be missing; 有错误的绩效指标 and 其余的绩效指标 (failed_rows.h) are 绩效指标 too. Every
// mistake is collected, once, in the order of the workbook: indicators.import.column_missing, .cell_missing,
// .cell_error, .code_twice {first}, .goal_unknown, .goal_share_malformed, .goal_shares_not_100 {sum},
// .decimals_malformed, .published_malformed, .indicator_unknown, .date_malformed, indicators.weight.malformed,
// indicators.measure.* (measure.h), indicators.revision.* (revision.h), indicators.note.kind_unknown,
// content.file.unreadable, .outside_folder. Refuses what spreadsheet::Workbook refuses, indicators.import.sheet_missing
// {file, sheet} and indicators.import.no_indicators {file}: an unfilled template would take everything back.
// A workbook that was sent by itself has no files beside it: then they are named and not looked for.
enum class NamedEvidence { beside_workbook, left_out };
base::Result<TargetsImport> read_targets(const std::filesystem::path& workbook,
                                         NamedEvidence evidence = NamedEvidence::beside_workbook);

}  // namespace indicators
