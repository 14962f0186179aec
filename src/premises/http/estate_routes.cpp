// SPDX-License-Identifier: Apache-2.0
// Parcels, buildings, their rooms, and the map.
#include "premises/http/answers.h"
#include "premises/http/premises_routes.h"

namespace premises {

namespace {

constexpr const char* path_part(EstateKind kind)
{
    return kind == EstateKind::parcel ? "parcel" : "building";
}

constexpr const char* list_name(EstateKind kind)
{
    return kind == EstateKind::parcel ? "parcels" : "buildings";
}

http::Response show(http::Context& context, EstateKind kind, const std::string& code, int status)
{
    const auto file = premises_of(context).file(context.actor.org, kind, code);
    return file ? answer(status, json_of(*file)) : http::problem(file.error());
}

http::Response list(http::Context& context, EstateKind kind)
{
    http::Query query{context.request};
    const EstateFilter filter = estate_filter(query);
    const std::size_t limit = query.limit();
    const auto cursor = query.cursor(1);
    if (auto problem = query.problem()) return *std::move(problem);
    const Premises premises = premises_of(context);
    const EstatePage page =
        premises.page(context.actor.org, kind, filter, cursor ? cursor->front() : std::string{}, limit);
    const auto outlined = premises.outlined(context.actor.org, kind);
    boost::json::array items;
    for (const Estate& estate : page.estates) items.push_back(row_json(estate, outlined.contains(estate.code)));
    boost::json::object json{
        {"items", std::move(items)}, {"next", nullptr}, {"total", page.total}, {"areas", json_of(page.areas)}};
    if (page.has_next) json["next"] = http::cursor_of({page.estates.back().code});
    return answer(200, json);
}

http::Response record(http::Context& context, EstateKind kind)
{
    http::Fields fields{context.request};
    std::string code = fields.text("code", 60);
    Estate estate = estate_of(kind, fields);
    estate.code = std::move(code);
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto done = premises_of(context).record(context.actor, estate);
    if (!done) return refused(done.error());
    tell(context, list_name(kind), estate.code);
    return show(context, kind, estate.code, 201);
}

http::Response change(http::Context& context, EstateKind kind)
{
    http::Fields fields{context.request};
    Estate estate = estate_of(kind, fields);
    estate.code = context.part(path_part(kind));
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto done = premises_of(context).change(context.actor, estate);
    if (!done) return refused(done.error());
    tell(context, list_name(kind), estate.code);
    return show(context, kind, estate.code, 200);
}

http::Response list_rooms(http::Context& context)
{
    const auto rooms = premises_of(context).rooms(context.actor.org, context.part("building"));
    if (!rooms) return http::problem(rooms.error());
    boost::json::array items;
    for (const Room& room : *rooms) items.push_back(json_of(room));
    return answer(200, {{"items", std::move(items)}, {"next", nullptr}});
}

http::Response change_rooms(http::Context& context)
{
    http::Fields fields{context.request};
    std::vector<Room> rooms;
    for (http::Fields& inner : fields.objects("rooms")) {
        Room room;
        room.number = inner.text("number", 40);
        room.floor = inner.integer("floor");
        room.name = inner.optional_text("name", 100).value_or("");
        room.use = inner.word<RoomUse>("use", words_of(room_uses));
        room.usable = area_of(inner, "usable_m2");
        room.unit = inner.optional_text("unit", 200).value_or("");
        room.note = inner.optional_text("note", 500).value_or("");
        rooms.push_back(std::move(room));
    }
    if (auto problem = fields.problem()) return *std::move(problem);
    const std::string& building = context.part("building");
    const auto done = premises_of(context).change_rooms(context.actor, building, std::move(rooms));
    if (!done) return refused(done.error());
    tell(context, "rooms", building);
    return list_rooms(context);
}

http::Response show_map(http::Context& context)
{
    const Premises premises = premises_of(context);
    boost::json::object json{{"epsg", nullptr}};
    boost::json::array without;
    std::set<std::int64_t> planes;
    for (const EstateKind kind : {EstateKind::building, EstateKind::parcel}) {
        const auto shapes = premises.shapes(context.actor.org, kind);
        boost::json::array mapped;
        for (const Estate& estate : premises.estates(context.actor.org, kind)) {
            const auto shape = shapes.find(estate.code);
            if (shape == shapes.end()) {
                without.push_back(boost::json::object{
                    {"kind", path_part(kind)},
                    {"code", estate.code},
                    {"name", estate.name},
                    {"title_status", boost::json::string{named(title_statuses, estate.title.status).word}}});
                continue;
            }
            planes.insert(shape->second.epsg);
            mapped.push_back(mapped_json(estate, shape->second));
        }
        json[list_name(kind)] = std::move(mapped);
    }
    if (planes.size() == 1) json["epsg"] = *planes.begin();
    json["without_outline"] = std::move(without);
    return answer(200, json);
}

struct Operations {
    const char* list;
    const char* record;
    const char* show;
    const char* change;
};

void add_kind(http::Router& router, EstateKind kind, const Operations& operations)
{
    const std::string all = std::string{"/api/v1/premises/"} + list_name(kind);
    const std::string one = all + "/{" + path_part(kind) + "}";
    router.add({.path = all,
                .operation = operations.list,
                .permission = "premises.read",
                .handle = [kind](http::Context& context) { return list(context, kind); }});
    router.add({.method = http::Method::post,
                .path = all,
                .operation = operations.record,
                .permission = "premises.edit",
                .body = http::Body::json,
                .guard = http::Guard::idempotency_key,
                .handle = [kind](http::Context& context) { return record(context, kind); }});
    router.add(
        {.path = one,
         .operation = operations.show,
         .permission = "premises.read",
         .handle = [kind](http::Context& context) { return show(context, kind, context.part(path_part(kind)), 200); }});
    router.add({.method = http::Method::put,
                .path = one,
                .operation = operations.change,
                .permission = "premises.edit",
                .body = http::Body::json,
                .handle = [kind](http::Context& context) { return change(context, kind); }});
}

}  // namespace

void add_estate_routes(http::Router& router)
{
    add_kind(router, EstateKind::parcel, {"listParcels", "recordParcel", "getParcel", "changeParcel"});
    add_kind(router, EstateKind::building, {"listBuildings", "recordBuilding", "getBuilding", "changeBuilding"});
    router.add({.path = "/api/v1/premises/buildings/{building}/rooms",
                .operation = "listRooms",
                .permission = "premises.read",
                .handle = list_rooms});
    router.add({.method = http::Method::put,
                .path = "/api/v1/premises/buildings/{building}/rooms",
                .operation = "changeRooms",
                .permission = "premises.edit",
                .body = http::Body::json,
                .handle = change_rooms});
    router.add({.path = "/api/v1/premises/map",
                .operation = "getPremisesMap",
                .permission = "premises.read",
                .handle = show_map});
}

void add_premises_routes(http::Router& router)
{
    add_estate_routes(router);
    add_campaign_routes(router);
    add_file_routes(router);
}

}  // namespace premises
