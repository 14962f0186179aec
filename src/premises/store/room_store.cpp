// SPDX-License-Identifier: Apache-2.0
#include "premises/store/room_store.h"

#include <stdexcept>

#include "sql/where.h"

namespace premises {

namespace {

constexpr std::string_view select_rooms = R"(
    SELECT r.building, r.number, r.floor, r.name, r.room_use, r.usable_dm2, r.unit, r.note
      FROM premises_room r
     WHERE r.org_id = :org_id)";

Room room_of(const sql::Row& row)
{
    return {row.text("building"),
            row.text("number"),
            row.integer("floor"),
            row.text("name"),
            of_word(room_uses, row.text("room_use")).value(),
            Area::from_dm2(row.integer("usable_dm2")),
            row.text("unit"),
            row.text("note")};
}

constexpr std::string_view select_shapes = R"(
    SELECT s.code, s.epsg, s.polygons, s.area_dm2, s.file_name, s.file_digest, s.imported_ms, s.account
      FROM premises_shape s
     WHERE s.org_id = :org_id AND s.kind = :kind)";

SurveyedShape shape_of(EstateKind kind, const sql::Row& row)
{
    auto polygons = polygons_of(row.text("polygons"));
    if (!polygons) throw std::runtime_error("premises_shape: " + row.text("code") + " has no outline");
    return {kind,
            row.text("code"),
            row.integer("epsg"),
            *std::move(polygons),
            Area::from_dm2(row.integer("area_dm2")),
            row.text("file_name"),
            row.text("file_digest"),
            row.integer("imported_ms"),
            row.text("account")};
}

}  // namespace

std::vector<Room> RoomStore::of_building(const std::string& building) const
{
    sql::Where where{select_rooms, {{"org_id", org_}}};
    where.with("r.building = :building", {{"building", building}});
    std::vector<Room> found;
    for (const auto& row : db_.query(where.text(" ORDER BY r.floor, r.number"), where.parameters()))
        found.push_back(room_of(row));
    return found;
}

std::vector<Room> RoomStore::all() const
{
    const sql::Where where{select_rooms, {{"org_id", org_}}};
    std::vector<Room> found;
    db_.each(where.text(" ORDER BY r.building, r.floor, r.number"), where.parameters(),
             [&](const sql::Row& row) { found.push_back(room_of(row)); });
    return found;
}

std::vector<Room> RoomStore::vacant() const
{
    sql::Where where{select_rooms, {{"org_id", org_}}};
    where.with("r.unit = ''", {});
    std::vector<Room> found;
    for (const auto& row : db_.query(where.text(" ORDER BY r.building, r.floor, r.number"), where.parameters()))
        found.push_back(room_of(row));
    return found;
}

void RoomStore::put(const Room& room)
{
    constexpr std::string_view upsert = R"(
        INSERT INTO premises_room (org_id, kind, building, number, floor, name, room_use, usable_dm2, unit, note)
        VALUES (:org_id, 'building', :building, :number, :floor, :name, :room_use, :usable_dm2, :unit, :note)
        ON CONFLICT (org_id, building, number) DO UPDATE
           SET floor = excluded.floor, name = excluded.name, room_use = excluded.room_use,
               usable_dm2 = excluded.usable_dm2, unit = excluded.unit, note = excluded.note)";
    db_.execute(upsert, {{"org_id", org_},
                         {"building", room.building},
                         {"number", room.number},
                         {"floor", room.floor},
                         {"name", room.name},
                         {"room_use", named(room_uses, room.use).word},
                         {"usable_dm2", room.usable.dm2()},
                         {"unit", room.unit},
                         {"note", room.note}});
}

void RoomStore::replace(const std::string& building, const std::vector<Room>& rooms)
{
    constexpr std::string_view remove = R"(
        DELETE FROM premises_room WHERE org_id = :org_id AND building = :building AND number = :number)";
    std::set<std::string> staying;
    for (const Room& room : rooms) staying.insert(room.number);
    // Only those that leave: whoever needs a room names the row.
    for (const Room& before : of_building(building))
        if (!staying.contains(before.number))
            db_.execute(remove, {{"org_id", org_}, {"building", building}, {"number", before.number}});
    for (const Room& room : rooms) put(room);
}

std::optional<SurveyedShape> ShapeStore::find(EstateKind kind, const std::string& code) const
{
    sql::Where where{select_shapes, {{"org_id", org_}, {"kind", named(estate_kinds, kind).word}}};
    where.with("s.code = :code", {{"code", code}});
    for (const auto& row : db_.query(where.text(), where.parameters())) return shape_of(kind, row);
    return std::nullopt;
}

std::set<std::string> ShapeStore::codes(EstateKind kind) const
{
    constexpr std::string_view of_kind = "SELECT code FROM premises_shape WHERE org_id = :org_id AND kind = :kind";
    std::set<std::string> found;
    db_.each(of_kind, {{"org_id", org_}, {"kind", named(estate_kinds, kind).word}},
             [&](const sql::Row& row) { found.insert(row.text("code")); });
    return found;
}

std::map<std::string, SurveyedShape> ShapeStore::all(EstateKind kind) const
{
    std::map<std::string, SurveyedShape> found;
    db_.each(select_shapes, {{"org_id", org_}, {"kind", named(estate_kinds, kind).word}}, [&](const sql::Row& row) {
        SurveyedShape shape = shape_of(kind, row);
        found.emplace(shape.code, std::move(shape));
    });
    return found;
}

void ShapeStore::put(const SurveyedShape& shape)
{
    constexpr std::string_view upsert = R"(
        INSERT INTO premises_shape (org_id, kind, code, epsg, polygons, area_dm2, file_name, file_digest, imported_ms,
                                    account)
        VALUES (:org_id, :kind, :code, :epsg, :polygons, :area_dm2, :file_name, :file_digest, :imported_ms, :account)
        ON CONFLICT (org_id, kind, code) DO UPDATE
           SET epsg = excluded.epsg, polygons = excluded.polygons, area_dm2 = excluded.area_dm2,
               file_name = excluded.file_name, file_digest = excluded.file_digest,
               imported_ms = excluded.imported_ms, account = excluded.account)";
    db_.execute(upsert, {{"org_id", org_},
                         {"kind", named(estate_kinds, shape.kind).word},
                         {"code", shape.code},
                         {"epsg", shape.epsg},
                         {"polygons", to_text(shape.polygons)},
                         {"area_dm2", shape.area.dm2()},
                         {"file_name", shape.file_name},
                         {"file_digest", shape.file_digest},
                         {"imported_ms", shape.imported_ms},
                         {"account", shape.account}});
}

}  // namespace premises
