// SPDX-License-Identifier: Apache-2.0
#include <thread>

#include "identity/identity.h"
#include "identity/tests/signing_in.h"
#include "sql/database.h"

namespace identity {
namespace {

class OrganisationTest : public sql::EachEngine {
protected:
    std::vector<std::span<const sql::Migration>> slices() const override { return {migrations()}; }

    base::OrgId add(const std::string& name, OrgKind kind, const std::optional<base::OrgId>& parent = {})
    {
        return create(name, kind, parent).value().id;
    }
    base::Result<Organisation> create(const std::string& name, OrgKind kind,
                                      const std::optional<base::OrgId>& parent = {}, const Reach& reach = {})
    {
        return Organisations{*db, clock}.create(actor, {base::OrgId{name}, name, "420112", "示例区", kind, parent},
                                                reach);
    }
    std::string move(const std::string& what, const std::string& below, const Reach& reach = {})
    {
        const auto result =
            Organisations{*db, clock}.change(actor, base::OrgId{what}, {.parent = base::OrgId{below}}, reach);
        return result ? "" : result.error().code;
    }
    std::string path_of(const std::string& id) { return Organisations(*db, clock).find(base::OrgId{id})->path; }

    base::FixedClock clock{1'704'067'200'000};
    base::Actor actor{base::OrgId{}, "tester", "test", {}, true};
};

TEST_P(OrganisationTest, AMoveTakesAllBelowAlong)
{
    const auto region = add("区", OrgKind::region);
    const auto other = add("另一区", OrgKind::region);
    const auto unit = add("单位", OrgKind::unit, region);
    add("科室", OrgKind::section, unit);
    add("单位二", OrgKind::unit, region);  // its id begins alike, its path does not
    EXPECT_EQ(path_of("科室"), "/区/单位/科室/");
    const auto before = Organisations(*db, clock).audit(unit).size();
    EXPECT_EQ(move("单位", "另一区"), "");
    EXPECT_EQ(path_of("单位"), "/另一区/单位/");
    EXPECT_EQ(path_of("科室"), "/另一区/单位/科室/");
    EXPECT_EQ(path_of("单位二"), "/区/单位二/");
    EXPECT_EQ(Organisations(*db, clock).audit(unit).size(), before + 1);
    EXPECT_EQ(move("单位", ""), "");
    EXPECT_EQ(path_of("科室"), "/单位/科室/");
    EXPECT_EQ(Organisations(*db, clock).find(unit)->parent, std::nullopt);
    EXPECT_EQ(move("单位", other.text()), "");
}

TEST_P(OrganisationTest, NothingIsMovedBelowItselfOrAgainstTheOrder)
{
    const auto top = add("上", OrgKind::unit);
    const auto middle = add("中", OrgKind::unit, top);
    add("下", OrgKind::unit, middle);
    add("科室", OrgKind::section, middle);
    EXPECT_EQ(move("上", "下"), "identity.org.below_itself");
    EXPECT_EQ(move("上", "上"), "identity.org.below_itself");
    EXPECT_EQ(move("下", "科室"), "identity.org.kind_below_kind");
    EXPECT_EQ(move("科室", ""), "identity.org.kind_below_kind");
    EXPECT_EQ(move("下", "nowhere"), "identity.org.unknown");
    EXPECT_EQ(path_of("下"), "/上/中/下/");
}

TEST_P(OrganisationTest, ANameStandsOnceBelowAParent)
{
    const auto one = add("甲", OrgKind::unit);
    const auto two = add("乙", OrgKind::unit);
    Organisations organisations{*db, clock};
    const auto section = [&](const base::OrgId& parent) {
        return organisations.create(actor, {{}, "办公室", "420112", "示例区", OrgKind::section, parent});
    };
    EXPECT_TRUE(section(one));
    EXPECT_TRUE(section(two));
    EXPECT_EQ(section(one).error().code, "identity.org.name_taken");
    EXPECT_EQ(organisations.change(actor, two, {.name = "甲"}).error().code, "identity.org.name_taken");
    EXPECT_EQ(organisations.change(actor, two, {.name = "丙"})->name, "丙");
    EXPECT_EQ(organisations.change(actor, two, {.name = ""}).error().code, "identity.org.name_empty");
    EXPECT_EQ(organisations.change(actor, two, {.region_code = "1"}).error().code,
              "identity.org.region_not_six_digits");
}

TEST_P(OrganisationTest, NobodyWorksBeyondTheirReach)
{
    const auto region = add("区", OrgKind::region);
    const auto unit = add("单位", OrgKind::unit, region);
    add("外面", OrgKind::unit);
    const Reach reach{unit.text(), "/区/单位/", Scope::unit_and_below};
    EXPECT_TRUE(create("下级", OrgKind::unit, unit, reach));
    EXPECT_EQ(create("x", OrgKind::unit, region, reach).error().code, "identity.org.unknown");
    EXPECT_EQ(create("x", OrgKind::unit, base::OrgId{"外面"}, reach).error().code, "identity.org.unknown");
    EXPECT_EQ(create("x", OrgKind::unit, {}, reach).error().code, "identity.org.top_forbidden");
    EXPECT_EQ(move("下级", "外面", reach), "identity.org.unknown");
    EXPECT_EQ(move("下级", "", reach), "identity.org.top_forbidden");
    EXPECT_EQ(move("外面", "单位", reach), "identity.org.unknown");
    EXPECT_EQ(move("外面", "单位"), "");
}

TEST_P(OrganisationTest, WhoReachesAUnitReachesItsSectionsAndNoOtherUnit)
{
    const auto unit = add("单位", OrgKind::unit);
    const auto section = add("科室", OrgKind::section, unit);
    const auto below = add("下级", OrgKind::unit, unit);
    const auto foreign = add("外面科室", OrgKind::section, add("外面", OrgKind::unit));
    const Organisations organisations{*db, clock};
    const Reach reach{unit.text(), "/单位/", Scope::unit};
    EXPECT_TRUE(reach.covers(*organisations.find(section)));
    EXPECT_FALSE(reach.covers(*organisations.find(below)));
    EXPECT_FALSE(reach.covers(*organisations.find(foreign)));
    EXPECT_EQ(Organisations(*db, clock).change(actor, section, {.name = "新名"}, reach)->name, "新名");
}

// Two moves at once that would make a circle: one of them must see the other.
TEST_P(OrganisationTest, ConcurrentMovesMakeNoCircle)
{
    add("甲", OrgKind::unit);
    add("乙", OrgKind::unit);
    db.reset();
    const auto database = sql::Database::open(target(), 4);
    for (int round = 0; round < 20; ++round) {
        const auto moved = [&](const char* what, const char* below) {
            const auto lease = database->lease();
            static_cast<void>(
                Organisations(*lease, clock).change(actor, base::OrgId{what}, {.parent = base::OrgId{below}}));
        };
        std::thread one{moved, "甲", "乙"};
        std::thread two{moved, "乙", "甲"};
        one.join();
        two.join();
        const auto lease = database->lease();
        const Organisations organisations{*lease, clock};
        const std::string first = organisations.find(base::OrgId{"甲"})->path;
        const std::string second = organisations.find(base::OrgId{"乙"})->path;
        const bool is_a_tree = (first == "/甲/" && second == "/甲/乙/") || (second == "/乙/" && first == "/乙/甲/");
        ASSERT_TRUE(is_a_tree) << first << " " << second;
        moved("甲", "");
        moved("乙", "");
    }
}

MINGJI_EACH_ENGINE(OrganisationTest);

class PeopleTest : public SigningIn {};

TEST_P(PeopleTest, AreAddedOnceChangedAndDisabled)
{
    const PersonId person = add("zhang");
    People people{*db, clock};
    Person twice;
    twice.account = "zhang";
    twice.name = "x";
    EXPECT_EQ(people.add(operator_, twice).error().code, "identity.person.account_taken");
    EXPECT_EQ(people.change(operator_, person, {.name = "张"})->name, "张");
    EXPECT_EQ(last_action(), "identity.person.change");
    EXPECT_EQ(people.change(operator_, person, {.name = ""}).error().code, "identity.person.name_empty");
    EXPECT_FALSE(people.change(operator_, person, {.is_active = false})->is_active);
    EXPECT_EQ(last_action(), "identity.person.disable");
    EXPECT_TRUE(people.change(operator_, person, {.is_active = true})->is_active);
    EXPECT_EQ(last_action(), "identity.person.enable");
    base::Actor self = operator_;
    self.person = person.text();
    EXPECT_EQ(people.change(self, person, {.is_active = false}).error().code, "identity.person.own_account");
    for (const char* const account : {"", "a b", "a/b", "a\nb", "<a>"}) {
        twice.account = account;
        EXPECT_EQ(people.add(operator_, twice).error().code, "identity.person.account_malformed");
    }
}

TEST_P(PeopleTest, AreListedByAccountInPages)
{
    for (const char* const account : {"li", "wang", "zhang", "zhao"}) add(account);
    People people{*db, clock};
    const auto first = people.list(operator_.org, {.most = 3});
    ASSERT_EQ(first.size(), 3U);
    EXPECT_EQ(people.list(operator_.org, {.after_account = first.back().account, .most = 3}).size(), 1U);
    EXPECT_EQ(people.list(operator_.org, {.words = "zh"}).size(), 2U);
    EXPECT_TRUE(people.list(base::OrgId{"elsewhere"}).empty());
}

TEST_P(PeopleTest, StandInASectionOfTheirUnit)
{
    Organisations organisations{*db, clock};
    const auto section =
        organisations.create(operator_, {{}, "办公室", "420112", "示例区", OrgKind::section, operator_.org}).value().id;
    const auto other = organisations.create(operator_, {{}, "别处", "420112", "示例区"}).value().id;
    const auto foreign =
        organisations.create(operator_, {{}, "办公室", "420112", "示例区", OrgKind::section, other}).value().id;
    const PersonId person = add("zhang");
    People people{*db, clock};
    EXPECT_EQ(people.change(operator_, person, {.section = section})->section, section);
    EXPECT_EQ(people.change(operator_, person, {.section = foreign}).error().code, "identity.person.section_unknown");
    EXPECT_EQ(people.change(operator_, person, {.section = operator_.org}).error().code,
              "identity.person.section_unknown");
    EXPECT_EQ(people.change(operator_, person, {.section = base::OrgId{}})->section, std::nullopt);
}

MINGJI_EACH_ENGINE(PeopleTest);

// Organisations that were there before the tree keep their rows, and what points at them keeps pointing.
class TreeMigrationTest : public sql::EachEngine {
protected:
    std::vector<std::span<const sql::Migration>> slices() const override
    {
        return {migrations().first(steps_before())};
    }

