// SPDX-License-Identifier: Apache-2.0
#include "allocations/requests.h"

#include <atomic>
#include <mutex>
#include <thread>

#include "allocations/allocations.h"
#include "holdings/holdings.h"
#include "identity/identity.h"
#include "premises/premises.h"
#include "sql/tests/each_engine.h"

namespace allocations {
namespace {

constexpr int people = 8;

base::Date calendar_day(const std::string& text)
{
    return base::Date::parse(text).value();
}

premises::Area metres(const std::string& text)
{
    return premises::Area::parse(text).value();
}

template <class T>
std::string refusal_of(const base::Result<T>& result)
{
    return result ? std::string{} : result.error().code;
}

WayStep tried(Way way, StepResult result)
{
    return {way, result, calendar_day("2024-01-01"), "示例纪要", "区内三处", "面积不足"};
}

Settlement withdrawal()
{
    return {RequestOutcome::withdrawn, calendar_day("2024-01-01"), "机构调整"};
}

// On 2024-01-01: 示例单位 may have 108.00 of offices and has 80.00; 102 to 105 are nobody's.
class RequestsTest : public sql::EachEngine {
protected:
    std::vector<std::span<const sql::Migration>> slices() const override
    {
        return {identity::migrations(), premises::migrations(), migrations(), holdings::migrations()};
    }

    void SetUp() override
    {
        EachEngine::SetUp();
        if (IsSkipped()) return;
        actor.org = identity::Organisations{*db, clock}.create(actor, {{}, "示例中心", "420112", "示例区"})->id;
        premises::Estate building;
        building.code = "FW-1";
        building.name = "示例楼";
        building.title.status = premises::TitleStatus::registered;
        ASSERT_EQ(refusal_of(premises::Premises(*db, clock).record(actor, building)), "");
        std::vector<premises::Room> rooms;
        for (const auto& [number, area, unit] : {std::tuple{"101", "80", "示例单位"}, std::tuple{"102", "18", ""},
                                                 std::tuple{"103", "9.5", ""}, std::tuple{"104", "28.01", ""}}) {
            premises::Room room{"FW-1", number};
            room.usable = metres(area);
            room.unit = unit;
            rooms.push_back(room);
        }
        rooms.push_back({"FW-1", "105", 1, "", premises::RoomUse::service, metres("10")});
        ASSERT_EQ(refusal_of(premises::Premises(*db, clock).change_rooms(actor, "FW-1", rooms)), "");
        Unit unit;
        unit.establishment.unit = "示例单位";
        unit.establishment.ranks = {{"正科级", 1}, {"科级以下", 10}};
        unit.valid_from = calendar_day("2023-01-01");
        ASSERT_EQ(refusal_of(Allocations(*db, clock).record(actor, unit)), "");
    }

    Requests requests() { return {*db, clock}; }
    Allocations allocations() { return {*db, clock}; }

    Request wanted(const std::string& area) const
    {
        Request request{"", "示例单位", calendar_day("2024-01-01"), "新增编制", "示例函〔2024〕1号"};
        request.areas = {{premises::RoomUse::office, 2, metres(area)}};
        return request;
    }
    std::string asked(const std::string& area = "20")
    {
        const auto request = requests().ask(actor, wanted(area));
        EXPECT_TRUE(request) << request.error().code;
        return request ? request->number : "";
    }
    // Of 示例单位, signed today.
    std::string agreed(const std::string& room)
    {
        Agreement made{"", "示例单位", calendar_day("2024-01-01"), calendar_day("2024-01-01"),
                       calendar_day("2024-12-31")};
        made.rooms = {{"FW-1", room}};
        const auto agreement = allocations().sign(actor, made);
        EXPECT_TRUE(agreement) << agreement.error().code;
        return agreement ? agreement->number : "";
    }
    Settlement by_agreement(const std::string& number) const
    {
        return {RequestOutcome::satisfied, calendar_day("2024-01-01"), "", Way::reallocation, number};
    }
    std::int64_t audited()
    {
        return db
            ->query("SELECT COUNT(*) AS records FROM identity_audit WHERE org_id = :org_id", {{"org_id", actor.org}})
            .front()
            .integer("records");
    }

