// SPDX-License-Identifier: Apache-2.0
#include "meetings/feeds.h"

#include <gtest/gtest.h>

#include "identity/identity.h"
#include "identity/people.h"
#include "meetings/meetings.h"
#include "meetings/tests/reading.h"
#include "sql/tests/each_engine.h"

namespace meetings {
namespace {

class FeedsTest : public sql::EachEngine {
protected:
    std::vector<std::span<const sql::Migration>> slices() const override
    {
        return {identity::migrations(), migrations()};
    }

    void SetUp() override
    {
        EachEngine::SetUp();
        if (IsSkipped()) return;
        machine.org = identity::Organisations{*db, clock}.create(machine, {{}, "示例中心", "420112", "示例区"})->id;
        identity::Person added;
        added.account = "keshi";
        added.name = "业务科室（示例）";
        person = identity::People{*db, clock}.add(machine, added).value();
        clerk = base::Actor{machine.org, "keshi", "test", {"meetings.read"}};
        clerk.person = person.id.text();
        clerk.home = machine.org;
        grant("active");
    }

    // The role of a section clerk, which holds meetings.read.
    void grant(const std::string& state)
    {
        db->execute("DELETE FROM identity_grant WHERE org_id = :org_id", {{"org_id", machine.org}});
        constexpr std::string_view insert = R"(
            INSERT INTO identity_grant (org_id, id, person_id, role, scope, state, proposed_by, proposed_ms)
            VALUES (:org_id, 'g', :person_id, 'section', 'unit', :state, 'somebody', 0))";
        db->execute(insert, {{"org_id", machine.org}, {"person_id", person.id}, {"state", state}});
    }
    std::int64_t audited()
    {
        return db->query("SELECT COUNT(*) AS n FROM identity_audit WHERE org_id = :org_id", {{"org_id", machine.org}})
            .front()
            .integer("n");
    }
    Feeds feeds() { return {*db, clock}; }

    base::FixedClock clock{1'767'225'600'000};
    base::Actor machine{base::OrgId{}, "officer", "test", {}, true};
    base::Actor clerk{base::OrgId{}, "", ""};
    identity::Person person;
};

TEST_P(FeedsTest, ItsSecretIsShownOnceAndKeptAsADigest)
{
    const std::int64_t before = audited();
    const auto made = feeds().make(clerk, std::nullopt);
    ASSERT_EQ(code_of(made), "");
    EXPECT_EQ(audited(), before + 1);
    const std::string secret = made->secret.substr(machine.org.text().size() + 1);
    EXPECT_EQ(secret.size(), 32U);
    for (const char* const column : {"feed", "digest", "account"})
        EXPECT_EQ(db->query(std::string{"SELECT "} + column + " AS text FROM meetings_feed", {})
                      .front()
                      .text("text")
                      .find(secret),
                  std::string::npos);
    const auto open = feeds().open(made->secret);
    ASSERT_EQ(code_of(open), "");
    EXPECT_EQ(open->reader.name, "keshi");
    EXPECT_FALSE(open->reader.may("meetings.confidential"));
    for (const std::string& wrong : {std::string{}, secret, made->secret + "0", machine.org.text() + ".",
                                     "other." + secret, machine.org.text() + "." + open->feed.id.text()})
        EXPECT_EQ(code_of(feeds().open(wrong)), "meetings.feed.unknown") << wrong;
}

TEST_P(FeedsTest, WhoLostTheRightOrIsDisabledReadsNothing)
{
    const auto made = feeds().make(clerk, std::nullopt);
    ASSERT_EQ(code_of(made), "");
    grant("revoked");
    EXPECT_EQ(code_of(feeds().open(made->secret)), "meetings.feed.unknown");
    grant("active");
    EXPECT_EQ(code_of(feeds().open(made->secret)), "");
    identity::PersonChange change;
    change.is_active = false;
    ASSERT_EQ(code_of(identity::People{*db, clock}.change(machine, person.id, change)), "");
    EXPECT_EQ(code_of(feeds().open(made->secret)), "meetings.feed.unknown");
}

TEST_P(FeedsTest, OnesOwnAreRevokedAndCounted)
{
    base::Actor other = clerk;
    other.person = "somebody-else";
    const auto first = feeds().make(clerk, std::nullopt);
    ASSERT_EQ(code_of(first), "");
    EXPECT_TRUE(feeds().of(other).empty());
    EXPECT_EQ(code_of(feeds().revoke(other, first->feed.id)), "meetings.feed.unknown");
    for (std::size_t i = 1; i < most_feeds; ++i) ASSERT_EQ(code_of(feeds().make(clerk, std::nullopt)), "");
    EXPECT_EQ(code_of(feeds().make(clerk, std::nullopt)), "meetings.feed.too_many");
    const std::int64_t before = audited();
    ASSERT_EQ(code_of(feeds().revoke(clerk, first->feed.id)), "");
    EXPECT_EQ(audited(), before + 1);
    EXPECT_EQ(code_of(feeds().revoke(clerk, first->feed.id)), "meetings.feed.unknown");
    EXPECT_EQ(code_of(feeds().open(first->secret)), "meetings.feed.unknown");
    EXPECT_EQ(code_of(feeds().make(clerk, std::nullopt)), "");
}

TEST_P(FeedsTest, RefusesWhoMayNotHaveOne)
{
    EXPECT_EQ(code_of(feeds().make(machine, std::nullopt)), "meetings.feed.nobody");
    EXPECT_EQ(code_of(feeds().make(clerk, std::string{"none"})), "meetings.room.unknown");
    base::Actor nobody = clerk;
    nobody.permissions.clear();
    EXPECT_EQ(code_of(feeds().make(nobody, std::nullopt)), "meetings.actor.not_permitted");
    base::Actor visitor = clerk;
    visitor.home = base::OrgId{"elsewhere"};
    EXPECT_EQ(code_of(feeds().make(visitor, std::nullopt)), "meetings.feed.of_another_organisation");
}

MINGJI_EACH_ENGINE(FeedsTest);

}  // namespace
}  // namespace meetings
