// SPDX-License-Identifier: Apache-2.0
#include "allocations/store/room_use_store.h"

namespace allocations {

namespace {

RoomUse room_use_of(const sql::Row& row)
{
    RoomUse use{row.integer("number"), row.text("person"), row.text("post_rank"), row.text("unit")};
    use.post = premises::of_word(post_kinds, row.text("post_kind")).value();
    use.building = row.text("building");
    use.room = row.text("room");
    use.started_on = row.date("started_on");
    use.approval = row.text("approval");
    if (const auto event = row.text_if("event")) use.event = premises::of_word(events, *event);
    use.happened_on = row.date_if("happened_on");
    use.due_on = row.date_if("due_on");
    use.ended_on = row.date_if("ended_on");
    return use;
}

sql::Value event_word(const RoomUse& use)
{
    return use.event ? sql::Value{premises::named(events, *use.event).word} : sql::Value{};
}

}  // namespace

std::vector<RoomUse> RoomUseStore::all() const
{
    constexpr std::string_view every = R"(
        SELECT number, person, post_rank, unit, post_kind, building, room, started_on, approval, event, happened_on,
               due_on, ended_on
          FROM allocations_room_use WHERE org_id = :org_id ORDER BY number)";
    std::vector<RoomUse> found;
    for (const auto& row : db_.query(every, {{"org_id", org_}})) found.push_back(room_use_of(row));
    return found;
}

std::optional<RoomUse> RoomUseStore::find(std::int64_t number) const
{
    constexpr std::string_view one = R"(
        SELECT number, person, post_rank, unit, post_kind, building, room, started_on, approval, event, happened_on,
               due_on, ended_on
          FROM allocations_room_use WHERE org_id = :org_id AND number = :number)";
    for (const auto& row : db_.query(one, {{"org_id", org_}, {"number", number}})) return room_use_of(row);
    return std::nullopt;
}

std::int64_t RoomUseStore::heads(const std::string& building, const std::string& room) const
{
    constexpr std::string_view now = R"(
        SELECT COUNT(*) AS heads FROM allocations_room_use
         WHERE org_id = :org_id AND building = :building AND room = :room AND ended_on IS NULL)";
    return db_.query(now, {{"org_id", org_}, {"building", building}, {"room", room}}).front().integer("heads");
}

std::optional<std::int64_t> RoomUseStore::add(const RoomUse& use)
{
    constexpr std::string_view last = R"(
        SELECT COALESCE(MAX(number), 0) AS last FROM allocations_room_use WHERE org_id = :org_id)";
    constexpr std::string_view insert = R"(
        INSERT INTO allocations_room_use (org_id, number, person, post_rank, unit, post_kind, building, room, started_on,
                                          approval)
        VALUES (:org_id, :number, :person, :post_rank, :unit, :post_kind, :building, :room, :started_on, :approval))";
    const std::int64_t number = db_.query(last, {{"org_id", org_}}).front().integer("last") + 1;
    try {
        db_.execute(insert, {{"org_id", org_},
                             {"number", number},
                             {"person", use.person},
                             {"post_rank", use.rank},
                             {"unit", use.unit},
                             {"post_kind", premises::named(post_kinds, use.post).word},
                             {"building", use.building},
                             {"room", use.room},
                             {"started_on", use.started_on},
                             {"approval", use.approval}});
    } catch (const sql::SqlError& error) {
        if (error.violation() != sql::Violation::unique) throw;
        return std::nullopt;
    }
    return number;
}

void RoomUseStore::change(const RoomUse& use)
{
    constexpr std::string_view update = R"(
        UPDATE allocations_room_use
           SET event = :event, happened_on = :happened_on, due_on = :due_on, ended_on = :ended_on
         WHERE org_id = :org_id AND number = :number)";
    db_.execute(update, {{"org_id", org_},
                         {"number", use.number},
                         {"event", event_word(use)},
                         {"happened_on", use.happened_on},
                         {"due_on", use.due_on},
                         {"ended_on", use.ended_on}});
}

}  // namespace allocations
