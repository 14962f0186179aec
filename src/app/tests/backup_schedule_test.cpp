// SPDX-License-Identifier: Apache-2.0
#include "app/system/backup_schedule.h"

#include <fstream>

#include "app/backup/backups.h"
#include "app/tests/served.h"
#include "base/content_store.h"
#include "base/sm3.h"
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

// One a day for two weeks, one a week for eight, one a month for twelve months.
TEST(BackupsThatHadTheirTime, AreRemoved)
{
    const auto folder = std::filesystem::temp_directory_path() / ("prune" + base::random_hex(4));
    const auto db = sql::Connection::open(":memory:");
    ASSERT_TRUE(sql::migrate(*db, schema()));
    base::FixedClock clock{due};
    Backups backups{folder, folder / "backups", clock};
    const std::string wanted = backups.create(*db, "demand").name;
    for (int days = 1; days <= 100; ++days) {
        clock.advance(day);
        backups.create(*db, "schedule");
        backups.prune();
    }
    const auto kept = backups.list();
    const auto younger = [&](int days) {
        return std::count_if(kept.begin(), kept.end(), [&](const Manifest& one) {
            return clock.milliseconds_since_1970() - one.made_ms < days * day;
        });
    };
    EXPECT_EQ(younger(14), 14);
    EXPECT_GE(younger(56), 14 + 6);  // six more weeks,
    EXPECT_LE(younger(56), 14 + 8);  // the ones that are not full and a month's among them
    EXPECT_GE(kept.size(), 14U + 6 + 1);
    EXPECT_LE(kept.size(), 14U + 8 + 2);
    for (const Manifest& one : kept) EXPECT_NE(one.name, wanted);
    std::filesystem::remove_all(folder);
}

// The files of the pool go with the last backup that names them, and stay while a manifest cannot be read.
TEST(BackupsThatHadTheirTime, TakeTheirFilesAlong)
{
    const auto folder = std::filesystem::temp_directory_path() / ("pool" + base::random_hex(4));
    const auto evidence = folder / "evidence" / "scan";
    const auto db = sql::Connection::open(":memory:");
    ASSERT_TRUE(sql::migrate(*db, schema()));
    base::FixedClock clock{due};
    Backups backups{folder, folder / "backups", clock};
    const auto backed_up = [&](const std::string& content) {
        std::filesystem::create_directories(evidence.parent_path());
        std::ofstream{evidence} << content;
        return backups.create(*db, "schedule").name;
    };
    const auto is_there = [&](const std::string& content) {
        return base::ContentStore{folder / "backups" / "files"}.state_of(base::sm3(content)) == base::FileState::intact;
    };
    backed_up("once");
    clock.advance(400 * day);
    const std::string middle = backed_up("still");
    const std::string manifest = (folder / "backups" / middle / "manifest.json").string();
    std::filesystem::rename(manifest, manifest + ".away");
    backups.prune();
    EXPECT_TRUE(is_there("once"));
    std::filesystem::rename(manifest + ".away", manifest);
    backups.prune();
    EXPECT_FALSE(is_there("once"));
    EXPECT_TRUE(is_there("still"));
    EXPECT_TRUE(backups.verify(middle).value().empty());
    std::filesystem::remove_all(folder);
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

TEST_P(BackupScheduleTest, MakesOneADay)
{
    base::FixedClock clock{due};
    Backups{folder, folder / "backups", clock}.create(*database->lease(), "demand");
    for (int days = 1; days <= 3; ++days) {
        clock.advance(day);
        look(clock);
        look(clock);
        const auto made = backups(clock);
        EXPECT_EQ(made.size(), 1U + static_cast<unsigned>(days));
        EXPECT_EQ(made.front().why, "schedule");
        EXPECT_EQ(made.front().made_ms, clock.milliseconds_since_1970());
    }
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
