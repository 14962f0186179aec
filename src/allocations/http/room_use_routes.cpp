// SPDX-License-Identifier: Apache-2.0
// Rooms of persons: given, due, given back.
#include <algorithm>

#include "allocations/http/allocations_routes.h"
#include "allocations/http/answers.h"

namespace allocations {

namespace {

constexpr const char* far_day = "2199-12-31";
constexpr std::int64_t most_numbers = 1'000'000'000;

boost::json::object use_json(const RoomUse& use)
{
    return {{"number", use.number},
            {"person", use.person},
            {"rank", use.rank},
            {"unit", use.unit},
            {"post", premises::named(post_kinds, use.post).word},
            {"building", use.building},
            {"room", use.room},
            {"started_on", use.started_on.to_string()},
            {"approval", text_json(use.approval)},
            {"event", use.event ? boost::json::value(premises::named(events, *use.event).word) : boost::json::value{}},
            {"happened_on", day_json(use.happened_on)},
            {"due_on", day_json(use.due_on)},
            {"ended_on", day_json(use.ended_on)}};
}

http::Response changed(http::Context& context, const base::Result<RoomUse>& use, int status)
{
    if (!use) return refused(use.error());
    tell(context, "rooms", std::to_string(use->number));
    return answer(status, use_json(*use));
}

http::Response list(http::Context& context)
{
    http::Query query{context.request};
    const std::string unit = query.text("unit");
    const std::string person = query.text("person");
    const auto stand = query.word<Stand>("state", base::words_of(stands));
    if (auto problem = query.problem()) return *std::move(problem);
    const base::Date today = context.clock.today();
    std::vector<RoomUse> uses = allocations_of(context).room_uses(context.actor.org);
    std::reverse(uses.begin(), uses.end());
    boost::json::array items;
    for (const RoomUse& use : uses)
        if ((unit.empty() || use.unit == unit) && (person.empty() || use.person == person) &&
            (!stand || stand_of(use, today) == *stand))
            items.push_back(use_json(use));
    return items_answer(std::move(items));
}

http::Response list_due(http::Context& context)
{
    http::Query query{context.request};
    const base::Date by = query.date("by").value_or(base::Date::parse(far_day).value());
    if (auto problem = query.problem()) return *std::move(problem);
    boost::json::array items;
    for (const RoomUse& use : allocations_of(context).due(context.actor.org, by)) items.push_back(use_json(use));
    return items_answer(std::move(items));
}

// No number is 0.
std::int64_t number_in(const http::Context& context)
{
    const auto number = base::Decimal::parse(context.part("use"));
    const bool is_number = number && number->scale() == 0 && number->digits() > 0 && number->digits() < most_numbers;
    return is_number ? number->digits() : 0;
}

http::Response show(http::Context& context)
{
    const auto use = allocations_of(context).room_use(context.actor.org, number_in(context));
    return use ? answer(200, use_json(*use)) : http::problem(use.error());
}

http::Response give(http::Context& context)
{
    http::Fields fields{context.request};
    RoomUse use;
    use.person = fields.text("person", 60);
    use.rank = fields.text("rank", 60);
    use.unit = fields.text("unit", 200);
    use.post = fields.word<PostKind>("post", premises::words_of(post_kinds));
    use.building = fields.text("building", 60);
    use.room = fields.text("room", 40);
    use.started_on = fields.date("started_on");
    use.approval = fields.optional_text("approval", 200).value_or("");
    if (auto problem = fields.problem()) return *std::move(problem);
    return changed(context, allocations_of(context).give(context.actor, use), 201);
}

http::Response tell_event(http::Context& context)
{
    http::Fields fields{context.request};
    const Event event = fields.word<Event>("event", premises::words_of(events));
    const base::Date happened_on = fields.date("happened_on");
    if (auto problem = fields.problem()) return *std::move(problem);
    return changed(context, allocations_of(context).take_event(context.actor, number_in(context), event, happened_on),
                   200);
}

http::Response give_back(http::Context& context)
{
    http::Fields fields{context.request};
    const base::Date ended_on = fields.date("ended_on");
    if (auto problem = fields.problem()) return *std::move(problem);
    return changed(context, allocations_of(context).give_back(context.actor, number_in(context), ended_on), 200);
}

}  // namespace

void add_room_use_routes(http::Router& router)
{
    add_reading(router, "/api/v1/allocations/rooms", "listRoomUses", list);
    add_change(router, "/api/v1/allocations/rooms", "giveRoom", give);
    add_reading(router, "/api/v1/allocations/rooms/{use}", "getRoomUse", show);
    add_change(router, "/api/v1/allocations/rooms/{use}/event", "tellPersonEvent", tell_event);
    add_change(router, "/api/v1/allocations/rooms/{use}/return", "returnRoom", give_back);
    add_reading(router, "/api/v1/allocations/due", "listDueRooms", list_due);
}

}  // namespace allocations
