// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "check/core/tables.h"

namespace check {

// A score beside the most it could be: 满分50分…得分48分 in prose, 分值 and 得分 in a row.
struct Scored {
    const Claim* weight;
    const Claim* score;
};

std::vector<Scored> scores_in_prose(const Material& material);
std::vector<Scored> scores_in_table(const Table& table);
// The one of a row, of those in the table's order; none where the row has no score.
const Scored* scored_in(const std::vector<Scored>& scores, std::size_t block);

// Where a table says the weights and the scores of its rows; the number of its titles where it does not.
std::size_t weight_column(const Table& table);
std::size_t score_column(const Table& table);

// Whether the table before is the form's table of money, or has its row 预算执行, and holds the figure: the points of
// the execution rate.
bool is_in_money_before(const std::vector<Table>& tables, std::size_t table, base::Ratio figure);

// A result beside the target it is measured by, of one sentence or one row.
struct Aimed {
    const Claim* target;
    const Claim* actual;
    std::string sign = {};         // of the target: before the figure, or in a column of its own
    const Table* table = nullptr;  // none in prose
    const TableRow* row = nullptr;
};

// Only pairs in one unit; in a table the unit may stand in a column of its own. The tables must outlive what is
// returned.
std::vector<Aimed> aimed_in_prose(const Material& material);
std::vector<Aimed> aimed_in_table(const Table& table);

// Below what was to be reached, or above what was not to be passed (≤).
bool is_unmet(const Aimed& aimed);
bool is_less_better(const Aimed& aimed);

}  // namespace check
