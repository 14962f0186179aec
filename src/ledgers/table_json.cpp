// SPDX-License-Identifier: Apache-2.0
#include "ledgers/table_json.h"

#include <boost/json/array.hpp>

namespace ledgers {

namespace json = boost::json;

json::object json_of(const TableImport& outcome)
{
    constexpr std::size_t most_changes_shown = 200;
    json::array sheets;
    for (const TableOutcome& table : outcome.sheets)
        sheets.push_back(json::object{{"sheet", table.table},
                                      {"rows", table.rows},
                                      {"added", table.added},
                                      {"changed", table.changed},
                                      {"unchanged", table.unchanged},
                                      {"removed", table.removed}});
    json::array rows;
    for (const ChangedRow& row : outcome.changed) {
        if (rows.size() == most_changes_shown) break;
        json::array cells;
        for (const ColumnChange& cell : row.cells)
            cells.push_back(json::object{{"column", cell.column}, {"before", cell.before}, {"after", cell.after}});
        rows.push_back(json::object{{"sheet", row.table}, {"identity", row.identity}, {"changes", std::move(cells)}});
    }
    return {{"stored", outcome.is_stored},
            {"sheets", std::move(sheets)},
            {"changed", std::move(rows)},
            {"passed_over", json::array(outcome.passed_over.begin(), outcome.passed_over.end())},
            {"examples", json::array(outcome.examples.begin(), outcome.examples.end())}};
}

}  // namespace ledgers
