// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "repairs/core/equipment.h"
#include "repairs/core/statistics.h"
#include "repairs/limits.h"
#include "repairs/tests/reading.h"

namespace repairs {
namespace {

constexpr Second hour = 3'600;
constexpr Second reported = 1'767'574'800;  // 2026-01-05 09:00 of the office
const Limit limit{24 * hour, {PauseReason::waiting_for_parts}, "示例"};

Order an_order()
{
    Order order;
    order.number = "BX2026-0001";
    order.place = "示例楼";
    order.fault = "示例故障";
    order.reported = reported;
    return order;
}

TEST(RepairClock, ExactlyTheLimitIsWithinIt)
{
    const Order order = an_order();
    EXPECT_EQ(clock_of(order, limit, reported + 24 * hour).state, ClockState::running);
    EXPECT_EQ(clock_of(order, limit, reported + 24 * hour + 1).state, ClockState::late);
    const Order done = repaired(order, "x", "x", reported + 24 * hour).value();
    EXPECT_EQ(clock_of(done, limit, reported + 100 * hour).state, ClockState::stopped);
    EXPECT_EQ(clock_of(accepted(done, true, "").value(), limit, reported + 100 * hour).state, ClockState::met);
    const Order late = repaired(order, "x", "x", reported + 24 * hour + 1).value();
    EXPECT_EQ(clock_of(accepted(late, true, "").value(), limit, reported + 24 * hour + 1).state, ClockState::late);
}

TEST(RepairClock, APauseForAReasonThatStopsItDoesNotCount)
{
    Order order = paused(an_order(), PauseReason::waiting_for_parts, "", reported + hour).value();
    EXPECT_EQ(clock_of(order, limit, reported + 50 * hour).state, ClockState::paused);
    EXPECT_EQ(clock_of(order, limit, reported + 50 * hour).used, hour);
    EXPECT_FALSE(clock_of(order, limit, reported + 50 * hour).due);
    order = resumed(order, reported + 50 * hour).value();
    EXPECT_EQ(clock_of(order, limit, reported + 60 * hour).used, 11 * hour);
    EXPECT_EQ(clock_of(order, limit, reported + 60 * hour).due, reported + 73 * hour);
    Order other = paused(an_order(), PauseReason::room_in_use, "", reported + hour).value();
    EXPECT_EQ(clock_of(other, limit, reported + 5 * hour).used, 5 * hour);
    EXPECT_EQ(clock_of(other, limit, reported + 5 * hour).due, reported + 24 * hour);
}

TEST(RepairClock, ARepairThatFailsItsAcceptanceEndsNothing)
{
    const Order done = repaired(an_order(), "x", "x", reported + hour).value();
    const Order again = accepted(done, false, "还是坏的").value();
    EXPECT_EQ(again.state, State::open);
    EXPECT_EQ(clock_of(again, limit, reported + 25 * hour).state, ClockState::late);
    EXPECT_EQ(clock_of(again, limit, reported + 20 * hour).used, 20 * hour);
}

TEST(RepairClock, ARepairEndsThePauseItFinds)
{
    const Order order = paused(an_order(), PauseReason::waiting_for_parts, "", reported + hour).value();
    const Order done = repaired(order, "x", "x", reported + 3 * hour).value();
    EXPECT_EQ(done.pauses.back().until, reported + 3 * hour);
    EXPECT_EQ(clock_of(done, limit, reported + 90 * hour).used, hour);
    // A pause of no second is none: the database would not keep one.
    EXPECT_TRUE(resumed(paused(an_order(), PauseReason::room_in_use, "", reported).value(), reported)->pauses.empty());
}

TEST(RepairClock, CountsAMinuteFromItsFirstSecondOn)
{
    EXPECT_EQ(begun_minutes(0), 0);
    EXPECT_EQ(begun_minutes(1), 1);
    EXPECT_EQ(begun_minutes(60), 1);
    EXPECT_EQ(begun_minutes(61), 2);
    EXPECT_EQ(begun_minutes(24 * hour), 1'440);
    EXPECT_EQ(begun_minutes(24 * hour + 1), 1'441);
}

// Every act is allowed in some states and refused by one code in all others.
TEST(RepairOrder, IsDoneOnlyWhatItsStateAllows)
{
    for (const auto& state : states) {
        Order order = an_order();
        order.state = state.value;
        if (state.value == State::repaired || state.value == State::accepted) order.repaired = reported + hour;
        const auto is = [&](std::initializer_list<State> some) {
            return std::find(some.begin(), some.end(), state.value) != some.end() ? "" : "repairs.order.wrong_state";
        };
        EXPECT_EQ(code_of(reviewed(order, true, "")), is({State::submitted})) << state.word;
        EXPECT_EQ(code_of(paused(order, PauseReason::room_in_use, "", reported)), is({State::open})) << state.word;
        EXPECT_EQ(code_of(resumed(order, reported)), is({State::paused})) << state.word;
        EXPECT_EQ(code_of(repaired(order, "x", "x", reported)), is({State::open, State::paused})) << state.word;
        EXPECT_EQ(code_of(accepted(order, true, "")), is({State::repaired})) << state.word;
        EXPECT_EQ(code_of(cancelled(order, "x", reported)), is({State::submitted, State::open, State::paused}))
            << state.word;
    }
}

TEST(RepairOrder, SaysWhyItEndsAndWhatWasDone)
{
    Order submitted = an_order();
    submitted.state = State::submitted;
    EXPECT_EQ(code_of(reviewed(submitted, false, "")), "repairs.order.reason_missing");
    EXPECT_EQ(code_of(cancelled(an_order(), "", reported)), "repairs.order.reason_missing");
    EXPECT_EQ(code_of(repaired(an_order(), "x", "", reported)), "repairs.order.work_missing");
    EXPECT_EQ(code_of(repaired(an_order(), "", "x", reported)), "repairs.order.work_missing");
    const Order done = repaired(an_order(), "x", "x", reported).value();
    EXPECT_EQ(code_of(accepted(done, false, "")), "repairs.order.reason_missing");
    Order nowhere = an_order();
    nowhere.place.clear();
    EXPECT_EQ(code_of(check(nowhere)), "repairs.order.no_place");
    nowhere.room = "A";
    EXPECT_EQ(code_of(check(nowhere)), "");
    nowhere.fault.clear();
    EXPECT_EQ(code_of(check(nowhere)), "repairs.order.fault_empty");
}

TEST(Inspections, AreDueAfterSoManyDaysAndFirstOnTheFirstDay)
{
    const Plan plan{"P", "示例", "投影", 30, base::Date::parse("2026-01-05").value(), {"画面"}};
    const auto on = [](const char* text) { return base::Date::parse(text).value(); };
    EXPECT_EQ(due_on(plan, {}), on("2026-01-05"));
    EXPECT_EQ(due_on(plan, on("2026-01-05")), on("2026-02-04"));
    EXPECT_EQ(due_on(plan, on("2025-01-05")), on("2026-01-05"));
    EXPECT_EQ(days_overdue(on("2026-02-04"), on("2026-02-04")), 0);
    EXPECT_EQ(days_overdue(on("2026-02-04"), on("2026-02-05")), 1);
}

TEST(Inspections, AnswerEachItemOfThePlanAndNothingElse)
{
    const Plan plan{"P", "示例", "投影", 30, base::Date::parse("2026-01-05").value(), {"画面", "遥控"}};
    Equipment equipment{"E", "示例", "投影", "A"};
    const base::Date today = base::Date::parse("2026-01-06").value();
    Inspection seen{"", "E", "P", today, "x", 0, {{"画面"}, {"遥控"}}};
    EXPECT_EQ(code_of(check(seen, plan, equipment, today)), "");
    seen.items[1].result = Result::failed;
    EXPECT_EQ(code_of(check(seen, plan, equipment, today)), "repairs.inspection.note_missing");
    seen.items[1].note = "没有电池";
    EXPECT_EQ(code_of(check(seen, plan, equipment, today)), "");
    seen.items.pop_back();
    EXPECT_EQ(code_of(check(seen, plan, equipment, today)), "repairs.inspection.items_differ");
    seen.items = {{"遥控"}, {"画面"}};
    EXPECT_EQ(code_of(check(seen, plan, equipment, today)), "repairs.inspection.items_differ");
    seen.items = {{"画面"}, {"遥控"}, {"灯泡"}};
    EXPECT_EQ(code_of(check(seen, plan, equipment, today)), "repairs.inspection.items_differ");
    seen.items = {{"画面"}, {"遥控"}};
    EXPECT_EQ(code_of(check(seen, plan, equipment, base::Date::parse("2026-01-05").value())),
              "repairs.inspection.in_future");
    equipment.kind = "音响";
    EXPECT_EQ(code_of(check(seen, plan, equipment, today)), "repairs.inspection.wrong_kind");
}

TEST(RepairStatistics, CountWhatIsJudged)
{
    std::vector<Order> orders;
    const auto add = [&](Second used, bool is_accepted) {
        Order order = repaired(an_order(), "x", "x", reported + used).value();
        orders.push_back(is_accepted ? accepted(order, true, "").value() : order);
    };
    add(24 * hour, true);
    add(24 * hour + 1, true);
    add(hour, false);
    orders.push_back(an_order());
    orders.push_back(cancelled(an_order(), "x", reported).value());
    const Statistics found = statistics(orders, {}, limit, reported + 2 * hour);
    EXPECT_EQ(found.reported, 4);
    EXPECT_EQ(found.accepted, 2);
    EXPECT_EQ(found.within, 1);
    EXPECT_EQ(found.late, 1);
    EXPECT_EQ(found.open, 1);
    EXPECT_EQ(found.longest, 24 * hour + 1);
    EXPECT_EQ(found.mean, 24 * hour + 1);  // 86,400.5 s, half-up
    ASSERT_EQ(found.by_month.size(), 1U);
    EXPECT_EQ(found.by_month.front().key, "2026-01");
    EXPECT_EQ(found.by_month.front().count, 4);
}

TEST(ShippedLimit, IsADayAndSaysItsSource)
{
    EXPECT_EQ(shipped_limit().seconds, 24 * hour);
    EXPECT_EQ(shipped_limit().stopping.size(), pause_reasons.size());
    EXPECT_FALSE(shipped_limit().source.empty());
}

}  // namespace
}  // namespace repairs
