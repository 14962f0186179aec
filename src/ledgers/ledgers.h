// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/actor.h"
#include "base/clock.h"
#include "base/period.h"
#include "base/progress.h"
#include "base/records.h"
#include "base/result.h"
#include "closing/closing.h"
#include "ledgers/core/definition.h"
#include "ledgers/core/difference.h"
#include "ledgers/core/record_query.h"
#include "ledgers/failed_rows.h"
#include "ledgers/import.h"
#include "ledgers/record_lists.h"
#include "sql/connection.h"
#include "sql/migration.h"

namespace ledgers {

std::span<const sql::Migration> migrations();

struct Ledger;  // store/ledger_store.h

enum class DeclaredAs { created, changed, unchanged };

struct Declared {
    std::string name;
    DeclaredAs as = DeclaredAs::created;
};

// One line of the list of registers.
struct Summary {
    std::string name;
    std::string section = {};  // id of the section that it belongs to, or empty
    std::size_t columns = 0;
    std::int64_t records = 0;
    std::int64_t imports = 0;
    std::optional<std::int64_t> last_import_ms = {};
};

enum class Missing { keep, remove };

struct ImportOptions {
    // Header text -> column title, beside what the register has saved; a real import saves these too.
    std::vector<std::pair<std::string, std::string>> mapping = {};
    Missing missing = Missing::keep;
    base::Progress progress = {};  // records that are read
};

// What an import did, or with problems or in a preview, what it would do.
struct ImportReport {
    std::string ledger;
    Definition definition;
    bool is_stored = false;
    bool was_declared = false;  // a standard register that this import declared
    Reading reading;
    Difference difference;    // positions are those of reading.records; nothing while there are problems
    std::size_t removed = 0;  // of difference.missing
};

// A record as it is shown.
struct ShownRecord {
    std::string id;
    std::string identity;            // HY-001, or 一号楼 / 301
    std::vector<std::string> cells;  // canonical texts in column order
    std::string place;
    std::int64_t version = 1;
};

// Which part of a list: from an offset on, or where the page before ended.
struct Window {
    std::size_t offset = 0;
    std::size_t limit = 50;
    std::string after = {};    // an id, of records as they came
    std::string version = {};  // of the register, when the offset goes back to a page of it
};

struct RecordPage {
    std::vector<ShownRecord> records = {};
    std::int64_t total = 0;
    std::pair<std::string, std::string> next =
        {};  // Window::version and offset, or empty and Window::after; or both empty
};

// A register as its page shows it.
struct Register {
    Definition definition;
    std::string section = {};
};

// What a record said, oldest first; the last one is what it says now.
struct RecordVersion {
    std::int64_t version = 1;
    std::vector<std::string> cells;  // canonical texts in column order
    std::string place;
    std::string ended_how = {};  // changed, removed, restored; empty for what stands
    std::optional<std::int64_t> ended_ms = {};
};

struct RecordHistory {
    Definition definition;  // of the register, as it is now
    std::vector<RecordVersion> versions;
};

// The registers (台账) of an organisation: declared by the unit, filled from its own workbooks.
// Permissions: ledgers.declare, ledgers.import, ledgers.map. Every change is one audit record in its transaction.
// Registers and records that the actor does not reach (core/reach.h) look as if they were not there. An import that
// adds, changes, restores or removes records dated in a closed month is one with a correction, or refused as
// closing::Gate::admit() does. Registers without a period column belong to no month.
class Ledgers {
public:
    Ledgers(sql::Connection& db, const base::Clock& clock, std::optional<closing::Correction> correction = {})
        : db_{db}, clock_{clock}, correction_{std::move(correction)}
    {
    }

    // All or none. Refuses ledgers.declare.forbidden, what checked() and extended() refuse, and
    // ledgers.definition.ledger_twice.
    base::Result<std::vector<Declared>> declare(const base::Actor& actor, const std::vector<Definition>& definitions);

    // One new register. Refuses as declare(), ledgers.ledger.already_there, ledgers.section.unknown and
    // ledgers.declare.out_of_reach (a section's officer declares for the section alone).
    base::Result<void> create(const base::Actor& actor, const Register& declared);
    // Its columns and its section. Refuses as create() and ledgers.ledger.unknown.
    base::Result<void> change(const base::Actor& actor, const Register& declared);

