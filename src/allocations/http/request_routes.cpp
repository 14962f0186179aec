// SPDX-License-Identifier: Apache-2.0
// Requests for offices: asked, searched for, tried way by way, ended.
#include "allocations/http/request_routes.h"

#include <array>

#include "allocations/request_json.h"
#include "http/fields.h"
#include "http/query.h"

namespace allocations {

namespace {

constexpr std::size_t most_refused_rooms = 2'000;
constexpr std::size_t longest_area = 20;
constexpr std::size_t longest_paper = 200;
constexpr std::size_t longest_reason = 1'000;

// The member of the body that a refusal is about.
constexpr std::array<std::pair<std::string_view, const char*>, 29> members_of_request{{
    {"allocations.unit.unknown", "/unit"},
    {"allocations.request.in_future", "/asked_on"},
    {"allocations.request.reason_missing", "/reason"},
    {"allocations.request.document_missing", "/document"},
    {"allocations.request.nothing_asked", "/office_m2"},
    {"allocations.request.total_over_approved", "/office_m2"},
    {"allocations.step.in_future", "/taken_on"},
    {"allocations.step.before_last", "/taken_on"},
    {"allocations.step.document_missing", "/document"},
    {"allocations.step.earlier_open", "/way"},
    {"allocations.step.room_free", "/way"},
    {"allocations.step.reason_missing", "/reason"},
    {"allocations.step.searched_missing", "/searched"},
    {"allocations.step.room_unanswered", "/refused_rooms"},
    {"allocations.step.room_not_offered", "/refused_rooms"},
    {"allocations.step.room_twice", "/refused_rooms"},
    {"allocations.settlement.in_future", "/settled_on"},
    {"allocations.settlement.before_last", "/settled_on"},
    {"allocations.settlement.reason_missing", "/reason"},
    {"allocations.settlement.unexpected", "/outcome"},
    {"allocations.settlement.way_missing", "/way"},
    {"allocations.settlement.way_not_found", "/way"},
    {"allocations.settlement.reference_missing", "/reference"},
    {"allocations.settlement.nothing_obtained", "/office_m2"},
    {"allocations.settlement.agreement_of_other", "/reference"},
    {"allocations.settlement.agreement_before_request", "/reference"},
    {"allocations.settlement.agreement_taken", "/reference"},
    {"allocations.agreement.unknown", "/reference"},
    {"allocations.agreement.ended", "/reference"},
}};

// Which paper and which kind of rooms stands in the refusal.
std::string member_of(const base::Error& error)
{
    for (const auto& [name, value] : error.args) {
        if (name == "member") return "/" + value;
        if (name == "use")
            return value == premises::named(premises::room_uses, premises::RoomUse::service).chinese ? "/service_m2"
                                                                                                     : "/office_m2";
    }
    for (const auto& [code, member] : members_of_request)
        if (code == error.code) return member;
    return "";
}

http::Response refused(const base::Error& error)
{
    http::Response response = http::problem(error);
    if (error.kind == base::ErrorKind::not_found) return response;
    if (std::string member = member_of(error); !member.empty())
        response.problem->fields.push_back({std::move(member), error});
    return response;
}

http::Response json_answer(int status, const boost::json::object& json)
{
    return {.status = status, .body = boost::json::serialize(json)};
}

Requests requests_of(const http::Context& context)
{
    return {context.db, context.clock};
}

// Other pages hear that something changed.
http::Response changed(http::Context& context, const base::Result<Request>& request)
{
    if (!request) return refused(request.error());
    context.heard.push_back(
        {"", context.actor.org.text(), "change",
         boost::json::serialize(boost::json::object{{"what", "allocations.requests"}, {"name", request->number}})});
    return json_answer(201, request_json(*request));
}

premises::Area area_of_body(http::Fields& fields, const char* name)
{
    const auto written = fields.optional_text(name, longest_area);
    if (!written) return {};
    const auto area = premises::Area::parse(*written);
    if (area) return *area;
    fields.add(name, area.error());
    return {};
}

std::string paper_of_body(http::Fields& fields, const char* name)
{
    return fields.optional_text(name, longest_paper).value_or("");
}

http::Response list_requests(http::Context& context)
{
    http::Query query{context.request};
    const std::string unit = query.text("unit");
    std::vector<std::pair<std::string_view, std::string>> states{{"open", "open"}};
    for (const auto& outcome : request_outcomes) states.emplace_back(outcome.word, outcome.word);
    const auto state = query.word<std::string>("state", states);
    if (auto problem = query.problem()) return *std::move(problem);
    boost::json::array items;
    for (const Request& one : requests_of(context).all(context.actor.org))
        if ((unit.empty() || one.unit == unit) && (!state || *state == state_word(one))) items.push_back(row_json(one));
    return json_answer(200, {{"items", std::move(items)}, {"next", nullptr}});
}

AskedArea asked_of_body(http::Fields& fields, premises::RoomUse use, const char* rooms, const char* area)
{
    AskedArea asked{use};
    asked.rooms = fields.optional_integer(rooms).value_or(0);
    asked.asked = area_of_body(fields, area);
    return asked;
}

http::Response ask_for_offices(http::Context& context)
{
    http::Fields fields{context.request};
    Request request;
    request.unit = fields.text("unit", longest_paper);
    request.asked_on = fields.date("asked_on");
    request.reason = fields.text("reason", longest_reason);
    request.document = fields.text("document", longest_paper);
    request.areas = {asked_of_body(fields, premises::RoomUse::office, "office_rooms", "office_m2"),
                     asked_of_body(fields, premises::RoomUse::service, "service_rooms", "service_m2")};
    if (auto problem = fields.problem()) return *std::move(problem);
    return changed(context, requests_of(context).ask(context.actor, request));
}

http::Response show_request(http::Context& context)
{
    const auto request = requests_of(context).request(context.actor.org, context.part("request"));
    return request ? json_answer(200, request_json(*request)) : http::problem(request.error());
}

http::Response search_rooms(http::Context& context)
{
    const auto rooms = requests_of(context).search(context.actor.org, context.part("request"));
    if (!rooms) return http::problem(rooms.error());
    boost::json::array items;
    for (const FreeRoom& free : *rooms) items.push_back(free_room_json(free));
    return json_answer(200, {{"items", std::move(items)}, {"next", nullptr}});
}

std::vector<RefusedRoom> refused_rooms_of_body(http::Fields& fields)
{
    std::vector<RefusedRoom> refused;
    if (!fields.has("refused_rooms")) return refused;
    for (http::Fields& inner : fields.objects("refused_rooms"))
        refused.push_back({inner.text("building", 60), inner.text("room", 40), inner.text("reason", 500)});
    if (refused.size() > most_refused_rooms)
        fields.add("refused_rooms", {base::ErrorKind::invalid,
                                     "allocations.step.too_many_rooms",
                                     {{"most", std::to_string(most_refused_rooms)}}});
    return refused;
}

http::Response take_step(http::Context& context)
{
    http::Fields fields{context.request};
    WayStep step;
    step.way = fields.word<Way>("way", premises::words_of(ways));
    step.result = fields.word<StepResult>("result", premises::words_of(step_results));
    step.taken_on = fields.date("taken_on");
    step.document = fields.text("document", longest_paper);
    step.searched = fields.optional_text("searched", longest_reason).value_or("");
    step.reason = fields.optional_text("reason", longest_reason).value_or("");
    step.papers = {paper_of_body(fields, "application"), paper_of_body(fields, "approval"),
                   paper_of_body(fields, "finance"), paper_of_body(fields, "government"),
                   paper_of_body(fields, "project")};
    const std::vector<RefusedRoom> refused = refused_rooms_of_body(fields);
    if (auto problem = fields.problem()) return *std::move(problem);
    return changed(context, requests_of(context).take_step(context.actor, context.part("request"), step, refused));
}

http::Response settle_request(http::Context& context)
{
    http::Fields fields{context.request};
    Settlement settlement;
    settlement.outcome = fields.word<RequestOutcome>("outcome", premises::words_of(request_outcomes));
    settlement.settled_on = fields.date("settled_on");
    settlement.reason = fields.optional_text("reason", longest_reason).value_or("");
    if (fields.has("way")) settlement.way = fields.word<Way>("way", premises::words_of(ways));
    settlement.reference = paper_of_body(fields, "reference");
    settlement.office = area_of_body(fields, "office_m2");
    settlement.service = area_of_body(fields, "service_m2");
    if (auto problem = fields.problem()) return *std::move(problem);
    return changed(context, requests_of(context).settle(context.actor, context.part("request"), settlement));
}

void add_change(http::Router& router, const char* path, const char* operation, http::Handler handle)
{
    router.add({.method = http::Method::post,
                .path = path,
                .operation = operation,
                .permission = "premises.edit",
                .body = http::Body::json,
                .guard = http::Guard::idempotency_key,
                .handle = std::move(handle)});
}

void add_reading(http::Router& router, const char* path, const char* operation, http::Handler handle)
{
    router.add({.path = path, .operation = operation, .permission = "premises.read", .handle = std::move(handle)});
}

}  // namespace

void add_request_routes(http::Router& router)
{
    add_reading(router, "/api/v1/allocations/requests", "listAllocationRequests", list_requests);
    add_change(router, "/api/v1/allocations/requests", "askForOffices", ask_for_offices);
    add_reading(router, "/api/v1/allocations/requests/{request}", "getAllocationRequest", show_request);
    add_reading(router, "/api/v1/allocations/requests/{request}/rooms", "searchFreeRooms", search_rooms);
    add_change(router, "/api/v1/allocations/requests/{request}/steps", "takeAllocationStep", take_step);
    add_change(router, "/api/v1/allocations/requests/{request}/settlement", "settleAllocationRequest", settle_request);
}

}  // namespace allocations
