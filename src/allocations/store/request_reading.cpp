// SPDX-License-Identifier: Apache-2.0
// Reads requests: one statement for each table, however many requests there are.
#include <algorithm>
#include <map>

#include "allocations/store/request_store.h"

namespace allocations {

namespace {

constexpr auto of_dm2 = premises::Area::from_dm2;

// Where the rows of the other tables belong. What was added since the requests were read belongs to the next reading.
template <class Act>
void each_of(std::vector<Request>& requests, const std::vector<sql::Row>& rows, Act&& act)
{
    std::map<std::string, Request*> by_number;
    for (Request& request : requests) by_number[request.number] = &request;
    for (const sql::Row& row : rows)
        if (const auto request = by_number.find(row.text("number")); request != by_number.end())
            act(*request->second, row);
}

premises::RoomUse use_of(const sql::Row& row)
{
    return premises::of_word(premises::room_uses, row.text("room_use")).value();
}

WayStep step_of(const sql::Row& row)
{
    WayStep step{premises::of_word(ways, row.text("way")).value(),
                 premises::of_word(step_results, row.text("result")).value(),
                 row.date("taken_on"),
                 row.text("document"),
                 row.text("searched"),
                 row.text("reason")};
    step.papers = {row.text("application"), row.text("approval"), row.text("finance"), row.text("government"),
                   row.text("project")};
    step.recorded_by = row.text("recorded_by");
    return step;
}

Settlement settlement_of(const sql::Row& row)
{
    Settlement end{premises::of_word(request_outcomes, row.text("outcome")).value(), row.date("settled_on"),
                   row.text("reason")};
    if (const auto way = row.text_if("way")) end.way = premises::of_word(ways, *way);
    end.reference = row.text("reference");
    end.office = of_dm2(row.integer("office_dm2"));
    end.service = of_dm2(row.integer("service_dm2"));
    end.recorded_by = row.text("recorded_by");
    return end;
}

}  // namespace

void RequestStore::read_areas(std::vector<Request>& requests, const std::string& number) const
{
    constexpr std::string_view areas = R"(
        SELECT number, room_use, rooms, asked_dm2, approved_dm2, actual_dm2, pending_dm2 FROM allocations_request_area
         WHERE org_id = :org_id AND (:number = '' OR number = :number)
         ORDER BY number, position)";
    each_of(requests, db_.query(areas, {{"org_id", org_}, {"number", number}}),
            [](Request& request, const sql::Row& row) {
                request.areas.push_back({use_of(row), row.integer("rooms"), of_dm2(row.integer("asked_dm2")),
                                         of_dm2(row.integer("approved_dm2")), of_dm2(row.integer("actual_dm2")),
                                         of_dm2(row.integer("pending_dm2"))});
            });
}

void RequestStore::read_ranks(std::vector<Request>& requests, const std::string& number) const
{
    constexpr std::string_view ranks = R"(
        SELECT number, post_rank, posts, persons, standard_dm2 FROM allocations_request_rank
         WHERE org_id = :org_id AND (:number = '' OR number = :number)
         ORDER BY number, position)";
    each_of(requests, db_.query(ranks, {{"org_id", org_}, {"number", number}}),
            [](Request& request, const sql::Row& row) {
                request.ranks.push_back({row.text("post_rank"), row.integer("posts"), row.integer("persons"),
                                         of_dm2(row.integer("standard_dm2"))});
            });
}

void RequestStore::read_steps(std::vector<Request>& requests, const std::string& number) const
{
    constexpr std::string_view steps = R"(
        SELECT number, way, result, taken_on, document, searched, reason, application, approval, finance, government,
               project, recorded_by
          FROM allocations_request_step
         WHERE org_id = :org_id AND (:number = '' OR number = :number)
         ORDER BY number, position)";
    each_of(requests, db_.query(steps, {{"org_id", org_}, {"number", number}}),
            [](Request& request, const sql::Row& row) { request.steps.push_back(step_of(row)); });
}

void RequestStore::read_offers(Request& request) const
{
    constexpr std::string_view offers = R"(
        SELECT step, building, room, room_use, usable_dm2, is_suitable, refusal FROM allocations_request_offer
         WHERE org_id = :org_id AND number = :number
         ORDER BY step, position)";
    for (const auto& row : db_.query(offers, {{"org_id", org_}, {"number", request.number}})) {
        const auto step = static_cast<std::size_t>(row.integer("step"));
        if (step > request.steps.size()) continue;
        request.steps[step - 1].offered.push_back({row.text("building"), row.text("room"), use_of(row),
                                                   of_dm2(row.integer("usable_dm2")), row.integer("is_suitable") == 1,
                                                   row.text("refusal")});
    }
}

void RequestStore::read_ends(std::vector<Request>& requests, const std::string& number) const
{
    constexpr std::string_view ends = R"(
        SELECT number, outcome, settled_on, reason, way, reference, office_dm2, service_dm2, recorded_by
          FROM allocations_request_settlement
         WHERE org_id = :org_id AND (:number = '' OR number = :number))";
    each_of(requests, db_.query(ends, {{"org_id", org_}, {"number", number}}),
            [](Request& request, const sql::Row& row) { request.settlement = settlement_of(row); });
}

// An empty number is all of them.
std::vector<Request> RequestStore::found(const std::string& number) const
{
    constexpr std::string_view requests = R"(
        SELECT number, unit, asked_on, reason, document, standard, standard_document FROM allocations_request
         WHERE org_id = :org_id AND (:number = '' OR number = :number)
         ORDER BY year DESC, serial DESC)";
    std::vector<Request> list;
    for (const auto& row : db_.query(requests, {{"org_id", org_}, {"number", number}}))
        list.push_back({row.text("number"), row.text("unit"), row.date("asked_on"), row.text("reason"),
                        row.text("document"), row.text("standard"), row.text("standard_document")});
    read_areas(list, number);
    read_ranks(list, number);
    read_steps(list, number);
    read_ends(list, number);
    return list;
}

std::vector<Request> RequestStore::all() const
{
    return found("");
}

std::optional<Request> RequestStore::find(const std::string& number) const
{
    if (number.empty()) return std::nullopt;
    for (Request& request : found(number)) {
        read_offers(request);
        return std::move(request);
    }
    return std::nullopt;
}

std::vector<Request> RequestStore::open_of(const std::string& unit) const
{
    std::vector<Request> open = all();
    std::erase_if(open, [&](const Request& one) { return one.settlement || one.unit != unit; });
    return open;
}

std::set<AgreedRoom> RequestStore::held() const
{
    constexpr std::string_view active = R"(
        SELECT building, room FROM allocations_agreement_room WHERE org_id = :org_id AND is_active = 1)";
    std::set<AgreedRoom> rooms;
    for (const auto& row : db_.query(active, {{"org_id", org_}}))
        rooms.insert({row.text("building"), row.text("room")});
    return rooms;
}

std::string RequestStore::satisfied_by(const std::string& agreement) const
{
    constexpr std::string_view by = R"(
        SELECT number FROM allocations_request_settlement
         WHERE org_id = :org_id AND way = 'reallocation' AND reference = :agreement)";
    for (const auto& row : db_.query(by, {{"org_id", org_}, {"agreement", agreement}})) return row.text("number");
    return "";
}

}  // namespace allocations
