// SPDX-License-Identifier: Apache-2.0
// Records dated in a closed month come, change and go with a correction, or not at all.
#include <gtest/gtest.h>

#include "closing/closing.h"
#include "ledgers/tests/ledgers_fixture.h"

namespace ledgers {

using closing::Span;

class ClosedRegister : public LedgersFixture {
protected:
    void SetUp() override
    {
        LedgersFixture::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        clock.advance(std::int64_t{70} * 86'400'000);  // into March
        ASSERT_EQ(brought({{"1", "2024-01-05", "甲"}, {"2", "2024-02-05", "乙"}}), "stored");
        ASSERT_TRUE(closing::Closings(*db, clock).close(actor, {2024, 1}, 0, contents()));
    }

    closing::ContentOf contents()
    {
        return [this](const Span& month) -> base::Result<std::vector<closing::Content>> {
            return Ledgers(*db, clock).contents(actor.org, month);
        };
    }
    // "2024-01 登记 1→2" for each thing that no correction explains.
    std::string unexplained()
    {
        std::string said;
        const auto found = closing::Closings(*db, clock).verify(actor.org, {2024}, contents()).value();
        for (const auto& one : found)
            said += one.span.to_string() + " " + one.now.subject + " " + std::to_string(one.then.count) + "→" +
                    std::to_string(one.now.count);
        return said;
    }
    void past_the_triggers(const std::string& statement)
    {
        const bool on_postgres = std::string{GetParam()} == "postgres";
        const auto drop = [&](const std::string& name) {
            db->script("DROP TRIGGER " + name + (on_postgres ? " ON ledgers_row" : ""));
        };
        drop("ledgers_row_in_closed_month_added");
        drop("ledgers_row_in_closed_month_changed");
        if (on_postgres) drop("ledgers_row_was_in_closed_month");
        sql::Transaction transaction{*db};
        db->execute(statement);
        transaction.commit();
    }

    // The register as a file has it; the code of a refusal, or stored.
    std::string brought(const std::vector<std::vector<std::string>>& rows, Missing missing = Missing::keep,
                        const std::optional<closing::Correction>& correction = {})
    {
        std::vector<std::vector<std::string>> sheet{{"编号", "日期", "内容"}};
        sheet.insert(sheet.end(), rows.begin(), rows.end());
        const auto file = TestWorkbook{folder.file("登记.xlsx")}.sheet("登记", sheet).done();
        Ledgers into{*db, clock, correction};
        const Column id{.title = "编号", .is_required = true, .is_identity = true};
        const Column day{.title = "日期", .type = ColumnType::date, .is_period = true};
        EXPECT_TRUE(into.declare(actor, {{"登记", {id, day, {.title = "内容"}}}}));
        ImportOptions options;
        options.missing = missing;
        const auto preview = into.preview(actor, "登记", {file}, options);
        const auto report = into.import(actor, "登记", {file}, options);
        EXPECT_EQ(preview.has_value(), report.has_value());
        if (!report) return report.error().code;
        return report->is_stored ? "stored" : "problems";
    }

    std::string refused_by(const std::string& statement)
    {
        try {
            sql::Transaction transaction{*db};
            db->execute(statement);
        } catch (const sql::SqlError& error) {
            return error.constraint();
        }
        return "done";
    }

