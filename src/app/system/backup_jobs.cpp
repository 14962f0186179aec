// SPDX-License-Identifier: Apache-2.0
#include <boost/json.hpp>

#include "app/backup/backups.h"
#include "app/serve/import_job.h"
#include "app/system/system_routes.h"

namespace app {

namespace json = boost::json;

base::Result<json::object> run_backup(jobs::JobContext& context)
{
    Backups backups{context.data, context.data / "backups", context.clock};
    const Manifest made = backups.create(context.db, "demand", [&](std::int64_t done, std::int64_t total) {
        context.progress(
            done, total,
            words_of(context, {base::ErrorKind::invalid, "app.job.rows_backed_up", {{"rows", std::to_string(done)}}}));
    });
    return json::object{{"backup", made.name}, {"rows", made.rows()}, {"files", made.files.size()}};
}

base::Result<json::object> run_backup_verification(jobs::JobContext& context)
{
    const std::string name{context.params.at("backup").as_string()};
    const Backups backups{context.data, context.data / "backups", context.clock};
    TRY_ASSIGN(const auto found, backups.verify(name, [&](std::int64_t done, std::int64_t total) {
        context.progress(
            done, total,
            words_of(context, {base::ErrorKind::invalid, "app.job.files_read", {{"files", std::to_string(done)}}}));
    }));
    json::array faults;
    for (const BackupFault& fault : found)
        faults.push_back(json::object{
            {"file", fault.file}, {"code", fault.error.code}, {"message", words_of(context, fault.error)}});
    return json::object{{"backup", name}, {"whole", found.empty()}, {"faults", std::move(faults)}};
}

}  // namespace app
