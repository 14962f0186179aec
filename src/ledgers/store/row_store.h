// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/period.h"
#include "ledgers/core/difference.h"
#include "ledgers/store/ledger_store.h"
#include "sql/connection.h"

namespace ledgers {

using ImportId = base::Id<struct ImportTag>;

// One import as it is kept; records = added + changed + unchanged.
struct ImportEntry {
    ImportId id;
    std::string file_name;
    std::string file_digest;
    std::string list_digest;
    std::size_t records = 0;
    std::size_t added = 0;
    std::size_t changed = 0;
    std::size_t unchanged = 0;
    std::size_t missing = 0;
    std::size_t removed = 0;
    std::int64_t at_ms = 0;
    std::string person = {};                     // whose import it is; empty: the command line
    std::optional<std::string> correction = {};  // of closed months, if it changed something of them
};

struct ImportCount {
    std::int64_t imports = 0;
    std::optional<std::int64_t> last_ms = {};
};

// A row to be written: what a new record becomes.
struct StoredRow {
    std::string id;
    std::string identity;
    std::optional<base::Date> occurred_on;
    std::string cells;
    std::string digest;
    std::string place;
    std::int64_t version = 1;
};
StoredRow stored_row(const sql::Row& row);

// Only records that the imports of one person left, or all of them.
using Importer = std::optional<std::string>;

// The only code that reads or writes ledgers_row, ledgers_row_version and ledgers_import, with RowChanges beside it.
class RowStore {
public:
    RowStore(sql::Connection& db, base::OrgId org, LedgerId ledger)
        : db_{db}, org_{std::move(org)}, ledger_{std::move(ledger)}
    {
    }

    void each_known(const std::function<void(KnownRecord)>& visit) const;
    // Records that count, in the order in which they came; with a period those that lie in it.
    void each_standing(const std::optional<base::Period>& period,
                       const std::function<void(const StoredRow&)>& visit) const;
    std::int64_t count(const Importer& importer = {}) const;  // that count
    // Of those that count, from the offset on, in the order in which they came.
    std::vector<StoredRow> page(const Importer& importer, std::size_t offset, std::size_t limit) const;
    // Those behind that one, in the same order.
    std::vector<StoredRow> after(const Importer& importer, const std::string& id, std::size_t limit) const;
    std::optional<StoredRow> find(const std::string& id) const;
    // Every one that counts.
    void each(const Importer& importer, const std::function<void(const StoredRow&)>& visit) const;
    // Id and joined cells of every one that counts: for choosing and ordering.
    void each_cells(const Importer& importer,
                    const std::function<void(std::string_view id, std::string_view cells)>& visit) const;
    bool is_imported_by(const std::string& identity, const std::string& person) const;
    bool has_any() const;  // removed ones too
    ImportCount imports() const;

    void add_import(const ImportEntry& entry);
    void add(const std::vector<std::size_t>& which, const std::function<StoredRow(std::size_t)>& row,
             const ImportEntry& import);

    struct Version {
        StoredRow row;
        std::string ended_how = {};
        std::optional<std::int64_t> ended_ms = {};
    };
    std::vector<Version> versions(const std::string& identity) const;

private:
    sql::Parameters scoped(const Importer& importer, sql::Parameters more = {}) const;

    sql::Connection& db_;
    base::OrgId org_;
    LedgerId ledger_;
};

}  // namespace ledgers
