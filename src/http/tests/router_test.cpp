// SPDX-License-Identifier: Apache-2.0
#include "http/router.h"

#include <gtest/gtest.h>

namespace http {
namespace {

Router some_routes()
{
    Router router;
    const auto add = [&router](Method method, const char* path, const char* operation) {
        router.add({.method = method, .path = path, .operation = operation, .permission = "x.read"});
    };
    add(Method::get, "/api/runs/{run}", "getRun");
    add(Method::get, "/api/runs/latest", "getLatest");
    add(Method::put, "/api/runs/{run}", "putRun");
    add(Method::get, "/api/ledgers/{ledger}/records/{identity}", "getRecord");
    return router;
}

std::string found(const Router& router, Method method, const char* path)
{
    const Match match = router.match(method, path);
    return match.route ? match.route->operation : "";
}

TEST(Router, FindsTheRouteOfAPathAndMethod)
{
    const Router router = some_routes();
    EXPECT_EQ(found(router, Method::get, "/api/runs/7"), "getRun");
    EXPECT_EQ(found(router, Method::head, "/api/runs/7"), "getRun");
    EXPECT_EQ(found(router, Method::put, "/api/runs/7"), "putRun");
    EXPECT_EQ(found(router, Method::get, "/api/runs/latest"), "getLatest");
    EXPECT_EQ(found(router, Method::get, "/api/runs"), "");
    EXPECT_EQ(found(router, Method::get, "/api/runs/"), "");
    EXPECT_EQ(found(router, Method::get, "/api/runs/7/"), "");
    EXPECT_EQ(found(router, Method::get, "/api/runs/7/8"), "");
}

TEST(Router, NamesTheMethodsOfAPath)
{
    const Router router = some_routes();
    const Match match = router.match(Method::del, "/api/runs/7");
    EXPECT_EQ(match.route, nullptr);
    EXPECT_EQ(match.allowed.size(), 2U);
}

TEST(Router, DecodesEachPartAlone)
{
    const Router router = some_routes();
    const Match match = router.match(Method::get, "/api/ledgers/%E4%BC%9A%E8%AE%AE/records/a%2Fb");
    ASSERT_NE(match.route, nullptr);
    EXPECT_EQ(match.parameters[0].second, "会议");
    EXPECT_EQ(match.parameters[1].second, "a/b");
    EXPECT_EQ(router.match(Method::get, "/api/ledgers/%FF/records/a").route, nullptr);
    EXPECT_EQ(router.match(Method::get, "/api/ledgers/%00/records/a").route, nullptr);
}

TEST(Router, AChangeOfAThingIsGuarded)
{
    const Router router = some_routes();
    for (const Route& route : router.routes())
        EXPECT_EQ(route.guard, route.method == Method::put ? Guard::if_match : Guard::none) << route.operation;
}

TEST(ReadTarget, DecodesTheQuery)
{
    Request request;
    ASSERT_TRUE(read_target("/a%20b?q=%E4%BC%9A+x&empty&n=1&q=2", request));
    EXPECT_EQ(request.path, "/a%20b");
    EXPECT_EQ(request.query_text("q"), "会 x");
    EXPECT_TRUE(request.has_query("empty"));
    EXPECT_EQ(request.query_text("n"), "1");
    EXPECT_FALSE(request.has_query("m"));
}

TEST(ReadTarget, RefusesWhatCannotBeRead)
{
    for (const char* const target : {"a", "*", "http://a/b", "/%", "/%4", "/%zz", "/%00", "/?a=%FF", "/?%=1"}) {
        Request request;
        EXPECT_FALSE(read_target(target, request)) << target;
    }
}

}  // namespace
}  // namespace http
