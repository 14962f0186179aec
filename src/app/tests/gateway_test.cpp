// SPDX-License-Identifier: Apache-2.0
#include "app/serve/gateway.h"

#include "app/tests/served.h"
#include "sql/tests/each_engine.h"

namespace app {
namespace {

using http::Method;
using identity::Scope;

class GatewayTest : public sql::EachEngine {
protected:
    std::vector<std::span<const sql::Migration>> slices() const override { return schema(); }

    void SetUp() override
    {
        EachEngine::SetUp();
        if (IsSkipped()) return;
        db.reset();
        served = std::make_unique<Served>(target());
        unit = served->add_org("unit");
    }
    void TearDown() override
    {
        served.reset();
        EachEngine::TearDown();
    }

    // An administrator who has done what is asked of them first.
    Browser administrator(const std::string& role, Scope scope = Scope::all)
    {
        const std::string person = served->add_person(unit, role, {{role, scope}});
        Browser browser = served->sign_in(unit, person);
        served->give_second_factor(person);
        return browser;
    }
    std::string set_password(const Browser& browser, const std::string& password)
    {
        const Answer answer =
            served->post("/api/v1/identity/password", browser, R"({"password":")" + password + R"("})");
        EXPECT_EQ(answer.status, 200) << answer.body;
        return answer.header("Set-Cookie");
    }
    bool works(const Browser& browser) { return served->get("/api/v1/identity/me", browser).status == 200; }

