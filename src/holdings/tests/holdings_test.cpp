// SPDX-License-Identifier: Apache-2.0
#include "holdings/tests/holdings_fixture.h"

namespace holdings {
namespace {

TEST_P(HoldingsTest, WhatIsSentTwiceIsCountedOnce)
{
    ASSERT_EQ(code_of(holdings().open(actor, asked())), "");
    EXPECT_EQ(code_of(holdings().open(actor, asked())), "holdings.stocktake.code_taken");
    const std::int64_t before = audited();
    const auto sent = holdings().count(actor, "PD-1", {seen("a", "101", "甲"), seen("b", "999", "")});
    ASSERT_TRUE(sent);
    EXPECT_FALSE(sent->at(0).refusal || sent->at(1).refusal);
    EXPECT_FALSE(holdings().count(actor, "PD-1", {seen("a", "101", "甲")})->front().refusal);
    EXPECT_EQ(audited(), before + 1);
    const auto other = holdings().count(actor, "PD-1", {seen("a", "101", "乙"), seen("c d", "101", "乙")});
    ASSERT_TRUE(other->at(0).refusal && other->at(1).refusal);
    EXPECT_EQ(other->at(0).refusal->code, "holdings.entry.id_taken");
    EXPECT_EQ(other->at(1).refusal->code, "holdings.entry.id_malformed");
    const auto file = holdings().stocktake(actor.org, "PD-1");
    ASSERT_EQ(file->lines.size(), 3U);
    EXPECT_EQ(file->lines[0].outcome, Outcome::matching);
    EXPECT_EQ(file->lines[1].outcome, Outcome::missing);
    EXPECT_EQ(file->lines[2].outcome, Outcome::unlisted);
    EXPECT_EQ(file->sums[1].area_dm2, 2050);
}

TEST_P(HoldingsTest, AClosedResultStandsWhateverTheRegisterSaysLater)
{
    EXPECT_EQ(code_of(holdings().reconcile(actor.org, ReconciliationKind::stock)),
              "holdings.reconciliation.no_stocktake");
    ASSERT_EQ(code_of(holdings().open(actor, asked())), "");
    ASSERT_TRUE(holdings().count(actor, "PD-1", {seen("a", "101", "甲"), seen("b", "102", "")}));
    ASSERT_EQ(code_of(holdings().close(actor, "PD-1")), "");
    EXPECT_EQ(code_of(holdings().close(actor, "PD-1")), "holdings.stocktake.closed");
    EXPECT_EQ(code_of(holdings().count(actor, "PD-1", {seen("c", "101", "甲")})), "holdings.stocktake.closed");
    EXPECT_EQ(code_of(holdings().count(actor, "PD-2", {})), "holdings.stocktake.unknown");
    EXPECT_EQ(holdings().reconcile(actor.org, ReconciliationKind::stock)->lines[1].reason, Difference::same);
    premises::Premises premises{*db, clock};
    ASSERT_EQ(code_of(premises.give_room(actor, {"FW-1", "102", on("2024-04-01"), "乙"})), "");
    EXPECT_EQ(holdings().stocktake(actor.org, "PD-1")->lines[1].outcome, Outcome::matching);
    EXPECT_EQ(holdings().reconcile(actor.org, ReconciliationKind::stock)->lines[1].reason, Difference::unit);
    for (const char* const change : {"UPDATE holdings_entry SET unit = '乙'", "DELETE FROM holdings_line",
                                     "UPDATE holdings_stocktake SET closed_on = NULL"})
        EXPECT_THROW(db->execute(change), sql::SqlError) << change;
    EXPECT_EQ(holdings().reconcile(actor.org, ReconciliationKind::title)->lines[0].reason, Difference::holder);
}

TEST_P(HoldingsTest, AnIdleRoomIsOfferedBeforeItIsLet)
{
    EXPECT_EQ(holdings().idle(actor.org, 90).rooms.size(), 1U);
    EXPECT_TRUE(holdings().idle(actor.org, 91).rooms.empty());
    IdleDecision decision{"FW-1", "102", IdleState::let, "", on("2024-04-01"), "示例文"};
    EXPECT_EQ(code_of(holdings().decide(actor, decision)), "holdings.idle.not_offered");
    decision.state = IdleState::offered;
    ASSERT_EQ(code_of(holdings().decide(actor, decision)), "");
    EXPECT_EQ(code_of(holdings().decide(actor, decision)), "holdings.idle.same_state");
    decision.state = IdleState::transferred;
    EXPECT_EQ(code_of(holdings().decide(actor, decision)), "holdings.idle.unit_missing");
    decision.unit = "乙";
    decision.day = on("2024-03-31");
    EXPECT_EQ(code_of(holdings().decide(actor, decision)), "holdings.idle.before_last");
    decision.day = on("2024-04-01");
    ASSERT_EQ(code_of(holdings().decide(actor, decision)), "");
    EXPECT_TRUE(holdings().idle(actor.org, 0).rooms.empty());
    EXPECT_EQ(premises::Premises(*db, clock).rooms(actor.org, "FW-1")->at(1).unit, "乙");
    EXPECT_EQ(code_of(holdings().decide(actor, decision)), "holdings.idle.room_not_vacant");
}

TEST_P(HoldingsTest, ChangesNeedTheirPermission)
{
    base::Actor clerk = actor;
    clerk.unrestricted = false;
    EXPECT_EQ(code_of(holdings().open(clerk, asked())), "holdings.actor.not_permitted");
    EXPECT_EQ(code_of(holdings().count(clerk, "PD-1", {})), "holdings.actor.not_permitted");
    EXPECT_EQ(code_of(holdings().close(clerk, "PD-1")), "holdings.actor.not_permitted");
    EXPECT_EQ(code_of(holdings().decide(clerk, {})), "holdings.actor.not_permitted");
}

TEST_P(HoldingsTest, RefusesAStocktakeThatSaysTooLittle)
{
    const auto refused = [&](auto change) {
        Stocktake wrong = asked();
        change(wrong);
        return code_of(holdings().open(actor, wrong));
    };
    EXPECT_EQ(refused([](Stocktake& one) { one.code = ""; }), "holdings.stocktake.code_empty");
    EXPECT_EQ(refused([](Stocktake& one) { one.name = ""; }), "holdings.stocktake.name_empty");
    EXPECT_EQ(refused([](Stocktake& one) { one.buildings = {}; }), "holdings.stocktake.buildings_missing");
    EXPECT_EQ(refused([](Stocktake& one) { one.buildings = {"FW-1", "FW-1"}; }), "holdings.stocktake.building_twice");
    EXPECT_EQ(refused([](Stocktake& one) { one.buildings = {"FW-9"}; }), "holdings.stocktake.building_unknown");
    EXPECT_EQ(refused([](Stocktake& one) { one.opened_on = on("2024-04-02"); }), "holdings.stocktake.in_future");
    EXPECT_EQ(refused([](Stocktake& one) { one.opened_on = on("2024-04-01"); }), "");
    Estate empty;
    empty.code = "FW-2";
    empty.name = "示例空楼";
    empty.title.status = premises::TitleStatus::registered;
    ASSERT_EQ(code_of(premises::Premises(*db, clock).record(actor, empty)), "");
    EXPECT_EQ(refused([](Stocktake& one) { one.code = "PD-2", one.buildings = {"FW-2"}; }),
              "holdings.stocktake.no_rooms");
    const auto nameless = holdings().count(actor, "PD-1", {seen("a", "", "甲")});
    ASSERT_TRUE(nameless && nameless->front().refusal);
    EXPECT_EQ(nameless->front().refusal->code, "holdings.entry.room_missing");
}

TEST_P(HoldingsTest, HandsItsRecordsToMeasures)
{
    EXPECT_EQ(code_of(holdings().reconcile(actor.org, ReconciliationKind::ledger)),
              "holdings.reconciliation.no_ledger");
    EXPECT_EQ(code_of(holdings().records(actor.org, "没有")), "holdings.records.unknown_collection");
    EXPECT_EQ(code_of(holdings().records(actor.org, "盘点")), "holdings.records.nothing_recorded");
    EXPECT_EQ(code_of(Holdings(*db, early).records(actor.org, "闲置")), "holdings.records.nothing_recorded");
    const auto idle = holdings().records(actor.org, "闲置");
    ASSERT_TRUE(idle);
    ASSERT_EQ(idle->rows.size(), 1U);
    EXPECT_EQ(base::to_string(idle->rows[0].cells[*idle->column("闲置天数")]), "91");
    EXPECT_EQ(base::to_string(idle->rows[0].cells[*idle->column("闲置面积")]), "20.50");
    ASSERT_EQ(code_of(holdings().open(actor, asked())), "");
    ASSERT_TRUE(holdings().count(actor, "PD-1", {seen("a", "101", "乙")}));
    EXPECT_EQ(code_of(holdings().records(actor.org, "盘点")), "holdings.records.nothing_recorded");
    ASSERT_EQ(code_of(holdings().close(actor, "PD-1")), "");
    const auto counted = holdings().records(actor.org, "盘点");
    ASSERT_TRUE(counted);
    ASSERT_EQ(counted->rows.size(), 2U);
    EXPECT_EQ(base::to_string(counted->rows[0].cells[*counted->column("盘点结果")]), "在别处");
    EXPECT_EQ(base::to_string(counted->rows[1].cells[*counted->column("盘点结果")]), "缺失");
}

TEST(Decide, RefusesWhatHasNoPaperNoNeedOrNoDayYet)
{
    IdleRoom room;
    room.vacant_since = on("2024-01-01");
    IdleDecision next{"FW-1", "102", IdleState::offered, "", on("2024-04-01"), "示例文"};
    const base::Date today = on("2024-04-01");
    EXPECT_EQ(code_of(check_decision(room, next, today)), "");
    EXPECT_EQ(code_of(check_decision(room, next, on("2024-03-31"))), "holdings.idle.in_future");
    next.document = "";
    EXPECT_EQ(code_of(check_decision(room, next, today)), "holdings.idle.document_missing");
    next.unit = "乙";
    EXPECT_EQ(code_of(check_decision(room, next, today)), "holdings.idle.unit_unexpected");
    EXPECT_FALSE(is_idle(on("2024-01-01"), on("2024-03-31"), 90));
    EXPECT_TRUE(is_idle(on("2024-01-01"), today, 90));
}

TEST(Compare, OneHundredthOfASquareMetreIsADifference)
{
    const auto rooms = [](std::int64_t theirs) {
        return compare_rooms({{"FW-1", "101", "甲", 1000}}, {{"FW-1", "101", "甲", theirs}}).front().reason;
    };
    EXPECT_EQ(rooms(1000), Difference::same);
    EXPECT_EQ(rooms(1001), Difference::area);
    EXPECT_EQ(rooms(999), Difference::area);
    const auto titles = [](std::int64_t measured) {
        return compare_titles({{"FW-1", "甲", true, "示例局", "示例证", 10'050, measured}}).front().reason;
    };
    EXPECT_EQ(titles(10'050), Difference::same);
    EXPECT_EQ(titles(10'051), Difference::area);
    EXPECT_EQ(titles(10'049), Difference::area);
}

TEST(Judge, FindingsThatDifferAreADuplicate)
{
    const std::vector<ExpectedRoom> expected{{"FW-1", "楼", "101", 1, "甲", 100}};
    EXPECT_EQ(judge(expected, {seen("a", "101", "甲"), seen("b", "101", "甲")}).size(), 1U);
    const auto twice = judge(expected, {seen("a", "101", "甲"), seen("b", "101", "乙")});
    ASSERT_EQ(twice.size(), 2U);
    EXPECT_EQ(twice[0].outcome, Outcome::duplicate);
    EXPECT_EQ(judge(expected, {seen("a", "101", "")}).front().outcome, Outcome::elsewhere);
}

TEST(CountedAt, IsAnInstantOfUniversalTime)
{
    EXPECT_EQ(milliseconds_of("1970-01-01T00:00:01.250Z").value(), 1'250);
    for (const char* const wrong : {"", "2026-11-26T01:00:00", "2026-11-26T01:00:00.5Z", "2026-13-26T01:00:00Z"})
        EXPECT_EQ(code_of(milliseconds_of(wrong)), "holdings.entry.time_malformed") << wrong;
}

Lease let(const std::string& code)
{
    Lease lease;
    lease.code = code;
    lease.kind = LeaseKind::out;
    lease.party = "示例公司";
    lease.building = "FW-1";
    lease.area_dm2 = 30'000;
    lease.approval = "示例批〔2024〕1号";
    lease.from = on("2024-01-01");
    lease.until = on("2024-12-30");  // 365 days of a leap year
    lease.yearly = base::Money::from_fen(3'650'000);
    return lease;
}

TEST_P(HoldingsTest, ALeaseHasItsApprovalAndKeepsWhatItSaid)
{
    Lease lease = let("ZL-1");
    lease.approval.clear();
    EXPECT_EQ(code_of(holdings().record(actor, lease)), "holdings.lease.approval_missing");
    EXPECT_THROW(
        db->execute("INSERT INTO holdings_lease (org_id, code, version, kind, party, building, address, area_dm2,"
                    " approval, from_on, until_on, yearly_fen, note, recorded_by) VALUES (:org_id, 'x', 1, 'in',"
                    " 'x', 'x', '', 1, '', '2024-01-01', '2024-01-01', 0, '', 'x')",
                    {{"org_id", actor.org}}),
        sql::SqlError);
    lease = let("ZL-1");
    lease.building = "FW-9";
    EXPECT_EQ(code_of(holdings().record(actor, lease)), "holdings.lease.building_unknown");
    const std::int64_t before = audited();
    ASSERT_EQ(code_of(holdings().record(actor, let("ZL-1"))), "");
    EXPECT_EQ(code_of(holdings().record(actor, let("ZL-1"))), "holdings.lease.code_taken");
    lease = let("ZL-1");
    lease.until = on("2023-12-31");
    EXPECT_EQ(code_of(holdings().change(actor, lease)), "holdings.lease.ends_before_start");
    lease.until = lease.from;
    ASSERT_EQ(code_of(holdings().change(actor, lease)), "");
    EXPECT_EQ(code_of(holdings().change(actor, lease)), "holdings.lease.changed");
    EXPECT_EQ(audited(), before + 2);
    EXPECT_EQ(holdings().lease(actor.org, "ZL-1")->lease.version, 2);
    EXPECT_EQ(holdings().leases(actor.org).size(), 1U);
    lease.version = 2;
    lease.kind = LeaseKind::in;
    EXPECT_EQ(code_of(holdings().change(actor, lease)), "holdings.lease.other_kind");
    for (const char* const change : {"UPDATE holdings_lease SET party = 'x'", "DELETE FROM holdings_lease"})
        EXPECT_THROW(db->execute(change), sql::SqlError) << change;
}

TEST_P(HoldingsTest, IncomeGoesToTheTreasuryAndIsNeverMoreThanTheContract)
{
    ASSERT_EQ(code_of(holdings().record(actor, let("ZL-1"))), "");
    const auto fen = [](std::int64_t amount) { return base::Money::from_fen(amount); };
    // 2024-04-01 is the 92nd day: 100 yuan a day.
    EXPECT_EQ(holdings().lease(actor.org, "ZL-1")->due, fen(920'000));
    EXPECT_EQ(yearly_per_m2(let("ZL-1")), fen(12'167));  // 121.666… yuan
    LeaseIncome income{on("2024-04-01"), fen(3'650'000), "示例缴款书1", ""};
    ASSERT_EQ(code_of(holdings().pay(actor, "ZL-1", income)), "");
    income.amount = fen(1);
    EXPECT_EQ(code_of(holdings().pay(actor, "ZL-1", income)), "holdings.income.beyond_contract");
    income.amount = fen(-3'650'001);
    EXPECT_EQ(code_of(holdings().pay(actor, "ZL-1", income)), "holdings.income.below_zero");
    income.amount = fen(-3'650'000);
    ASSERT_EQ(code_of(holdings().pay(actor, "ZL-1", income)), "");
    EXPECT_EQ(holdings().lease(actor.org, "ZL-1")->paid, fen(0));
    income.amount = fen(0);
    EXPECT_EQ(code_of(holdings().pay(actor, "ZL-1", income)), "holdings.income.amount_zero");
    income = {on("2024-04-02"), fen(1), "x", ""};
    EXPECT_EQ(code_of(holdings().pay(actor, "ZL-1", income)), "holdings.income.in_future");
    EXPECT_EQ(code_of(holdings().pay(actor, "ZL-2", income)), "holdings.lease.unknown");
    EXPECT_THROW(db->execute("DELETE FROM holdings_lease_income"), sql::SqlError);
    const auto records = holdings().records(actor.org, "租赁");
    ASSERT_EQ(code_of(records), "");
    EXPECT_EQ(base::to_string(records->rows[0].cells[9]), "9200.00");
    Lease rented = let("ZL-3");
    rented.kind = LeaseKind::in;
    ASSERT_EQ(code_of(holdings().record(actor, rented)), "");
    EXPECT_EQ(code_of(holdings().pay(actor, "ZL-3", {on("2024-04-01"), fen(1), "x", ""})), "holdings.income.of_rented");
}

MINGJI_EACH_ENGINE(HoldingsTest);

}  // namespace
}  // namespace holdings
