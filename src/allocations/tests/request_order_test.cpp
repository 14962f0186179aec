// SPDX-License-Identifier: Apache-2.0
#include "allocations/core/request.h"

#include <random>

#include <gtest/gtest.h>

namespace allocations {
namespace {

constexpr int walks = 2'000;
constexpr int steps_of_a_walk = 12;

base::Date the_day(const std::string& text)
{
    return base::Date::parse(text).value();
}

premises::Area square_metres(const std::string& text)
{
    return premises::Area::parse(text).value();
}

template <class T>
std::string refused_with(const base::Result<T>& result)
{
    return result ? std::string{} : result.error().code;
}

const base::Date today = the_day("2024-06-30");

// Approved 108.00 of offices, 80.00 there.
Request asked_for(const std::string& area)
{
    Request request{"2024-0001", "示例单位", the_day("2024-06-01"), "新增编制", "示例函〔2024〕1号"};
    request.areas = {{premises::RoomUse::office, 2, square_metres(area), square_metres("108"), square_metres("80")},
                     {premises::RoomUse::service, 0, {}, square_metres("88"), square_metres("18")}};
    return request;
}

WayStep step_of(Way way, StepResult result, const std::string& on = "2024-06-02")
{
    WayStep step{way, result, the_day(on), "示例纪要", "区内三处", "面积不足"};
    if (way == Way::lease) step.papers = {"申请1", "核准1", "财审1", "政府批1", ""};
    if (way == Way::construction) step.papers.project = "批复1";
    return step;
}

Request with(std::vector<WayStep> steps)
{
    Request request = asked_for("18");
    request.steps = std::move(steps);
    return request;
}

Settlement satisfied_by(Way way)
{
    return {RequestOutcome::satisfied, the_day("2024-06-03"), "", way, "2024-0007", square_metres("18")};
}

TEST(Request, StaysWithinWhatIsApproved)
{
    EXPECT_EQ(refused_with(check(asked_for("28.00"), today)), "");
    EXPECT_EQ(refused_with(check_within_approved(asked_for("28.00").areas[0])), "");
    EXPECT_EQ(refused_with(check_within_approved(asked_for("28.01").areas[0])), "allocations.request.over_approved");
    AskedArea pending = asked_for("28.00").areas[0];
    pending.pending = square_metres("0.01");
    EXPECT_EQ(refused_with(check_within_approved(pending)), "allocations.request.over_approved");
    AskedArea full{premises::RoomUse::service, 0, {}, square_metres("10"), square_metres("11")};
    EXPECT_EQ(refused_with(check_within_approved(full)), "");  // over, but nothing of it is asked for
    const Request request = asked_for("28");
    const auto total = [&](const char* text) { return base::Ratio::of(base::Decimal::parse(text).value()); };
    EXPECT_EQ(refused_with(check_within_total(request, total("126.00"), square_metres("98"))), "");
    EXPECT_EQ(refused_with(check_within_total(request, total("125.996"), square_metres("98"))),
              "allocations.request.total_over_approved");
}

TEST(Request, SaysWhatAndWhy)
{
    Request request = asked_for("18");
    request.asked_on = the_day("2024-07-01");
    EXPECT_EQ(refused_with(check(request, today)), "allocations.request.in_future");
    request.asked_on = today;
    EXPECT_EQ(refused_with(check(request, today)), "");
    request.reason = "";
    EXPECT_EQ(refused_with(check(request, today)), "allocations.request.reason_missing");
    request = asked_for("18");
    request.document = "";
    EXPECT_EQ(refused_with(check(request, today)), "allocations.request.document_missing");
    request = asked_for("18");
    request.areas[0].rooms = 0;
    EXPECT_EQ(refused_with(check(request, today)), "allocations.request.incomplete");
    request.areas[0].asked = {};
    EXPECT_EQ(refused_with(check(request, today)), "allocations.request.nothing_asked");
}

TEST(Request, ARoomSuitsUpToWhatIsAskedForAndTheClosestStandsFirst)
{
    const Request request = asked_for("18");  // two rooms
    EXPECT_TRUE(suits(request, premises::RoomUse::office, square_metres("18.00")));
    EXPECT_FALSE(suits(request, premises::RoomUse::office, square_metres("18.01")));
    EXPECT_FALSE(suits(request, premises::RoomUse::service, square_metres("9")));
    EXPECT_EQ(distance(request, premises::RoomUse::office, square_metres("9.00")), premises::Area{});
    EXPECT_EQ(distance(request, premises::RoomUse::office, square_metres("8.00")), square_metres("1"));
    EXPECT_EQ(distance(request, premises::RoomUse::office, square_metres("10.50")), square_metres("1.5"));
}

TEST(RequestOrder, AWayOpensWhenTheEarlierOnesFailed)
{
    std::vector<WayStep> failed;
    for (const auto& way : ways) {
        EXPECT_EQ(next_way(with(failed)), way.value);
        EXPECT_EQ(refused_with(check_step(with(failed), step_of(way.value, StepResult::found), today)), "");
        for (const auto& later : ways) {
            if (later.value <= way.value) continue;
            EXPECT_EQ(refused_with(check_step(with(failed), step_of(later.value, StepResult::none), today)),
                      "allocations.step.earlier_open");
        }
        failed.push_back(step_of(way.value, StepResult::none));
    }
    EXPECT_EQ(next_way(with(failed)), std::nullopt);
    failed.push_back(step_of(Way::reallocation, StepResult::found));
    EXPECT_EQ(next_way(with(failed)), Way::reallocation);
    EXPECT_EQ(refused_with(check_step(with(failed), step_of(Way::lease, StepResult::found), today)),
              "allocations.step.earlier_open");  // there is a room now
}

TEST(RequestOrder, DaysGoForward)
{
    const Request request = with({step_of(Way::reallocation, StepResult::none, "2024-06-10")});
    EXPECT_EQ(refused_with(check_step(request, step_of(Way::exchange, StepResult::none, "2024-06-09"), today)),
              "allocations.step.before_last");
    EXPECT_EQ(refused_with(check_step(request, step_of(Way::exchange, StepResult::none, "2024-06-10"), today)), "");
    EXPECT_EQ(refused_with(check_step(request, step_of(Way::exchange, StepResult::none, "2024-06-30"), today)), "");
    EXPECT_EQ(refused_with(check_step(request, step_of(Way::exchange, StepResult::none, "2024-07-01"), today)),
              "allocations.step.in_future");
    EXPECT_EQ(refused_with(check_step(with({}), step_of(Way::reallocation, StepResult::none, "2024-05-31"), today)),
              "allocations.step.before_last");
}

TEST(RequestOrder, ANegativeResultIsReasoned)
{
    const Request request = with({step_of(Way::reallocation, StepResult::none)});
    WayStep step = step_of(Way::exchange, StepResult::none);
    step.searched = "";
    EXPECT_EQ(refused_with(check_step(request, step, today)), "allocations.step.searched_missing");
    step.reason = "";
    EXPECT_EQ(refused_with(check_step(request, step, today)), "allocations.step.reason_missing");
    step.document = "";
    EXPECT_EQ(refused_with(check_step(request, step, today)), "allocations.step.document_missing");
    step.document = "示例纪要";
    step.result = StepResult::found;
    EXPECT_EQ(refused_with(check_step(request, step, today)), "");
}

TEST(RequestOrder, EveryRoomThatSuitsIsAnswered)
{
    WayStep step = step_of(Way::reallocation, StepResult::none);
    step.offered = {{"FW-1", "101", premises::RoomUse::office, square_metres("9"), true},
                    {"FW-1", "102", premises::RoomUse::office, square_metres("99"), false}};
    EXPECT_EQ(refused_with(check_step(with({}), step, today)), "allocations.step.room_unanswered");
    EXPECT_EQ(refused_with(answer_offered(step, {{"FW-1", "109", "远"}})), "allocations.step.room_not_offered");
    EXPECT_EQ(refused_with(answer_offered(step, {{"FW-1", "101", "远"}})), "");
    EXPECT_EQ(refused_with(check_step(with({}), step, today)), "");
    EXPECT_EQ(refused_with(answer_offered(step, {{"FW-1", "101", "远"}})), "allocations.step.room_twice");
}

TEST(RequestOrder, LeaseAndConstructionHaveTheirPapers)
{
    std::vector<WayStep> failed{step_of(Way::reallocation, StepResult::none), step_of(Way::exchange, StepResult::none)};
    for (std::string WayPapers::*const paper :
         {&WayPapers::application, &WayPapers::approval, &WayPapers::finance, &WayPapers::government}) {
        WayStep lease = step_of(Way::lease, StepResult::found);
        lease.papers.*paper = "";
        EXPECT_EQ(refused_with(check_step(with(failed), lease, today)), "allocations.step.paper_missing");
        lease.result = StepResult::none;
        EXPECT_EQ(refused_with(check_step(with(failed), lease, today)), "");
    }
    WayStep foreign = step_of(Way::exchange, StepResult::found);
    foreign.papers.project = "批复1";
    EXPECT_EQ(refused_with(check_step(with(failed), foreign, today)), "allocations.step.paper_unexpected");
    failed.push_back(step_of(Way::lease, StepResult::none));
    WayStep construction = step_of(Way::construction, StepResult::found);
    EXPECT_EQ(refused_with(check_step(with(failed), construction, today)), "");
    construction.papers.project = "";
    EXPECT_EQ(refused_with(check_step(with(failed), construction, today)), "allocations.step.paper_missing");
}

TEST(RequestEnd, IsSatisfiedByWhatWasFound)
{
    const Request found = with({step_of(Way::reallocation, StepResult::found)});
    Settlement end = satisfied_by(Way::reallocation);
    EXPECT_EQ(refused_with(check_settlement(found, end, today)), "");
    EXPECT_EQ(refused_with(check_settlement(with({}), end, today)), "allocations.settlement.way_not_found");
    end.office = square_metres("28.00");
    EXPECT_EQ(refused_with(check_settlement(found, end, today)), "");
    end.office = square_metres("28.01");
    EXPECT_EQ(refused_with(check_settlement(found, end, today)), "allocations.settlement.over_approved");
    end.office = {};
    EXPECT_EQ(refused_with(check_settlement(found, end, today)), "allocations.settlement.nothing_obtained");
    end.service = square_metres("70.01");
    EXPECT_EQ(refused_with(check_settlement(found, end, today)), "allocations.settlement.over_approved");
    end.reference = "";
    EXPECT_EQ(refused_with(check_settlement(found, end, today)), "allocations.settlement.reference_missing");
    end.way = {};
    EXPECT_EQ(refused_with(check_settlement(found, end, today)), "allocations.settlement.way_missing");
    Request after_all = with({step_of(Way::reallocation, StepResult::none), step_of(Way::exchange, StepResult::found),
                              step_of(Way::reallocation, StepResult::found)});
    EXPECT_EQ(refused_with(check_settlement(after_all, satisfied_by(Way::exchange), today)),
              "allocations.step.earlier_open");
}

TEST(RequestEnd, OrWithAReasonAndOnce)
{
    for (const RequestOutcome outcome : {RequestOutcome::withdrawn, RequestOutcome::refused}) {
        Settlement end{outcome, the_day("2024-06-01"), "机构调整"};
        EXPECT_EQ(refused_with(check_settlement(with({}), end, today)), "");
        end.settled_on = the_day("2024-05-31");
        EXPECT_EQ(refused_with(check_settlement(with({}), end, today)), "allocations.settlement.before_last");
        end.settled_on = the_day("2024-07-01");
        EXPECT_EQ(refused_with(check_settlement(with({}), end, today)), "allocations.settlement.in_future");
        end.settled_on = today;
        end.reference = "2024-0007";
        EXPECT_EQ(refused_with(check_settlement(with({}), end, today)), "allocations.settlement.unexpected");
        end.reason = "";
        EXPECT_EQ(refused_with(check_settlement(with({}), end, today)), "allocations.settlement.reason_missing");
    }
    Request ended = with({});
    ended.settlement = Settlement{RequestOutcome::withdrawn, the_day("2024-06-02"), "机构调整"};
    EXPECT_EQ(next_way(ended), std::nullopt);
    EXPECT_EQ(refused_with(check_settlement(ended, *ended.settlement, today)), "allocations.request.settled");
    EXPECT_EQ(refused_with(check_step(ended, step_of(Way::reallocation, StepResult::none), today)),
              "allocations.request.settled");
}

// Counted anew, by the words of the rule: of each earlier way the last result is none.
bool stands_in_order(const Request& request, std::size_t before, Way way)
{
    for (const auto& earlier : ways) {
        if (earlier.value == way) return true;
        bool failed = false;
        for (std::size_t at = 0; at < before; ++at)
            if (request.steps[at].way == earlier.value) failed = request.steps[at].result == StepResult::none;
        if (!failed) return false;
    }
    return true;
}

TEST(RequestOrder, NoWalkReachesAWayBeforeTheEarlierOnesFailed)
{
    std::mt19937 random{20'240'601};
    std::uniform_int_distribution<std::size_t> any_way{0, ways.size() - 1};
    std::uniform_int_distribution<int> any_result{0, 3};
    int built = 0;
    int leased = 0;
    for (int walk = 0; walk < walks; ++walk) {
        Request request = with({});
        for (int turn = 0; turn < steps_of_a_walk && !request.settlement; ++turn) {
            const Way way = ways[any_way(random)].value;
            const int what = any_result(random);
            if (what == 3) {
                const Settlement end = satisfied_by(way);
                if (check_settlement(request, end, today)) request.settlement = end;
                continue;
            }
            const WayStep step = step_of(way, what == 2 ? StepResult::found : StepResult::none);
            const bool may = stands_in_order(request, request.steps.size(), way);
            ASSERT_EQ(check_step(request, step, today).has_value(), may);
            if (may) request.steps.push_back(step);
        }
        for (std::size_t at = 0; at < request.steps.size(); ++at)
            ASSERT_TRUE(stands_in_order(request, at, request.steps[at].way));
        if (!request.settlement) continue;
        ASSERT_TRUE(stands_in_order(request, request.steps.size(), *request.settlement->way));
        built += request.settlement->way == Way::construction;
        leased += request.settlement->way == Way::lease;
    }
    EXPECT_GT(built, 0);  // the walks go that far
    EXPECT_GT(leased, 0);
}

}  // namespace
}  // namespace allocations
