// SPDX-License-Identifier: Apache-2.0
#include "ledgers/table_json.h"

#include <boost/json/array.hpp>

namespace ledgers {

namespace json = boost::json;

json::object json_of(const std::vector<TableOutcome>& tables, const std::vector<ChangedRow>& changed,
                     const Findings& findings)
{
    constexpr std::size_t most_changes_shown = 200;
    json::array sheets;
    for (const TableOutcome& table : tables)
        sheets.push_back(json::object{{"sheet", table.table},
                                      {"rows", table.rows},
                                      {"added", table.added},
                                      {"changed", table.changed},
                                      {"unchanged", table.unchanged}});
    json::array rows;
    for (const ChangedRow& row : changed) {
        if (rows.size() == most_changes_shown) break;
        json::array cells;
        for (const ColumnChange& cell : row.cells)
            cells.push_back(json::object{{"column", cell.column}, {"before", cell.before}, {"after", cell.after}});
        rows.push_back(json::object{{"sheet", row.table}, {"identity", row.identity}, {"changes", std::move(cells)}});
    }
    return {{"sheets", std::move(sheets)},
            {"changed", std::move(rows)},
            {"passed_over", json::array(findings.passed_over.begin(), findings.passed_over.end())},
            {"examples", json::array(findings.examples.begin(), findings.examples.end())}};
}

}  // namespace ledgers
