// SPDX-License-Identifier: Apache-2.0
#include "app/serve/gateway.h"

#include <boost/json.hpp>

#include "app/serve/entrance.h"
#include "app/serve/health.h"
#include "app/serve/log.h"
#include "app/serve/web_assets.h"
#include "base/random.h"
#include "base/sm3.h"
#include "identity/http/session_cookie.h"
#include "identity/identity.h"

namespace app {

using base::ErrorKind;
using http::Guard;
using http::Response;
using http::Route;

struct Gateway::Entered {
    std::optional<identity::Visitor> visitor = {};
    base::Actor actor = {};
    bool is_unfinished = false;  // the password or the second factor is still to be set: no refusal of a right
};

namespace {

Response refused(int status, const char* code, base::ErrorArgs args = {})
{
    return http::problem(status, {ErrorKind::invalid, code, std::move(args)});
}

// A body answers for itself: the same state, the same tag.
std::string tag_of(const Response& response)
{
    return "\"" + base::sm3(response.body).substr(0, 32) + "\"";
}

bool has_header(const Response& response, std::string_view name)
{
    for (const auto& [known, value] : response.headers)
        if (known == name) return true;
    return false;
}

// What a browser showed before need not be sent again.
void tag(const http::Request& request, Response& response)
{
    const bool is_plain = response.status == 200 && !response.problem && !response.file && !response.events &&
                          response.constant.empty() && response.content_type == "application/json";
    if (!is_plain || has_header(response, "ETag")) return;
    const std::string mine = tag_of(response);
    response.header("ETag", mine);
    if (!http::is_safe(request.method) || request.headers.get("if-none-match") != mine) return;
    response.status = 304;
    response.body.clear();
}

std::string digest_of(const http::Request& request)
{
    base::Sm3 digest;
    digest.add_field(http::to_text(request.method));
    digest.add_field(request.path);
    for (const auto& [name, value] : request.query) digest.add_field(name + "=" + value);
    digest.add_field(request.upload ? request.upload->digest : request.body);
    return digest.finish();
}

// Of what may be answered again only these headers say something about the answer itself.
std::string kept_headers(const Response& response)
{
    boost::json::object headers;
    for (const auto& [name, value] : response.headers)
        if (name == "Location" || name == "ETag") headers[name] = value;
    return boost::json::serialize(headers);
}

Response answered_again(const identity::Replay& replay)
{
    Response response;
    response.status = replay.status;
    response.body = replay.body;
    const boost::json::value headers = boost::json::parse(replay.headers);
    for (const auto& pair : headers.as_object()) response.header(pair.key(), std::string{pair.value().as_string()});
    response.header("Idempotent-Replayed", "true");
    response.is_replayed = true;
    return response;
}

bool is_key(std::string_view text)
{
    if (text.empty() || text.size() > 100) return false;
    return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7F; });
}

// In the path, where the route is about organisations, or behind the question mark.
std::string organisation_of(const http::Request& request)
{
    const auto part = request.parameters.find("org");
    return part != request.parameters.end() ? part->second : request.query_text("org");
}

std::string_view without_quotes(std::string_view text)
{
    if (text.size() >= 2 && text.front() == '"' && text.back() == '"') return text.substr(1, text.size() - 2);
    return text;
}

}  // namespace

std::optional<http::Response> Gateway::at_once(http::Request& request) const
{
    const std::string_view parent = request.headers.get("traceparent");
    // W3C trace context: 00-<32 digits>-<16 digits>-01
    request.trace_id =
        parent.size() == 55 && parent.starts_with("00-") ? std::string{parent.substr(3, 32)} : base::random_hex(16);
    if (auto live = alive(request)) return live;
    return asset(request);
}

http::Plan Gateway::plan(http::Request& request) const
{
    http::Match match = parts_.router.match(request.method, request.path);
    if (!match.route) {
        if (match.allowed.empty()) return {.refusal = refused(404, "request.path_unknown")};
        Response wrong = refused(405, "request.method_not_allowed");
        std::string allow;
        for (const http::Method method : match.allowed)
            allow += (allow.empty() ? "" : ", ") + std::string{to_text(method)};
        wrong.header("Allow", allow);
        return {.refusal = std::move(wrong)};
    }
    for (auto& [name, value] : match.parameters) request.parameters[name] = std::move(value);
    const Route& route = *match.route;
    request.route = route.path;
    request.is_anonymous = route.is_anonymous;
    const std::string_view type = request.headers.get("content-type");
    const std::string_view length = request.headers.get("content-length");
    const bool has_body = (!length.empty() && length != "0") || request.headers.has("transfer-encoding");
    const bool is_right = route.body == http::Body::none || !has_body ||
                          (route.body == http::Body::json && type.starts_with("application/json")) ||
                          (route.body == http::Body::file && type.starts_with("application/octet-stream"));
    if (!is_right) return {.refusal = refused(415, "request.media_type_not_supported")};
    return {route.body, route.body == http::Body::none ? 0 : route.body_limit, std::nullopt};
}

