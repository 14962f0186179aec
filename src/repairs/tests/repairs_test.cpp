// SPDX-License-Identifier: Apache-2.0
#include "repairs/repairs.h"

#include <atomic>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include <unistd.h>

#include <gtest/gtest.h>

#include "identity/identity.h"
#include "meetings/meetings.h"
#include "repairs/tests/pictures.h"
#include "repairs/tests/reading.h"
#include "sql/database.h"
#include "sql/tests/each_engine.h"

namespace repairs {
namespace {

constexpr std::int64_t hour_ms = 3'600'000;

// Meeting rooms A and B, a projector in A and a plan for it, on each engine, on Monday 2026-01-05 at nine.
class RepairsTest : public sql::EachEngine {
protected:
    std::vector<std::span<const sql::Migration>> slices() const override
    {
        return {identity::migrations(), meetings::migrations(), migrations()};
    }

    void SetUp() override
    {
        EachEngine::SetUp();
        if (IsSkipped()) return;
        data = std::filesystem::temp_directory_path() / ("repairs_" + std::to_string(::getpid()));
        std::filesystem::create_directories(data);
        officer.org = identity::Organisations{*db, clock}.create(officer, {{}, "示例中心", "420112", "示例区"})->id;
        clerk.org = second.org = officer.org;
        for (const char* const code : {"A", "B"}) {
            meetings::Room room;
            room.code = room.name = code;
            room.seats = 20;
            ASSERT_EQ(code_of(meetings::Meetings(*db, clock).record(officer, room)), "");
        }
        ASSERT_EQ(code_of(repairs().record(officer, Equipment{"E", "示例投影", "投影", "A"})), "");
        ASSERT_EQ(code_of(repairs().record(officer, plan())), "");
    }
    void TearDown() override { std::filesystem::remove_all(data); }

    static Plan plan()
    {
        return {"P", "示例计划", "投影", 30, base::Date::parse("2026-01-05").value(), {"画面", "遥控"}};
    }
    Repairs repairs() { return {*db, clock, data}; }
    Order reported()
    {
        NewOrder asked;
        asked.order.equipment = "E";
        asked.order.fault = "画面偏色";
        const auto order = repairs().report(clerk, asked);
        EXPECT_EQ(code_of(order), "");
        return order ? *order : Order{};
    }
    std::string label() { return repairs().report_code(officer, "E").value(); }
    PublicReport by_label(char id) { return {label(), std::string(32, id), "没有声音", "示例电话"}; }
    std::filesystem::path picture()
    {
        auto file = data / "picture";
        std::ofstream{file, std::ios::binary} << jpeg(jpeg_segment('\xfe', "示例地点"), std::to_string(photos++));
        return file;
    }
    std::string photo() { return repairs().keep_photo(clerk, picture())->photo; }
    auto photo_by_label(char id, const std::filesystem::path& file)
    {
        return repairs::photo_by_label(*db, clock, data, {label(), std::string(32, id), file});
    }
    auto photo_by_label(char id) { return photo_by_label(id, picture()); }
    std::int64_t audited()
    {
        return db->query("SELECT COUNT(*) AS n FROM identity_audit WHERE org_id = :org_id", {{"org_id", officer.org}})
            .front()
            .integer("n");
    }

