// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <gtest/gtest.h>

#include "identity/identity.h"
#include "meetings/meetings.h"
#include "repairs/core/statistics.h"
#include "repairs/repairs.h"
#include "sql/tests/each_engine.h"

namespace repairs {
namespace {

// Orders of every state whose time is over, just not over, or stood still for a while.
class OrderQuestions : public sql::EachEngine {
protected:
    static constexpr Second hour = 3'600;
    static constexpr Second reported = 1'767'574'800;  // 2026-01-05 09:00 of the office
    static constexpr Second now = reported + 40 * hour;
    inline static const Limit limit{
        24 * hour, {PauseReason::waiting_for_parts, PauseReason::asked_by_reporter}, "示例"};

    std::vector<std::span<const sql::Migration>> slices() const override
    {
        return {identity::migrations(), meetings::migrations(), migrations()};
    }

    void SetUp() override
    {
        EachEngine::SetUp();
        if (IsSkipped()) return;
        base::Actor officer{base::OrgId{}, "officer", "test", {}, true};
        officer.org = org =
            identity::Organisations{*db, clock}.create(officer, {{}, "示例中心", "420112", "示例区"})->id;
        ASSERT_TRUE(Repairs(*db, clock, "").record(officer, Equipment{"E", "示例", "投影", "", "示例楼"}));
        using enum PauseReason;
        const std::vector<std::vector<Pause>> pauses{
            {},
            {{reported + hour, reported + 17 * hour, waiting_for_parts, ""}},
            {{reported + hour, reported + 17 * hour - 1, waiting_for_parts, ""}},
            {{reported + hour, reported + 17 * hour, room_in_use, ""}},
            {{reported - 20 * hour, reported + hour, waiting_for_parts, ""}},
            {{reported - hour, reported + 8 * hour, waiting_for_parts, ""},
             {reported + 10 * hour, reported + 11 * hour, meeting_in_progress, ""},
             {reported + 12 * hour, reported + 50 * hour, asked_by_reporter, ""}}};
        for (const auto& state : states)
            for (const auto& some : pauses) add(state.value, some);
        for (const auto& some : pauses) add(State::paused, some, PauseReason::waiting_for_parts);
        for (const auto& some : pauses) add(State::paused, some, PauseReason::room_in_use);
    }
    void add(State state, std::vector<Pause> pauses, std::optional<PauseReason> going_on = {})
    {
        Order order;
        order.state = state;
        order.fault = order.place = order.reported_by = order.reason = "示例";
        if (added % 2 == 0) order.equipment = "E";
        order.source = added % 3 == 0 ? Source::qr : Source::person;
        order.reported = reported + added / 8;  // some at once
        order.pauses = std::move(pauses);
        const Second last = order.pauses.empty() ? 0 : *order.pauses.back().until;
        if (going_on) order.pauses.push_back({std::max(last, reported + 20 * hour), {}, *going_on, ""});
        const bool is_repaired = state == State::repaired || state == State::accepted;
        for (const Second used : {24 * hour, 24 * hour + 1, 40 * hour, 60 * hour}) {
            if (is_repaired) order.repaired = order.reported + used;
            OrderStore{*db, org}.add(order, {});
            if (!is_repaired) break;
        }
        ++added;
    }
    static std::vector<std::string> numbers_of(const std::vector<Order>& orders)
    {
        std::vector<std::string> numbers;
        for (const Order& order : orders) numbers.push_back(order.number);
        return numbers;
    }
    OrderStore store() { return {*db, org}; }

    int added = 0;
    base::OrgId org;
    base::FixedClock clock{now * 1'000};
};

// The statement and the core say the same of every order at every moment.
TEST_P(OrderQuestions, ReadAClockAsTheCoreDoes)
{
    const std::vector<Order> all = store().list({});
    for (const Second at : {now, reported + 24 * hour, reported + 24 * hour + 1, reported + 40 * hour + 1, reported})
        for (const auto& state : clock_states) {
            std::vector<Order> expected;
            for (const Order& order : all)
                if (clock_of(order, limit, at).state == state.value) expected.push_back(order);
            OrderQuestion question;
            question.clock = ClockAsked{state.value, at, limit};
            EXPECT_EQ(numbers_of(store().list(question)), numbers_of(expected))
                << state.word << " at " << at - reported;
            EXPECT_EQ(store().count(question), static_cast<std::int64_t>(expected.size())) << state.word;
            EXPECT_TRUE(at != now || !expected.empty()) << state.word;
        }
}

TEST_P(OrderQuestions, AreTheListsBehindTheNumbers)
{
    const Statistics numbers = statistics(store().list({}), {{"E", "投影"}}, limit, now);
    OrderQuestion question;
    question.scope = Scope::counted;
    EXPECT_EQ(store().count(question), numbers.reported);
    question.scope = Scope::unrepaired;
    EXPECT_EQ(store().count(question), numbers.open);
    question.scope = Scope::counted;
    question.without_equipment = true;
    ASSERT_EQ(numbers.by_kind.size(), 2U);
    EXPECT_EQ(store().count(question), numbers.by_kind.front().count);
    question.clock = ClockAsked{ClockState::late, now, limit};
    EXPECT_EQ(store().count(question), numbers.by_kind.front().late);
    question.without_equipment = false;
    question.kind = "投影";
    EXPECT_EQ(store().count(question), numbers.by_kind.back().late);
}

TEST_P(OrderQuestions, HavePagesThatFollowOneAnother)
{
    OrderQuestion question;
    question.clock = ClockAsked{ClockState::late, now, limit};
    const std::vector<std::string> all = numbers_of(store().list(question));
    const Repairs repairs{*db, clock, ""};
    std::vector<std::string> found;
    std::optional<OrderPlace> behind;
    for (bool has_next = true; has_next;) {
        const OrderPage page = repairs.order_page(org, question, behind, 3);
        ASSERT_FALSE(page.orders.empty());
        EXPECT_EQ(page.count, static_cast<std::int64_t>(all.size()));
        for (const std::string& number : numbers_of(page.orders)) found.push_back(number);
        behind = OrderPlace{page.orders.back().reported, page.orders.back().number};
        has_next = page.has_next;
    }
    EXPECT_EQ(found, all);
    EXPECT_FALSE(repairs.order_page(org, question, {}, all.size()).has_next);
    EXPECT_TRUE(repairs.order_page(org, question, {}, all.size() - 1).has_next);
}

MINGJI_EACH_ENGINE(OrderQuestions);

}  // namespace
}  // namespace repairs
