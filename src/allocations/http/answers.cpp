// SPDX-License-Identifier: Apache-2.0
#include "allocations/http/answers.h"

#include <array>

namespace allocations {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 30> members_of_body{
    {{"allocations.unit.taken", "/unit"},
     {"allocations.unit.name_empty", "/unit"},
     {"allocations.use.person_empty", "/person"},
     {"allocations.use.approval_without_post", "/approval"},
     {"allocations.use.event_of_other_post", "/event"},
     {"allocations.unit.unknown", "/unit"},
     {"allocations.unit.before_last", "/valid_from"},
     {"allocations.unit.in_future", "/valid_from"},
     {"premises.standard.rank_unknown", "/rank"},
     {"allocations.use.in_future", "/started_on"},
     {"allocations.use.before_start", "/ended_on"},
     {"allocations.use.second_not_smaller", "/room"},
     {"allocations.use.approval_missing", "/approval"},
     {"allocations.person.has_room", "/person"},
     {"allocations.person.has_second_room", "/person"},
     {"allocations.room.unknown", "/room"},
     {"allocations.room.not_an_office", "/room"},
     {"premises.building.unknown", "/building"},
     {"allocations.room.given", "/rooms"},
     {"allocations.room.held_after_end", "/rooms"},
     {"allocations.agreement.no_rooms", "/rooms"},
     {"allocations.agreement.room_twice", "/rooms"},
     {"allocations.agreement.ends_before_start", "/valid_to"},
     {"allocations.agreement.purpose_twice", "/purposes"},
     {"allocations.agreement.ended", "/ended_on"},
     {"allocations.publication.taken", "/year"},
     {"allocations.publication.place_empty", "/place"},
     {"allocations.publication.document_empty", "/document"},
     {"allocations.publication.before_year", "/published_on"},
     {"allocations.publication.in_future", "/published_on"}}};

}  // namespace

http::Response answer(int status, const boost::json::object& json)
{
    return {.status = status, .body = boost::json::serialize(json)};
}

http::Response items_answer(boost::json::array items)
{
    return answer(200, {{"items", std::move(items)}, {"next", nullptr}});
}

Allocations allocations_of(const http::Context& context)
{
    return {context.db, context.clock};
}

void tell(http::Context& context, const char* what, const std::string& name)
{
    context.heard.push_back(
        {"", context.actor.org.text(), "change",
         boost::json::serialize(boost::json::object{{"what", std::string{"allocations."} + what}, {"name", name}})});
}

boost::json::value text_json(const std::string& text)
{
    return text.empty() ? boost::json::value{} : boost::json::value(text);
}

boost::json::value day_json(const std::optional<base::Date>& day)
{
    return day ? boost::json::value(day->to_string()) : boost::json::value{};
}

http::Response refused(const base::Error& error)
{
    http::Response response = http::problem(error);
    if (error.kind == base::ErrorKind::not_found) return response;
    for (const auto& [code, member] : members_of_body)
        if (code == error.code) response.problem->fields.push_back({std::string{member}, error});
    return response;
}

void add_change(http::Router& router, const char* path, const char* operation, http::Response (*handle)(http::Context&))
{
    router.add({.method = http::Method::post,
                .path = path,
                .operation = operation,
                .permission = "premises.edit",
                .body = http::Body::json,
                .guard = http::Guard::idempotency_key,
                .handle = handle});
}

void add_reading(http::Router& router, const char* path, const char* operation,
                 http::Response (*handle)(http::Context&))
{
    router.add({.path = path, .operation = operation, .permission = "premises.read", .handle = handle});
}

}  // namespace allocations
