// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "identity/core/grant.h"
#include "identity/core/lockout.h"
#include "identity/core/org_kind.h"
#include "identity/core/password.h"
#include "identity/core/role.h"
#include "identity/core/totp.h"
#include "identity/passwords.h"

namespace identity {
namespace {

// RFC 6238, appendix B: the last eight digits for the secret of 20 bytes.
struct TotpCase {
    std::int64_t seconds;
    std::uint32_t number;
};

class Totp : public testing::TestWithParam<TotpCase> {};

TEST_P(Totp, FollowsTheRfc)
{
    const std::string secret = "12345678901234567890";
    const std::int64_t step = GetParam().seconds / totp_step_seconds;
    EXPECT_EQ(totp_number(secret, step) % 100'000'000, GetParam().number);
    EXPECT_EQ(std::stoul(totp_code(secret, step)), GetParam().number % 1'000'000);
}

INSTANTIATE_TEST_SUITE_P(Rfc6238, Totp,
                         testing::Values(TotpCase{59, 94287082}, TotpCase{1111111109, 7081804},
                                         TotpCase{1111111111, 14050471}, TotpCase{1234567890, 89005924},
                                         TotpCase{2000000000, 69279037}, TotpCase{20000000000, 65353130}));

TEST(TotpStep, IsThePresentOneOrItsNeighbourAndNeverAUsedOne)
{
    const std::string secret = "12345678901234567890";
    const std::int64_t now = 1'000'000;
    const std::int64_t seconds = now * totp_step_seconds + 7;
    for (const std::int64_t step : {now - 1, now, now + 1}) {
        EXPECT_EQ(matching_step(secret, totp_code(secret, step), seconds, 0), step);
        EXPECT_FALSE(matching_step(secret, totp_code(secret, step), seconds, step));
    }
    EXPECT_FALSE(matching_step(secret, totp_code(secret, now - 2), seconds, 0));
    EXPECT_FALSE(matching_step(secret, totp_code(secret, now + 2), seconds, 0));
    EXPECT_FALSE(matching_step(secret, "", seconds, 0));
}

TEST(Base32, FollowsRfc4648)
{
    EXPECT_EQ(base32("f"), "MY");
    EXPECT_EQ(base32("fo"), "MZXQ");
    EXPECT_EQ(base32("foo"), "MZXW6");
    EXPECT_EQ(base32("foob"), "MZXW6YQ");
    EXPECT_EQ(base32("foobar"), "MZXW6YTBOI");
    EXPECT_EQ(otpauth_uri("foobar", "Ming ji", "绩效"),
              "otpauth://totp/Ming%20ji:%E7%BB%A9%E6%95%88?secret=MZXW6YTBOI&issuer=Ming%20ji&algorithm=SHA1&digits=6"
              "&period=30");
}

TEST(Lockout, LetsFourPassAndLocksWithTheFifth)
{
    const std::int64_t now = 1'000'000'000;
    Tries tries;
    for (int i = 1; i <= 4; ++i) {
        tries = one_more(tries, now).value();
        EXPECT_EQ(tries.failures, i);
        EXPECT_EQ(tries.locked_until_ms, 0);
    }
    tries = one_more(tries, now).value();  // the fifth is still looked at
    EXPECT_EQ(tries.locked_until_ms, now + 600'000);
    EXPECT_FALSE(one_more(tries, now));
    EXPECT_FALSE(one_more(tries, now + 599'999));
    EXPECT_TRUE(one_more(tries, now + 600'000));
}

TEST(Lockout, GrowsUpToADayAndIsForgottenAfterAQuietDay)
{
    constexpr std::int64_t minute = 60'000;
    std::int64_t now = 1'000'000'000;
    Tries tries;
    for (const std::int64_t minutes : {10, 20, 40, 80, 160, 320, 640, 1280, 1440, 1440, 1440}) {
        for (int i = 0; i < 5; ++i) tries = one_more(tries, now).value();
        EXPECT_EQ(tries.locked_until_ms - now, minutes * minute);
        now = tries.locked_until_ms;
    }
    const auto later = one_more(tries, now + 1440 * minute + 1);
    ASSERT_TRUE(later);
    EXPECT_EQ(later->locks, 0);
    EXPECT_EQ(later->failures, 1);
}

TEST(Lockout, ALockFromBeforeTheClockWasSetBackDoesNotLastForAYear)
{
    const std::int64_t now = 1'000'000'000'000;
    const Tries tries{0, 1, now + std::int64_t{365} * 86'400'000, now + std::int64_t{365} * 86'400'000};
    EXPECT_TRUE(one_more(tries, now));
}

struct PasswordCase {
    const char* name;
    const char* password;
    const char* refusal;  // behind identity.password.; empty when it may be used
};

const PasswordOwner owner{"zhangsan", {"示例区机关事务服务中心", "张三丰"}, false};
const PasswordOwner with_second_factor{"zhangsan", {}, true};

std::string refusal_of(const char* profile, const PasswordOwner& of, const std::string& password)
{
    static const CommonPasswords common = common_passwords();
    const auto result = check_password(password_profile(profile).value(), common, of, password);
    return result ? "" : result.error().code.substr(std::string{"identity.password."}.size());
}

class Dengbao : public testing::TestWithParam<PasswordCase> {};

TEST_P(Dengbao, SaysWhy)
{
    EXPECT_EQ(refusal_of("dengbao", owner, GetParam().password), GetParam().refusal) << GetParam().password;
}

INSTANTIATE_TEST_SUITE_P(
    Passwords, Dengbao,
    testing::Values(
        PasswordCase{"NineLetters", "Tq7!mvKx9", "too_short"}, PasswordCase{"TenLetters", "Tq7!mvKx9p", ""},
        PasswordCase{"TwoClasses", "tqmvkxpwz7", "too_few_classes"}, PasswordCase{"ThreeClasses", "tqmvkxPwz7", ""},
        PasswordCase{"ChineseLettersAreAClass", "云梦tqmvkx77", ""},
        PasswordCase{"TwoLettersOfTheAccount", "Tq7!zhKx9p", ""},
        PasswordCase{"ThreeLettersOfTheAccount", "Tq7!zhaKx9p", "holds_account"},
        PasswordCase{"InAnyCase", "Tq7!SANx9p", "holds_account"},
        PasswordCase{"UnitName", "Tq7!示例区机关事务服务中心", "holds_context"},
        PasswordCase{"PersonName", "Tq7!mvK张三丰", "holds_context"},
        PasswordCase{"ProductName", "MingJi#2026q", "holds_context"},
        PasswordCase{"WordAndYear", "Password@2024", "common"}, PasswordCase{"LookAlikes", "P@ssw0rd2024!", "common"},
        PasswordCase{"ChinesePhrase", "Woaini1314!!", "common"}, PasswordCase{"Keyboard", "Qwertyuiop1!", "common"},
        PasswordCase{"KeyboardColumns", "1qaz@WSX3edc", "common"}, PasswordCase{"Alphabet", "Abcdefg123!", "common"},
        PasswordCase{"FewLetters", "Aa1!Aa1!Aa1!", "common"}, PasswordCase{"Office", "Admin@888888", "common"},
        PasswordCase{"WordInsideOthers", "Tq7dragonmvKx9p", ""}),
    [](const auto& test) { return test.param.name; });

TEST(Asvs, AsksForLengthAlone)
{
    EXPECT_EQ(refusal_of("asvs", owner, "tqmvkxpwzbgdfj"), "too_short");  // 14
    EXPECT_EQ(refusal_of("asvs", owner, "tqmvkxpwzbgdfjr"), "");          // 15, one class
    EXPECT_EQ(refusal_of("asvs", with_second_factor, "tqmvkxp"), "too_short");
    EXPECT_EQ(refusal_of("asvs", with_second_factor, "tqmvkxpw"), "");
    EXPECT_EQ(refusal_of("asvs", with_second_factor, "sunshine"), "common");
    EXPECT_EQ(refusal_of("asvs", owner, "123456789012345"), "common");
}

TEST(Profiles, BothTakeLongPassphrasesAndHoldWhatTheyPromise)
{
    std::string longest;
    for (int i = 0; i < 128; ++i) longest += static_cast<char>("kq7!Vz2m"[i % 8]);
    for (const char* const profile : {"dengbao", "asvs"}) {
        EXPECT_EQ(refusal_of(profile, owner, longest), "");
        EXPECT_EQ(refusal_of(profile, owner, longest + "x"), "too_long");
    }
    const PasswordProfile dengbao = password_profile("dengbao").value();
    EXPECT_EQ(dengbao.rotation_days, 90);
    EXPECT_EQ(dengbao.history, 5);
    EXPECT_EQ(dengbao.cost, base::HashCost{});
    EXPECT_EQ(password_profile("none").error().code, "identity.password.profile_unknown");
    EXPECT_GE(common_passwords().size(), 3'000U);
    EXPECT_FALSE(common_passwords().contains(""));
}

TEST(Grant, HasNoWayButForward)
{
    using State = GrantState;
    using Act = GrantAct;
    const std::vector<std::tuple<State, Act, std::optional<State>>> table{
        {State::proposed, Act::approve, State::active},
        {State::proposed, Act::refuse, State::refused},
        {State::proposed, Act::revoke, {}},
        {State::active, Act::approve, {}},
        {State::active, Act::refuse, {}},
        {State::active, Act::revoke, State::revoked},
        {State::refused, Act::approve, {}},
        {State::refused, Act::refuse, {}},
        {State::refused, Act::revoke, {}},
        {State::revoked, Act::approve, {}},
        {State::revoked, Act::refuse, {}},
        {State::revoked, Act::revoke, {}}};
    for (const auto& [state, act, expected] : table) {
        const auto result = after(state, act);
        EXPECT_EQ(result.has_value(), expected.has_value());
        if (expected && result) {
            EXPECT_EQ(*result, *expected);
        }
    }
}

TEST(Roles, AdministratorsHoldNothingElse)
{
    for (const Role& a : roles())
        for (const Role& b : roles()) {
            if (a.code == b.code) continue;
            const auto result = check_may_hold(a.code, {{std::string{b.code}, Scope::unit}});
            EXPECT_EQ(result.has_value(), !a.is_administrator && !b.is_administrator) << a.code << " " << b.code;
        }
    EXPECT_EQ(check_may_hold("section", {{"section", Scope::own}}).error().code, "identity.grant.already_there");
    EXPECT_EQ(check_may_hold("root", {}).error().code, "identity.role.unknown");
}

TEST(Roles, AdministratorsSeeNoBusinessAndNobodyElseAdministers)
{
    for (const Role& role : roles())
        for (const std::string_view permission : role.permissions) {
            // A job is shown to whoever may read what it is about: an administrator sees those of the system.
            const bool is_shared = permission == "desk.use" || permission.starts_with("jobs.");
            const bool is_administration = permission.starts_with("identity.") || permission.starts_with("audit.") ||
                                           permission.starts_with("system.");
            EXPECT_TRUE(is_shared || is_administration == role.is_administrator) << role.code << " " << permission;
        }
}

TEST(Rights, EachPermissionReachesAsFarAsARoleThatGivesIt)
{
    const Rights rights = rights_of({{"performance", Scope::unit}, {"reviewer", Scope::all}});
    const Place home{"a", "/r/a/"};
    const Place other{"b", "/r/b/"};
    EXPECT_TRUE(permissions_at(rights, home, home).contains("budget.edit"));
    EXPECT_TRUE(permissions_at(rights, home, other).contains("budget.read"));
    EXPECT_FALSE(permissions_at(rights, home, other).contains("budget.edit"));
}

TEST(Rights, OnlyWhoReachesEverybodyHasThoseOverTheWholeInstallation)
{
    for (const char* const role : {"sysadmin", "secadmin"}) {
        for (const Scope scope : {Scope::unit, Scope::unit_and_below})
            EXPECT_FALSE(rights_of({{role, scope}}).permissions.contains("system.read")) << role;
        EXPECT_TRUE(rights_of({{role, Scope::all}}).permissions.contains("system.read")) << role;
    }
    EXPECT_TRUE(rights_of({{"sysadmin", Scope::unit}}).permissions.contains("identity.people"));
}

TEST(Rights, WhoAsksForARestorationIsNotWhoApprovesIt)
{
    for (const Role& role : roles()) {
        const auto& held = rights_of({{std::string{role.code}, Scope::all}}).permissions;
        EXPECT_FALSE(held.contains("system.restore") && held.contains("system.approve")) << role.code;
    }
}

TEST(OrgKinds, StandInOrder)
{
    using Kind = OrgKind;
    EXPECT_TRUE(may_stand_below(Kind::unit, Kind::region));
    EXPECT_TRUE(may_stand_below(Kind::unit, Kind::unit));
    EXPECT_TRUE(may_stand_below(Kind::section, Kind::unit));
    EXPECT_FALSE(may_stand_below(Kind::region, Kind::unit));
    EXPECT_FALSE(may_stand_below(Kind::department, Kind::unit));
    EXPECT_FALSE(may_stand_below(Kind::section, Kind::section));
}

}  // namespace
}  // namespace identity
