// SPDX-License-Identifier: Apache-2.0
#include "repairs/import.h"

#include <unistd.h>

#include <gtest/gtest.h>

#include "identity/identity.h"
#include "meetings/meetings.h"
#include "repairs/repairs.h"
#include "repairs/tests/reading.h"
#include "spreadsheet/write.h"
#include "sql/tests/each_engine.h"

namespace repairs {
namespace {

using Rows = std::vector<std::vector<std::string>>;

// A meeting room A, on each engine, on 2026-01-05 at nine.
class RepairsImportTest : public sql::EachEngine {
protected:
    std::vector<std::span<const sql::Migration>> slices() const override
    {
        return {identity::migrations(), meetings::migrations(), migrations()};
    }

    void SetUp() override
    {
        EachEngine::SetUp();
        if (IsSkipped()) return;
        officer.org = identity::Organisations{*db, clock}.create(officer, {{}, "示例中心", "420112", "示例区"})->id;
        meetings::Room room;
        room.code = room.name = "A";
        ASSERT_EQ(code_of(meetings::Meetings(*db, clock).record(officer, room)), "");
    }
    void TearDown() override { std::filesystem::remove(file); }

    base::Result<ImportOutcome> imported(const Rows& equipment, const Rows& orders,
                                         ledgers::ImportMode mode = ledgers::ImportMode::store)
    {
        Rows head{{"设备编码", "设备名称", "设备类别", "会议室", "地点"}};
        Rows order_head{
            {"报修编号", "设备编码", "会议室", "地点", "故障现象", "报修时间", "修复时间", "维修单位", "验收结果"}};
        std::vector<spreadsheet::TableSheet> sheets;
        for (const auto& [name, titles, rows] :
             {std::tuple{"设备", head, equipment}, std::tuple{"报修单", order_head, orders}}) {
            spreadsheet::TableSheet sheet{name};
            Rows all = titles;
            all.insert(all.end(), rows.begin(), rows.end());
            for (const std::string& title : all.front()) sheet.columns.push_back({title});
            for (std::size_t at = 1; at < all.size(); ++at) {
                std::vector<spreadsheet::Cell> cells;
                for (const std::string& text : all[at])
                    cells.push_back(text.empty() ? spreadsheet::Cell{}
                                                 : spreadsheet::Cell{spreadsheet::CellKind::text, text});
                sheet.rows.push_back(std::move(cells));
            }
            sheets.push_back(std::move(sheet));
        }
        std::filesystem::remove(file);
        EXPECT_EQ(code_of(spreadsheet::write_workbook(file, sheets)), "");
        return Repairs{*db, clock, {}}.import(officer, {file, mode});
    }
    Repairs repairs() { return {*db, clock, {}}; }

    const std::filesystem::path file =
        std::filesystem::temp_directory_path() / ("repairs_" + std::to_string(::getpid()) + ".xlsx");
    const Rows projector{{"E1", "示例投影", "投影", "A", ""}};
    base::FixedClock clock{1'767'574'800'000};
    base::Actor officer{base::OrgId{}, "officer", "test", {}, true};
};

TEST_P(RepairsImportTest, AYearComesInOnceAndAgainOnlyWhatChanged)
{
    const Rows orders{{"W2", "E1", "A", "", "无声", "2025-03-02 10:00", "2025-03-03 10:00", "示例单位", "合格"},
                      {"W1", "", "", "示例楼", "漏水", "2025-03-01 10:00", "", "", "不合格"}};
    EXPECT_FALSE(imported(projector, orders, ledgers::ImportMode::dry_run)->is_stored);
    EXPECT_TRUE(repairs().orders(officer.org, {}).empty());
    const auto first = imported(projector, orders);
    ASSERT_EQ(code_of(first), "");
    EXPECT_EQ(first->stored_rows(), 3);
    const auto stored = repairs().orders(officer.org, {});
    ASSERT_EQ(stored.size(), 2U);
    EXPECT_EQ(stored[1].number, "BX2025-0001");  // the earlier report
    EXPECT_EQ(stored[1].state, State::open);
    EXPECT_EQ(stored[0].state, State::accepted);
    EXPECT_EQ(*stored[0].repaired - stored[0].reported, 86'400);
    EXPECT_EQ(imported(projector, orders)->stored_rows(), 0);
    Rows corrected = orders;
    corrected[0][4] = "没有声音";
    const auto again = imported(projector, corrected);
    ASSERT_EQ(again->changed.size(), 1U);
    EXPECT_EQ(repairs().orders(officer.org, {})[0].fault, "没有声音");
}

TEST_P(RepairsImportTest, WhatSomebodyWorkedOnIsNotChangedByAWorkbook)
{
    Rows orders{{"W1", "E1", "A", "", "无声", "2025-03-02 10:00", "", "", ""}};
    ASSERT_TRUE(imported(projector, orders)->is_stored);
    ASSERT_EQ(code_of(repairs().repair(officer, "BX2025-0001", 1, "换线", "示例单位")), "");
    orders[0][4] = "没有声音";
    const auto again = imported(projector, orders);
    ASSERT_FALSE(again->problems.empty());
    EXPECT_EQ(again->problems[0].error.code, "repairs.import.worked_on");
    EXPECT_FALSE(again->is_stored);
}

TEST_P(RepairsImportTest, MistakesAreNamedAtTheirCellsAndNothingIsKept)
{
    const auto codes = [&](const Rows& equipment, const Rows& orders) {
        const auto outcome = imported(equipment, orders);
        std::string text;
        for (const auto& problem : outcome->problems) text += problem.place + " " + problem.error.code + ";";
        EXPECT_FALSE(outcome->is_stored);
        return text;
    };
    EXPECT_EQ(codes({{"E1", "示例投影", "投影", "", ""}}, {}), "设备!D2 repairs.equipment.one_place;");
    EXPECT_EQ(codes({{"E1", "示例投影", "投影", "Z", ""}}, {}), "设备!D2 meetings.room.unknown;");
    EXPECT_EQ(codes({}, {{"W1", "E9", "", "", "x", "2025-03-02 10:00", "", "", ""}}),
              "报修单!B2 repairs.equipment.unknown;");
    EXPECT_EQ(codes({}, {{"W1", "", "", "", "x", "2025-03-02 10:00", "", "", ""}}),
              "报修单!C2 repairs.order.no_place;");
    EXPECT_EQ(codes({}, {{"W1", "", "A", "", "x", "2026-01-05 09:01", "", "", ""}}),
              "报修单!F2 repairs.import.in_future;");
    EXPECT_EQ(codes({}, {{"W1", "", "A", "", "x", "2025-03-02 10:00", "2025-03-02 09:59", "y", ""}}),
              "报修单!G2 repairs.import.repaired_before;");
    EXPECT_EQ(codes({}, {{"W1", "", "A", "", "x", "2025-03-02 10:00", "", "", "合格"}}),
              "报修单!G2 repairs.import.accepted_unrepaired;");
    EXPECT_EQ(codes({}, {{"W1", "", "A", "", "x", "2025-03-02 10:00", "2025-03-02 10:00", "y", "不合格"}}),
              "报修单!G2 repairs.import.failed_is_open;");
    EXPECT_EQ(codes({}, {{"W1", "", "A", "", "x", "2025-03-02 10:00", "2025-03-02 10:00", "", "合格"}}),
              "报修单!H2 repairs.order.work_missing;");
    EXPECT_TRUE(repairs().equipment(officer.org).empty());
}

MINGJI_EACH_ENGINE(RepairsImportTest);

}  // namespace
}  // namespace repairs
