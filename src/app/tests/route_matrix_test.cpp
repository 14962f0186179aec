// SPDX-License-Identifier: Apache-2.0
// Every route × every role × every reach × {own, child, sibling, foreign organisation}: who gets an answer follows from
// the permission that the route declares and from nothing else. Each success and each refusal of a right leaves exactly
// the audit records that it should. A route that has no line in route_samples.h fails the test.
#include <fstream>
#include <set>

#include <gtest/gtest.h>

#include "app/tests/route_samples.h"
#include "app/tests/served.h"
#include "identity/core/role.h"

namespace app {
namespace {

using http::Access;
using http::Route;
using identity::Scope;

// In memory where there is such a place: thousands of requests are committed.
std::filesystem::path quick_folder()
{
    const std::filesystem::path memory = "/dev/shm";
    return std::filesystem::is_directory(memory) ? memory : std::filesystem::temp_directory_path();
}

struct Asker {
    identity::HeldRole role;
    Browser browser;
};

struct Target {
    std::string org;
    std::string path;
};

std::string described(const Route& route, const Asker& asker, const Target& target, const Answer& answer)
{
    return route.operation + " by " + asker.role.role + " (" + std::string{to_text(asker.role.scope)} + ") at " +
           target.org + ": " + answer.body;
}

const std::vector<Target> targets{{"home", "/region/home/"},
                                  {"child", "/region/home/child/"},
                                  {"sibling", "/region/sibling/"},
                                  {"foreign", "/foreign/"}};

// Four organisations, each with the things that samples name, and in `home` one person for each role and reach.
class World {
public:
    World()
    {
        {
            const auto db = sql::Connection::open(file_.string());
            EXPECT_TRUE(sql::migrate(*db, schema()));
        }
        Served served{file_.string()};
        served.add_org("region", identity::OrgKind::region);
        served.add_org("home", identity::OrgKind::unit, "region");
        served.add_org("child", identity::OrgKind::unit, "home");
        served.add_org("sibling", identity::OrgKind::unit, "region");
        served.add_org("foreign");
        for (const Target& target : targets) furnish(served, base::OrgId{target.org});
        for (const identity::Role& role : identity::roles())
            for (const Scope scope : {Scope::unit, Scope::unit_and_below, Scope::all}) add_asker(served, role, scope);
        {
            const std::string person = served.add_person(base::OrgId{"home"}, "nothing");
            nobody = served.sign_in(base::OrgId{"home"}, person);
        }
        clean_up_wal(served);
    }
    ~World() { remove(file_); }

    // A fresh copy, so that a route finds everything as it was furnished.
    std::unique_ptr<Served> copy()
    {
        const std::filesystem::path copied = file_.string() + ".copy";
        remove(copied);
        std::filesystem::copy_file(file_, copied);
        return std::make_unique<Served>(copied.string());
    }

    std::vector<Asker> askers;
    Browser nobody;  // signed in, without a role

private:
    static void remove(const std::filesystem::path& file)
    {
        for (const char* const suffix : {"", "-wal", "-shm", ".lock"})
            for (const char* const copy : {"", ".copy"}) std::filesystem::remove(file.string() + copy + suffix);
    }
    static void clean_up_wal(Served& served)
    {
        const auto lease = served.database().lease();
        sql::Transaction transaction{*lease};
        lease->execute("DELETE FROM identity_replay");
        transaction.commit();
    }

    void add_asker(Served& served, const identity::Role& role, Scope scope)
    {
        const identity::HeldRole held{std::string{role.code}, scope};
        const std::string id = held.role + "-" + std::string{to_text(scope)};
        const base::OrgId home{"home"};
        served.add_person(home, id, {held}, id);
        askers.push_back({held, served.sign_in(home, id)});
        if (role.is_administrator) served.give_second_factor(id);
    }