    std::unique_ptr<Served> served;
    base::OrgId unit;
};

TEST_P(GatewayTest, ARoleCountsUntilTheNextRequestAfterItWasTakenBack)
{
    const Browser sysadmin = administrator("sysadmin");
    const Browser secadmin = administrator("secadmin");
    const std::string person = served->add_person(unit, "li");
    const Answer proposed =
        served->post("/api/v1/identity/people/" + person + "/grants", sysadmin, R"({"role":"section","scope":"unit"})");
    ASSERT_EQ(proposed.status, 201) << proposed.body;
    const std::string grant = "/api/v1/identity/grants/" + proposed.text("id");
    EXPECT_EQ(served->post(grant + "/decision", sysadmin, R"({"decision":"approve"})").status, 403);
    ASSERT_EQ(served->post(grant + "/decision", secadmin, R"({"decision":"approve"})").status, 200);
    const Browser li = served->sign_in(unit, person);
    EXPECT_EQ(served->get("/api/v1/identity/organisations", li).status, 200);
    ASSERT_EQ(served->post(grant + "/revocation", secadmin, "{}").status, 200);
    EXPECT_EQ(served->get("/api/v1/identity/organisations", li).status, 401);
    const Browser again = served->sign_in(unit, person);
    EXPECT_EQ(served->get("/api/v1/identity/organisations", again).status, 403);
}

// A row of the database is changed behind the server's back: nothing is remembered from the request before.
TEST_P(GatewayTest, RightsAreReadAnewForEveryRequest)
{
    const std::string person = served->add_person(unit, "li", {{"section", Scope::unit}});
    const Browser li = served->sign_in(unit, person);
    EXPECT_EQ(served->get("/api/v1/identity/organisations", li).status, 200);
    {
        const auto lease = served->database().lease();
        sql::Transaction transaction{*lease};
        lease->execute("UPDATE identity_grant SET state = 'revoked'");
        transaction.commit();
    }
    EXPECT_EQ(served->get("/api/v1/identity/organisations", li).status, 403);
    EXPECT_EQ(served->last_record(unit).change.action, "request.refuse");
}

TEST_P(GatewayTest, TheCookieIsWhatItHasToBe)
{
    const std::string person = served->add_person(unit, "li");
    const Answer opened =
        served->post("/api/v1/identity/code-sessions", {}, R"({"code":")" + served->code_for(unit, person) + R"("})");
    const std::string cookie = opened.header("Set-Cookie");
    const std::string token = cookie.substr(11, cookie.find(';') - 11);
    EXPECT_EQ(cookie, "__Host-sid=" + token + "; Path=/; Secure; HttpOnly; SameSite=Strict");
    EXPECT_EQ(token.size(), std::string{"unit."}.size() + 48);  // 192 bits
    EXPECT_EQ(opened.body.find(token), std::string::npos);
    const Answer ended = served->post("/api/v1/identity/sign-out", Served::browser_of(opened));
    EXPECT_EQ(ended.status, 204);
    EXPECT_EQ(ended.header("Set-Cookie"), "__Host-sid=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0");
}

// Whoever knows a token from before has nothing of it afterwards.
TEST_P(GatewayTest, EveryStepUpComesWithANewToken)
{
    const std::string person = served->add_person(unit, "li");
    const std::string code = served->code_for(unit, person);
    const Browser planted{"__Host-sid=unit.0123456789abcdef", "x"};
    const Answer opened =
        served->ask({Method::post, "/api/v1/identity/code-sessions", R"({"code":")" + code + R"("})", planted});
    const Browser first = Served::browser_of(opened);
    EXPECT_NE(first.cookie, planted.cookie);
    EXPECT_FALSE(works(planted));
    const Answer changed = served->post("/api/v1/identity/password", first, R"({"password":"quark 7 geheim"})");
    const Browser second = Served::browser_of(changed);
    EXPECT_FALSE(works(first));
    EXPECT_TRUE(works(second));
    ASSERT_EQ(served->post("/api/v1/identity/sign-out", second).status, 204);
    EXPECT_FALSE(works(second));
    const Answer again =
        served->post("/api/v1/identity/sessions", {}, R"({"account":"li","password":"quark 7 geheim"})");
    EXPECT_EQ(again.status, 201) << again.body;
    const Browser third = Served::browser_of(again);
    EXPECT_TRUE(works(third));
    EXPECT_FALSE(works(first));
    EXPECT_FALSE(works(second));
}

TEST_P(GatewayTest, WhoHasToChangeAPasswordIsToldTheRules)
{
    const std::string rules = "/api/v1/identity/password";
    const std::string code = served->code_for(unit, served->add_person(unit, "li"));
    const Browser browser = Served::browser_of(
        served->ask({Method::post, "/api/v1/identity/code-sessions", R"({"code":")" + code + R"("})", {}}));
    ASSERT_EQ(served->get("/api/v1/identity/people", browser).status, 403);
    const Answer told = served->get(rules, browser);
    EXPECT_EQ(told.status, 200) << told.body;
    EXPECT_NE(told.body.find(R"("least_letters":)"), std::string::npos) << told.body;
    EXPECT_EQ(served->get(rules, {}).status, 401);
}

TEST_P(GatewayTest, OnlyOurOwnPageChangesAnything)
{
    const Browser sysadmin = administrator("sysadmin");
    const std::string target = "/api/v1/identity/people";
    int number = 0;
    const auto body = [&] { return R"({"account":"p)" + std::to_string(++number) + R"(","name":"x"})"; };
    const auto status = [&](Browser browser, std::vector<std::pair<std::string, std::string>> headers) {
        return served->ask({Method::post, target, body(), std::move(browser), std::move(headers)}).status;
    };
    const std::int64_t before = served->audit_records();
    Browser no_token = sysadmin;
    no_token.csrf.clear();
    EXPECT_EQ(status(no_token, {}), 403);
    Browser wrong_token = sysadmin;
    wrong_token.csrf.back() = wrong_token.csrf.back() == '0' ? '1' : '0';
    EXPECT_EQ(status(wrong_token, {}), 403);
    EXPECT_EQ(status(sysadmin, {{"sec-fetch-site", "cross-site"}}), 403);
    EXPECT_EQ(status(sysadmin, {{"sec-fetch-site", "same-site"}}), 403);
    EXPECT_EQ(status(sysadmin, {{"sec-fetch-site", "none"}}), 403);
    EXPECT_EQ(status(sysadmin, {{"sec-fetch-site", ""}, {"origin", "http://evil.example"}}), 403);
    EXPECT_EQ(status(sysadmin, {{"sec-fetch-site", ""}, {"origin", "null"}}), 403);
    EXPECT_EQ(served->audit_records(), before + 7);  // each of them a refused authorisation
    EXPECT_EQ(status(sysadmin, {{"content-type", "text/plain"}}), 415);
    EXPECT_EQ(status(sysadmin, {{"content-type", "application/x-www-form-urlencoded"}}), 415);
    EXPECT_EQ(status(sysadmin, {{"content-type", ""}}), 415);
    EXPECT_EQ(served->get("/api/v1/identity/sign-out", sysadmin).status, 405);
    EXPECT_EQ(served->get("/api/v1/identity/people/x/code", sysadmin).status, 405);
    EXPECT_EQ(served->audit_records(), before + 7);
    // Nobody came in by any of these, and the right way works.
    EXPECT_EQ(boost::json::serialize(served->get(target, sysadmin).json).find("\"account\":\"p"), std::string::npos);
    EXPECT_EQ(status(sysadmin, {}), 201);
    EXPECT_EQ(status(sysadmin, {{"sec-fetch-site", ""}, {"origin", "http://127.0.0.1:8080"}}), 201);
    EXPECT_EQ(status(sysadmin, {{"sec-fetch-site", ""}}), 201);  // a program
    // Signing in from a foreign page, too: the victim would work in the attacker's session.
    EXPECT_EQ(served
                  ->ask({Method::post,
                         "/api/v1/identity/sessions",
                         R"({"account":"a","password":"b"})",
                         {},
                         {{"sec-fetch-site", "cross-site"}}})
                  .status,
              403);
}

TEST_P(GatewayTest, WhoMustChangeThePasswordDoesNothingElse)
{
    const Browser sysadmin = administrator("sysadmin");
    const std::string person = served->add_person(unit, "li", {{"performance", Scope::unit}});
    const Answer issued = served->post("/api/v1/identity/people/" + person + "/code", sysadmin);
    ASSERT_EQ(issued.status, 201) << issued.body;
    const Browser li = Served::browser_of(
        served->post("/api/v1/identity/code-sessions", {}, R"({"code":")" + issued.text("code") + R"("})"));
    const std::int64_t before = served->audit_records();
    int refused = 0;
    for (const http::Route& route : served->router().routes()) {
        if (route.access != http::Access::granted) continue;
        const Answer answer = served->ask({route.method, route.path, "{}", li, {{"content-type", ""}}});
        if (answer.status == 415) continue;
        EXPECT_EQ(answer.code(), "identity.password.must_change") << route.operation;
        ++refused;
    }
    EXPECT_GT(refused, 10);
    EXPECT_EQ(served->post("/api/v1/identity/second-factor", li, "{}").code(), "identity.password.must_change");
    EXPECT_EQ(served->get("/api/v1/identity/me", li).status, 200);
    const Browser changed =
        Served::browser_of(served->post("/api/v1/identity/password", li, R"({"password":"quark 7 geheim"})"));
    EXPECT_EQ(served->get("/api/v1/identity/organisations", changed).status, 200);
    // Being asked for a password is no refused right. (second-factor answered 403 and is one, the change is another.)
    EXPECT_EQ(served->audit_records(), before + 2);
}

TEST_P(GatewayTest, AdministratorsSetASecondFactorFirst)
{
    const std::string person = served->add_person(unit, "xitong", {{"sysadmin", Scope::all}});
    const Browser browser = served->sign_in(unit, person);
    EXPECT_EQ(served->get("/api/v1/identity/people", browser).code(), "identity.second_factor.must_set");
    const Answer begun = served->post("/api/v1/identity/second-factor", browser, "{}");
    EXPECT_EQ(begun.status, 201) << begun.body;
    EXPECT_TRUE(begun.text("uri").starts_with("otpauth://totp/Mingji:xitong?secret=" + begun.text("secret") + "&"));
    EXPECT_EQ(served->post("/api/v1/identity/second-factor/confirmation", browser, R"({"code":"x"})").code(),
              "identity.second_factor.code_wrong");
}

TEST_P(GatewayTest, ARefusedRightIsRecordedOnce)
{
    const Browser li = served->sign_in(unit, served->add_person(unit, "li", {{"section", Scope::unit}}));
    served->add_org("other");
    const std::int64_t before = served->audit_records();
    EXPECT_EQ(served->get("/api/v1/identity/people", li).status, 403);
    EXPECT_EQ(served->get("/api/v1/identity/organisations?org=other", li).status, 404);
    EXPECT_EQ(served->get("/api/v1/identity/organisations/other", li).status, 404);
    EXPECT_EQ(served->get("/api/v1/identity/sessions?all=true", li).status, 403);
    EXPECT_EQ(served->audit_records(), before + 4);
    const identity::AuditRecord record = served->last_record(unit);
    EXPECT_EQ(record.actor, "li");
    EXPECT_EQ(record.origin, "127.0.0.1");
    EXPECT_EQ(record.change.subject, "GET /api/v1/identity/sessions");
    EXPECT_EQ(record.change.detail, "identity.session.forbidden");
    EXPECT_EQ(served->get("/api/v1/identity/organisations").status, 401);  // nobody: nothing to record
    EXPECT_EQ(served->audit_records(), before + 4);
}

TEST_P(GatewayTest, AnUnknownAccountAWrongPasswordAndALockLookAlike)
{
    const Browser li = served->sign_in(unit, served->add_person(unit, "li"));
    set_password(li, "quark 7 geheim");
    const auto answer = [&](const std::string& account) {
        Answer refused =
            served->post("/api/v1/identity/sessions", {}, R"({"account":")" + account + R"(","password":"wrong"})");
        refused.json.as_object().erase("trace_id");
        return std::pair{refused.status, boost::json::serialize(refused.json)};
    };
    const auto wrong = answer("li");
    EXPECT_EQ(wrong.first, 401);
    EXPECT_EQ(answer("nobody"), wrong);
    for (int i = 0; i < 5; ++i) EXPECT_EQ(answer("li"), wrong);  // locked by now
    EXPECT_EQ(served->last_record(unit).change.detail, "locked");
}

TEST_P(GatewayTest, SaysWhenToComeBackWhenTooManySignIn)
{
    std::vector<identity::HashGate::Turn> turns;
    identity::Doorkeeper full{cheap_profile(), std::filesystem::temp_directory_path() / ("full" + base::random_hex(4)),
                              1, 0};
    turns.push_back(*full.passwords.gate().enter());
    EXPECT_FALSE(full.passwords.gate().enter());
    http::Router router;
    identity::add_identity_routes(router, [&]() -> identity::Doorkeeper& { return full; });
    http::EventHub events{"x"};
    Gateway gateway{{served->database(), router, served->clock, ".", events}};
    http::Request request;
    request.method = Method::post;
    request.path = "/api/v1/identity/sessions";
    request.body = R"({"account":"a","password":"b"})";
    gateway.plan(request);
    const http::Response response = gateway.answer(request);
    EXPECT_EQ(response.status, 429);
    EXPECT_EQ(response.problem->error.code, "identity.sign_in.busy");
    bool says_when = false;
    for (const auto& [name, value] : response.headers) says_when = says_when || name == "Retry-After";
    EXPECT_TRUE(says_when);
}

TEST_P(GatewayTest, KeepsNoSecretToAnswerAgain)
{
    const Browser sysadmin = administrator("sysadmin");
    const std::string person = served->add_person(unit, "li");
    const std::string code = served->post("/api/v1/identity/people/" + person + "/code", sysadmin).text("code");
    ASSERT_FALSE(code.empty());
    const Answer added = served->ask({Method::post,
                                      "/api/v1/identity/people",
                                      R"({"account":"wang","name":"x"})",
                                      sysadmin,
                                      {{"idempotency-key", "k"}}});
    EXPECT_EQ(added.status, 201);
    const Answer again = served->ask({Method::post,
                                      "/api/v1/identity/people",
                                      R"({"account":"wang","name":"x"})",
                                      sysadmin,
                                      {{"idempotency-key", "k"}}});
    EXPECT_EQ(again.status, 201);
    EXPECT_EQ(again.header("Idempotent-Replayed"), "true");
    EXPECT_EQ(again.body, added.body);
    const auto lease = served->database().lease();
    EXPECT_EQ(lease->query("SELECT key FROM identity_replay").size(), 1U);
}

TEST_P(GatewayTest, SetsUpAnEmptyInstallationOnce)
{
    EXPECT_TRUE(served->get("/api/v1/identity/setup").json.at("is_needed").as_bool());
    const std::string code = served->door().setup.issue(served->clock);
    const auto body = [](const std::string& with) {
        return R"({"code":")" + with + R"(","unit":"新单位","region_code":"420112","region_name":"示例区",
                   "sysadmin":{"account":"xitong","name":"系统"},"secadmin":{"account":"anquan","name":"安全"},
                   "auditor":{"account":"shenji","name":"审计"}})";
    };
    EXPECT_EQ(served->post("/api/v1/identity/setup", {}, body("wrong")).status, 403);
    EXPECT_EQ(served->post("/api/v1/identity/setup", {}, "{}").status, 400);
    const Answer made = served->post("/api/v1/identity/setup", {}, body(code));
    ASSERT_EQ(made.status, 201) << made.body;
    EXPECT_FALSE(served->get("/api/v1/identity/setup").json.at("is_needed").as_bool());
    EXPECT_EQ(served->post("/api/v1/identity/setup", {}, body(code)).status, 409);
    for (const auto& one : made.json.at("administrators").as_array()) {
        const Answer opened = served->post("/api/v1/identity/code-sessions", {},
                                           R"({"code":")" + std::string{one.at("code").as_string()} + R"("})");
        EXPECT_EQ(opened.status, 201);
        EXPECT_TRUE(opened.json.at("must_change_password").as_bool());
    }
}