    std::vector<Summary> list(const base::Actor& actor) const;
    base::Result<Register> find(const base::Actor& actor, const std::string& name) const;  // ledgers.ledger.unknown

    // From now on `header` in a file means the column `title`; an empty title means that it is passed over.
    // Refuses ledgers.map.forbidden, ledgers.ledger.unknown, ledgers.map.column_unknown.
    base::Result<void> map_column(const base::Actor& actor, const std::string& name, const std::string& header,
                                  const std::string& title);

    // Whether the actor may import into it: the register, or the standard one that an import would declare. Refuses as
    // import().
    base::Result<Definition> find_for_import(const base::Actor& actor, const std::string& name) const;
    // What headers mean, as map_column() has it: header and title.
    base::Result<std::vector<std::pair<std::string, std::string>>> mapping(const base::Actor& actor,
                                                                           const std::string& name) const;
    // All of it anew. Refuses as map_column().
    base::Result<void> map_all(const base::Actor& actor, const std::string& name,
                               const std::vector<std::pair<std::string, std::string>>& mapping);

    // Reads and compares without storing anything. Refuses as import().
    base::Result<ImportReport> preview(const base::Actor& actor, const std::string& name,
                                       const std::vector<std::filesystem::path>& files,
                                       const ImportOptions& options = {});
    // All or nothing: with problems in the report nothing is stored. A standard register (standard.h) that is not
    // declared yet is declared first. Refuses ledgers.import.forbidden, ledgers.ledger.unknown,
    // ledgers.ledger.changed_meanwhile, ledgers.map.column_unknown, ledgers.import.foreign_records (who reaches own
    // records alone may not change those of others), and what read_register() refuses.
    base::Result<ImportReport> import(const base::Actor& actor, const std::string& name,
                                      const std::vector<std::filesystem::path>& files,
                                      const ImportOptions& options = {});

    // The rows that an import would refuse, as a workbook to correct (failed_rows.h). Refuses as import() and
    // write_failed_rows() do.
    base::Result<std::size_t> write_failed(const base::Actor& actor, const std::string& name,
                                           const std::vector<std::filesystem::path>& files,
                                           const ImportOptions& options, const spreadsheet::FailedRows& failed);

    // The records that count (removed ones do not), oldest import first, for measures. With a period only those
    // whose period column lies in it. Amounts are decimals in 元. Refuses ledgers.ledger.unknown,
    // ledgers.ledger.no_period_column, and ledgers.ledger.never_imported: nobody knows yet that there is nothing.
    base::Result<base::Records> records(const base::OrgId& org, const std::string& name,
                                        const std::optional<base::Period>& period = {}) const;

    // `identity` as people see it: HY-001, or 一号楼 / 301. Refuses ledgers.ledger.unknown, ledgers.row.unknown.
    base::Result<RecordHistory> history(const base::Actor& actor, const std::string& name,
                                        const std::string& identity) const;

    // Records that count. A query that chooses or orders is answered once and remembered in `lists`. Refuses
    // ledgers.ledger.unknown and ledgers.query.changed_meanwhile (an import came between two pages).
    base::Result<RecordPage> page(const base::Actor& actor, const std::string& name, const RecordQuery& query,
                                  const Window& window, RecordLists& lists) const;
    // All that the query takes, in its order.
    base::Result<void> each_record(const base::Actor& actor, const std::string& name, const RecordQuery& query,
                                   const std::function<void(const ShownRecord&)>& visit) const;

    // What the month holds, register by register: the records dated in it, as they were before its corrections.
    std::vector<closing::Content> contents(const base::OrgId& org, const closing::Span& month) const;

private:
    enum class Keep { no, yes };
    struct Job;  // one import or preview on its way

    struct Found;  // a register as an import needs it

    base::Result<Found> found_for_import(const base::Actor& actor, const std::string& name,
                                         const ImportOptions& options) const;
    base::Result<DeclaredAs> declare_one(const base::Actor& actor, const Definition& definition,
                                         const std::optional<std::string>& section = {});
    base::Result<void> check_section(const base::Actor& actor, const std::string& section) const;
    base::Result<ImportReport> run(const base::Actor& actor, const Job& job);
    base::Result<ImportReport> keep(const base::Actor& actor, const Job& job, const Found& found, ImportReport report);

    sql::Connection& db_;
    const base::Clock& clock_;
    std::optional<closing::Correction> correction_;
};

}  // namespace ledgers