http::Response Gateway::answer(http::Request& request)
{
    try {
        return guarded(request);
    } catch (const sql::SqlError& error) {
        const bool is_full = error.violation() == sql::Violation::full;
        const bool is_passing =
            error.violation() == sql::Violation::busy || error.violation() == sql::Violation::unavailable;
        log(parts_.clock, Level::error, "database", {{"trace_id", request.trace_id}, {"error", error.what()}});
        Response response = is_full      ? refused(507, "request.disk_full")
                            : is_passing ? refused(503, "request.database_away")
                                         : refused(500, "request.broken", {{"trace", request.trace_id}});
        if (is_passing) response.header("Retry-After", "2");
        return response;
    } catch (const std::exception& error) {
        log(parts_.clock, Level::error, "broken", {{"trace_id", request.trace_id}, {"error", error.what()}});
        return refused(500, "request.broken", {{"trace", request.trace_id}});
    }
}

http::Response Gateway::guarded(http::Request& request)
{
    const http::Match match = parts_.router.match(request.method, request.path);
    const auto lease = parts_.database.lease(sql::Patience::request);
    Response response = enter_and_handle(*match.route, request, *lease);
    tag(request, response);
    return response;
}

http::Response Gateway::enter_and_handle(const Route& route, http::Request& request, sql::Connection& db)
{
    Entered entered;
    if (auto refusal = enter(route, request, db, entered)) {
        record_refusal(request, db, entered, *refusal);
        return *std::move(refusal);
    }
    if (entered.visitor) note_visit(*entered.visitor, db);
    Response response = handle(route, request, db, entered);
    if (response.status == 403) record_refusal(request, db, entered, response);
    return response;
}

// That somebody was here is not worth refusing them what they came to read.
void Gateway::note_visit(const identity::Visitor& visitor, sql::Connection& db)
{
    try {
        identity::Sessions{db, parts_.clock}.touch(visitor);
    } catch (const sql::SqlError& error) {
        if (error.violation() != sql::Violation::full) throw;
    }
}

// Whoever is signed in and asks for what they may not do leaves a record of it.
void Gateway::record_refusal(const http::Request& request, sql::Connection& db, const Entered& entered,
                             const Response& refusal)
{
    if (!entered.visitor || !refusal.problem || entered.is_unfinished) return;
    const identity::Visitor& visitor = *entered.visitor;
    sql::Transaction transaction{db};
    identity::record(
        db, {visitor.org, visitor.account, request.remote}, parts_.clock,
        {"request.refuse", std::string{to_text(request.method)} + " " + request.path, refusal.problem->error.code});
    transaction.commit();
}

std::optional<http::Response> Gateway::enter(const Route& route, const http::Request& request, sql::Connection& db,
                                             Entered& entered)
{
    entered.actor = base::Actor{base::OrgId{}, "", request.remote};
    const std::string token = identity::session_token(request);
    if (!token.empty()) {
        auto visitor = identity::Sessions{db, parts_.clock}.find(token);
        if (visitor) entered.visitor = *std::move(visitor);
    }
    if (route.access == http::Access::open) return foreign_change(route, request, nullptr);
    if (!entered.visitor) return refused(401, "identity.session.none");
    const identity::Visitor& visitor = *entered.visitor;
    if (auto foreign = foreign_change(route, request, &visitor)) return foreign;
    entered.actor = base::Actor{visitor.org, visitor.account, request.remote};
    entered.actor.person = visitor.person.text();
    entered.actor.permissions = identity::permissions_at(visitor.rights, visitor.home(), visitor.home());
    entered.actor.home = visitor.org;
    entered.actor.section = visitor.section.value_or(base::OrgId{}).text();
    if (route.access == http::Access::signed_in) return std::nullopt;
    entered.is_unfinished = visitor.must_change_password || visitor.must_set_second_factor();
    if (visitor.must_change_password) return refused(403, "identity.password.must_change");
    if (visitor.must_set_second_factor()) return refused(403, "identity.second_factor.must_set");
    if (!entered.actor.may(route.permission))
        return refused(403, "request.not_permitted", {{"permission", route.permission}});
    entered.actor.reach = identity::reach_of(visitor.rights.permissions.at(route.permission));
    return go_to(organisation_of(request), route, db, entered);
}

