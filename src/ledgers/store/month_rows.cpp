// SPDX-License-Identifier: Apache-2.0
#include "ledgers/store/month_rows.h"

#include <algorithm>
#include <map>

namespace ledgers {

std::vector<StoredRow> MonthRows::before(const std::set<std::string>& corrections, const base::Period& month) const
{
    std::map<std::string, StoredRow> by_identity;
    RowStore{db_, org_, ledger_}.each_standing(month, [&](const StoredRow& row) { by_identity[row.identity] = row; });
    const std::set<std::string> imports = imports_of(corrections);
    std::set<std::string> touched;
    for (const std::string& import : imports) touched.merge(touched_by(import));
    if (!touched.empty())
        std::erase_if(by_identity, [&](const auto& entry) { return touched.contains(entry.second.id); });
    for (const std::string& id : touched) {
        const auto row = before(imports, id);
        if (row && row->occurred_on && month.contains(*row->occurred_on)) by_identity[row->identity] = *row;
    }
    std::vector<StoredRow> found;
    for (auto& [identity, row] : by_identity) found.push_back(std::move(row));
    return found;
}

std::set<std::string> MonthRows::imports_of(const std::set<std::string>& corrections) const
{
    std::set<std::string> found;
    if (corrections.empty()) return found;
    constexpr std::string_view correcting = R"(
        SELECT id, correction_id
          FROM ledgers_import
         WHERE org_id = :org_id AND ledger_id = :ledger_id AND correction_id IS NOT NULL)";
    for (const auto& row : db_.query(correcting, {{"org_id", org_}, {"ledger_id", ledger_}}))
        if (corrections.contains(row.text("correction_id"))) found.insert(row.text("id"));
    return found;
}

std::set<std::string> MonthRows::touched_by(const std::string& import) const
{
    constexpr std::string_view of_import = R"(
        SELECT r.id
          FROM ledgers_row r
         WHERE r.org_id = :org_id AND r.ledger_id = :ledger_id AND r.import_id = :import_id
         UNION
        SELECT v.row_id
          FROM ledgers_row_version v
          JOIN ledgers_row r ON r.org_id = v.org_id AND r.id = v.row_id
         WHERE v.org_id = :org_id AND r.ledger_id = :ledger_id AND v.import_id = :import_id)";
    std::set<std::string> found;
    for (const auto& row : db_.query(of_import, {{"org_id", org_}, {"ledger_id", ledger_}, {"import_id", import}}))
        found.insert(row.text("id"));
    return found;
}

// The version that the first of these imports ended; none when that one added the record, or restored it.
std::optional<StoredRow> MonthRows::before(const std::set<std::string>& imports, const std::string& row) const
{
    constexpr std::string_view versions = R"(
        SELECT v.version, v.import_id, v.ended_how, v.occurred_on, v.cells, r.identity
          FROM ledgers_row_version v
          JOIN ledgers_row r ON r.org_id = v.org_id AND r.id = v.row_id
         WHERE v.org_id = :org_id AND v.row_id = :row_id
         ORDER BY v.version)";
    std::optional<StoredRow> last;
    for (const auto& version : db_.query(versions, {{"org_id", org_}, {"row_id", row}})) {
        if (imports.contains(version.text("import_id"))) return last;
        last = StoredRow{row, version.text("identity"), version.date_if("occurred_on"), version.text("cells"), {}, {}};
        if (version.text("ended_how") == "restored") last->occurred_on.reset();
    }
    return last;
}

}  // namespace ledgers
