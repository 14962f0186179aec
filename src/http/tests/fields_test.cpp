// SPDX-License-Identifier: Apache-2.0
#include "http/fields.h"

#include <gtest/gtest.h>

#include "http/tests/mistakes.h"

namespace http {
namespace {

Request request_with(std::string body)
{
    Request request;
    request.body = std::move(body);
    return request;
}

TEST(Fields, ReadsWhatIsThere)
{
    Fields fields{request_with(R"({"name":"会议","amount":"60.05","on":"2024-02-29","count":3,"open":true,
        "tags":["a","b"],"lines":[{"code":"J01"},{"code":"J02"}],"note":null})")};
    EXPECT_EQ(fields.text("name"), "会议");
    EXPECT_EQ(fields.money("amount").fen(), 6'005);
    EXPECT_EQ(fields.date("on").to_string(), "2024-02-29");
    EXPECT_EQ(fields.integer("count"), 3);
    EXPECT_TRUE(fields.flag("open"));
    EXPECT_EQ(fields.texts("tags").size(), 2U);
    EXPECT_EQ(fields.optional_text("note"), std::nullopt);
    auto lines = fields.objects("lines");
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[1].text("code"), "J02");
    EXPECT_EQ(lines[0].text("code"), "J01");
    EXPECT_FALSE(fields.problem());
}

TEST(Fields, NamesEveryMistakeAtOnce)
{
    Fields fields{request_with(R"({"amount":1.5,"on":"2024-02-30","extra":1,"lines":[{"cod":"x"},7]})")};
    fields.text("name");
    fields.money("amount");
    fields.date("on");
    for (Fields& line : fields.objects("lines")) line.text("code");
    const auto response = fields.problem();
    ASSERT_TRUE(response);
    EXPECT_EQ(response->status, 400);
    const std::map<std::string, std::string> expected{
        {"/name", "request.field_missing"},
        {"/amount", "request.wrong_type"},
        {"/on", "date.not_a_date"},
        {"/extra", "request.field_unknown"},
        {"/lines/0/code", "request.field_missing"},
        {"/lines/0/cod", "request.field_unknown"},
        {"/lines/1", "request.not_an_object"},
    };
    EXPECT_EQ(mistakes(response), expected);
}

TEST(Fields, ARuleAboutAValueIsNoMalformedRequest)
{
    Fields fields{request_with(R"({"amount":"1.234"})")};
    fields.money("amount");
    const auto response = fields.problem();
    ASSERT_TRUE(response);
    EXPECT_EQ(response->status, 422);
}

TEST(Fields, CountsLettersAndNotBytes)
{
    Fields fields{request_with(R"({"a":"会议室","b":"会议室"})")};
    fields.text("a", 3);
    fields.text("b", 2);
    EXPECT_EQ(mistakes(fields.problem()), (std::map<std::string, std::string>{{"/b", "request.text_too_long"}}));
}

TEST(Fields, RefusesABodyThatIsNoObject)
{
    for (const char* const body :
         {"", "[]", "1", "{", "{\"a\":1}x", "{\"a\":\"\xff\"}", "[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]"}) {
        Fields fields{request_with(body)};
        fields.text("a");
        const auto response = fields.problem();
        ASSERT_TRUE(response) << body;
        EXPECT_EQ(response->status, 400) << body;
    }
}

TEST(Fields, TakesAWordOfAList)
{
    const std::vector<std::pair<std::string_view, int>> words{{"basic", 1}, {"project", 2}};
    Fields right{request_with(R"({"kind":"project"})")};
    EXPECT_EQ(right.word<int>("kind", words), 2);
    EXPECT_FALSE(right.problem());
    Fields wrong{request_with(R"({"kind":"other"})")};
    wrong.word<int>("kind", words);
    EXPECT_EQ(wrong.problem()->status, 422);
}

}  // namespace
}  // namespace http