// To the organisation that the request names. One that is out of reach looks like one that does not exist.
std::optional<http::Response> Gateway::go_to(const std::string& wanted, const Route& route, sql::Connection& db,
                                             Entered& entered)
{
    const identity::Visitor& visitor = *entered.visitor;
    if (wanted.empty() || wanted == visitor.org.text()) return std::nullopt;
    const auto target = identity::Organisations{db, parts_.clock}.find(base::OrgId{wanted});
    if (!target || !visitor.reach(route.permission).covers(*target))
        return refused(404, "identity.org.unknown", {{"id", wanted}});
    entered.actor.org = target->id;
    entered.actor.permissions = identity::permissions_at(visitor.rights, visitor.home(), target->place());
    return std::nullopt;
}

http::Response Gateway::handle(const Route& route, const http::Request& request, sql::Connection& db,
                               const Entered& entered)
{
    if (route.guard == Guard::idempotency_key) return once(route, request, db, entered);
    if (route.guard == Guard::if_match) return on_what_was_seen(route, request, db, entered);
    Aftermath aftermath;
    Response response = run(route, request, db, entered, aftermath);
    follow_up(aftermath);
    return response;
}

http::Response Gateway::run(const Route& route, const http::Request& request, sql::Connection& db,
                            const Entered& entered, Aftermath& aftermath)
{
    http::Context context{request, db, entered.actor, parts_.clock, parts_.data, parts_.events};
    context.words = [language = language_of(request)](const base::Error& error) {
        return cli::sentence(language, error.code, error.args);
    };
    Response response = route.handle(context);
    if (response.status < 300) aftermath = {std::move(context.heard), std::move(context.afterwards)};
    return response;
}

void Gateway::follow_up(const Aftermath& aftermath)
{
    for (const http::Event& event : aftermath.heard)
        parts_.events.publish(event.org, event.type, event.data, event.account);
    if (aftermath.afterwards) aftermath.afterwards();
}

// A request with an effect: the key, the effect and the answer stand or fall together.
http::Response Gateway::once(const Route& route, const http::Request& request, sql::Connection& db,
                             const Entered& entered)
{
    const std::string_view written = without_quotes(request.headers.get("idempotency-key"));
    if (!is_key(written)) return refused(400, "request.idempotency_key_missing");
    const identity::ReplayKey key{entered.visitor ? entered.visitor->org : base::OrgId{}, entered.actor.person,
                                  std::string{written}};
    identity::Replays replays{db, parts_.clock};
    const std::string digest = digest_of(request);
    const auto known = [&]() -> std::optional<Response> {
        const auto replay = replays.find(key);
        if (!replay) return std::nullopt;
        return replay->request_digest == digest ? answered_again(*replay)
                                                : refused(422, "request.idempotency_key_reused");
    };
    {
        const std::lock_guard lock{mutex_};
        if (!in_flight_.insert(key).second) return refused(409, "request.still_running");
    }
    const std::unique_ptr<const identity::ReplayKey, std::function<void(const identity::ReplayKey*)>> flight{
        &key, [this](const identity::ReplayKey* done) {
            const std::lock_guard lock{mutex_};
            in_flight_.erase(*done);
        }};
    if (auto again = known()) return *std::move(again);
    Aftermath aftermath;
    sql::UnitOfWork unit{db};
    Response response = run(route, request, db, entered, aftermath);
    if (response.status >= 300) {
        // An earlier copy may have come to its end in this moment: one whose connection was given up while the database
        // kept silent, or one that another server answers. What stands in the way now is its effect.
        if (auto again = known()) return *std::move(again);
        return response;
    }
    try {
        unit.begin();
        replays.add(key, {digest, response.status, kept_headers(response), response.body});
        unit.commit();
    } catch (const sql::SqlError& error) {
        // Another server answered the same key in this moment.
        if (error.violation() != sql::Violation::unique) throw;
        return refused(409, "request.still_running");
    }
    follow_up(aftermath);
    return response;
}

// A change of a thing: made only when the thing still is what the sender saw.
http::Response Gateway::on_what_was_seen(const Route& route, const http::Request& request, sql::Connection& db,
                                         const Entered& entered)
{
    const std::string_view seen = request.headers.get("if-match");
    if (seen.empty()) return refused(428, "request.if_match_missing");
    const http::Match reading = parts_.router.match(http::Method::get, request.path);
    Aftermath aftermath;
    Aftermath nothing;
    sql::Transaction transaction{db};
    db.lock_until_commit(entered.actor.org.text() + request.path);
    Response now = run(*reading.route, request, db, entered, nothing);
    if (now.status != 200) return now;
    if (tag_of(now) != seen) return refused(412, "request.changed_meanwhile");
    Response response = run(route, request, db, entered, aftermath);
    if (response.status >= 300) return response;
    transaction.commit();
    follow_up(aftermath);
    return response;
}

}  // namespace app