    const closing::Correction why{"漏登", "会议纪要3号"};
};
MINGJI_EACH_ENGINE(ClosedRegister);

TEST_P(ClosedRegister, TakesNoNewRecordOfTheMonth)
{
    EXPECT_EQ(brought({{"3", "2024-01-31", "丙"}}), "closing.period.closed");
    EXPECT_EQ(brought({{"3", "2024-02-01", "丙"}}), "stored");
    EXPECT_EQ(brought({{"4", "2024-01-31", "丁"}}, Missing::keep, why), "stored");
}

TEST_P(ClosedRegister, KeepsItsRecordsFromChange)
{
    EXPECT_EQ(brought({{"1", "2024-01-05", "改了"}}), "closing.period.closed");
    EXPECT_EQ(brought({{"1", "2024-02-05", "甲"}}), "closing.period.closed");  // out of the closed month
    EXPECT_EQ(brought({{"2", "2024-01-05", "乙"}}), "closing.period.closed");  // into it
    EXPECT_EQ(brought({{"2", "2024-02-06", "改了"}}), "stored");
    EXPECT_EQ(brought({{"1", "2024-02-05", "甲"}}, Missing::keep, why), "stored");
    EXPECT_EQ(closing::Closings(*db, clock).corrections(actor.org, {2024}).size(), 1U);
}

TEST_P(ClosedRegister, KeepsItsRecordsFromRemovalAndRestoring)
{
    EXPECT_EQ(brought({{"2", "2024-02-05", "乙"}}, Missing::remove), "closing.period.closed");
    EXPECT_EQ(brought({{"2", "2024-02-05", "乙"}}, Missing::remove, why), "stored");
    EXPECT_EQ(brought({{"1", "2024-01-05", "甲"}}), "closing.period.closed");
    EXPECT_EQ(brought({{"1", "2024-01-05", "甲"}}, Missing::keep, why), "stored");
}

TEST_P(ClosedRegister, SaysTheSameAgainWithoutACorrection)
{
    EXPECT_EQ(brought({{"1", "2024-01-05", "甲"}}), "stored");
}

TEST_P(ClosedRegister, HoldsWhatItHeldWhateverCorrectionsDo)
{
    const auto held = Ledgers(*db, clock).contents(actor.org, {2024, 1});
    ASSERT_EQ(held.size(), 1U);
    EXPECT_EQ(held[0].count, 1);
    EXPECT_EQ(held[0].subject, "登记");
    EXPECT_EQ(brought({{"3", "2024-01-31", "补"}}, Missing::keep, why), "stored");  // added
    EXPECT_EQ(brought({{"1", "2024-01-06", "改"}}, Missing::keep, why), "stored");  // changed
    EXPECT_EQ(brought({{"1", "2024-02-07", "移"}}, Missing::keep, why), "stored");  // moved away,
    EXPECT_EQ(brought({{"1", "2024-02-08", "再移"}}), "stored");  // and changed where nothing is closed
    EXPECT_EQ(brought({{"2", "2024-01-05", "移来"}}, Missing::keep, why), "stored");  // moved in
    EXPECT_EQ(brought({{"2", "2024-01-05", "移来"}}, Missing::remove, why), "stored");
    EXPECT_EQ(brought({{"3", "2024-01-31", "补"}}, Missing::keep, why), "stored");  // restored
    EXPECT_EQ(Ledgers(*db, clock).contents(actor.org, {2024, 1}), held);
    EXPECT_EQ(unexplained(), "");
}

TEST_P(ClosedRegister, ThatChangedPastTheRulesIsNamed)
{
    past_the_triggers("UPDATE ledgers_row SET cells = 'x' WHERE occurred_on = '2024-01-05'");
    EXPECT_EQ(unexplained(), "2024-01 登记 1→1");
}

TEST_P(ClosedRegister, ThatLostARecordIsNamed)
{
    past_the_triggers("UPDATE ledgers_row SET removed_ms = 1 WHERE occurred_on = '2024-01-05'");
    EXPECT_EQ(unexplained(), "2024-01 登记 1→0");
}

TEST_P(ClosedRegister, ThatGainedARecordIsNamed)
{
    past_the_triggers("UPDATE ledgers_row SET occurred_on = '2024-01-06' WHERE occurred_on = '2024-02-05'");
    EXPECT_EQ(unexplained(), "2024-01 登记 1→2");
}

// Also what a correction replaced: the month was closed with it.
TEST_P(ClosedRegister, WhoseHistoryChangedIsNamed)
{
    EXPECT_EQ(brought({{"1", "2024-01-05", "改"}}, Missing::keep, why), "stored");
    EXPECT_EQ(unexplained(), "");
    past_the_triggers("UPDATE ledgers_row_version SET cells = 'x'");
    EXPECT_EQ(unexplained(), "2024-01 登记 1→1");
}

TEST_P(ClosedRegister, IsKeptByTheDatabaseToo)
{
    for (const char* const statement :
         {"UPDATE ledgers_row SET cells = 'x' WHERE occurred_on = '2024-01-05'",
          "UPDATE ledgers_row SET occurred_on = '2024-01-06' WHERE occurred_on = '2024-02-05'",
          "UPDATE ledgers_row SET occurred_on = '2024-02-06' WHERE occurred_on = '2024-01-05'",
          "DELETE FROM ledgers_row WHERE occurred_on = '2024-01-05'"})
        EXPECT_EQ(refused_by(statement), "closing_period_closed") << statement;
    EXPECT_EQ(refused_by("UPDATE ledgers_import SET correction_id = 'x'"), "ledgers_import_is_final");
    EXPECT_EQ(refused_by("UPDATE ledgers_row SET cells = cells WHERE occurred_on = '2024-02-05'"), "done");
}

}  // namespace ledgers
