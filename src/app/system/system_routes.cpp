// SPDX-License-Identifier: Apache-2.0
#include "app/system/system_routes.h"

#include <algorithm>
#include <filesystem>

#include <boost/json.hpp>

#include "app/backup/backups.h"
#include "app/serve/import_job.h"
#include "app/system/restoration_routes.h"
#include "http/query.h"
#include "jobs/queue.h"
#include "sql/about.h"

namespace app {

namespace {

namespace json = boost::json;

http::Response answer(int status, const json::object& object)
{
    return {.status = status, .body = json::serialize(object)};
}

Backups backups_of(const http::Context& context)
{
    return Backups{context.data, context.data / "backups", context.clock};
}

json::object to_json(const Manifest& backup)
{
    std::int64_t bytes = backup.dump_bytes;
    for (const BackedUpFile& file : backup.files) bytes += file.bytes;
    return {{"backup", backup.name},
            {"why", backup.why},
            {"made_at", instant(backup.made_ms)},
            {"version", backup.version},
            {"rows", backup.rows()},
            {"files", backup.files.size()},
            {"bytes", bytes},
            {"readable", backup.made_ms != 0}};
}

json::object backup_json(const http::Context& context, const SystemDesk& desk, std::int64_t now)
{
    const auto newest = backups_of(context).newest();
    return {{"newest", newest ? json::value(to_json(*newest)) : json::value(nullptr)},
            {"age_seconds", newest ? json::value((now - newest->made_ms) / 1000) : json::value(nullptr)},
            {"daily_at", desk.backup_time ? json::value(to_text(desk.backup_time)) : json::value(nullptr)},
            {"problem", app::to_json(desk.trouble.get(), context)}};
}

http::Response status(const http::Context& context, const SystemDesk& desk)
{
    http::Query query{context.request};
    if (auto problem = query.problem()) return *std::move(problem);
    json::array schema;
    for (const sql::SchemaStep& step : sql::schema_steps(context.db))
        schema.push_back(json::object{{"slice", step.slice}, {"step", step.number}});
    const auto space = std::filesystem::space(context.data);
    const jobs::Load load = jobs::Queue{context.db, context.clock}.load();
    const std::int64_t now = context.clock.milliseconds_since_1970();
    const bool is_sqlite = context.db.engine() == sql::Engine::sqlite;
    return answer(200, {{"version", MINGJI_VERSION},
                        {"engine", json::object{{"name", is_sqlite ? "sqlite" : "postgresql"},
                                                {"version", sql::engine_version(context.db)}}},
                        {"schema", std::move(schema)},
                        {"storage", json::object{{"free_bytes", space.available}, {"total_bytes", space.capacity}}},
                        {"started_at", instant(desk.started_ms)},
                        {"uptime_seconds", (now - desk.started_ms) / 1000},
                        {"jobs", json::object{{"queued", load.queued}, {"running", load.running}}},
                        {"backup", backup_json(context, desk, now)},
                        {"restoration", app::to_json(RestorationFile{context.data, context.clock}.read(), context)}});
}

http::Response list(const http::Context& context)
{
    http::Query query{context.request};
    const std::size_t limit = query.limit();
    const auto cursor = query.cursor(1);
    if (auto problem = query.problem()) return *std::move(problem);
    json::array items;
    json::value next(nullptr);
    for (const Manifest& backup : backups_of(context).list()) {
        if (cursor && backup.name >= cursor->front()) continue;
        if (items.size() == limit) {
            next = http::cursor_of({std::string{items.back().at("backup").as_string()}});
            break;
        }
        items.push_back(to_json(backup));
    }
    return answer(200, {{"items", std::move(items)}, {"next", std::move(next)}});
}

http::Response create(http::Context& context)
{
    return start_import(context,
                        {"system.backup", context.words({base::ErrorKind::invalid, "app.job.backup"}), "system.read"});
}

http::Response verify(http::Context& context)
{
    const std::string& name = context.part("backup");
    if (const auto known = backups_of(context).find(name); !known) return http::problem(known.error());
    jobs::NewJob job{"system.verify_backup",
                     context.words({base::ErrorKind::invalid, "app.job.verify_backup", {{"name", name}}}),
                     "system.read"};
    job.params = json::serialize(json::object{{"backup", name}});
    return start_import(context, std::move(job));
}

}  // namespace

void add_system_routes(http::Router& router, SystemDesk& desk)
{
    const std::string backups = "/api/v1/system/backups";
    const auto change = [&](const std::string& path, const char* operation, const char* permission, http::Body body,
                            http::Handler handle) {
        router.add({.method = http::Method::post,
                    .path = path,
                    .operation = operation,
                    .permission = permission,
                    .body = body,
                    .guard = http::Guard::idempotency_key,
                    .handle = std::move(handle)});
    };
    router.add({.path = "/api/v1/system/status",
                .operation = "getSystemStatus",
                .permission = "system.read",
                .handle = [&desk](http::Context& context) { return status(context, desk); }});
    router.add({.path = backups, .operation = "listBackups", .permission = "system.read", .handle = list});
    change(backups, "createBackup", "system.backup", http::Body::none, create);
    change(backups + "/{backup}/verification", "verifyBackup", "system.backup", http::Body::none, verify);
    add_restoration_routes(router, desk);
}

}  // namespace app
