// SPDX-License-Identifier: Apache-2.0
// Writes requests, their steps and ends.
#include "allocations/store/request_store.h"

namespace allocations {

namespace {

std::string word_of_way(const std::optional<Way>& way)
{
    return way ? std::string{premises::named(ways, *way).word} : "";
}

}  // namespace

std::int64_t RequestStore::next_serial(int year) const
{
    constexpr std::string_view last = R"(
        SELECT COALESCE(MAX(serial), 0) AS last FROM allocations_request WHERE org_id = :org_id AND year = :year)";
    return db_.query(last, {{"org_id", org_}, {"year", year}}).front().integer("last") + 1;
}

void RequestStore::add(const Request& request, std::int64_t serial, const std::string& account)
{
    constexpr std::string_view insert = R"(
        INSERT INTO allocations_request (org_id, number, year, serial, unit, asked_on, reason, document, standard,
                                         standard_document, recorded_by)
        VALUES (:org_id, :number, :year, :serial, :unit, :asked_on, :reason, :document, :standard, :standard_document,
                :recorded_by))";
    db_.execute(insert, {{"org_id", org_},
                         {"number", request.number},
                         {"year", request.asked_on.year()},
                         {"serial", serial},
                         {"unit", request.unit},
                         {"asked_on", request.asked_on},
                         {"reason", request.reason},
                         {"document", request.document},
                         {"standard", request.standard},
                         {"standard_document", request.standard_document},
                         {"recorded_by", account}});
    add_details(request);
}

void RequestStore::add_details(const Request& request)
{
    constexpr std::string_view insert_area = R"(
        INSERT INTO allocations_request_area (org_id, number, room_use, position, rooms, asked_dm2, approved_dm2,
                                              actual_dm2, pending_dm2)
        VALUES (:org_id, :number, :room_use, :position, :rooms, :asked_dm2, :approved_dm2, :actual_dm2, :pending_dm2))";
    constexpr std::string_view insert_rank = R"(
        INSERT INTO allocations_request_rank (org_id, number, post_rank, position, posts, persons, standard_dm2)
        VALUES (:org_id, :number, :post_rank, :position, :posts, :persons, :standard_dm2))";
    std::int64_t position = 0;
    for (const AskedArea& area : request.areas)
        db_.execute(insert_area, {{"org_id", org_},
                                  {"number", request.number},
                                  {"room_use", premises::named(premises::room_uses, area.use).word},
                                  {"position", ++position},
                                  {"rooms", area.rooms},
                                  {"asked_dm2", area.asked.dm2()},
                                  {"approved_dm2", area.approved.dm2()},
                                  {"actual_dm2", area.actual.dm2()},
                                  {"pending_dm2", area.pending.dm2()}});
    for (const AskedRank& rank : request.ranks)
        db_.execute(insert_rank, {{"org_id", org_},
                                  {"number", request.number},
                                  {"post_rank", rank.rank},
                                  {"position", ++position},
                                  {"posts", rank.posts},
                                  {"persons", rank.persons},
                                  {"standard_dm2", rank.standard.dm2()}});
}

void RequestStore::add_step(const std::string& number, const WayStep& step)
{
    constexpr std::string_view last = R"(
        SELECT COALESCE(MAX(position), 0) AS last FROM allocations_request_step
         WHERE org_id = :org_id AND number = :number)";
    constexpr std::string_view insert = R"(
        INSERT INTO allocations_request_step (org_id, number, position, way, result, taken_on, document, searched,
                                              reason, application, approval, finance, government, project, recorded_by)
        VALUES (:org_id, :number, :position, :way, :result, :taken_on, :document, :searched, :reason, :application,
                :approval, :finance, :government, :project, :recorded_by))";
    constexpr std::string_view insert_offer = R"(
        INSERT INTO allocations_request_offer (org_id, number, step, position, building, room, room_use, usable_dm2,
                                               is_suitable, refusal)
        VALUES (:org_id, :number, :step, :position, :building, :room, :room_use, :usable_dm2, :is_suitable, :refusal))";
    const std::int64_t at = db_.query(last, {{"org_id", org_}, {"number", number}}).front().integer("last") + 1;
    db_.execute(insert, {{"org_id", org_},
                         {"number", number},
                         {"position", at},
                         {"way", word_of_way(step.way)},
                         {"result", premises::named(step_results, step.result).word},
                         {"taken_on", step.taken_on},
                         {"document", step.document},
                         {"searched", step.searched},
                         {"reason", step.reason},
                         {"application", step.papers.application},
                         {"approval", step.papers.approval},
                         {"finance", step.papers.finance},
                         {"government", step.papers.government},
                         {"project", step.papers.project},
                         {"recorded_by", step.recorded_by}});
    std::int64_t position = 0;
    for (const OfferedRoom& room : step.offered)
        db_.execute(insert_offer, {{"org_id", org_},
                                   {"number", number},
                                   {"step", at},
                                   {"position", ++position},
                                   {"building", room.building},
                                   {"room", room.room},
                                   {"room_use", premises::named(premises::room_uses, room.use).word},
                                   {"usable_dm2", room.usable.dm2()},
                                   {"is_suitable", room.is_suitable ? 1 : 0},
                                   {"refusal", room.refusal}});
}

bool RequestStore::end(const std::string& number, const Settlement& settlement)
{
    constexpr std::string_view insert = R"(
        INSERT INTO allocations_request_settlement (org_id, number, outcome, settled_on, reason, way, reference,
                                                    office_dm2, service_dm2, recorded_by)
        VALUES (:org_id, :number, :outcome, :settled_on, :reason, :way, :reference, :office_dm2, :service_dm2,
                :recorded_by))";
    try {
        db_.execute(insert, {{"org_id", org_},
                             {"number", number},
                             {"outcome", premises::named(request_outcomes, settlement.outcome).word},
                             {"settled_on", settlement.settled_on},
                             {"reason", settlement.reason},
                             {"way", sql::text_or_null(word_of_way(settlement.way))},
                             {"reference", settlement.reference},
                             {"office_dm2", settlement.office.dm2()},
                             {"service_dm2", settlement.service.dm2()},
                             {"recorded_by", settlement.recorded_by}});
    } catch (const sql::SqlError& error) {
        if (error.violation() != sql::Violation::unique) throw;
        return false;
    }
    return true;
}

}  // namespace allocations