    // What samples find in each organisation.
    static void furnish(Served& served, const base::OrgId& org)
    {
        const std::string person = org.text() + "-person";
        served.add_person(org, person, {}, person);
        const Browser browser = served.sign_in(org, person);
        EXPECT_FALSE(browser.cookie.empty());
        const auto lease = served.database().lease();
        sql::Transaction transaction{*lease};
        lease->execute("UPDATE identity_session SET id = :id WHERE org_id = :org_id",
                       {{"id", org.text() + "-session"}, {"org_id", org}});
        constexpr std::string_view grant = R"(
            INSERT INTO identity_grant (org_id, id, person_id, role, scope, state, proposed_by, proposed_ms)
            VALUES (:org_id, :id, :person_id, :role, 'unit', :state, 'somebody', 0))";
        for (const auto& [suffix, role, state] :
             {std::tuple{"-grant", "performance", "proposed"}, std::tuple{"-active", "section", "active"}})
            lease->execute(grant, {{"org_id", org},
                                   {"id", org.text() + suffix},
                                   {"person_id", person},
                                   {"role", role},
                                   {"state", state}});
        transaction.commit();
    }

    std::filesystem::path file_ = quick_folder() / ("matrix" + std::to_string(::getpid()) + ".sqlite");
};

std::string filled(std::string text, const std::string& org)
{
    for (auto at = text.find("{org}"); at != std::string::npos; at = text.find("{org}")) text.replace(at, 5, org);
    return text;
}

struct Counts {
    std::int64_t asked = 0;
    std::int64_t answered = 0;
    std::int64_t answered_of_route = 0;
};

class Matrix : public testing::Test {
protected:
    static void SetUpTestSuite() { world = std::make_unique<World>(); }
    static void TearDownTestSuite() { world.reset(); }

    static const std::vector<Route>& routes()
    {
        static Shared shared;
        static const http::Router router = all_routes(shared, {}, {});
        return router.routes();
    }

    static const RouteSample* sample_of(const Route& route)
    {
        static const std::vector<RouteSample> all = route_samples();
        for (const RouteSample& sample : all)
            if (sample.operation == route.operation) return &sample;
        return nullptr;
    }

    static std::string target_of(const Route& route, const RouteSample& sample, const std::string& org)
    {
        std::string target = route.path;
        for (const auto& [name, value] : sample.parts) {
            const std::string braced = "{" + name + "}";
            const auto at = target.find(braced);
            EXPECT_NE(at, std::string::npos) << route.operation << " has no " << braced;
            if (at != std::string::npos) target.replace(at, braced.size(), filled(value, org));
        }
        EXPECT_EQ(target.find('{'), std::string::npos) << route.operation << ": a part is missing in its sample";
        target += "?org=" + org;
        if (!sample.query.empty()) target += "&" + filled(sample.query, org);
        return target;
    }

    struct Outcome {
        Answer answer;
        std::int64_t records = 0;
    };
    // Asks as the person would, with the tag of what they may read.
    // Everybody asks the route at every organisation, until something is wrong: the first failure says enough.
    static void ask_as_everybody(const Route& route, const RouteSample& sample, Counts& counts);
    static void ask_once(Served& served, const Route& route, const RouteSample& sample, const Asker& asker,
                         const Target& target, Counts& counts);
    static Outcome outcome(Served& served, const Route& route, const RouteSample& sample, const std::string& org,
                           const Browser& browser)
    {
        const std::string target = target_of(route, sample, org);
        std::string tag;
        if (route.guard == http::Guard::if_match) tag = served.get(target, browser).header("ETag");
        Ask ask{route.method, target, filled(sample.body, org), browser};
        ask.file = sample.file;
        if (!tag.empty()) ask.headers.emplace_back("if-match", tag);
        const std::int64_t before = served.audit_records();
        Answer answer = served.ask(ask);
        return {std::move(answer), served.audit_records() - before};
    }

    static std::int64_t records_of(const Route& route, const RouteSample& sample)
    {
        if (sample.records >= 0) return sample.records;
        return http::is_safe(route.method) ? 0 : 1;
    }

