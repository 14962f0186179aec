// SPDX-License-Identifier: Apache-2.0
#include "identity/tests/signing_in.h"

namespace identity {
namespace {

class OwnPasswordTest : public SigningIn {
protected:
    std::string change(const Opened& session, const std::optional<std::string>& current, const std::string& fresh)
    {
        auto result =
            OwnPassword{*db, clock, *door}.change(actor_of(session.visitor), session.visitor, current, fresh, origin);
        if (!result) return result.error().code;
        latest = *std::move(result);
        return "";
    }

    bool is_open(const Opened& session) { return Sessions{*db, clock}.find(session.token).has_value(); }

    Opened latest;
};

TEST_P(OwnPasswordTest, EndsEverySessionAndOpensANewOne)
{
    add_with_password("zhang");
    const Opened one = sign_in("zhang", password_of("zhang")).value();
    const Opened other = sign_in("zhang", password_of("zhang")).value();
    const auto before = records().size();
    EXPECT_EQ(change(one, password_of("zhang"), "another 7 geheim"), "");
    EXPECT_FALSE(is_open(one));
    EXPECT_FALSE(is_open(other));
    EXPECT_TRUE(is_open(latest));
    EXPECT_NE(latest.token, one.token);
    EXPECT_EQ(records().size(), before + 1);
    EXPECT_EQ(last_action(), "identity.password.change");
    EXPECT_FALSE(sign_in("zhang", password_of("zhang")));
    EXPECT_TRUE(sign_in("zhang", "another 7 geheim"));
}

TEST_P(OwnPasswordTest, AsksForThePresentOneAndCountsWrongOnes)
{
    add_with_password("zhang");
    const Opened session = sign_in("zhang", password_of("zhang")).value();
    EXPECT_EQ(change(session, {}, "another 7 geheim"), "identity.password.current_missing");
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(change(session, "wrong", "another 7 geheim"), "identity.password.current_wrong");
    EXPECT_EQ(change(session, password_of("zhang"), "another 7 geheim"), "identity.password.current_wrong");  // locked
    clock.advance(600'000);
    EXPECT_EQ(change(session, password_of("zhang"), "another 7 geheim"), "");
}

TEST_P(OwnPasswordTest, ARefusedNewPasswordIsNoFailedTry)
{
    add_with_password("zhang");
    const Opened session = sign_in("zhang", password_of("zhang")).value();
    for (int i = 0; i < 10; ++i) EXPECT_EQ(change(session, password_of("zhang"), ""), "identity.password.too_short");
    EXPECT_EQ(change(session, password_of("zhang"), "another 7 geheim"), "");
}

TEST_P(OwnPasswordTest, DoesNotTakeTheLastFiveAgain)
{
    PasswordProfile profile = cheap_profile();
    profile.history = 5;
    door = std::make_unique<Doorkeeper>(profile, folder, 2, 64);
    add_with_password("zhang");
    latest = sign_in("zhang", password_of("zhang")).value();
    std::string present = password_of("zhang");
    const auto next = [&](const std::string& fresh) {
        clock.advance(1'000);
        const std::string refusal = change(latest, present, fresh);
        if (refusal.empty()) present = fresh;
        return refusal;
    };
    EXPECT_EQ(next(present), "identity.password.reused");
    for (int i = 1; i <= 5; ++i) EXPECT_EQ(next("geheim word " + std::to_string(i)), "");
    EXPECT_EQ(next(password_of("zhang")), "identity.password.reused");  // the fifth before this one
    EXPECT_EQ(next("geheim word 6"), "");
    EXPECT_EQ(next(password_of("zhang")), "");  // the sixth
    EXPECT_EQ(next("geheim word 2"), "identity.password.reused");
}

TEST_P(OwnPasswordTest, WhoCameWithACodeBecauseItIsForgottenNeedNotKnowIt)
{
    const PersonId person = add_with_password("zhang");
    base::Actor sysadmin = operator_;
    sysadmin.unrestricted = false;
    sysadmin.permissions = {"identity.people"};
    const std::string code = Sessions{*db, clock}.issue_code(sysadmin, person, 15).value();
    const Opened session = SignIn{*db, clock, *door}.with_code(code, {}, origin).value();
    EXPECT_TRUE(session.visitor.must_change_password);
    EXPECT_EQ(change(session, {}, "another 7 geheim"), "");
    EXPECT_FALSE(latest.visitor.must_change_password);
    // Only in that session, and only once.
    EXPECT_EQ(change(latest, {}, "a third 7 geheim"), "identity.password.current_missing");
}

TEST_P(OwnPasswordTest, HasToBeChangedAfterItsTime)
{
    PasswordProfile profile = cheap_profile();
    profile.rotation_days = 90;
    door = std::make_unique<Doorkeeper>(profile, folder, 2, 64);
    add_with_password("zhang");
    clock.advance(std::int64_t{90} * 86'400'000 - 1);
    EXPECT_FALSE(sign_in("zhang", password_of("zhang"))->visitor.must_change_password);
    clock.advance(1);
    const Opened session = sign_in("zhang", password_of("zhang")).value();
    EXPECT_TRUE(session.visitor.must_change_password);
    EXPECT_EQ(change(session, {}, "another 7 geheim"), "identity.password.current_missing");
    EXPECT_EQ(change(session, password_of("zhang"), "another 7 geheim"), "");
    EXPECT_FALSE(latest.visitor.must_change_password);
}

MINGJI_EACH_ENGINE(OwnPasswordTest);

}  // namespace
}  // namespace identity
