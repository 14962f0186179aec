// SPDX-License-Identifier: Apache-2.0
#include "repairs/http/answers.h"

#include <array>

#include "base/instant.h"
#include "repairs/limits.h"

namespace repairs {

namespace {

// Which member of the body a refusal is about.
constexpr std::array<std::pair<std::string_view, std::string_view>, 21> members_of_body{
    {{"repairs.equipment.code_empty", "/code"},     {"repairs.equipment.code_taken", "/code"},
     {"repairs.equipment.name_empty", "/name"},     {"repairs.equipment.kind_empty", "/kind"},
     {"repairs.equipment.one_place", "/room"},      {"repairs.plan.code_empty", "/code"},
     {"repairs.plan.code_taken", "/code"},          {"repairs.plan.name_empty", "/name"},
     {"repairs.plan.kind_empty", "/kind"},          {"repairs.plan.days_out_of_range", "/every_days"},
     {"repairs.plan.items_missing", "/items"},      {"repairs.plan.item_twice", "/items"},
     {"repairs.inspection.items_differ", "/items"}, {"repairs.inspection.note_missing", "/items"},
     {"repairs.inspection.in_future", "/day"},      {"repairs.inspection.wrong_kind", "/plan"},
     {"repairs.order.fault_empty", "/fault"},       {"repairs.order.no_place", "/equipment"},
     {"repairs.order.reason_missing", "/reason"},   {"repairs.order.work_missing", "/work"},
     {"repairs.label.id_malformed", "/id"}}};

boost::json::object clock_json(const Order& order, Second now)
{
    const Limit& limit = shipped_limit();
    const Clock clock = clock_of(order, limit, now);
    boost::json::array pauses;
    for (const Pause& pause : order.pauses)
        pauses.push_back(boost::json::object{{"from", time_json(pause.from)},
                                             {"until", time_json(pause.until)},
                                             {"reason", base::named(pause_reasons, pause.reason).word},
                                             {"note", text_json(pause.note)},
                                             {"stops_clock", limit.stopping.contains(pause.reason)}});
    return {{"state", base::named(clock_states, clock.state).word},
            {"used_seconds", clock.used},
            {"limit_seconds", clock.limit},
            {"due_at", time_json(clock.due)},
            {"pauses", std::move(pauses)}};
}

}  // namespace

http::Response answer(int status, const boost::json::object& json)
{
    return {.status = status, .body = boost::json::serialize(json)};
}

Repairs repairs_of(const http::Context& context)
{
    return {context.db, context.clock, context.data};
}

void tell(http::Context& context, const char* what, const std::string& name)
{
    context.heard.push_back(
        {"", context.actor.org.text(), "change",
         boost::json::serialize(boost::json::object{{"what", std::string{"repairs."} + what}, {"name", name}})});
}

boost::json::value text_json(const std::string& text)
{
    return text.empty() ? boost::json::value{} : boost::json::value(text);
}

boost::json::value time_json(const std::optional<Second>& second)
{
    constexpr std::int64_t milliseconds = 1'000;
    return second ? boost::json::value(base::instant_text(*second * milliseconds)) : boost::json::value{};
}

boost::json::value day_json(const std::optional<base::Date>& day)
{
    return day ? boost::json::value(day->to_string()) : boost::json::value{};
}

boost::json::object photo_json(const Photo& photo)
{
    return {{"photo", photo.photo},
            {"bytes", photo.bytes},
            {"type", photo.type},
            {"added_at", base::instant_text(photo.at_ms)}};
}

Names names_of(const Repairs& repairs, const base::OrgId& org)
{
    Names names;
    for (const Equipment& one : repairs.equipment(org)) names.emplace(one.code, one);
    return names;
}

std::string name_in(const Names& names, const std::string& code)
{
    const auto found = names.find(code);
    return found == names.end() ? "" : found->second.name;
}

boost::json::object order_json(const Order& order, const Names& names, std::int64_t photos,
                               const http::Context& context)
{
    const auto one = names.find(order.equipment);
    const bool knows_contact = context.actor.may("repairs.work") || order.reported_by == context.actor.name;
    return {{"number", order.number},
            {"equipment", text_json(order.equipment)},
            {"equipment_name", text_json(name_in(names, order.equipment))},
            {"kind", text_json(one == names.end() ? "" : one->second.kind)},
            {"room", text_json(order.room)},
            {"place", text_json(order.place)},
            {"fault", order.fault},
            {"source", base::named(sources, order.source).word},
            {"state", base::named(states, order.state).word},
            {"reported_at", time_json(order.reported)},
            {"reported_by", order.reported_by},
            {"contact", knows_contact ? text_json(order.contact) : boost::json::value{}},
            {"repaired_at", time_json(order.repaired)},
            {"repaired_by", text_json(order.repaired_by)},
            {"work", text_json(order.work)},
            {"reason", text_json(order.reason)},
            {"clock", clock_json(order, context.clock.seconds_since_1970())},
            {"photos", photos},
            {"is_own", order.reported_by == context.actor.name},
            {"version", order.version}};
}

http::Response refused(const base::Error& error)
{
    http::Response response = http::problem(error);
    if (error.kind == base::ErrorKind::not_found) return response;
    for (const auto& [code, pointer] : members_of_body)
        if (error.code == code) response.problem->fields.push_back({std::string{pointer}, error});
    return response;
}

void add_change(http::Router& router, const std::string& path, const char* operation, const char* permission,
                http::Response (*handle)(http::Context&))
{
    router.add({.method = http::Method::post,
                .path = path,
                .operation = operation,
                .permission = permission,
                .body = http::Body::json,
                .guard = http::Guard::idempotency_key,
                .handle = handle});
}

}  // namespace repairs