    static std::size_t steps_before()
    {
        std::size_t count = 0;
        for (const sql::Migration& step : migrations()) count += step.number <= 2;
        return count;
    }
};

TEST_P(TreeMigrationTest, KeepsOrganisationsAndTheirAuditRecords)
{
    for (const char* const org : {"a", "b"}) {
        db->execute(
            "INSERT INTO identity_org (org_id, name, region_code, region_name, created_ms) "
            "VALUES (:org, :org, '420112', '区', 7)",
            {{"org", org}});
        db->execute(
            "INSERT INTO identity_audit (org_id, id, at_ms, actor, origin, action, subject, detail) "
            "VALUES (:org, 'r', 8, 'x', 'y', 'z', '', '')",
            {{"org", org}});
    }
    ASSERT_TRUE(sql::migrate(*db, {migrations()}));
    const base::FixedClock clock{1'704'067'200'000};
    const Organisations organisations{*db, clock};
    ASSERT_EQ(organisations.all().size(), 2U);
    EXPECT_EQ(organisations.find(base::OrgId{"b"})->path, "/b/");
    EXPECT_EQ(organisations.audit(base::OrgId{"a"}).size(), 1U);
    EXPECT_EQ(db->query("SELECT created_ms FROM identity_org WHERE org_id = 'a'").front().integer("created_ms"), 7);
    // The key still holds, and the constraint is the new one.
    EXPECT_THROW(db->execute("INSERT INTO identity_audit (org_id, id, at_ms, actor, origin, action, subject, detail) "
                             "VALUES ('c', 'r', 8, 'x', 'y', 'z', '', '')"),
                 sql::SqlError);
    EXPECT_THROW(db->execute("DELETE FROM identity_org WHERE org_id = 'a'"), sql::SqlError);
}

MINGJI_EACH_ENGINE(TreeMigrationTest);

}  // namespace
}  // namespace identity
