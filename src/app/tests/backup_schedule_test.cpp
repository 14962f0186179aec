// SPDX-License-Identifier: Apache-2.0
#include "app/system/backup_schedule.h"

#include "app/backup/backups.h"
#include "app/tests/served.h"
#include "sql/tests/each_engine.h"

namespace app {
namespace {

constexpr std::int64_t minute = 60'000;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t day = 24 * hour;
constexpr int two_o_clock = 120;
// 2026-11-24 02:00 on the office's wall.
constexpr std::int64_t due = 1'795'456'800'000;

TEST(BackupTime, IsATimeOfDayOrOff)
{
    EXPECT_EQ(backup_time_of("00:00").value(), 0);
    EXPECT_EQ(backup_time_of("02:00").value(), 120);
    EXPECT_EQ(backup_time_of("23:59").value(), 1439);
    EXPECT_EQ(backup_time_of("off").value(), std::nullopt);
    for (const char* const wrong : {"24:00", "23:60", "2:00", "02.00", "02:0x", "", "OFF", "02:00 "})
        EXPECT_EQ(backup_time_of(wrong).error().code, "app.serve.backup_time_malformed") << wrong;
    EXPECT_EQ(to_text(backup_time_of("02:05").value()), "02:05");
}

TEST(BackupIsDue, AtItsMinuteOnceADay)
{
    const std::int64_t started = due - 30 * day;
    EXPECT_FALSE(is_backup_due(two_o_clock, due - 1, due - day, started));
    EXPECT_TRUE(is_backup_due(two_o_clock, due, due - day, started));
    EXPECT_TRUE(is_backup_due(two_o_clock, due, due - 1, started));  // somebody made one a moment before
    EXPECT_FALSE(is_backup_due(two_o_clock, due, due, started));
    EXPECT_FALSE(is_backup_due(two_o_clock, due + day - 1, due, started));
    EXPECT_TRUE(is_backup_due(two_o_clock, due + day, due, started));
}

TEST(BackupIsDue, WhenOneWasMissed)
{
    const std::int64_t morning = due + 7 * hour;
    EXPECT_TRUE(is_backup_due(two_o_clock, morning, due - day, morning));
    EXPECT_FALSE(is_backup_due(two_o_clock, morning, due + hour, morning));
}

TEST(BackupIsDue, OnANewInstallationAtItsTimeOrAfterAnHour)
{
    const std::int64_t morning = due + 7 * hour;
    EXPECT_FALSE(is_backup_due(two_o_clock, morning, {}, morning));
    EXPECT_FALSE(is_backup_due(two_o_clock, morning + hour - 1, {}, morning));
    EXPECT_TRUE(is_backup_due(two_o_clock, morning + hour, {}, morning));
    EXPECT_FALSE(is_backup_due(two_o_clock, due - 1, {}, due - minute));
    EXPECT_TRUE(is_backup_due(two_o_clock, due, {}, due - minute));
}

class BackupScheduleTest : public sql::EachEngine {
protected:
    std::vector<std::span<const sql::Migration>> slices() const override { return schema(); }

    void SetUp() override
    {
        EachEngine::SetUp();
        if (IsSkipped()) return;
        db.reset();
        folder = std::filesystem::temp_directory_path() / ("schedule" + base::random_hex(4));
        std::filesystem::create_directories(folder);
        database = sql::Database::open(target(), 2);
    }
    void TearDown() override
    {
        database.reset();
        if (!folder.empty()) std::filesystem::remove_all(folder);
        EachEngine::TearDown();
    }

    // Without its thread: nothing happens by itself.
    void look(base::FixedClock& clock)
    {
        BackupSchedule schedule{{*database, clock, folder, std::nullopt, trouble}};
        schedule.run_if_due(two_o_clock);
    }
    std::vector<Manifest> backups(const base::Clock& clock) const
    {
        return Backups{folder, folder / "backups", clock}.list();
    }

    std::filesystem::path folder;
    std::unique_ptr<sql::Database> database;
    BackupTrouble trouble;
};

TEST_P(BackupScheduleTest, MakesOneADayAndKeepsWhatTheRuleSays)
{
    base::FixedClock clock{due};
    Backups{folder, folder / "backups", clock}.create(*database->lease(), "before_migration");
    for (int days = 1; days <= 100; ++days) {
        clock.advance(day);
        look(clock);
        look(clock);
    }
    const auto kept = backups(clock);
    const auto younger = [&](int days) {
        return std::count_if(kept.begin(), kept.end(), [&](const Manifest& one) {
            return clock.milliseconds_since_1970() - one.made_ms < days * day;
        });
    };
    EXPECT_EQ(kept.front().why, "schedule");
    EXPECT_EQ(kept.front().made_ms, clock.milliseconds_since_1970());
    EXPECT_EQ(younger(14), 14);           // every day of two weeks
    EXPECT_EQ(younger(56), 14 + 6);       // then one a week until eight of them
    EXPECT_LE(kept.size(), 14U + 6 + 4);  // then one a month
    EXPECT_GE(kept.size(), 14U + 6 + 1);
    EXPECT_FALSE(trouble.get());
}

TEST_P(BackupScheduleTest, SaysWhatWentWrongAndTriesAgainLater)
{
    base::FixedClock clock{due};
    BackupSchedule schedule{{*database, clock, folder, std::nullopt, trouble}};
    clock.advance(hour);
    {
        std::ofstream{folder / "backups"} << "a file in the way";
    }
    schedule.run_if_due(two_o_clock);
    ASSERT_TRUE(trouble.get());
    EXPECT_EQ(trouble.get()->code, "app.backup.broken");
    std::filesystem::remove(folder / "backups");
    schedule.run_if_due(two_o_clock);
    EXPECT_TRUE(backups(clock).empty());
    clock.advance(10 * minute);
    schedule.run_if_due(two_o_clock);
    EXPECT_EQ(backups(clock).size(), 1U);
    EXPECT_FALSE(trouble.get());
}

MINGJI_EACH_ENGINE(BackupScheduleTest);

}  // namespace
}  // namespace app
