// SPDX-License-Identifier: Apache-2.0
#include "app/system/system_routes.h"

#include <algorithm>
#include <filesystem>

#include <boost/json.hpp>

#include "app/backup/backups.h"
#include "app/serve/import_job.h"
#include "app/system/restoration.h"
#include "base/instant.h"
#include "http/fields.h"
#include "http/query.h"
#include "identity/identity.h"
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

json::value instant(std::int64_t at_ms)
{
    return at_ms == 0 ? json::value(nullptr) : json::value(base::instant_text(at_ms));
}

json::value to_json(const std::optional<base::Error>& error, const http::Context& context)
{
    if (!error) return nullptr;
    return json::object{{"code", error->code}, {"message", context.words(*error)}};
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

json::value to_json(const std::optional<Restoration>& one, const http::Context& context)
{
    if (!one) return nullptr;
    return json::object{
        {"backup", one->backup},
        {"state", to_text(one->state)},
        {"account", one->account},
        {"asked_at", instant(one->asked_ms)},
        {"ended_at", instant(one->ended_ms)},
        {"restore_point", one->restore_point.empty() ? json::value(nullptr) : json::value(one->restore_point)},
        {"problem", to_json(one->error, context)}};
}

json::object backup_json(const http::Context& context, const SystemDesk& desk, std::int64_t now)
{
    const auto newest = backups_of(context).newest();
    return {{"newest", newest ? json::value(to_json(*newest)) : json::value(nullptr)},
            {"age_seconds", newest ? json::value((now - newest->made_ms) / 1000) : json::value(nullptr)},
            {"daily_at", desk.backup_time ? json::value(to_text(desk.backup_time)) : json::value(nullptr)},
            {"problem", to_json(desk.trouble.get(), context)}};
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
                        {"restoration", to_json(RestorationFile{context.data}.read(), context)}});
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

http::Response restore_backup(http::Context& context, const SystemDesk& desk)
{
    const std::string& name = context.part("backup");
    http::Fields fields{context.request};
    // Whoever replaces everybody's data says the name of what they replace it with once more.
    if (fields.text("confirm", 100) != name)
        fields.add("confirm", {base::ErrorKind::invalid, "app.restoration.not_confirmed", {{"name", name}}});
    if (const auto known = backups_of(context).find(name); !known) return http::problem(known.error());
    if (auto problem = fields.problem()) return *std::move(problem);
    const RestorationFile file{context.data};
    if (file.is_wanted()) return http::problem({base::ErrorKind::conflict, "app.restoration.running"});
    const Restoration wanted{name, context.actor.org.text(), context.actor.name, context.actor.origin,
                             context.clock.milliseconds_since_1970()};
    sql::Transaction transaction{context.db};
    identity::record(context.db, context.actor, context.clock, {"system.backup.ask_restoration", name, ""});
    file.ask(wanted);
    transaction.commit();
    context.afterwards = [file, restart = desk.restart] {
        file.confirm();
        if (restart) restart();
    };
    return answer(202, to_json(std::optional{wanted}, context).as_object());
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
    change(backups + "/{backup}/restoration", "restoreBackup", "system.restore", http::Body::json,
           [&desk](http::Context& context) { return restore_backup(context, desk); });
}

}  // namespace app
