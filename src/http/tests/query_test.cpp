// SPDX-License-Identifier: Apache-2.0
#include "http/query.h"

#include <gtest/gtest.h>

#include "http/fields.h"

namespace http {
namespace {

Request asking(const std::string& query)
{
    Request request;
    EXPECT_TRUE(read_target("/x?" + query, request));
    return request;
}

std::vector<std::pair<std::string, std::string>> faults_of(Query& query)
{
    std::vector<std::pair<std::string, std::string>> faults;
    if (const auto problem = query.problem())
        for (const FieldError& one : problem->problem->fields) faults.emplace_back(one.pointer, one.error.code);
    return faults;
}

TEST(Query, ReadsWhatIsThereAndWhatIsNot)
{
    const Request request = asking("q=%E7%BB%A9%E6%95%88&from=2026-11-24&all=true&limit=200&org=a&state=open");
    Query query{request};
    EXPECT_EQ(query.text("q"), "绩效");
    EXPECT_EQ(query.text("none"), "");
    EXPECT_EQ(query.date("from")->to_string(), "2026-11-24");
    EXPECT_FALSE(query.date("to"));
    EXPECT_TRUE(query.flag("all"));
    EXPECT_FALSE(query.flag("other"));
    EXPECT_EQ(query.limit(), 200);
    EXPECT_EQ(query.word<int>("state", {{"open", 1}, {"closed", 2}}), 1);
    EXPECT_FALSE(query.problem());
    const Request empty = asking("");
    EXPECT_EQ(Query{empty}.limit(), 50);
}

TEST(Query, NamesEverythingThatIsWrongAtOnce)
{
    const Request request = asking("q=abc&from=2026-13-01&all=yes&limit=201&state=ajar&colour=red");
    Query query{request};
    query.text("q", 2);
    query.date("from");
    query.flag("all");
    query.limit();
    query.word<int>("state", {{"open", 1}});
    const std::vector<std::pair<std::string, std::string>> expected{
        {"?q", "request.text_too_long"},     {"?from", "date.not_a_date"},      {"?all", "request.word_unknown"},
        {"?limit", "request.limit_out_of_range"}, {"?state", "request.word_unknown"}, {"?colour", "request.parameter_unknown"}};
    EXPECT_EQ(faults_of(query), expected);
}

TEST(Query, AWrongOneIsMalformed)
{
    for (const char* const limit : {"0", "-1", "201", "x", "1x", "99999999999"}) {
        const Request request = asking(std::string{"limit="} + limit);
        Query query{request};
        EXPECT_EQ(query.limit(), 50);
        EXPECT_EQ(query.problem()->status, 400) << limit;
    }
}

TEST(FieldsJson, GivesAMemberAsItStandsAndMissesOneThatDoesNot)
{
    Request request;
    request.body = R"({"value":{"a":[1,"二",null]}})";
    Fields fields{request};
    EXPECT_EQ(fields.json("value"), R"({"a":[1,"二",null]})");
    EXPECT_FALSE(fields.problem());
    request.body = R"({"value":null})";
    Fields none{request};
    none.json("value");
    EXPECT_EQ(none.problem()->status, 400);
}

}  // namespace
}  // namespace http
