// SPDX-License-Identifier: Apache-2.0
#include "identity/grants.h"
#include "identity/tests/signing_in.h"

namespace identity {
namespace {

class SessionTest : public SigningIn {
protected:
    bool is_open(const Opened& session) { return Sessions{*db, clock}.find(session.token).has_value(); }
};

TEST_P(SessionTest, EndsAfterHalfAnHourWithoutARequest)
{
    const Opened session = open_with_code(add("zhang"));
    clock.advance(30 * 60'000);
    EXPECT_TRUE(is_open(session));
    clock.advance(1);
    EXPECT_FALSE(is_open(session));
}

TEST_P(SessionTest, EndsAfterTwelveHoursHoweverBusy)
{
    const Opened session = open_with_code(add("zhang"));
    Sessions sessions{*db, clock};
    for (int minutes = 0; minutes < 12 * 60; minutes += 20) {
        ASSERT_TRUE(is_open(session)) << minutes;
        sessions.touch(sessions.find(session.token).value());
        clock.advance(20 * 60'000);
    }
    EXPECT_TRUE(is_open(session));
    clock.advance(1);
    EXPECT_FALSE(is_open(session));
}

TEST_P(SessionTest, DoesNotOutliveAClockThatIsSetBack)
{
    const Opened session = open_with_code(add("zhang"));
    clock.advance(-60'000);
    EXPECT_TRUE(is_open(session));
    clock.advance(-1);
    EXPECT_FALSE(is_open(session));
}

TEST_P(SessionTest, IsSomethingElseThanAChangedToken)
{
    const Opened session = open_with_code(add("zhang"));
    Sessions sessions{*db, clock};
    std::string other = session.token;
    other.back() = other.back() == '0' ? '1' : '0';
    EXPECT_FALSE(sessions.find(other));
    EXPECT_FALSE(sessions.find(""));
    EXPECT_FALSE(sessions.find("."));
    EXPECT_FALSE(sessions.find(operator_.org.text() + "."));
    EXPECT_FALSE(sessions.find("elsewhere" + session.token.substr(session.token.find('.'))));
}

TEST_P(SessionTest, EndsWithTheAccountAndDoesNotComeBackWithIt)
{
    const PersonId person = add("zhang");
    const Opened session = open_with_code(person);
    const std::string code = Sessions{*db, clock}.issue_code(operator_, person, 15).value();
    People people{*db, clock};
    ASSERT_TRUE(people.change(operator_, person, {.is_active = false}));
    EXPECT_FALSE(is_open(session));
    EXPECT_FALSE((SignIn{*db, clock, *door}.with_code(code, {}, origin)));
    ASSERT_TRUE(people.change(operator_, person, {.is_active = true}));
    EXPECT_FALSE(is_open(session));
    EXPECT_FALSE((SignIn{*db, clock, *door}.with_code(code, {}, origin)));
}

TEST_P(SessionTest, IsListedAndRevokedByItsOwnerOrWhoMayDoSo)
{
    const PersonId zhang = add("zhang");
    const Opened one = open_with_code(zhang);
    const Opened two = open_with_code(zhang);
    const Opened foreign = open_with_code(add("li"));
    Sessions sessions{*db, clock};
    EXPECT_EQ(sessions.list(operator_.org, {zhang.text()}).size(), 2U);
    EXPECT_EQ(sessions.list(operator_.org, {}).size(), 3U);

    const base::Actor actor = actor_of(one.visitor);
    EXPECT_EQ(sessions.revoke(actor, foreign.visitor.session).error().code, "identity.session.unknown");
    EXPECT_TRUE(is_open(foreign));
    const auto before = records().size();
    EXPECT_TRUE(sessions.revoke(actor, two.visitor.session));
    EXPECT_EQ(records().size(), before + 1);
    EXPECT_FALSE(is_open(two));
    EXPECT_TRUE(is_open(one));
    EXPECT_EQ(sessions.revoke(actor, two.visitor.session).error().code, "identity.session.unknown");
    EXPECT_TRUE(sessions.revoke(operator_, foreign.visitor.session));
    EXPECT_FALSE(is_open(foreign));
}

class GrantTest : public SessionTest {
protected:
    void SetUp() override
    {
        SessionTest::SetUp();
        if (IsSkipped()) return;
        sysadmin = actor_of(open_with_code(add("xitong", {{"sysadmin", Scope::all}})).visitor);
        secadmin = actor_of(open_with_code(add("anquan", {{"secadmin", Scope::all}})).visitor);
        auditor = actor_of(open_with_code(add("shenji", {{"auditor", Scope::all}})).visitor);
    }

    std::string refusal(const base::Result<Grant>& result) { return result ? "" : result.error().code; }
    base::Result<Grant> propose(const PersonId& person, const std::string& role, Scope scope = Scope::unit)
    {
        return Grants{*db, clock}.propose(sysadmin, person, {role, scope}, Scope::all);
    }
    base::Result<Grant> approve(const base::Actor& by, const Grant& grant, Scope widest = Scope::all)
    {
        return Grants{*db, clock}.decide(by, grant.id, GrantAct::approve, "", widest);
    }

    base::Actor sysadmin;
    base::Actor secadmin;
    base::Actor auditor;
};

TEST_P(GrantTest, TakesTwoPeopleAndCountsFromTheNextRequest)
{
    const PersonId person = add("zhang");
    const Opened session = open_with_code(person);
    const Grant grant = propose(person, "performance").value();
    EXPECT_EQ(last_action(), "identity.grant.propose");
    EXPECT_TRUE(Sessions(*db, clock).find(session.token)->rights.permissions.empty());
    EXPECT_EQ(refusal(approve(sysadmin, grant)), "identity.grant.forbidden");
    EXPECT_EQ(refusal(approve(auditor, grant)), "identity.grant.forbidden");
    const auto before = records().size();
    EXPECT_EQ(refusal(approve(secadmin, grant)), "");
    EXPECT_EQ(records().size(), before + 1);
    EXPECT_FALSE(is_open(session));  // a new right comes with a new token
    EXPECT_TRUE(open_with_code(person).visitor.rights.permissions.contains("budget.edit"));
}

TEST_P(GrantTest, IsNotDecidedByWhoProposedItNorByTheDatabase)
{
    const PersonId person = add("zhang");
    const Grant grant = propose(person, "performance").value();
    base::Actor both = sysadmin;
    both.permissions.insert("identity.authorise");
    EXPECT_EQ(refusal(approve(both, grant)), "identity.grant.two_people");
    EXPECT_THROW(db->execute("UPDATE identity_grant SET decided_by = proposed_by WHERE id = :id", {{"id", grant.id}}),
                 sql::SqlError);
}

TEST_P(GrantTest, KeepsAdministratorsApart)
{
    const PersonId person = add("zhang", {{"performance", Scope::unit}});
    for (const char* const role : {"sysadmin", "secadmin", "auditor"})
        EXPECT_EQ(refusal(propose(person, role)), "identity.grant.roles_exclude");
    const PersonId fresh = add("li");
    const Grant grant = propose(fresh, "auditor").value();
    // One that waits counts, too.
    EXPECT_EQ(refusal(propose(fresh, "sysadmin")), "identity.grant.roles_exclude");
    EXPECT_EQ(refusal(propose(fresh, "leader")), "identity.grant.roles_exclude");
    EXPECT_EQ(refusal(propose(fresh, "auditor")), "identity.grant.already_there");
    EXPECT_EQ(refusal(approve(secadmin, grant)), "");
    EXPECT_EQ(refusal(propose(fresh, "leader")), "identity.grant.roles_exclude");
}

TEST_P(GrantTest, DoesNotReachFurtherThanWhoGivesIt)
{
    const PersonId person = add("zhang");
    EXPECT_EQ(refusal(Grants(*db, clock).propose(sysadmin, person, {"reviewer", Scope::all}, Scope::unit_and_below)),
              "identity.grant.scope_too_wide");
    const Grant grant = propose(person, "reviewer", Scope::all).value();
    EXPECT_EQ(refusal(approve(secadmin, grant, Scope::unit_and_below)), "identity.grant.scope_too_wide");
    EXPECT_EQ(refusal(approve(secadmin, grant, Scope::all)), "");
}

TEST_P(GrantTest, IsTakenBackAtOnce)
{
    const PersonId person = add("zhang");
    const Grant grant = propose(person, "performance").value();
    ASSERT_TRUE(approve(secadmin, grant));
    const Opened session = open_with_code(person);
    Grants grants{*db, clock};
    EXPECT_EQ(refusal(grants.revoke(sysadmin, grant.id, "")), "identity.grant.forbidden");
    EXPECT_EQ(refusal(grants.revoke(secadmin, grant.id, "调离")), "");
    EXPECT_EQ(last_action(), "identity.grant.revoke");
    EXPECT_FALSE(is_open(session));
    EXPECT_TRUE(open_with_code(person).visitor.rights.permissions.empty());
    EXPECT_EQ(refusal(grants.revoke(secadmin, grant.id, "")), "identity.grant.not_active");
    EXPECT_EQ(refusal(approve(secadmin, grant)), "identity.grant.not_proposed");
    EXPECT_EQ(refusal(grants.revoke(secadmin, "nothing", "")), "identity.grant.unknown");
}

MINGJI_EACH_ENGINE(SessionTest);
MINGJI_EACH_ENGINE(GrantTest);

}  // namespace
}  // namespace identity
