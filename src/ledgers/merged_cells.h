// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "spreadsheet/table.h"

namespace ledgers {

// A merged range keeps its value in its first cell only; whoever reads the sheet sees it in all of them.
class MergedCells {
public:
    explicit MergedCells(std::vector<spreadsheet::Merge> merges);

    // Fills the cells that lie below the first cell of a range, and says which columns it filled. Rows come top down.
    // A range over several columns is one value: only its first column is filled.
    std::vector<std::uint32_t> fill_down(spreadsheet::Row& row);

    // For finding the header: every cell of a range reads like its first one, to the right as well.
    void spread(const std::vector<spreadsheet::Row>& rows, std::vector<std::vector<std::string>>& texts) const;

private:
    struct Open {
        spreadsheet::Merge merge;
        spreadsheet::Cell value;
    };

    std::vector<spreadsheet::Merge> merges_;  // by first row
    std::size_t next_ = 0;
    std::vector<Open> open_;
};

}  // namespace ledgers
