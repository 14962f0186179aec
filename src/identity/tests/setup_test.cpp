// SPDX-License-Identifier: Apache-2.0
#include "identity/setup.h"

#include <thread>

#include "identity/notes.h"
#include "identity/tests/signing_in.h"
#include "sql/database.h"

namespace identity {
namespace {

class SetupTest : public SigningIn {
protected:
    static Founding founding()
    {
        return {"新单位", "420112", "示例区", {"xitong", "系统"}, {"anquan", "安全"}, {"shenji", "审计"}};
    }
    std::string refusal(const std::string& code, const Founding& wanted = founding())
    {
        const auto result = FirstRun{*db, clock, *door}.found(code, wanted, "127.0.0.1");
        return result ? "" : result.error().code;
    }
};

TEST_P(SetupTest, MakesTheUnitAndThreePeopleWhoMustSetAPassword)
{
    EXPECT_TRUE((FirstRun{*db, clock, *door}.is_needed()));
    const std::string code = door->setup.issue(clock);
    const Founded founded = FirstRun{*db, clock, *door}.found(code, founding(), "127.0.0.1").value();
    EXPECT_FALSE((FirstRun{*db, clock, *door}.is_needed()));
    const auto audit = Organisations{*db, clock}.audit(founded.org);
    ASSERT_EQ(audit.size(), 1U);
    EXPECT_EQ(audit.front().change.action, "identity.setup.found");
    ASSERT_EQ(founded.administrators.size(), 3U);
    for (const auto& one : founded.administrators) {
        const Visitor visitor = SignIn(*db, clock, *door).with_code(one.code, {}, origin)->visitor;
        EXPECT_TRUE(visitor.must_change_password);
        EXPECT_TRUE(visitor.must_set_second_factor());
        ASSERT_EQ(visitor.roles.size(), 1U);
        EXPECT_EQ(visitor.roles.front().role, one.role);
    }
    EXPECT_EQ(refusal(code), "identity.setup.done");
    EXPECT_EQ(refusal(door->setup.issue(clock)), "identity.setup.done");
}

TEST_P(SetupTest, TakesOnlyTheCodeOfThisStartAndForAQuarterOfAnHour)
{
    EXPECT_EQ(refusal(""), "identity.setup.code_wrong");  // none was issued
    const std::string first = door->setup.issue(clock);
    const std::string second = door->setup.issue(clock);
    EXPECT_EQ(refusal(first), "identity.setup.code_wrong");
    clock.advance(15 * 60'000 + 1);
    EXPECT_EQ(refusal(second), "identity.setup.code_wrong");
    const std::string third = door->setup.issue(clock);
    clock.advance(15 * 60'000);
    EXPECT_EQ(refusal(third), "");
}

TEST_P(SetupTest, LeavesNothingBehindWhenItRefuses)
{
    const std::string code = door->setup.issue(clock);
    const auto organisations = Organisations{*db, clock}.all().size();
    Founding wrong = founding();
    wrong.auditor.account = wrong.sysadmin.account;
    EXPECT_EQ(refusal(code, wrong), "identity.setup.accounts_alike");
    wrong = founding();
    wrong.auditor.account = "a b";
    EXPECT_EQ(refusal(code, wrong), "identity.person.account_malformed");
    wrong = founding();
    wrong.region_code = "1";
    EXPECT_EQ(refusal(code, wrong), "identity.org.region_not_six_digits");
    EXPECT_TRUE((FirstRun{*db, clock, *door}.is_needed()));
    EXPECT_EQ((Organisations{*db, clock}.all().size()), organisations);
    EXPECT_EQ(refusal(code), "");  // the code is still good
}

TEST_P(SetupTest, TakesAUnitThatWasMadeOnTheCommandLine)
{
    Founding here = founding();
    here.unit = "示例中心";
    const Founded founded = FirstRun{*db, clock, *door}.found(door->setup.issue(clock), here, "127.0.0.1").value();
    EXPECT_EQ(founded.org, operator_.org);
}

TEST_P(SetupTest, TwoAtOnceMakeOne)
{
    db.reset();
    const auto database = sql::Database::open(target(), 8);
    const std::string code = door->setup.issue(clock);
    std::atomic<int> made{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&, i] {
            const auto lease = database->lease();
            Founding wanted = founding();
            wanted.unit += std::to_string(i);
            for (NewAdministrator* one : {&wanted.sysadmin, &wanted.secadmin, &wanted.auditor})
                one->account += std::to_string(i);
            if (FirstRun{*lease, clock, *door}.found(code, wanted, "127.0.0.1")) ++made;
        });
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(made, 1);
    const auto lease = database->lease();
    EXPECT_EQ(lease->query("SELECT account FROM identity_account").size(), 3U);
}

TEST_P(SetupTest, NotesAreOnesOwnAndLimited)
{
    Notes notes{*db, clock};
    base::Actor zhang = operator_;
    zhang.person = "zhang";
    base::Actor li = operator_;
    li.person = "li";
    const auto kind = NoteKind::draft;
    EXPECT_FALSE(notes.find(zhang, kind, "payment").value());
    ASSERT_TRUE(notes.save(zhang, kind, "payment", "{\"a\":1}"));
    ASSERT_TRUE(notes.save(zhang, kind, "payment", "{\"a\":2}"));
    EXPECT_EQ(notes.find(zhang, kind, "payment").value()->value, "{\"a\":2}");
    EXPECT_FALSE(notes.find(li, kind, "payment").value());
    EXPECT_FALSE(notes.find(zhang, NoteKind::preference, "payment").value());
    EXPECT_TRUE(notes.save(zhang, kind, "long", std::string(64 * 1024, 'x')));
    EXPECT_EQ(notes.save(zhang, kind, "long", std::string(64 * 1024 + 1, 'x')).error().code, "identity.note.too_long");
    EXPECT_EQ(notes.save(zhang, NoteKind::preference, "long", std::string(16 * 1024 + 1, 'x')).error().code,
              "identity.note.too_long");
    for (const char* const name : {"", "a b", "../x", "名"})
        EXPECT_EQ(notes.save(zhang, kind, name, "1").error().code, "identity.note.name_malformed") << name;
    for (int i = 2; i < 100; ++i) ASSERT_TRUE(notes.save(zhang, kind, "n" + std::to_string(i), "1"));
    EXPECT_EQ(notes.save(zhang, kind, "one.more", "1").error().code, "identity.note.too_many");
    EXPECT_TRUE(notes.save(zhang, kind, "payment", "3"));
    ASSERT_TRUE(notes.remove(zhang, kind, "payment"));
    EXPECT_TRUE(notes.save(zhang, kind, "one.more", "1"));
}

MINGJI_EACH_ENGINE(SetupTest);

}  // namespace
}  // namespace identity
