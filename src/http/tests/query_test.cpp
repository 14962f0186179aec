// SPDX-License-Identifier: Apache-2.0
#include "http/query.h"

#include <gtest/gtest.h>

#include "http/fields.h"
#include "http/tests/mistakes.h"

namespace http {
namespace {

Request request_for(const std::string& target)
{
    Request request;
    EXPECT_TRUE(read_target(target, request));
    return request;
}

enum class Order { up, down };
const std::vector<std::pair<std::string_view, Order>> orders{{"up", Order::up}, {"down", Order::down}};

TEST(Query, ReadsWhatIsThere)
{
    const Request request =
        request_for("/a?q=%E4%BC%9A%E8%AE%AE&day=2024-02-29&offset=0&order=down&f=1&f=2&org=x&limit=200&all=true");
    Query query{request};
    EXPECT_EQ(query.text("q"), "会议");
    EXPECT_EQ(query.date("day")->to_string(), "2024-02-29");
    EXPECT_EQ(query.integer("offset", 0, 9), 0);
    EXPECT_EQ(query.word("order", orders), Order::down);
    EXPECT_EQ(query.texts("f"), (std::vector<std::string>{"1", "2"}));
    EXPECT_EQ(query.limit(), 200U);
    EXPECT_TRUE(query.flag("all"));
    EXPECT_FALSE(query.flag("other"));
    EXPECT_FALSE(query.problem());
}

TEST(Query, WhatIsNotThereIsEmpty)
{
    const Request request = request_for("/a");
    Query query{request};
    EXPECT_EQ(query.text("q"), "");
    EXPECT_FALSE(query.date("day"));
    EXPECT_FALSE(query.integer("offset", 0, 9));
    EXPECT_FALSE(query.word("order", orders));
    EXPECT_FALSE(query.cursor(2));
    EXPECT_EQ(query.limit(), 50U);
    EXPECT_FALSE(query.problem());
}

TEST(Query, CollectsEveryMistake)
{
    const Request request = request_for(
        "/a?q=1&q=2&day=2024-02-30&offset=10&low=-1&word=x&order=sideways&limit=201&cursor=zz&other=1&f=12345");
    Query query{request};
    query.text("q");
    query.date("day");
    query.integer("offset", 0, 9);
    query.integer("low", 0, 9);
    query.integer("word", 0, 9);
    query.word("order", orders);
    query.limit();
    query.cursor(1);
    query.texts("f", 4);
    const auto problem = query.problem();
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->status, 400);
    EXPECT_EQ(mistakes(problem), (std::map<std::string, std::string>{{"?q", "request.parameter_twice"},
                                                                     {"?day", "date.not_a_date"},
                                                                     {"?offset", "request.number_out_of_range"},
                                                                     {"?low", "request.number_out_of_range"},
                                                                     {"?word", "request.number_out_of_range"},
                                                                     {"?order", "request.word_unknown"},
                                                                     {"?limit", "request.number_out_of_range"},
                                                                     {"?cursor", "request.cursor_malformed"},
                                                                     {"?f", "request.text_too_long"},
                                                                     {"?other", "request.parameter_unknown"}}));
}

TEST(Query, ACursorComesBackAsItWas)
{
    const std::vector<std::string> parts{"2024-01-31", "记-0001 & 其他", ""};
    const std::string cursor = cursor_of(parts);
    EXPECT_EQ(cursor.find_first_not_of("0123456789abcdef"), std::string::npos);
    const Request request = request_for("/a?cursor=" + cursor);
    Query right{request};
    EXPECT_EQ(right.cursor(3), parts);
    EXPECT_FALSE(right.problem());
    Query wrong{request};
    EXPECT_FALSE(wrong.cursor(2));
    EXPECT_TRUE(wrong.problem());
    const Request broken = request_for("/a?cursor=ff");  // not UTF-8
    Query none{broken};
    EXPECT_FALSE(none.cursor(1));
    EXPECT_TRUE(none.problem());
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
