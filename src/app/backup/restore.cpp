// SPDX-License-Identifier: Apache-2.0
#include "app/backup/restore.h"

#include <algorithm>
#include <functional>

#include "identity/identity.h"
#include "identity/sessions.h"
#include "sql/tables.h"

namespace app {

namespace {

// What is there now, if anything is.
base::Result<std::string> keep_what_is_there(Backups& backups, const std::string& target)
{
    const bool is_file = !sql::is_server(target);
    if (is_file && !std::filesystem::exists(target)) return std::string{};
    const auto db = sql::Connection::open(target);
    if (sql::tables(*db).empty()) return std::string{};
    return backups.create(*db, "before_restore").name;
}

// In the database that is about to be put in place.
using Record = std::function<void(sql::Connection&)>;

void record(sql::Connection& db, const base::Clock& clock, const std::string& name, Restorer by,
            const std::string& restore_point)
{
    sql::Transaction transaction{db};
    identity::Sessions{db, clock}.close_all("restored");
    const auto all = identity::Organisations{db, clock}.all();
    const bool is_there = std::any_of(all.begin(), all.end(), [&](const auto& one) { return one.id == by.actor.org; });
    if (!is_there && !all.empty()) by.actor.org = all.front().id;
    const std::string approved = by.approved_by.empty() ? "" : " approved_by=" + by.approved_by;
    if (!all.empty()) identity::record(db, by.actor, clock, {"system.backup.restore", name, restore_point + approved});
    transaction.commit();
}

base::Result<void> restore_file(const Backups& backups, const std::string& target, const std::string& name,
                                const Record& record)
{
    const std::string beside = target + ".restoring";
    for (const char* const suffix : {"", "-wal", "-shm", ".lock"}) std::filesystem::remove(beside + suffix);
    {
        const auto db = sql::Connection::open(beside);
        TRY(backups.restore_into(*db, name));
        record(*db);
    }
    sql::replace_file(target, beside);
    return {};
}

base::Result<void> restore_server(const Backups& backups, const std::string& target, const std::string& name,
                                  const Record& record)
{
    const auto db = sql::Connection::open(target);
    sql::Transaction transaction{*db};
    sql::drop_everything(*db);
    TRY(backups.restore_into(*db, name));
    record(*db);
    transaction.commit();
    return {};
}

}  // namespace

base::Result<Restored> restore(Backups& backups, const std::string& target, const std::string& name,
                               const Restorer& restorer, const base::Clock& clock)
{
    Restored restored;
    TRY_ASSIGN(restored.backup, backups.find(name));
    TRY_ASSIGN(const auto faults, backups.verify(name));
    if (!faults.empty()) return tl::unexpected(faults.front().error);
    TRY_ASSIGN(restored.restore_point, keep_what_is_there(backups, target));
    const Record in_place = [&](sql::Connection& db) { record(db, clock, name, restorer, restored.restore_point); };
    TRY(sql::is_server(target) ? restore_server(backups, target, name, in_place)
                               : restore_file(backups, target, name, in_place));
    return restored;
}

}  // namespace app
