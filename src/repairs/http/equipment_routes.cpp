// SPDX-License-Identifier: Apache-2.0
// Equipment and the plans by which it is looked at: each has a code, is recorded once and changed as it was seen.
#include "repairs/http/answers.h"
#include "repairs/http/repairs_routes.h"

namespace repairs {

namespace {

boost::json::object json_of(const Equipment& one)
{
    return {{"code", one.code},
            {"name", one.name},
            {"kind", one.kind},
            {"room", text_json(one.room)},
            {"place", text_json(one.place)},
            {"model", text_json(one.model)},
            {"since", day_json(one.since)},
            {"is_active", one.is_active},
            {"note", text_json(one.note)},
            {"version", one.version}};
}

boost::json::object json_of(const Plan& plan)
{
    boost::json::array items;
    for (const std::string& item : plan.items) items.emplace_back(item);
    return {{"code", plan.code},
            {"name", plan.name},
            {"kind", plan.kind},
            {"every_days", plan.every_days},
            {"first_day", plan.first_day.to_string()},
            {"items", std::move(items)},
            {"is_active", plan.is_active},
            {"version", plan.version}};
}

void read(http::Fields& fields, Equipment& one)
{
    one.name = fields.text("name", 100);
    one.kind = fields.text("kind", 60);
    one.room = fields.optional_text("room", 60).value_or("");
    one.place = fields.optional_text("place", 100).value_or("");
    one.model = fields.optional_text("model", 100).value_or("");
    one.since = fields.optional_date("since");
    one.is_active = fields.flag("is_active");
    one.note = fields.optional_text("note", 500).value_or("");
}

void read(http::Fields& fields, Plan& plan)
{
    plan.name = fields.text("name", 100);
    plan.kind = fields.text("kind", 60);
    plan.every_days = fields.integer("every_days");
    plan.first_day = fields.date("first_day");
    plan.items = fields.texts("items");
    plan.is_active = fields.flag("is_active");
}

http::Response list_equipment(http::Context& context)
{
    http::Query query{context.request};
    const std::string kind = query.text("kind");
    const std::string room = query.text("room");
    if (auto problem = query.problem()) return *std::move(problem);
    boost::json::array items;
    for (const Equipment& one : repairs_of(context).equipment(context.actor.org))
        if ((kind.empty() || one.kind == kind) && (room.empty() || one.room == room)) items.push_back(json_of(one));
    return answer(200, {{"items", std::move(items)}});
}

http::Response list_plans(http::Context& context)
{
    boost::json::array items;
    for (const Plan& plan : repairs_of(context).plans(context.actor.org)) items.push_back(json_of(plan));
    return answer(200, {{"items", std::move(items)}});
}

// What one of them is called in an address and to those who listen, and how it is found.
template <class Thing>
struct Named;

template <>
struct Named<Equipment> {
    static constexpr const char* one = "equipment";
    static constexpr const char* all = "equipment";
    static base::Result<Equipment> find(const http::Context& context, const std::string& code)
    {
        return repairs_of(context).equipment(context.actor.org, code);
    }
};

template <>
struct Named<Plan> {
    static constexpr const char* one = "plan";
    static constexpr const char* all = "plans";
    static base::Result<Plan> find(const http::Context& context, const std::string& code)
    {
        return repairs_of(context).plan(context.actor.org, code);
    }
};

template <class Thing>
http::Response shown(const http::Context& context, const std::string& code, int status)
{
    const auto found = Named<Thing>::find(context, code);
    return found ? answer(status, json_of(*found)) : http::problem(found.error());
}

template <class Thing>
http::Response show(http::Context& context)
{
    return shown<Thing>(context, context.part(Named<Thing>::one), 200);
}

template <class Thing>
http::Response record(http::Context& context)
{
    http::Fields fields{context.request};
    Thing thing;
    thing.code = fields.text("code", 60);
    read(fields, thing);
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto done = repairs_of(context).record(context.actor, thing);
    if (!done) return refused(done.error());
    tell(context, Named<Thing>::all, thing.code);
    return shown<Thing>(context, thing.code, 201);
}

template <class Thing>
http::Response change(http::Context& context)
{
    http::Fields fields{context.request};
    Thing thing;
    thing.code = context.part(Named<Thing>::one);
    read(fields, thing);
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto before = Named<Thing>::find(context, thing.code);
    if (!before) return http::problem(before.error());
    thing.version = before->version;  // the precondition was held against it
    const auto done = repairs_of(context).change(context.actor, thing);
    if (!done) return refused(done.error());
    tell(context, Named<Thing>::all, thing.code);
    return shown<Thing>(context, thing.code, 200);
}

struct Operations {
    const char* list;
    const char* record;
    const char* get;
    const char* change;
};

template <class Thing>
void add_routes(http::Router& router, const Operations& operations, http::Response (*list)(http::Context&))
{
    const std::string all = std::string{"/api/v1/repairs/"} + Named<Thing>::all;
    const std::string one = all + "/{" + Named<Thing>::one + "}";
    router.add({.path = all, .operation = operations.list, .permission = "repairs.read", .handle = list});
    add_change(router, all, operations.record, "repairs.edit", record<Thing>);
    router.add({.path = one, .operation = operations.get, .permission = "repairs.read", .handle = show<Thing>});
    router.add({.method = http::Method::put,
                .path = one,
                .operation = operations.change,
                .permission = "repairs.edit",
                .body = http::Body::json,
                .guard = http::Guard::if_match,
                .handle = change<Thing>});
}

}  // namespace

void add_equipment_routes(http::Router& router)
{
    add_routes<Equipment>(router, {"listEquipment", "recordEquipment", "getEquipment", "changeEquipment"},
                          list_equipment);
    add_routes<Plan>(router,
                     {"listInspectionPlans", "recordInspectionPlan", "getInspectionPlan", "changeInspectionPlan"},
                     list_plans);
}

}  // namespace repairs
