// SPDX-License-Identifier: Apache-2.0
// What is due, what was seen, and photos.
#include "repairs/http/answers.h"
#include "repairs/http/repairs_routes.h"

namespace repairs {

namespace {

boost::json::object json_of(const Inspection& inspection, const Names& names, const Repairs& repairs,
                            const base::OrgId& org)
{
    boost::json::array items;
    for (const Item& item : inspection.items) {
        boost::json::array photos;
        for (const std::string& id : item.photos)
            if (const auto photo = repairs.photo(org, id)) photos.push_back(photo_json(photo->first));
        items.push_back(boost::json::object{{"item", item.item},
                                            {"result", base::named(results, item.result).word},
                                            {"note", text_json(item.note)},
                                            {"photos", std::move(photos)},
                                            {"order", text_json(item.order)}});
    }
    const auto plan = repairs.plan(org, inspection.plan);
    return {{"number", inspection.number},
            {"equipment", inspection.equipment},
            {"equipment_name", name_in(names, inspection.equipment)},
            {"plan", inspection.plan},
            {"plan_name", plan ? plan->name : inspection.plan},
            {"day", inspection.day.to_string()},
            {"by", inspection.by},
            {"items", std::move(items)},
            {"failed", inspection.failed()}};
}

http::Response list_due(http::Context& context)
{
    constexpr std::int64_t week = 7;
    http::Query query{context.request};
    const base::Date today = context.clock.today();
    const base::Date by = query.date("by").value_or(base::Date::from_days(today.days_since_1970() + week));
    if (auto problem = query.problem()) return *std::move(problem);
    boost::json::array items;
    for (const Due& due : repairs_of(context).due(context.actor.org, by))
        items.push_back(boost::json::object{{"equipment", due.equipment.code},
                                            {"equipment_name", due.equipment.name},
                                            {"room", text_json(due.equipment.room)},
                                            {"place", text_json(due.equipment.place)},
                                            {"plan", due.plan.code},
                                            {"plan_name", due.plan.name},
                                            {"due_on", due.due_on.to_string()},
                                            {"last_on", day_json(due.last_on)},
                                            {"overdue_days", due.overdue_days}});
    return answer(200, {{"items", std::move(items)}});
}

http::Response list(http::Context& context)
{
    http::Query query{context.request};
    const std::string equipment = query.text("equipment");
    const auto from = query.date("from");
    const auto until = query.date("until");
    const bool failed = query.flag("failed");
    const std::size_t limit = query.limit();
    const auto cursor = query.cursor(1);
    if (auto problem = query.problem()) return *std::move(problem);
    const Repairs repairs = repairs_of(context);
    const base::OrgId& org = context.actor.org;
    std::vector<Inspection> found;
    for (Inspection& one : repairs.inspections(org))
        if ((equipment.empty() || one.equipment == equipment) && (!from || one.day >= *from) &&
            (!until || one.day <= *until) && (!failed || one.failed() > 0))
            found.push_back(std::move(one));
    const Names names = names_of(repairs, org);
    boost::json::array items;
    std::size_t at = begin_of_page(found, cursor);
    for (; at < found.size() && items.size() < limit; ++at) items.push_back(json_of(found[at], names, repairs, org));
    boost::json::object json{{"items", std::move(items)}, {"next", nullptr}, {"total", found.size()}};
    if (at < found.size()) json["next"] = http::cursor_of({found[at - 1].number});
    return answer(200, json);
}

http::Response shown(http::Context& context, const base::Result<Inspection>& inspection, int status)
{
    if (!inspection) return refused(inspection.error());
    const Repairs repairs = repairs_of(context);
    return answer(status, json_of(*inspection, names_of(repairs, context.actor.org), repairs, context.actor.org));
}

http::Response record(http::Context& context)
{
    http::Fields fields{context.request};
    Inspection inspection;
    inspection.equipment = fields.text("equipment", 60);
    inspection.plan = fields.text("plan", 60);
    inspection.day = fields.date("day");
    for (http::Fields& one : fields.objects("items")) {
        Item item;
        item.item = one.text("item", 200);
        item.result = one.word<Result>("result", base::words_of(results));
        item.note = one.optional_text("note", 500).value_or("");
        if (one.has("photos")) item.photos = one.texts("photos");
        inspection.items.push_back(std::move(item));
    }
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto done = repairs_of(context).inspect(context.actor, std::move(inspection));
    if (done) tell(context, "inspections", done->number);
    return shown(context, done, 201);
}

http::Response show(http::Context& context)
{
    return shown(context, repairs_of(context).inspection(context.actor.org, context.part("inspection")), 200);
}

http::Response add_photo(http::Context& context)
{
    const auto& upload = context.request.upload;
    if (!upload || upload->bytes == 0) return http::problem({base::ErrorKind::invalid, "repairs.photo.not_a_picture"});
    const auto kept = repairs_of(context).keep_photo(context.actor, upload->file);
    return kept ? answer(201, photo_json(*kept)) : http::problem(kept.error());
}

// A picture, and never a page of ours.
http::Response show_photo(http::Context& context)
{
    const auto photo = repairs_of(context).photo(context.actor.org, context.part("photo"));
    if (!photo) return http::problem(photo.error());
    http::Response response;
    response.content_type = photo->first.type;
    response.file = http::FileBody{photo->second, photo->first.bytes};
    response.header("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'");
    response.header("X-Content-Type-Options", "nosniff");
    return response;
}

}  // namespace

void add_inspection_routes(http::Router& router)
{
    const std::string base = "/api/v1/repairs";
    router.add(
        {.path = base + "/due", .operation = "listDueInspections", .permission = "repairs.read", .handle = list_due});
    router.add(
        {.path = base + "/inspections", .operation = "listInspections", .permission = "repairs.read", .handle = list});
    add_change(router, base + "/inspections", "recordInspection", "repairs.work", record);
    router.add({.path = base + "/inspections/{inspection}",
                .operation = "getInspection",
                .permission = "repairs.read",
                .handle = show});
    router.add({.method = http::Method::post,
                .path = base + "/photos",
                .operation = "uploadPhoto",
                .permission = "repairs.report",
                .body = http::Body::file,
                .body_limit = static_cast<std::size_t>(most_photo_bytes),
                .guard = http::Guard::idempotency_key,
                .handle = add_photo});
    router.add({.path = base + "/photos/{photo}",
                .operation = "getPhoto",
                .permission = "repairs.read",
                .handle = show_photo});
}

}  // namespace repairs