    base::FixedClock clock{1'704'067'200'000};
    base::Actor actor{base::OrgId{}, "tester", "test", {}, true};
};

TEST_P(RequestsTest, ARequestKeepsWhatTheUnitIsEntitledToAndHas)
{
    RoomUse use{0, "R-1", "正科级", "示例单位"};
    use.building = "FW-1";
    use.room = "101";
    use.started_on = calendar_day("2023-06-01");
    ASSERT_TRUE(allocations().give(actor, use));
    const std::int64_t before = audited();
    EXPECT_EQ(asked("20"), "2024-0001");
    EXPECT_EQ(audited(), before + 1);
    Unit later;
    later.establishment.unit = "示例单位";
    later.establishment.ranks = {{"科级以下", 2}};
    later.valid_from = calendar_day("2024-01-01");
    ASSERT_EQ(refusal_of(allocations().change(actor, later)), "");
    const auto request = requests().request(actor.org, "2024-0001");
    ASSERT_TRUE(request);
    const AskedArea* const offices = request->area(premises::RoomUse::office);
    EXPECT_EQ(offices->approved.to_string(), "108.00");
    EXPECT_EQ(offices->actual.to_string(), "80.00");
    EXPECT_EQ(request->area(premises::RoomUse::service)->approved.to_string(), "88.00");
    ASSERT_EQ(request->ranks.size(), 2U);
    EXPECT_EQ(request->ranks[0].persons, 1);
    EXPECT_EQ(request->ranks[1].posts, 10);
    EXPECT_FALSE(request->standard.empty() || request->standard_document.empty());
    EXPECT_EQ(refusal_of(requests().request(actor.org, "2024-0002")), "allocations.request.unknown");
}

TEST_P(RequestsTest, NothingAboveTheApprovedAreaIsAskedFor)
{
    EXPECT_EQ(refusal_of(requests().ask(actor, wanted("28.01"))), "allocations.request.over_approved");
    EXPECT_EQ(asked("20"), "2024-0001");
    EXPECT_EQ(refusal_of(requests().ask(actor, wanted("8.01"))),
              "allocations.request.over_approved");  // 20 are pending
    EXPECT_EQ(asked("8"), "2024-0002");              // no gap
    EXPECT_EQ(requests().request(actor.org, "2024-0002")->areas.front().pending, metres("20"));
    ASSERT_TRUE(requests().settle(actor, "2024-0001", withdrawal()));
    EXPECT_EQ(asked("20"), "2024-0003");
    Request earlier = wanted("0.01");
    earlier.asked_on = calendar_day("2023-12-31");
    EXPECT_EQ(refusal_of(requests().ask(actor, earlier)), "allocations.request.over_approved");
    ASSERT_TRUE(requests().settle(actor, "2024-0002", withdrawal()));
    EXPECT_EQ(requests().ask(actor, earlier)->number, "2023-0001");
    EXPECT_EQ(requests().all(actor.org).front().number, "2024-0003");
    Request other = wanted("1");
    other.unit = "别的单位";
    EXPECT_EQ(refusal_of(requests().ask(actor, other)), "allocations.unit.unknown");
    base::Actor clerk = actor;
    clerk.unrestricted = false;
    EXPECT_EQ(refusal_of(requests().ask(clerk, wanted("0.01"))), "premises.actor.not_permitted");
    EXPECT_EQ(refusal_of(requests().settle(clerk, "2024-0003", withdrawal())), "premises.actor.not_permitted");
}

TEST_P(RequestsTest, RoomsThatSuitStandFirstAndTheClosestBeforeTheOthers)
{
    const std::string number = asked("20");
    const auto rooms = requests().search(actor.org, number);
    ASSERT_TRUE(rooms);
    std::vector<std::string> found;
    for (const FreeRoom& free : *rooms) found.push_back(free.vacant.room.number + (free.is_suitable ? "+" : ""));
    EXPECT_EQ(found, (std::vector<std::string>{"103+", "102+", "105", "104"}));
    EXPECT_EQ(rooms->front().building_name, "示例楼");
    holdings::Holdings pool{*db, clock};
    holdings::IdleDecision decision{"FW-1", "103", holdings::IdleState::offered, "", clock.today(), "示例"};
    ASSERT_TRUE(pool.decide(actor, decision));
    EXPECT_TRUE(requests().search(actor.org, number)->front().is_suitable);
    decision.state = holdings::IdleState::kept;
    ASSERT_TRUE(pool.decide(actor, decision));
    EXPECT_EQ(requests().search(actor.org, number)->front().vacant.room.number, "102");  // 103 is kept
    agreed("102");
    ASSERT_TRUE(premises::Premises(*db, clock).give_room(actor, {"FW-1", "102", clock.today(), "", "示例"}));
    EXPECT_EQ(requests().search(actor.org, number)->size(), 3U);  // an agreement has it, though nobody does
    EXPECT_FALSE(requests().search(actor.org, number)->front().is_suitable);
    EXPECT_EQ(refusal_of(requests().search(actor.org, "2024-0009")), "allocations.request.unknown");
}

TEST_P(RequestsTest, ANegativeSearchKeepsTheRoomsAndWhyNoneWasTaken)
{
    const std::string number = asked("20");
    const std::int64_t before = audited();
    const WayStep none = tried(Way::reallocation, StepResult::none);
    EXPECT_EQ(refusal_of(requests().take_step(actor, number, none, {})), "allocations.step.room_unanswered");
    EXPECT_EQ(refusal_of(requests().take_step(actor, number, none, {{"FW-1", "101", "远"}})),
              "allocations.step.room_not_offered");
    const std::vector<RefusedRoom> refused{{"FW-1", "102", "朝北"}, {"FW-1", "103", "面积不足"}};
    EXPECT_EQ(refusal_of(requests().take_step(actor, "2024-0009", none, {})), "allocations.request.unknown");
    EXPECT_EQ(audited(), before);
    ASSERT_TRUE(requests().take_step(actor, number, none, refused));
    EXPECT_EQ(audited(), before + 1);
    agreed("102");
    const auto request = requests().request(actor.org, number);
    ASSERT_EQ(request->steps.size(), 1U);
    const std::vector<OfferedRoom>& offered = request->steps[0].offered;
    ASSERT_EQ(offered.size(), 4U);  // as they were when it was recorded
    EXPECT_EQ(offered[0].refusal, "面积不足");
    EXPECT_EQ(offered[1].refusal, "朝北");
    EXPECT_FALSE(offered[3].is_suitable);
    EXPECT_EQ(request->steps[0].recorded_by, "tester");
    EXPECT_EQ(next_way(*request), Way::exchange);
}

TEST_P(RequestsTest, ARoomThatBecameFreeIsLookedAtBeforeALaterWay)
{
    const std::string number = asked("20");
    const WayStep none = tried(Way::reallocation, StepResult::none);
    const WayStep exchange = tried(Way::exchange, StepResult::none);
    std::vector<RefusedRoom> refused{{"FW-1", "102", "朝北"}, {"FW-1", "103", "面积不足"}};
    ASSERT_TRUE(requests().take_step(actor, number, none, refused));
    premises::Premises premises{*db, clock};
    std::vector<premises::Room> rooms = *premises.rooms(actor.org, "FW-1");
    rooms.push_back({"FW-1", "201", 2, "", premises::RoomUse::office, metres("20.01")});
    ASSERT_EQ(refusal_of(premises.change_rooms(actor, "FW-1", rooms)), "");
    ASSERT_TRUE(requests().take_step(actor, number, exchange, {}));  // does not suit
    rooms.back().usable = metres("20");
    ASSERT_EQ(refusal_of(premises.change_rooms(actor, "FW-1", rooms)), "");
    EXPECT_EQ(refusal_of(requests().take_step(actor, number, exchange, {})), "allocations.step.room_free");
    refused.push_back({"FW-1", "201", "离办事大厅过远"});
    ASSERT_TRUE(requests().take_step(actor, number, none, refused));
    EXPECT_EQ(refusal_of(requests().take_step(actor, number, exchange, {})), "");
}

TEST_P(RequestsTest, AnAgreementSatisfiesOneRequestOfItsUnit)
{
    const std::string number = asked("20");
    EXPECT_EQ(refusal_of(requests().settle(actor, number, by_agreement("2024-0001"))), "allocations.agreement.unknown");
    const std::string agreement = agreed("102");
    EXPECT_EQ(refusal_of(requests().settle(actor, number, by_agreement(agreement))),
              "allocations.settlement.way_not_found");
    ASSERT_TRUE(requests().take_step(actor, number, tried(Way::reallocation, StepResult::found), {}));
    Settlement stated = by_agreement(agreement);
    stated.office = metres("1");
    EXPECT_EQ(refusal_of(requests().settle(actor, number, stated)), "allocations.settlement.unexpected");
    EXPECT_EQ(refusal_of(requests().settle(actor, number, by_agreement(agreed("104")))),
              "allocations.settlement.over_approved");  // 80 + 28.01
    const auto settled = requests().settle(actor, number, by_agreement(agreement));
    ASSERT_TRUE(settled) << settled.error().code;
    EXPECT_EQ(settled->settlement->office.to_string(), "18.00");
    EXPECT_EQ(requests().request(actor.org, number)->settlement->reference, agreement);
    EXPECT_EQ(refusal_of(requests().settle(actor, number, by_agreement(agreement))), "allocations.request.settled");
    ASSERT_TRUE(allocations().end(actor, "2024-0002", calendar_day("2024-01-01")));
    const std::string second = asked("1");
    ASSERT_TRUE(requests().take_step(actor, second, tried(Way::reallocation, StepResult::found), {}));
    EXPECT_EQ(refusal_of(requests().settle(actor, second, by_agreement(agreement))),
              "allocations.settlement.agreement_taken");
    EXPECT_EQ(refusal_of(requests().settle(actor, second, by_agreement("2024-0002"))), "allocations.agreement.ended");
}

TEST_P(RequestsTest, AnAgreementOfAnotherUnitOrFromBeforeDoesNot)
{
    Unit other;
    other.establishment.unit = "另一单位";
    other.establishment.ranks = {{"科级以下", 10}};
    other.valid_from = calendar_day("2023-01-01");
    ASSERT_EQ(refusal_of(allocations().record(actor, other)), "");
    const std::string number = asked("20");
    ASSERT_TRUE(requests().take_step(actor, number, tried(Way::reallocation, StepResult::found), {}));
    Agreement made{"", "另一单位", calendar_day("2024-01-01"), calendar_day("2024-01-01"), calendar_day("2024-12-31")};
    made.rooms = {{"FW-1", "102"}};
    ASSERT_EQ(allocations().sign(actor, made)->number, "2024-0001");
    EXPECT_EQ(refusal_of(requests().settle(actor, number, by_agreement("2024-0001"))),
              "allocations.settlement.agreement_of_other");
    made.unit = "示例单位";
    made.rooms = {{"FW-1", "103"}};
    made.signed_on = calendar_day("2023-12-31");
    ASSERT_EQ(allocations().sign(actor, made)->number, "2023-0001");
    EXPECT_EQ(refusal_of(requests().settle(actor, number, by_agreement("2023-0001"))),
              "allocations.settlement.agreement_before_request");
}

TEST_P(RequestsTest, MeasuresSeeWhatWasAskedForAndHowItEnded)
{
    EXPECT_EQ(refusal_of(requests().records(actor.org)), "allocations.records.nothing_recorded");
    Request earlier = wanted("20");
    earlier.asked_on = calendar_day("2023-12-30");
    ASSERT_EQ(requests().ask(actor, earlier)->number, "2023-0001");
    ASSERT_TRUE(requests().settle(actor, "2023-0001", withdrawal()));
    EXPECT_EQ(asked("8.5"), "2024-0001");
    const auto records = requests().records(actor.org);
    ASSERT_TRUE(records);
    ASSERT_EQ(records->rows.size(), 2U);
    const auto cell = [&](std::size_t row, const char* column) {
        return base::to_string(records->rows[row].cells.at(records->column(column).value()));
    };
    EXPECT_EQ(records->columns.at(records->period_column.value()).name, "申请日期");
    EXPECT_EQ(cell(0, "申请面积"), "8.50");
    EXPECT_EQ(cell(0, "办结日期"), "");
    EXPECT_EQ(cell(1, "办理状态"), "已撤回");
    EXPECT_EQ(cell(1, "办理天数"), "2");
    EXPECT_EQ(cell(1, "办结日期"), "2024-01-01");
    EXPECT_EQ(cell(1, "配置面积"), "0.00");
}

TEST_P(RequestsTest, TheDatabaseKeepsTheOrderAndWhatWasRecorded)
{
    const std::string number = asked("20");
    const auto insert = [&](const std::string& way, int position) {
        db->execute(
            "INSERT INTO allocations_request_step (org_id, number, position, way, result, taken_on, document, "
            "searched, reason, application, approval, finance, government, project, recorded_by) VALUES "
            "(:org_id, :number, :position, :way, 'none', '2024-01-01', 'x', 'x', 'x', '', '', '', '', '', 'x')",
            {{"org_id", actor.org}, {"number", number}, {"position", position}, {"way", way}});
    };
    EXPECT_THROW(insert("exchange", 1), sql::SqlError);
    EXPECT_THROW(insert("lease", 1), sql::SqlError);
    insert("reallocation", 1);
    EXPECT_THROW(insert("lease", 2), sql::SqlError);
    insert("exchange", 2);
    EXPECT_THROW(insert("construction", 3), sql::SqlError);
    insert("lease", 3);
    insert("construction", 4);
    for (const char* const change :
         {"UPDATE allocations_request_step SET result = 'found'", "DELETE FROM allocations_request_step",
          "UPDATE allocations_request SET unit = 'x'", "UPDATE allocations_request_area SET rooms = 9",
          "DELETE FROM allocations_request_rank"})
        EXPECT_THROW(db->execute(change), sql::SqlError) << change;
    ASSERT_TRUE(requests().settle(actor, number, withdrawal()));
    EXPECT_THROW(insert("reallocation", 5), sql::SqlError);
    EXPECT_THROW(db->execute("DELETE FROM allocations_request_settlement"), sql::SqlError);
    EXPECT_EQ(refusal_of(requests().take_step(actor, number, tried(Way::reallocation, StepResult::found), {})),
              "allocations.request.settled");
}

TEST_P(RequestsTest, OfManyWhoEndARequestAtOnceOneSucceeds)
{
    const std::string number = asked("20");
    std::atomic<int> ended_by = 0;
    std::atomic<int> refused = 0;
    std::atomic<int> other = 0;
    std::mutex one_writer;
    std::vector<std::thread> running;
    const auto settle = [&](sql::Connection& connection) {
        const auto outcome = Requests{connection, clock}.settle(actor, number, withdrawal());
        ++(outcome ? ended_by : outcome.error().code == "allocations.request.settled" ? refused : other);
    };
    for (int hand = 0; hand < people; ++hand)
        running.emplace_back([&] {
            if (many_connections()) return settle(*open());
            const std::lock_guard guard{one_writer};
            settle(*db);
        });
    for (std::thread& thread : running) thread.join();
    EXPECT_EQ(ended_by, 1);
    EXPECT_EQ(refused, people - 1);
    EXPECT_EQ(other, 0);
}

MINGJI_EACH_ENGINE(RequestsTest);

}  // namespace
}  // namespace allocations