    static std::unique_ptr<World> world;
};

std::unique_ptr<World> Matrix::world;

TEST_F(Matrix, EveryRouteHasASampleAndEverySampleARoute)
{
    std::set<std::string> operations;
    for (const Route& route : routes()) {
        EXPECT_TRUE(operations.insert(route.operation).second) << route.operation << " stands for two routes";
        EXPECT_TRUE(sample_of(route)) << route.operation << " has no line in route_samples.h";
    }
    for (const RouteSample& sample : route_samples())
        EXPECT_TRUE(operations.contains(sample.operation)) << sample.operation << " is no route";
}

TEST_F(Matrix, EveryPermissionOfARouteIsHeldBySomebody)
{
    std::set<std::string> held;
    for (const identity::Role& role : identity::roles()) held.insert(role.permissions.begin(), role.permissions.end());
    for (const Route& route : routes()) {
        if (route.access != Access::granted) continue;
        EXPECT_TRUE(held.contains(route.permission)) << route.operation << " asks for " << route.permission;
    }
}

TEST_F(Matrix, OpenRoutesAnswerAnybodyAndTheOthersNobodyWithoutASession)
{
    const auto served = world->copy();
    for (const Route& route : routes()) {
        const RouteSample* const sample = sample_of(route);
        if (!sample) continue;
        const auto [answer, records] = outcome(*served, route, *sample, "home", {});
        if (route.access != Access::open) {
            EXPECT_EQ(answer.status, 401) << route.operation;
            EXPECT_EQ(records, 0) << route.operation;
            continue;
        }
        EXPECT_EQ(answer.status, sample->status) << route.operation << ": " << answer.body;
        EXPECT_EQ(records, answer.status < 300 || sample->records >= 0 ? records_of(route, *sample) : 0)
            << route.operation;
    }
}

TEST_F(Matrix, RoutesOfOnesOwnAccountAnswerWhoeverIsSignedIn)
{
    for (const Route& route : routes()) {
        const RouteSample* const sample = sample_of(route);
        if (!sample || route.access != Access::signed_in) continue;
        const auto served = world->copy();
        const auto [answer, records] = outcome(*served, route, *sample, "home", world->nobody);
        EXPECT_EQ(answer.status, sample->status) << route.operation << ": " << answer.body;
        EXPECT_EQ(records, records_of(route, *sample)) << route.operation;
    }
}

void Matrix::ask_once(Served& served, const Route& route, const RouteSample& sample, const Asker& asker,
                      const Target& target, Counts& counts)
{
    const bool may = identity::rights_of({asker.role}).permissions.contains(route.permission);
    const bool reaches = identity::reaches(asker.role.scope, {"home", "/region/home/"}, {target.org, target.path});
    const auto [answer, records] = outcome(served, route, sample, target.org, asker.browser);
    const std::string what = described(route, asker, target, answer);
    ++counts.asked;
    if (!may || !reaches) {
        EXPECT_EQ(answer.status, may ? 404 : 403) << what;
        EXPECT_EQ(records, 1) << what;
        return;
    }
    // What was furnished may be used up by somebody who asked before.
    const bool is_answer = answer.status != 401 && answer.status != 403 && answer.status < 500;
    EXPECT_TRUE(counts.answered_of_route == 0 ? answer.status == sample.status : is_answer) << what;
    EXPECT_EQ(records, answer.status < 300 ? records_of(route, sample) : 0) << what;
    ++counts.answered;
    ++counts.answered_of_route;
}

void Matrix::ask_as_everybody(const Route& route, const RouteSample& sample, Counts& counts)
{
    const auto served = world->copy();
    counts.answered_of_route = 0;
    EXPECT_EQ(outcome(*served, route, sample, "home", world->nobody).answer.status, 403) << route.operation;
    for (const Asker& asker : world->askers)
        for (const Target& target : targets) {
            ask_once(*served, route, sample, asker, target, counts);
            if (testing::Test::HasFailure()) return;
        }
    EXPECT_GT(counts.answered_of_route, 0) << route.operation << ": nobody was answered";
}

TEST_F(Matrix, WhoGetsAnAnswerFollowsFromThePermissionAndItsReach)
{
    Counts counts;
    for (const Route& route : routes()) {
        const RouteSample* const sample = sample_of(route);
        if (!sample || route.access != Access::granted) continue;
        ask_as_everybody(route, *sample, counts);
        if (testing::Test::HasFailure()) return;
    }
    RecordProperty("asked", std::to_string(counts.asked));
    std::cout << counts.asked << " requests, " << counts.answered << " of them answered\n";
}

}  // namespace
}  // namespace app