TEST_P(GatewayTest, KeepsDraftsOverWhatWasSeen)
{
    const Browser li = served->sign_in(unit, served->add_person(unit, "li", {{"section", Scope::unit}}));
    const std::string draft = "/api/v1/identity/drafts/payment:2026";
    const std::int64_t before = served->audit_records();
    EXPECT_TRUE(served->get(draft, li).json.at("value").is_null());
    EXPECT_EQ(served->ask({Method::put, draft, R"({"value":1})", li}).status, 428);
    EXPECT_EQ(served->ask({Method::put, draft, R"({"value":1})", li, {{"if-match", "\"x\""}}}).status, 412);
    const Answer saved = served->change(Method::put, draft, li, R"({"value":{"金额":"1.00"}})");
    EXPECT_EQ(saved.status, 200) << saved.body;
    EXPECT_EQ(served->get(draft, li).body, saved.body);
    const Answer gone = served->change(Method::del, draft, li);
    EXPECT_EQ(gone.status, 200) << gone.body;
    EXPECT_TRUE(served->get(draft, li).json.at("value").is_null());
    EXPECT_EQ(served->audit_records(), before);  // one's own scratch paper
}

TEST_P(GatewayTest, ShowsTheAuditRecordToTheAuditorAlone)
{
    const Browser auditor = administrator("auditor");
    const Browser sysadmin = administrator("sysadmin");
    served->post("/api/v1/identity/people", sysadmin, R"({"account":"li","name":"=1+1"})");
    const Answer listed = served->get("/api/v1/identity/audit?action=identity.person&actor=sysadmin", auditor);
    ASSERT_EQ(listed.status, 200) << listed.body;
    EXPECT_EQ(listed.json.at("items").as_array().size(), 1U);
    EXPECT_EQ(served->get("/api/v1/identity/audit", sysadmin).status, 403);
    EXPECT_EQ(served->get("/api/v1/identity/audit?from=2026-13-01", auditor).status, 400);
    EXPECT_EQ(served->get("/api/v1/identity/audit?colour=red", auditor).status, 400);
    EXPECT_EQ(served->get("/api/v1/identity/audit?limit=201", auditor).status, 400);
    const Answer file = served->get("/api/v1/identity/audit/export", auditor);
    EXPECT_EQ(file.status, 200);
    EXPECT_TRUE(file.header("Content-Disposition").starts_with("attachment;"));
    EXPECT_NE(file.body.find(",'=1+1,"), std::string::npos);
    const Answer made = served->post("/api/v1/identity/audit/checkpoints", auditor);
    EXPECT_EQ(made.status, 201) << made.body;
    const Answer verified = served->get("/api/v1/identity/audit/verification", auditor);
    EXPECT_TRUE(verified.json.at("is_intact").as_bool()) << verified.body;
    EXPECT_EQ(verified.json.at("checkpoints").as_int64(), 1);
}

TEST_P(GatewayTest, PagesAreWholeAndDoNotRepeat)
{
    const Browser sysadmin = administrator("sysadmin");
    for (int i = 0; i < 25; ++i) served->add_person(unit, "p" + std::to_string(i));
    std::set<std::string> seen;
    std::string cursor;
    int pages = 0;
    do {
        const Answer page = served->get("/api/v1/identity/people?limit=10&cursor=" + cursor, sysadmin);
        ASSERT_EQ(page.status, 200) << page.body;
        for (const auto& item : page.json.at("items").as_array())
            EXPECT_TRUE(seen.insert(std::string{item.at("account").as_string()}).second);
        cursor = page.text("next");
        ++pages;
    } while (!cursor.empty());
    EXPECT_EQ(seen.size(), 26U);
    EXPECT_EQ(pages, 3);
}

MINGJI_EACH_ENGINE(GatewayTest);

}  // namespace
}  // namespace app
