// SPDX-License-Identifier: Apache-2.0
// Equipment, its labels and the plans by which it is looked at.
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

http::Response list(http::Context& context)
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

http::Response show(http::Context& context, const std::string& code, int status)
{
    const auto one = repairs_of(context).equipment(context.actor.org, code);
    return one ? answer(status, json_of(*one)) : http::problem(one.error());
}

http::Response record(http::Context& context)
{
    http::Fields fields{context.request};
    Equipment one;
    one.code = fields.text("code", 60);
    read(fields, one);
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto done = repairs_of(context).record(context.actor, one);
    if (!done) return refused(done.error());
    tell(context, "equipment", one.code);
    return show(context, one.code, 201);
}

http::Response change(http::Context& context)
{
    http::Fields fields{context.request};
    Equipment one;
    one.code = context.part("equipment");
    read(fields, one);
    if (auto problem = fields.problem()) return *std::move(problem);
    Repairs repairs = repairs_of(context);
    const auto before = repairs.equipment(context.actor.org, one.code);
    if (!before) return http::problem(before.error());
    one.version = before->version;  // the precondition was held against it
    const auto done = repairs.change(context.actor, one);
    if (!done) return refused(done.error());
    tell(context, "equipment", one.code);
    return show(context, one.code, 200);
}

http::Response code_answer(http::Context& context, const base::Result<std::string>& code)
{
    if (!code) return http::problem(code.error());
    return answer(200, {{"equipment", context.part("equipment")}, {"code", *code}});
}

http::Response show_code(http::Context& context)
{
    return code_answer(context, repairs_of(context).report_code(context.actor, context.part("equipment")));
}

http::Response renew_code(http::Context& context)
{
    return code_answer(context, repairs_of(context).renew_report_code(context.actor, context.part("equipment")));
}

http::Response list_plans(http::Context& context)
{
    boost::json::array items;
    for (const Plan& plan : repairs_of(context).plans(context.actor.org)) items.push_back(json_of(plan));
    return answer(200, {{"items", std::move(items)}});
}

http::Response show_plan(http::Context& context, const std::string& code, int status)
{
    const auto plan = repairs_of(context).plan(context.actor.org, code);
    return plan ? answer(status, json_of(*plan)) : http::problem(plan.error());
}

http::Response record_plan(http::Context& context)
{
    http::Fields fields{context.request};
    Plan plan;
    plan.code = fields.text("code", 60);
    read(fields, plan);
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto done = repairs_of(context).record(context.actor, plan);
    if (!done) return refused(done.error());
    tell(context, "plans", plan.code);
    return show_plan(context, plan.code, 201);
}

http::Response change_plan(http::Context& context)
{
    http::Fields fields{context.request};
    Plan plan;
    plan.code = context.part("plan");
    read(fields, plan);
    if (auto problem = fields.problem()) return *std::move(problem);
    Repairs repairs = repairs_of(context);
    const auto before = repairs.plan(context.actor.org, plan.code);
    if (!before) return http::problem(before.error());
    plan.version = before->version;  // the precondition was held against it
    const auto done = repairs.change(context.actor, plan);
    if (!done) return refused(done.error());
    tell(context, "plans", plan.code);
    return show_plan(context, plan.code, 200);
}

void add_put(http::Router& router, const std::string& path, const char* operation,
             http::Response (*handle)(http::Context&))
{
    router.add({.method = http::Method::put,
                .path = path,
                .operation = operation,
                .permission = "repairs.edit",
                .body = http::Body::json,
                .guard = http::Guard::if_match,
                .handle = handle});
}

}  // namespace

void add_equipment_routes(http::Router& router)
{
    const std::string all = "/api/v1/repairs/equipment";
    const std::string one = all + "/{equipment}";
    const std::string plans = "/api/v1/repairs/plans";
    router.add({.path = all, .operation = "listEquipment", .permission = "repairs.read", .handle = list});
    add_change(router, all, "recordEquipment", "repairs.edit", record);
    router.add(
        {.path = one, .operation = "getEquipment", .permission = "repairs.read", .handle = [](http::Context& context) {
             return show(context, context.part("equipment"), 200);
         }});
    add_put(router, one, "changeEquipment", change);
    router.add({.path = one + "/report-code",
                .operation = "getReportCode",
                .permission = "repairs.work",
                .handle = show_code});
    router.add({.method = http::Method::post,
                .path = one + "/report-code",
                .operation = "renewReportCode",
                .permission = "repairs.edit",
                .guard = http::Guard::idempotency_key,
                .handle = renew_code});
    router.add({.path = plans, .operation = "listInspectionPlans", .permission = "repairs.read", .handle = list_plans});
    add_change(router, plans, "recordInspectionPlan", "repairs.edit", record_plan);
    router.add({.path = plans + "/{plan}",
                .operation = "getInspectionPlan",
                .permission = "repairs.read",
                .handle = [](http::Context& context) { return show_plan(context, context.part("plan"), 200); }});
    add_put(router, plans + "/{plan}", "changeInspectionPlan", change_plan);
}

}  // namespace repairs
