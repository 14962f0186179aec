// SPDX-License-Identifier: Apache-2.0
#include "identity/identity.h"

#include "sql/tests/each_engine.h"

namespace identity {
namespace {

class IdentityTest : public sql::EachEngine {
protected:
    std::vector<std::span<const sql::Migration>> slices() const override { return {migrations()}; }

    base::FixedClock clock{1'704'067'200'000};
    base::Actor actor{base::OrgId{}, "tester", "test", {}, true};
};

TEST_P(IdentityTest, CreatesAnOrganisationAndRecordsItOnce)
{
    Organisations organisations{*db, clock};
    const auto created = organisations.create(actor, {{}, "示例中心", "420112", "示例区"});
    ASSERT_TRUE(created);
    EXPECT_EQ(organisations.find(created->id)->name, "示例中心");
    const auto audit = organisations.audit(created->id);
    ASSERT_EQ(audit.size(), 1U);
    EXPECT_EQ(audit.front().change.action, "identity.org.create");
    EXPECT_EQ(audit.front().actor, "tester");
}

TEST_P(IdentityTest, RefusesTheSameNameTwiceAndLeavesNothingBehind)
{
    Organisations organisations{*db, clock};
    ASSERT_TRUE(organisations.create(actor, {{}, "示例中心", "420112", "示例区"}));
    const auto second = organisations.create(actor, {base::OrgId{"b"}, "示例中心", "420112", "示例区"});
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, "identity.org.name_taken");
    EXPECT_EQ(organisations.all().size(), 1U);
    EXPECT_TRUE(organisations.audit(base::OrgId{"b"}).empty());
}

TEST_P(IdentityTest, RefusesARegionThatIsNotSixDigits)
{
    Organisations organisations{*db, clock};
    EXPECT_EQ(organisations.create(actor, {{}, "甲", "42011", "示例区"}).error().code,
              "identity.org.region_not_six_digits");
    EXPECT_EQ(organisations.create(actor, {{}, "甲", "42011A", "示例区"}).error().code,
              "identity.org.region_not_six_digits");
    EXPECT_TRUE(organisations.create(actor, {{}, "甲", "420111", "示例区"}));
}

TEST_P(IdentityTest, TheDatabaseKeepsAuditRecordsAsTheyAre)
{
    Organisations organisations{*db, clock};
    const auto created = organisations.create(actor, {{}, "示例中心", "420112", "示例区"});
    EXPECT_THROW(db->execute("UPDATE identity_audit SET actor = 'somebody'"), sql::SqlError);
    EXPECT_THROW(db->execute("DELETE FROM identity_audit"), sql::SqlError);
    EXPECT_EQ(organisations.audit(created->id).front().actor, "tester");
}

MINGJI_EACH_ENGINE(IdentityTest);

}  // namespace
}  // namespace identity
