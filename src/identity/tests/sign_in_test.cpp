// SPDX-License-Identifier: Apache-2.0
#include <atomic>
#include <thread>

#include "identity/core/totp.h"
#include "identity/second_factor.h"
#include "identity/tests/signing_in.h"
#include "sql/database.h"

namespace identity {
namespace {

class SignInTest : public SigningIn {
protected:
    // Somebody with a second factor: their secret.
    std::string add_second_factor(const std::string& account)
    {
        const Opened session = sign_in(account, password_of(account)).value();
        const base::Actor actor = actor_of(session.visitor);
        SecondFactor factor{*db, clock, *door};
        const Enrolment enrolment = factor.begin(actor, session.visitor, {}).value();
        const std::string secret = secret_of(enrolment.secret);
        EXPECT_TRUE(factor.confirm(actor, session.visitor, code_of(secret), origin));
        clock.advance(30'000);
        return secret;
    }

    static std::string secret_of(const std::string& base32_text)
    {
        constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        std::string bytes;
        unsigned waiting = 0;
        int bits = 0;
        for (const char c : base32_text) {
            waiting = (waiting << 5U | static_cast<unsigned>(digits.find(c))) & 0xFFFFU;
            bits += 5;
            if (bits < 8) continue;
            bits -= 8;
            bytes += static_cast<char>(waiting >> bits & 0xFFU);
        }
        return bytes;
    }

    std::string code_of(const std::string& secret) const
    {
        return totp_code(secret, clock.seconds_since_1970() / totp_step_seconds);
    }

    std::string refusal(const base::Result<Opened>& result) { return result ? "" : result.error().code; }
};

TEST_P(SignInTest, OpensASessionAndRecordsItOnce)
{
    add_with_password("zhang", {{"performance", Scope::unit}});
    const auto before = records().size();
    const auto opened = sign_in("zhang", password_of("zhang"));
    ASSERT_TRUE(opened);
    EXPECT_TRUE((Sessions{*db, clock}.find(opened->token)));
    EXPECT_EQ(records().size(), before + 1);
    EXPECT_EQ(last_action(), "identity.session.open");
    EXPECT_EQ(last_detail(), "password");
    // Who reads the database finds neither the token nor the password.
    const auto dot = opened->token.find('.');
    const auto rows = db->query("SELECT token_digest FROM identity_session WHERE token_digest = :token",
                                {{"token", opened->token.substr(dot + 1)}});
    EXPECT_TRUE(rows.empty());
    EXPECT_TRUE(db->query("SELECT password FROM identity_person WHERE account = 'zhang'")
                    .front()
                    .text("password")
                    .starts_with("$argon2id$"));
}

TEST_P(SignInTest, AnswersAlikeWhateverIsWrongAndRecordsWhy)
{
    add_with_password("zhang");
    add("ohne");  // has no password
    const PersonId gone = add_with_password("gone");
    ASSERT_TRUE((People{*db, clock}.change(operator_, gone, {.is_active = false})));
    struct Case {
        const char* account;
        std::string password;
        const char* why;
    };
    for (const auto& [account, password, why] :
         {Case{"zhang", "wrong", "wrong_password"}, Case{"nobody", "wrong", "unknown_account"},
          Case{"ohne", "", "wrong_password"}, Case{"gone", password_of("gone"), "disabled"}}) {
        const auto before = records().size();
        EXPECT_EQ(refusal(sign_in(account, password)), "identity.sign_in.refused") << account;
        EXPECT_EQ(records().size(), before + 1);
        EXPECT_EQ(last_action(), "identity.session.refuse");
        EXPECT_EQ(last_detail(), why);
    }
    EXPECT_EQ(records().back().actor, "gone");
    // What was typed as an account may be a password.
    sign_in("Geheim2026!", "x").error();
    EXPECT_EQ(records().back().actor, "Ge…");
}

TEST_P(SignInTest, LocksAfterFiveFailuresAlsoForTheRightPasswordAndForAccountsThatAreNotThere)
{
    add_with_password("zhang");
    for (const char* const account : {"zhang", "nobody"}) {
        for (int i = 0; i < 5; ++i) EXPECT_EQ(refusal(sign_in(account, "wrong")), "identity.sign_in.refused");
        EXPECT_EQ(refusal(sign_in(account, password_of(account))), "identity.sign_in.refused");
        EXPECT_EQ(last_detail(), "locked");
    }
    clock.advance(599'999);
    EXPECT_FALSE(sign_in("zhang", password_of("zhang")));
    clock.advance(1);
    EXPECT_TRUE(sign_in("zhang", password_of("zhang")));
    // A success forgets them.
    for (int i = 0; i < 4; ++i) EXPECT_FALSE(sign_in("zhang", "wrong"));
    EXPECT_TRUE(sign_in("zhang", password_of("zhang")));
    for (int i = 0; i < 4; ++i) EXPECT_FALSE(sign_in("zhang", "wrong"));
    EXPECT_TRUE(sign_in("zhang", password_of("zhang")));
}

TEST_P(SignInTest, EvaluatesFiveOfThirtyTwoTriesThatComeAtOnce)
{
    add_with_password("zhang");
    db.reset();
    const auto database = sql::Database::open(target(), 32);
    std::atomic<bool> go{false};
    std::vector<std::thread> threads;
    for (int i = 0; i < 32; ++i)
        threads.emplace_back([&, i] {
            while (!go) std::this_thread::yield();
            const auto lease = database->lease();
            SignIn signing{*lease, clock, *door};
            static_cast<void>(signing.with_password({"zhang", "wrong " + std::to_string(i), {}}, origin));
        });
    go = true;
    for (std::thread& thread : threads) thread.join();
    const auto lease = database->lease();
    int evaluated = 0;
    int locked = 0;
    for (const AuditRecord& record : Organisations{*lease, clock}.audit(operator_.org)) {
        if (record.change.action != "identity.session.refuse") continue;
        ++(record.change.detail == "locked" ? locked : evaluated);
    }
    EXPECT_EQ(evaluated, 5);
    EXPECT_EQ(locked, 27);
}

TEST_P(SignInTest, AsksForTheSecondFactorOnceThePasswordIsRight)
{
    add_with_password("zhang");
    const std::string secret = add_second_factor("zhang");
    EXPECT_EQ(refusal(sign_in("zhang", password_of("zhang"))), "identity.second_factor.needed");
    EXPECT_EQ(refusal(sign_in("zhang", "wrong", code_of(secret))), "identity.sign_in.refused");
    EXPECT_EQ(refusal(sign_in("zhang", password_of("zhang"), "000000")), "identity.sign_in.refused");
    EXPECT_EQ(last_detail(), "wrong_second_factor");
    const std::string code = code_of(secret);
    EXPECT_TRUE(sign_in("zhang", password_of("zhang"), code));
    EXPECT_EQ(refusal(sign_in("zhang", password_of("zhang"), code)), "identity.sign_in.refused");  // used
    clock.advance(30'000);
    EXPECT_TRUE(sign_in("zhang", password_of("zhang"), code_of(secret)));
}

TEST_P(SignInTest, KeepsTheSecretSealedAndInItsRow)
{
    add_with_password("zhang");
    add_with_password("li");
    const std::string secret = add_second_factor("zhang");
    add_second_factor("li");
    const std::string sealed =
        db->query("SELECT totp_secret FROM identity_person WHERE account = 'zhang'").front().text("totp_secret");
    EXPECT_EQ(sealed.find(base32(secret)), std::string::npos);
    EXPECT_EQ(sealed.find(base::hex(secret)), std::string::npos);
    // Somebody who may write to the database gives li the factor that they know.
    db->execute("UPDATE identity_person SET totp_secret = :sealed WHERE account = 'li'", {{"sealed", sealed}});
    EXPECT_EQ(refusal(sign_in("li", password_of("li"), code_of(secret))), "identity.sign_in.refused");
}

TEST_P(SignInTest, ACodeIsNoWayAroundTheSecondFactor)
{
    const PersonId person = add_with_password("zhang");
    const std::string secret = add_second_factor("zhang");
    Sessions sessions{*db, clock};
    SignIn signing{*db, clock, *door};
    const std::string code = sessions.issue_code(operator_, person, 15).value();
    EXPECT_EQ(refusal(signing.with_code(code, {}, origin)), "identity.second_factor.needed");
    EXPECT_EQ(refusal(signing.with_code(code, "000000", origin)), "identity.code.not_valid");
    EXPECT_EQ(refusal(signing.with_code(code, code_of(secret), origin)), "identity.code.not_valid");  // used up
    const std::string second = sessions.issue_code(operator_, person, 15).value();
    EXPECT_TRUE(signing.with_code(second, code_of(secret), origin));
}

TEST_P(SignInTest, ACodeIsGoodOnceForItsTimeAndUntilTheNextOne)
{
    const PersonId person = add("zhang");
    Sessions sessions{*db, clock};
    SignIn signing{*db, clock, *door};
    const std::string first = sessions.issue_code(operator_, person, 15).value();
    const std::string second = sessions.issue_code(operator_, person, 15).value();
    EXPECT_EQ(refusal(signing.with_code(first, {}, origin)), "identity.code.not_valid");
    EXPECT_TRUE(signing.with_code(second, {}, origin));
    EXPECT_EQ(refusal(signing.with_code(second, {}, origin)), "identity.code.not_valid");
    const std::string third = sessions.issue_code(operator_, person, 15).value();
    clock.advance(15 * 60'000 + 1);
    EXPECT_EQ(refusal(signing.with_code(third, {}, origin)), "identity.code.not_valid");
    EXPECT_EQ(last_action(), "identity.session.refuse");
    for (const char* const bad : {"", ".", "x", "x.", ".x", "nowhere.0123456789"})
        EXPECT_EQ(refusal(signing.with_code(bad, {}, origin)), "identity.code.not_valid") << bad;
}

TEST_P(SignInTest, NoAdministratorSignsInAsAnother)
{
    const PersonId auditor = add("shenji", {{"auditor", Scope::all}});
    const PersonId person = add("zhang", {{"performance", Scope::unit}});
    base::Actor sysadmin = operator_;
    sysadmin.unrestricted = false;
    sysadmin.permissions = {"identity.people"};
    Sessions sessions{*db, clock};
    EXPECT_EQ(sessions.issue_code(sysadmin, auditor, 15).error().code, "identity.code.of_administrator");
    EXPECT_TRUE(sessions.issue_code(sysadmin, person, 15));
    EXPECT_TRUE(sessions.issue_code(operator_, auditor, 15));
}

TEST_P(SignInTest, MakesAHashAnewWhenTheProfileAsksForAnotherCost)
{
    add_with_password("zhang");
    PasswordProfile dearer = cheap_profile();
    dearer.cost.passes = 2;
    door = std::make_unique<Doorkeeper>(dearer, folder, 2, 64);
    const auto hash = [&] {
        return db->query("SELECT password FROM identity_person WHERE account = 'zhang'").front().text("password");
    };
    EXPECT_TRUE(base::is_made_with(hash(), cheap_profile().cost));
    EXPECT_FALSE(sign_in("zhang", "wrong"));
    EXPECT_TRUE(base::is_made_with(hash(), cheap_profile().cost));
    EXPECT_TRUE(sign_in("zhang", password_of("zhang")));
    EXPECT_TRUE(base::is_made_with(hash(), dearer.cost));
    EXPECT_TRUE(sign_in("zhang", password_of("zhang")));
}

TEST_P(SignInTest, SendsAwayWhoeverComesWhenTooManyWait)
{
    add_with_password("zhang");
    door = std::make_unique<Doorkeeper>(cheap_profile(), folder, 1, 0);
    const auto turn = door->passwords.gate().enter();
    EXPECT_EQ(refusal(sign_in("zhang", password_of("zhang"))), "identity.sign_in.busy");
    const auto tries = db->query("SELECT account FROM identity_failure");
    EXPECT_TRUE(tries.empty());  // it was no try
}

MINGJI_EACH_ENGINE(SignInTest);

TEST(HashGate, LetsTwoInAndTheNextWhenOneLeaves)
{
    HashGate gate{2, 1};
    auto first = gate.enter();
    auto second = gate.enter();
    ASSERT_TRUE(first && second);
    std::atomic<bool> is_in{false};
    std::thread waiting{[&] {
        const auto third = gate.enter();
        is_in = third.has_value();
    }};
    first.reset();
    waiting.join();
    EXPECT_TRUE(is_in);
    EXPECT_TRUE(gate.enter());
}

}  // namespace
}  // namespace identity
