// SPDX-License-Identifier: Apache-2.0
#include "app/system/restoration.h"

#include "app/backup/restore.h"
#include "app/tests/served.h"
#include "identity/sessions.h"
#include "sql/tests/each_engine.h"

namespace app {
namespace {

class RestorationTest : public sql::EachEngine {
protected:
    std::vector<std::span<const sql::Migration>> slices() const override { return schema(); }

    void SetUp() override
    {
        EachEngine::SetUp();
        if (IsSkipped()) return;
        db.reset();
        served = std::make_unique<Served>(target());
        unit = served->add_org("unit");
        name = backups().create(*served->database().lease(), "demand").name;
    }
    void TearDown() override
    {
        served.reset();
        EachEngine::TearDown();
    }

    Backups backups() const { return {served->folder(), served->folder() / "backups", served->clock}; }
    // A new one each time: sessions end long before a day is over.
    Browser administrator(const std::string& role)
    {
        const std::string person =
            served->add_person(unit, role + std::to_string(++people), {{role, identity::Scope::all}});
        const Browser browser = served->sign_in(unit, person);
        served->give_second_factor(person);
        return browser;
    }
    Answer ask(const Browser& who)
    {
        return served->post("/api/v1/system/backups/" + name + "/restoration", who, R"({"confirm":")" + name + R"("})");
    }
    Answer approve(const Browser& who)
    {
        return served->post("/api/v1/system/restoration/decision", who,
                            R"({"backup":")" + name + R"(","decision":"approve"})");
    }
    std::string state()
    {
        const Answer now = served->get("/api/v1/system/status", administrator("secadmin"));
        return std::string{now.json.at("restoration").at("state").as_string()};
    }
    bool is_wanted() const { return RestorationFile{served->folder(), served->clock}.is_wanted(); }

    std::unique_ptr<Served> served;
    base::OrgId unit;
    std::string name;
    int people = 0;
};

TEST_P(RestorationTest, WaitsForADayAndNoLonger)
{
    ASSERT_EQ(ask(administrator("sysadmin")).status, 202);
    served->clock.advance(restoration_waits_ms - 1);
    EXPECT_EQ(state(), "asked");
    EXPECT_EQ(ask(administrator("sysadmin")).code(), "app.restoration.already_asked");
    served->clock.advance(1);
    EXPECT_EQ(state(), "expired");
    EXPECT_EQ(approve(administrator("secadmin")).code(), "app.restoration.expired");
    EXPECT_FALSE(is_wanted());
    EXPECT_EQ(ask(administrator("sysadmin")).status, 202);  // anew
    EXPECT_EQ(state(), "asked");
    EXPECT_EQ(approve(administrator("secadmin")).status, 200);
    EXPECT_TRUE(is_wanted());
}

// Once it is agreed to, no clock takes it back: a server that was away for a day carries it out when it starts.
TEST_P(RestorationTest, ThatIsWantedDoesNotExpire)
{
    ASSERT_EQ(ask(administrator("sysadmin")).status, 202);
    ASSERT_EQ(approve(administrator("secadmin")).status, 200);
    served->clock.advance(2 * restoration_waits_ms);
    EXPECT_TRUE(is_wanted());
}

MINGJI_EACH_ENGINE(RestorationTest);

class RestoredTest : public sql::EachEngine {
protected:
    std::vector<std::span<const sql::Migration>> slices() const override { return schema(); }

    void TearDown() override
    {
        if (!folder.empty()) std::filesystem::remove_all(folder);
        EachEngine::TearDown();
    }
    std::vector<identity::AuditRecord> records() const
    {
        return identity::Organisations{*sql::Connection::open(target()), clock}.audit(unit);
    }

    std::filesystem::path folder;
    base::FixedClock clock{1'795'000'000'000};
    base::OrgId unit{"unit"};
};

// By the command line as by the server; an organisation that the backup does not know is no obstacle.
TEST_P(RestoredTest, LeavesOneAuditRecordAndNoOpenSession)
{
    folder = std::filesystem::temp_directory_path() / ("restored" + base::random_hex(4));
    std::filesystem::create_directories(folder);
    const base::Actor actor{unit, "操作员", "cli", {}, true};
    ASSERT_TRUE((identity::Organisations{*db, clock}.create(actor, {unit, "单位", "420112", "示例区"})));
    identity::Person person;
    person.account = person.name = "li";
    const auto id = identity::People{*db, clock}.add(actor, person).value().id;
    identity::Sessions sessions{*db, clock};
    ASSERT_TRUE(sessions.open(unit, id, {}, identity::OpenedBy::code));
    Backups backups{folder, folder / "backups", clock};
    const std::string name = backups.create(*db, "demand").name;
    db.reset();
    const std::size_t before = records().size();
    for (const auto& [by, detail] : {std::pair<Restorer, std::string>{{actor}, ""},
                                     {{{base::OrgId{"gone"}, "sys", "10.0.0.1"}, "sec"}, " approved_by=sec"}}) {
        clock.advance(1000);
        const auto restored = restore(backups, target(), name, by, clock);
        ASSERT_TRUE(restored) << restored.error().code;
        const auto now = records();
        ASSERT_EQ(now.size(), before + 1);
        EXPECT_EQ(now.back().actor, by.actor.name);
        EXPECT_EQ(now.back().origin, by.actor.origin);
        EXPECT_EQ(now.back().change.action, "system.backup.restore");
        EXPECT_EQ(now.back().change.subject, name);
        EXPECT_EQ(now.back().change.detail, restored->restore_point + detail);
        const auto there = sql::Connection::open(target());
        const auto open = there->query("SELECT COUNT(*) AS n FROM identity_session WHERE ended_ms IS NULL");
        EXPECT_EQ(open.front().integer("n"), 0);
    }
}

MINGJI_EACH_ENGINE(RestoredTest);
}  // namespace
}  // namespace app
