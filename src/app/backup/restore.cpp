// SPDX-License-Identifier: Apache-2.0
#include "app/backup/restore.h"

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

base::Result<void> restore_file(const Backups& backups, const std::string& target, const std::string& name)
{
    const std::string beside = target + ".restoring";
    for (const char* const suffix : {"", "-wal", "-shm", ".lock"}) std::filesystem::remove(beside + suffix);
    {
        const auto db = sql::Connection::open(beside);
        TRY(backups.restore_into(*db, name));
    }
    sql::replace_file(target, beside);
    return {};
}

base::Result<void> restore_server(const Backups& backups, const std::string& target, const std::string& name)
{
    const auto db = sql::Connection::open(target);
    sql::Transaction transaction{*db};
    sql::drop_everything(*db);
    TRY(backups.restore_into(*db, name));
    transaction.commit();
    return {};
}

}  // namespace

base::Result<Restored> restore(Backups& backups, const std::string& target, const std::string& name)
{
    Restored restored;
    TRY_ASSIGN(restored.backup, backups.find(name));
    TRY_ASSIGN(const auto faults, backups.verify(name));
    if (!faults.empty()) return tl::unexpected(faults.front().error);
    TRY_ASSIGN(restored.restore_point, keep_what_is_there(backups, target));
    TRY(sql::is_server(target) ? restore_server(backups, target, name) : restore_file(backups, target, name));
    return restored;
}

}  // namespace app
