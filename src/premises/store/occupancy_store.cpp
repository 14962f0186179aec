// SPDX-License-Identifier: Apache-2.0
#include "premises/store/occupancy_store.h"

#include <algorithm>

namespace premises {

namespace {

Occupancy occupancy_of(const sql::Row& row)
{
    return {row.text("building"), row.text("number"),   row.date("from_on"),
            row.text("unit"),     row.text("document"), row.text("recorded_by")};
}

}  // namespace

std::vector<Occupancy> OccupancyStore::of_room(const std::string& building, const std::string& number) const
{
    constexpr std::string_view of_one = R"(
        SELECT building, number, from_on, unit, document, recorded_by
          FROM premises_room_use
         WHERE org_id = :org_id AND building = :building AND number = :number
         ORDER BY step)";
    std::vector<Occupancy> found;
    for (const auto& row : db_.query(of_one, {{"org_id", org_}, {"building", building}, {"number", number}}))
        found.push_back(occupancy_of(row));
    return found;
}

OccupancyStore::ByRoom OccupancyStore::vacancies() const
{
    return last_of(R"(
        SELECT building, number, from_on, unit, document, recorded_by
          FROM premises_room_use
         WHERE org_id = :org_id AND unit = ''
         ORDER BY building, number, step)");
}

OccupancyStore::ByRoom OccupancyStore::last() const
{
    return last_of(R"(
        SELECT building, number, from_on, unit, document, recorded_by
          FROM premises_room_use
         WHERE org_id = :org_id
         ORDER BY building, number, step)");
}

OccupancyStore::ByRoom OccupancyStore::last_of(std::string_view in_order) const
{
    ByRoom found;
    db_.each(in_order, {{"org_id", org_}}, [&](const sql::Row& row) {
        Occupancy one = occupancy_of(row);
        auto key = std::pair{one.building, one.number};
        found.insert_or_assign(std::move(key), std::move(one));
    });
    return found;
}

void OccupancyStore::add(const Occupancy& occupancy)
{
    constexpr std::string_view insert = R"(
        INSERT INTO premises_room_use (org_id, kind, building, number, step, from_on, unit, document, recorded_by)
        VALUES (:org_id, 'building', :building, :number,
                (SELECT COALESCE(MAX(u.step), 0) + 1 FROM premises_room_use u
                  WHERE u.org_id = :org_id AND u.building = :building AND u.number = :number),
                :from_on, :unit, :document, :recorded_by))";
    db_.execute(insert, {{"org_id", org_},
                         {"building", occupancy.building},
                         {"number", occupancy.number},
                         {"from_on", occupancy.from},
                         {"unit", occupancy.unit},
                         {"document", occupancy.document},
                         {"recorded_by", occupancy.recorded_by}});
}

void OccupancyStore::follow(const Room& room, base::Date today, const std::string& account)
{
    const std::vector<Occupancy> before = of_room(room.building, room.number);
    if (!before.empty() && before.back().unit == room.unit) return;
    const base::Date from = before.empty() ? today : std::max(today, before.back().from);
    add({room.building, room.number, from, room.unit, "", account});
}

}  // namespace premises
