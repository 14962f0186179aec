// SPDX-License-Identifier: Apache-2.0
// The order of the ways, and how a request ends.
#include <algorithm>

#include "allocations/core/request.h"

namespace allocations {

using base::ErrorKind;

namespace {

std::string word_of_way(Way way)
{
    return std::string{premises::named(ways, way).chinese};
}

std::optional<StepResult> last_result(const Request& request, Way way)
{
    std::optional<StepResult> last;
    for (const WayStep& step : request.steps)
        if (step.way == way) last = step.result;
    return last;
}

base::Result<void> check_order(const Request& request, Way way)
{
    for (const auto& earlier : ways) {
        if (earlier.value == way) break;
        if (last_result(request, earlier.value) != StepResult::none)
            return base::fail(ErrorKind::conflict, "allocations.step.earlier_open",
                              {{"way", word_of_way(way)}, {"earlier", std::string{earlier.chinese}}});
    }
    return {};
}

base::Date last_day(const Request& request)
{
    return request.steps.empty() ? request.asked_on : request.steps.back().taken_on;
}

base::Result<void> check_open(const Request& request)
{
    if (!request.settlement) return {};
    return base::fail(ErrorKind::conflict, "allocations.request.settled",
                      {{"number", request.number}, {"date", request.settlement->settled_on.to_string()}});
}

// Which papers belong to which way, and what they are called.
struct WayPaper {
    Way way;
    const char* member;
    const char* chinese;
    std::string WayPapers::*number;
};
constexpr std::array way_papers{
    WayPaper{Way::lease, "application", "使用单位申请", &WayPapers::application},
    WayPaper{Way::lease, "approval", "机关事务部门核准", &WayPapers::approval},
    WayPaper{Way::lease, "finance", "财政审核", &WayPapers::finance},
    WayPaper{Way::lease, "government", "本级政府批准", &WayPapers::government},
    WayPaper{Way::construction, "project", "建设项目批复", &WayPapers::project},
};

base::Result<void> check_papers(const WayStep& step)
{
    for (const WayPaper& paper : way_papers) {
        const bool is_there = !(step.papers.*paper.number).empty();
        if (is_there && paper.way != step.way)
            return base::fail(ErrorKind::invalid, "allocations.step.paper_unexpected",
                              {{"member", paper.member}, {"paper", paper.chinese}, {"way", word_of_way(step.way)}});
        if (!is_there && paper.way == step.way && step.result == StepResult::found)
            return base::fail(ErrorKind::invalid, "allocations.step.paper_missing",
                              {{"member", paper.member}, {"paper", paper.chinese}, {"way", word_of_way(step.way)}});
    }
    return {};
}

base::Result<void> check_negative(const WayStep& step)
{
    if (step.result == StepResult::found) return {};
    if (step.reason.empty()) return base::fail(ErrorKind::invalid, "allocations.step.reason_missing");
    if (step.way != Way::reallocation && step.searched.empty())
        return base::fail(ErrorKind::invalid, "allocations.step.searched_missing");
    for (const OfferedRoom& room : step.offered)
        if (room.is_suitable && room.refusal.empty())
            return base::fail(ErrorKind::invalid, "allocations.step.room_unanswered",
                              {{"building", room.building}, {"room", room.room}});
    return {};
}

base::Result<void> check_obtained(const Request& request, premises::RoomUse use, premises::Area obtained)
{
    const AskedArea* const area = request.area(use);
    const AskedArea known = area == nullptr ? AskedArea{use} : *area;
    if (obtained == premises::Area{} || known.actual + obtained <= known.approved) return {};
    return base::fail(ErrorKind::invalid, "allocations.settlement.over_approved",
                      {{"use", std::string{premises::named(premises::room_uses, use).chinese}},
                       {"approved", known.approved.to_string()},
                       {"actual", known.actual.to_string()},
                       {"obtained", obtained.to_string()}});
}

base::Result<void> check_satisfied(const Request& request, const Settlement& settlement)
{
    if (!settlement.way) return base::fail(ErrorKind::invalid, "allocations.settlement.way_missing");
    if (settlement.reference.empty()) return base::fail(ErrorKind::invalid, "allocations.settlement.reference_missing");
    if (last_result(request, *settlement.way) != StepResult::found)
        return base::fail(ErrorKind::conflict, "allocations.settlement.way_not_found",
                          {{"way", word_of_way(*settlement.way)}});
    TRY(check_order(request, *settlement.way));
    if (settlement.office == premises::Area{} && settlement.service == premises::Area{})
        return base::fail(ErrorKind::invalid, "allocations.settlement.nothing_obtained");
    TRY(check_obtained(request, premises::RoomUse::office, settlement.office));
    return check_obtained(request, premises::RoomUse::service, settlement.service);
}

}  // namespace

std::optional<Way> next_way(const Request& request)
{
    if (request.settlement) return std::nullopt;
    for (const auto& way : ways)
        if (last_result(request, way.value) != StepResult::none) return way.value;
    return std::nullopt;
}

base::Result<void> answer_offered(WayStep& step, const std::vector<RefusedRoom>& refused)
{
    for (const RefusedRoom& answer : refused) {
        const auto room = std::find_if(step.offered.begin(), step.offered.end(), [&](const OfferedRoom& one) {
            return one.building == answer.building && one.room == answer.room;
        });
        if (room == step.offered.end())
            return base::fail(ErrorKind::invalid, "allocations.step.room_not_offered",
                              {{"building", answer.building}, {"room", answer.room}});
        if (!room->refusal.empty())
            return base::fail(ErrorKind::invalid, "allocations.step.room_twice",
                              {{"building", answer.building}, {"room", answer.room}});
        room->refusal = answer.reason;
    }
    return {};
}

base::Result<void> check_step(const Request& request, const WayStep& step, base::Date today)
{
    TRY(check_open(request));
    if (step.taken_on > today)
        return base::fail(ErrorKind::invalid, "allocations.step.in_future", {{"date", step.taken_on.to_string()}});
    if (step.taken_on < last_day(request))
        return base::fail(ErrorKind::invalid, "allocations.step.before_last",
                          {{"date", last_day(request).to_string()}});
    TRY(check_order(request, step.way));
    if (step.document.empty()) return base::fail(ErrorKind::invalid, "allocations.step.document_missing");
    TRY(check_papers(step));
    return check_negative(step);
}

base::Result<void> check_nothing_new(const Request& request, const std::vector<OfferedRoom>& now)
{
    const auto last = std::find_if(request.steps.rbegin(), request.steps.rend(),
                                   [](const WayStep& step) { return step.way == Way::reallocation; });
    for (const OfferedRoom& room : now) {
        if (!room.is_suitable) continue;
        const bool is_refused =
            last != request.steps.rend() &&
            std::any_of(last->offered.begin(), last->offered.end(), [&](const OfferedRoom& before) {
                return before.building == room.building && before.room == room.room && !before.refusal.empty();
            });
        if (!is_refused)
            return base::fail(ErrorKind::conflict, "allocations.step.room_free",
                              {{"building", room.building}, {"room", room.room}});
    }
    return {};
}

base::Result<void> check_settlement(const Request& request, const Settlement& settlement, base::Date today)
{
    TRY(check_open(request));
    if (settlement.settled_on > today)
        return base::fail(ErrorKind::invalid, "allocations.settlement.in_future",
                          {{"date", settlement.settled_on.to_string()}});
    if (settlement.settled_on < last_day(request))
        return base::fail(ErrorKind::invalid, "allocations.settlement.before_last",
                          {{"date", last_day(request).to_string()}});
    if (settlement.outcome == RequestOutcome::satisfied) return check_satisfied(request, settlement);
    if (settlement.reason.empty()) return base::fail(ErrorKind::invalid, "allocations.settlement.reason_missing");
    if (!settlement.way && settlement.reference.empty() && settlement.office == premises::Area{} &&
        settlement.service == premises::Area{})
        return {};
    return base::fail(ErrorKind::invalid, "allocations.settlement.unexpected");
}

}  // namespace allocations
