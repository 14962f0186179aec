// SPDX-License-Identifier: Apache-2.0
#include "meetings/store/room_store.h"

namespace meetings {

namespace {

std::string text_of(const std::set<int>& weekdays)
{
    std::string text;
    for (const int weekday : weekdays) text += std::to_string(weekday);
    return text;
}

Room room_of(const sql::Row& row)
{
    Room room;
    room.code = row.text("code");
    room.name = row.text("name");
    room.area = row.text("area");
    room.seats = row.integer("seats");
    room.equipment = names_in(row.text("equipment"));
    room.layouts = names_in(row.text("layouts"));
    room.opening.weekdays.clear();
    for (const char weekday : row.text("weekdays")) room.opening.weekdays.insert(weekday - '0');
    room.opening.from_minute = row.integer("from_minute");
    room.opening.until_minute = row.integer("until_minute");
    room.needs_approval = row.integer("needs_approval") == 1;
    room.is_active = row.integer("is_active") == 1;
    room.note = row.text("note");
    room.version = row.integer("version");
    return room;
}

}  // namespace

// A row for each closed day of a room, and one where it has none.
std::vector<Room> RoomStore::read(std::string_view condition, sql::Parameters more) const
{
    constexpr std::string_view select = R"(
        SELECT r.code, r.name, r.area, r.seats, r.equipment, r.layouts, r.weekdays, r.from_minute, r.until_minute,
               r.needs_approval, r.is_active, r.note, r.version, d.day
          FROM meetings_room r
          LEFT JOIN meetings_closed_day d ON d.org_id = r.org_id AND d.room = r.code
         WHERE r.org_id = :org_id)";
    more.insert(more.begin(), {"org_id", org_});
    std::vector<Room> rooms;
    for (const auto& row :
         db_.query(std::string{select} + std::string{condition} + " ORDER BY r.area, r.name, r.code", more)) {
        if (rooms.empty() || rooms.back().code != row.text("code")) rooms.push_back(room_of(row));
        if (row.text_if("day")) rooms.back().opening.closed_days.insert(row.date("day"));
    }
    return rooms;
}

std::vector<Room> RoomStore::all() const
{
    return read("", {});
}

std::optional<Room> RoomStore::find(const std::string& code) const
{
    auto found = read(" AND r.code = :code", {{"code", code}});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

sql::Parameters RoomStore::parameters_of(const Room& room) const
{
    return {{"org_id", org_},
            {"code", room.code},
            {"name", room.name},
            {"area", room.area},
            {"seats", room.seats},
            {"equipment", joined(room.equipment)},
            {"layouts", joined(room.layouts)},
            {"weekdays", text_of(room.opening.weekdays)},
            {"from_minute", room.opening.from_minute},
            {"until_minute", room.opening.until_minute},
            {"needs_approval", room.needs_approval ? 1 : 0},
            {"is_active", room.is_active ? 1 : 0},
            {"note", room.note},
            {"version", room.version}};
}

void RoomStore::add(const Room& room)
{
    constexpr std::string_view insert = R"(
        INSERT INTO meetings_room (org_id, code, slot, name, area, seats, equipment, layouts, weekdays, from_minute,
                                   until_minute, needs_approval, is_active, note, version)
        VALUES (:org_id, :code, (SELECT COALESCE(MAX(r.slot), 0) + 1 FROM meetings_room r WHERE r.org_id = :org_id), :name, :area, :seats,
                :equipment, :layouts, :weekdays, :from_minute, :until_minute, :needs_approval, :is_active, :note,
                :version))";
    db_.execute(insert, parameters_of(room));
    put_closed_days(room);
}

bool RoomStore::change(const Room& room)
{
    constexpr std::string_view update = R"(
        UPDATE meetings_room
           SET name = :name, area = :area, seats = :seats, equipment = :equipment, layouts = :layouts,
               weekdays = :weekdays, from_minute = :from_minute, until_minute = :until_minute,
               needs_approval = :needs_approval, is_active = :is_active, note = :note, version = version + 1
         WHERE org_id = :org_id AND code = :code AND version = :version)";
    if (db_.execute(update, parameters_of(room)) == 0) return false;
    put_closed_days(room);
    return true;
}

void RoomStore::put_closed_days(const Room& room)
{
    db_.execute("DELETE FROM meetings_closed_day WHERE org_id = :org_id AND room = :room",
                {{"org_id", org_}, {"room", room.code}});
    for (const base::Date& day : room.opening.closed_days)
        db_.execute("INSERT INTO meetings_closed_day (org_id, room, day) VALUES (:org_id, :room, :day)",
                    {{"org_id", org_}, {"room", room.code}, {"day", day}});
}

}  // namespace meetings