    int photos = 0;
    std::filesystem::path data;
    base::FixedClock clock{1'767'574'800'000};
    base::Actor officer{base::OrgId{}, "officer", "test", {}, true};
    base::Actor second{base::OrgId{}, "second", "test", {}, true};
    base::Actor clerk{base::OrgId{}, "clerk", "test", {"repairs.read", "repairs.report"}, false};
};

TEST_P(RepairsTest, AnOrderIsWorkedOnAndAcceptedBySomebodyElse)
{
    const std::int64_t before = audited();
    const Order order = reported();
    EXPECT_EQ(order.number, "BX2026-0001");
    EXPECT_EQ(order.room, "A");
    EXPECT_EQ(code_of(repairs().pause(clerk, order.number, 1, PauseReason::room_in_use, "")),
              "repairs.actor.not_permitted");
    EXPECT_EQ(code_of(repairs().pause(officer, order.number, 1, PauseReason::waiting_for_parts, "灯泡")), "");
    EXPECT_EQ(code_of(repairs().resume(officer, order.number, 1)), "repairs.order.changed");
    clock.advance(30 * hour_ms);
    EXPECT_EQ(code_of(repairs().resume(officer, order.number, 2)), "");
    clock.advance(hour_ms);
    EXPECT_EQ(code_of(repairs().repair(officer, order.number, 3, "换灯泡", "示例维修单位")), "");
    EXPECT_EQ(code_of(repairs().accept(officer, order.number, 4, true, "")), "repairs.order.own_repair");
    EXPECT_EQ(code_of(repairs().accept(second, order.number, 4, true, "")), "");
    EXPECT_EQ(audited() - before, 5);
    const OrderFile file = repairs().order(officer.org, order.number).value();
    EXPECT_EQ(file.order.state, State::accepted);
    EXPECT_EQ(file.order.pauses.size(), 1U);
    EXPECT_EQ(file.steps.size(), 5U);
    const base::Records records = repairs().records(officer.org, "报修单").value();
    ASSERT_EQ(records.rows.size(), 1U);
    EXPECT_EQ(base::to_string(records.rows[0].cells[records.column("用时").value()]), "60");
    EXPECT_EQ(base::to_string(records.rows[0].cells[records.column("24小时内").value()]), "是");
    EXPECT_EQ(base::to_string(records.rows[0].cells[records.column("报修时间").value()]), "2026-01-05 09:00:00");
}

TEST_P(RepairsTest, WhatFailsBecomesAnOrderWithItsNoteAndItsPhotos)
{
    Inspection seen{"", "E", "P", clock.today(), "", 0, {{"画面"}, {"遥控"}}};
    seen.items[1] = {"遥控", Result::failed, "没有电池", {photo(), photo()}, ""};
    const auto inspection = repairs().inspect(officer, seen);
    ASSERT_EQ(code_of(inspection), "");
    EXPECT_EQ(inspection->number, "JC2026-0001");
    EXPECT_EQ(inspection->items[0].order, "");
    const OrderFile file = repairs().order(officer.org, inspection->items[1].order).value();
    EXPECT_EQ(file.order.fault, "遥控：没有电池");
    EXPECT_EQ(file.order.source, Source::inspection);
    ASSERT_EQ(file.photos.size(), 2U);
    EXPECT_EQ(file.photos[0].photo, seen.items[1].photos[0]);
    EXPECT_EQ(repairs().inspection(officer.org, "JC2026-0001")->items[1].photos, seen.items[1].photos);
    EXPECT_EQ(repairs().inspection(officer.org, "JC2026-0001")->failed(), 1);
    EXPECT_TRUE(repairs().due(officer.org, base::Date::parse("2026-02-03").value()).empty());
    ASSERT_EQ(repairs().due(officer.org, base::Date::parse("2026-02-04").value()).size(), 1U);
    EXPECT_EQ(repairs().records(officer.org, "检查")->rows.size(), 2U);
}

TEST_P(RepairsTest, AnInspectionThatIsRefusedLeavesNoOrder)
{
    Inspection seen{"", "E", "P", clock.today(), "", 0, {{"画面"}, {"遥控"}}};
    seen.items[1] = {"遥控", Result::failed, "没有电池", {"none"}, ""};
    EXPECT_EQ(code_of(repairs().inspect(officer, seen)), "repairs.photo.unknown");
    EXPECT_TRUE(repairs().orders(officer.org, {}).empty());
}

TEST_P(RepairsTest, ALabelReportsFiveTimesAnHourAndOnceEach)
{
    for (const char id : {'1', '2', '3', '4', '5'}) EXPECT_EQ(code_of(report_by_label(*db, clock, by_label(id))), "");
    EXPECT_EQ(report_by_label(*db, clock, by_label('3'))->number, "BX2026-0003");  // known: nothing new
    EXPECT_EQ(code_of(report_by_label(*db, clock, by_label('6'))), "repairs.label.too_many");
    clock.advance(hour_ms - 1'000);
    EXPECT_EQ(code_of(report_by_label(*db, clock, by_label('6'))), "repairs.label.too_many");
    clock.advance(1'000);
    EXPECT_EQ(code_of(report_by_label(*db, clock, by_label('6'))), "");
    EXPECT_EQ(repairs().orders(officer.org, {}).size(), 6U);
    EXPECT_EQ(repairs().order(officer.org, "BX2026-0001")->order.state, State::submitted);
}

TEST_P(RepairsTest, APhotoByLabelGoesWithItsReportAndStaysWhenItIsTakenUp)
{
    const Order order = report_by_label(*db, clock, by_label('1')).value();
    const std::int64_t before = audited();
    const auto file = picture();
    EXPECT_EQ(photo_by_label('1', file)->count, 1);
    EXPECT_EQ(photo_by_label('1', file)->count, 1);  // the receipt was lost
    EXPECT_EQ(photo_by_label('1')->count, 2);
    EXPECT_EQ(audited() - before, 2);
    EXPECT_EQ(code_of(repairs().review(officer, order.number, order.version, true, "")), "repairs.order.changed");
    EXPECT_EQ(code_of(repairs().review(officer, order.number, 3, true, "")), "");
    const OrderFile taken = repairs().order(officer.org, order.number).value();
    ASSERT_EQ(taken.photos.size(), 2U);
    const auto kept = repairs().photo(officer.org, taken.photos[0].photo);
    ASSERT_EQ(code_of(kept), "");
    EXPECT_EQ(kept->first.bytes, static_cast<std::int64_t>(jpeg({}, "0").size()));  // without its place
    EXPECT_EQ(code_of(photo_by_label('1')), "repairs.label.photos_closed");
}

TEST_P(RepairsTest, APhotoByLabelIsOfAReportOfThatLabelAlone)
{
    ASSERT_EQ(code_of(repairs().record(officer, Equipment{"E2", "示例音箱", "音响", "A"})), "");
    ASSERT_EQ(code_of(report_by_label(*db, clock, by_label('1'))), "");
    EXPECT_EQ(code_of(photo_by_label('2')), "repairs.label.no_report");
    EXPECT_EQ(code_of(photo_by_label('x')), "repairs.label.id_malformed");
    const std::string other = repairs().report_code(officer, "E2").value();
    EXPECT_EQ(code_of(repairs::photo_by_label(*db, clock, data, {other, std::string(32, '1'), picture()})),
              "repairs.label.no_report");
    EXPECT_EQ(code_of(repairs::photo_by_label(*db, clock, data, {"x", std::string(32, '1'), picture()})),
              "repairs.label.unknown");
    const auto page = data / "page";
    std::ofstream{page} << "<html>";
    EXPECT_EQ(code_of(photo_by_label('1', page)), "repairs.photo.not_a_picture");
    EXPECT_FALSE(std::filesystem::exists(data / "photos"));
}

TEST_P(RepairsTest, PhotosByLabelAreThreeEachAndOfTheHourAlone)
{
    ASSERT_EQ(code_of(report_by_label(*db, clock, by_label('1'))), "");
    for (std::size_t photo = 0; photo < most_photos_of_a_report; ++photo) EXPECT_EQ(code_of(photo_by_label('1')), "");
    EXPECT_EQ(code_of(photo_by_label('1')), "repairs.photo.too_many");
    ASSERT_EQ(code_of(report_by_label(*db, clock, by_label('2'))), "");
    clock.advance(hour_ms - 1'000);
    EXPECT_EQ(code_of(photo_by_label('2')), "");
    clock.advance(1'000);
    EXPECT_EQ(code_of(photo_by_label('2')), "repairs.label.photos_closed");
}

TEST_P(RepairsTest, PhotosByLabelOfAnOfficeAreBoundedWithinTheHour)
{
    for (int one = 0; one < 25; ++one) {
        const std::string code = "E" + std::to_string(100 + one);
        const std::string id = std::string(29, 'a') + std::to_string(100 + one);
        ASSERT_EQ(code_of(repairs().record(officer, Equipment{code, "示例设备", "投影", "A"})), "");
        const std::string label_text = repairs().report_code(officer, code).value();
        ASSERT_EQ(code_of(report_by_label(*db, clock, {label_text, id, "没有声音", ""})), "");
        for (std::size_t photo = 0; photo < most_photos_of_a_report; ++photo) {
            const bool is_within = one * 3 + static_cast<int>(photo) < most_label_photos_of_an_office;
            EXPECT_EQ(code_of(repairs::photo_by_label(*db, clock, data, {label_text, id, picture()})),
                      is_within ? "" : "repairs.label.too_many");
        }
    }
}

TEST_P(RepairsTest, ALabelThatIsNoneSaysNothing)
{
    const std::string old = label();
    EXPECT_EQ(code_of(repairs().renew_report_code(officer, "E")), "");
    for (const std::string& code :
         {std::string{}, std::string{"x"}, old, officer.org.text() + "." + std::string(32, 'f'),
          std::string(36, '0') + old.substr(36)})
        EXPECT_EQ(code_of(labelled(*db, code)), "repairs.label.unknown") << code;
    EXPECT_EQ(labelled(*db, label())->name, "示例投影");
    PublicReport report = by_label('1');
    report.id = "1";
    EXPECT_EQ(code_of(report_by_label(*db, clock, report)), "repairs.label.id_malformed");
    Equipment gone = repairs().equipment(officer.org, "E").value();
    gone.is_active = false;
    EXPECT_EQ(repairs().report_codes(officer).value(), (std::map<std::string, std::string>{{"E", label()}}));
    EXPECT_EQ(code_of(repairs().report_codes(clerk)), "repairs.actor.not_permitted");
    ASSERT_EQ(code_of(repairs().change(officer, gone)), "");
    EXPECT_EQ(code_of(labelled(*db, label())), "repairs.label.unknown");
    EXPECT_TRUE(repairs().report_codes(officer)->empty());
}

TEST_P(RepairsTest, MeetingsInABrokenRoomAreOfferedOthers)
{
    meetings::NewBooking asked;
    asked.booking.room = "A";
    asked.booking.span = {clock.seconds_since_1970() + 7'200, clock.seconds_since_1970() + 10'800};
    asked.booking.title = asked.booking.kind = asked.booking.host = "示例";
    const auto booked = meetings::Meetings(*db, clock).book(officer, asked);
    ASSERT_EQ(code_of(booked), "");
    const OrderFile file = repairs().order(officer.org, reported().number).value();
    ASSERT_EQ(file.spare_rooms.size(), 1U);
    EXPECT_EQ(file.spare_rooms[0].booking, booked->front().number);
    ASSERT_EQ(file.spare_rooms[0].alternatives.size(), 1U);
    EXPECT_EQ(file.spare_rooms[0].alternatives[0].room, "B");
    EXPECT_EQ(code_of(repairs().cancel(clerk, file.order.number, 1, "看错了")), "");
    EXPECT_TRUE(repairs().order(officer.org, file.order.number)->spare_rooms.empty());
}

TEST_P(RepairsTest, PhotosAreWhatTheyWere)
{
    const std::string id = photo();
    const auto kept = repairs().photo(officer.org, id);
    ASSERT_EQ(code_of(kept), "");
    EXPECT_EQ(kept->first.type, "image/jpeg");
    std::ostringstream bytes;
    bytes << std::ifstream{kept->second, std::ios::binary}.rdbuf();
    EXPECT_EQ(bytes.str(), jpeg("", "0"));  // without the comment of the camera
    std::filesystem::permissions(kept->second, std::filesystem::perms::owner_all);
    std::ofstream{kept->second, std::ios::app} << "x";
    EXPECT_EQ(code_of(repairs().photo(officer.org, id)), "repairs.photo.changed");
    std::filesystem::remove(kept->second);
    EXPECT_EQ(code_of(repairs().photo(officer.org, id)), "repairs.photo.missing");
    std::ofstream{data / "page"} << "<html>";
    EXPECT_EQ(code_of(repairs().keep_photo(clerk, data / "page")), "repairs.photo.not_a_picture");
    std::ofstream{data / "half", std::ios::binary} << "\xff\xd8\xff\xe1";
    EXPECT_EQ(code_of(repairs().keep_photo(clerk, data / "half")), "repairs.photo.broken");
    std::ofstream{data / "large", std::ios::binary} << jpeg("", std::string(std::size_t{5} << 20, 'x'));
    EXPECT_EQ(code_of(repairs().keep_photo(clerk, data / "large")), "content.file.too_large");
    NewOrder asked;
    asked.order.place = asked.order.fault = "示例";
    asked.photos = {photo(), photo(), photo(), photo(), photo(), photo()};
    const auto order = repairs().report(clerk, asked);
    ASSERT_EQ(code_of(order), "");
    EXPECT_EQ(code_of(repairs().add_photos(clerk, order->number, 1, {photo()})), "repairs.photo.too_many");
    asked.photos = {asked.photos[0], asked.photos[0]};
    EXPECT_EQ(code_of(repairs().report(clerk, asked)), "repairs.photo.twice");
}

TEST_P(RepairsTest, WhatHappenedIsNeverChanged)
{
    reported();
    for (const char* const statement :
         {"UPDATE repairs_step SET by_whom = 'x'", "DELETE FROM repairs_step", "DELETE FROM repairs_order",
          "DELETE FROM repairs_equipment", "UPDATE repairs_order SET state = 'accepted'",
          "UPDATE repairs_order SET repaired = reported - 1, state = 'repaired'"})
        EXPECT_THROW(db->script(statement), sql::SqlError) << statement;
}

// One label, many phones: numbers have no gap and the hour's most holds.
TEST_P(RepairsTest, NumbersHaveNoGapWhoeverReportsAtOnce)
{
    constexpr int threads = 8;
    constexpr int each = 3;
    const std::string code = label();
    std::vector<std::thread> running;
    std::atomic<int> taken = 0;
    db.reset();  // an SQLite file has one owner
    auto database = sql::Database::open(target(), threads);
    for (int thread = 0; thread < threads; ++thread)
        running.emplace_back([&, thread] {
            for (int i = 0; i < each; ++i) {
                auto lease = database->lease();
                std::string id(32, '0');
                id[0] = static_cast<char>('a' + i);
                id[1] = static_cast<char>('0' + thread);
                if (report_by_label(*lease, clock, {code, id, "示例", ""})) ++taken;
            }
        });
    for (std::thread& thread : running) thread.join();
    EXPECT_EQ(taken, most_reports_of_a_label);
    database.reset();
    db = open();
    const auto orders = repairs().orders(officer.org, {});
    ASSERT_EQ(orders.size(), static_cast<std::size_t>(most_reports_of_a_label));
    EXPECT_EQ(orders.front().number, "BX2026-0005");
}

MINGJI_EACH_ENGINE(RepairsTest);

}  // namespace
}  // namespace repairs
