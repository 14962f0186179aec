// SPDX-License-Identifier: Apache-2.0
#include "app/system/restoration_routes.h"

#include "app/backup/backups.h"
#include "base/instant.h"
#include "http/fields.h"
#include "http/json_text.h"
#include "identity/identity.h"

namespace app {

namespace {

namespace json = boost::json;
using base::ErrorKind;
using http::text_or_null;

// Only one at a time comes to say what becomes of the data, also where several servers share a database.
constexpr const char* one_at_a_time = "system.restoration";

base::Result<void> check_backup(const http::Context& context, const std::string& name)
{
    const auto known = Backups{context.data, context.data / "backups", context.clock}.find(name);
    if (!known) return tl::unexpected(known.error());
    return {};
}

http::Response shown(int status, const http::Context& context, const Restoration& one)
{
    return {.status = status, .body = json::serialize(to_json(std::optional{one}, context))};
}

http::Response ask(http::Context& context)
{
    const std::string& name = context.part("backup");
    http::Fields fields{context.request};
    // Whoever replaces everybody's data says the name of what they replace it with once more.
    if (fields.text("confirm", 100) != name)
        fields.add("confirm", {ErrorKind::invalid, "app.restoration.not_confirmed", {{"name", name}}});
    if (const auto known = check_backup(context, name); !known) return http::problem(known.error());
    if (auto problem = fields.problem()) return *std::move(problem);
    sql::Transaction transaction{context.db};
    context.db.lock_until_commit(one_at_a_time);
    const RestorationFile file{context.data, context.clock};
    if (file.is_wanted()) return http::problem({ErrorKind::conflict, "app.restoration.running"});
    if (file.is_asked()) return http::problem({ErrorKind::conflict, "app.restoration.already_asked"});
    const Restoration asked{name,
                            context.actor.org.text(),
                            context.actor.person,
                            context.actor.name,
                            context.actor.origin,
                            context.clock.milliseconds_since_1970()};
    identity::record(context.db, context.actor, context.clock, {"system.backup.ask_restoration", name, ""});
    file.note(asked);
    transaction.commit();
    context.afterwards = [file] { file.confirm(); };
    return shown(202, context, asked);
}

// The one that waits, if that is what the other administrator saw.
base::Result<Restoration> waiting(const http::Context& context, const std::string& seen)
{
    const auto one = RestorationFile{context.data, context.clock}.read();
    if (one && one->state == RestorationState::expired && one->backup == seen)
        return base::fail(ErrorKind::conflict, "app.restoration.expired", {{"name", seen}});
    if (!one || one->state != RestorationState::asked || one->backup != seen)
        return base::fail(ErrorKind::conflict, "app.restoration.none_asked", {{"name", seen}});
    if (one->person == context.actor.person) return base::fail(ErrorKind::forbidden, "app.restoration.two_people");
    return *one;
}

http::Response decide(http::Context& context, const SystemDesk& desk)
{
    http::Fields fields{context.request};
    const std::string backup = fields.text("backup", 100);
    const auto state = fields.word<RestorationState>(
        "decision", {{"approve", RestorationState::wanted}, {"refuse", RestorationState::refused}});
    if (auto problem = fields.problem()) return *std::move(problem);
    sql::Transaction transaction{context.db};
    context.db.lock_until_commit(one_at_a_time);
    auto one = waiting(context, backup);
    if (!one) return http::problem(one.error());
    const bool is_agreed = state == RestorationState::wanted;
    if (const auto known = check_backup(context, backup); is_agreed && !known) return http::problem(known.error());
    one->state = state;
    one->decided_by = context.actor.name;
    if (!is_agreed) one->ended_ms = context.clock.milliseconds_since_1970();
    const std::string act = is_agreed ? "system.backup.approve_restoration" : "system.backup.refuse_restoration";
    identity::record(context.db, context.actor, context.clock, {act, backup, one->account});
    const RestorationFile file{context.data, context.clock};
    file.note(*one);
    transaction.commit();
    context.afterwards = [file, is_agreed, restart = desk.restart] {
        file.confirm();
        if (is_agreed && restart) restart();
    };
    return shown(200, context, *one);
}

}  // namespace

json::value instant(std::int64_t at_ms)
{
    return at_ms == 0 ? json::value(nullptr) : json::value(base::instant_text(at_ms));
}

json::value to_json(const std::optional<base::Error>& error, const http::Context& context)
{
    if (!error) return nullptr;
    return json::object{{"code", error->code}, {"message", context.words(*error)}};
}

json::value to_json(const std::optional<Restoration>& one, const http::Context& context)
{
    if (!one) return nullptr;
    return json::object{{"backup", one->backup},
                        {"state", to_text(one->state)},
                        {"account", one->account},
                        {"asked_at", instant(one->asked_ms)},
                        {"decided_by", text_or_null(one->decided_by)},
                        {"ended_at", instant(one->ended_ms)},
                        {"restore_point", text_or_null(one->restore_point)},
                        {"problem", to_json(one->error, context)}};
}

void add_restoration_routes(http::Router& router, SystemDesk& desk)
{
    router.add({.method = http::Method::post,
                .path = "/api/v1/system/backups/{backup}/restoration",
                .operation = "askForRestoration",
                .permission = "system.restore",
                .body = http::Body::json,
                .guard = http::Guard::idempotency_key,
                .handle = ask});
    router.add({.method = http::Method::post,
                .path = "/api/v1/system/restoration/decision",
                .operation = "decideRestoration",
                .permission = "system.approve",
                .body = http::Body::json,
                .guard = http::Guard::idempotency_key,
                .handle = [&desk](http::Context& context) { return decide(context, desk); }});
}

}  // namespace app
