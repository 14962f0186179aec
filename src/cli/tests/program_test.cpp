// SPDX-License-Identifier: Apache-2.0
#include "cli/program.h"

#include <sstream>

#include <gtest/gtest.h>

#include "cli/json.h"
#include "cli/terminal.h"

#include <boost/json/parse.hpp>

namespace cli {
namespace {

struct Seen {
    int code = -1;
    Input input;
    bool ran = false;
};

Seen run(const std::vector<const char*>& words)
{
    Seen seen;
    Program program{"test"};
    program.add({.path = {"budget", "lines"},
                 .summary = {"项目", "lines"},
                 .arguments = {{"FILE", {"文件", "file"}, false, true}},
                 .options = {{"--year", {"年度", "year"}, "YEAR", true},
                             {"--dry-run", {"试算", "dry run"}},
                             {"--map", {"列", "column"}, "A=B", false, true}},
                 .run = [&seen](const Input& input, Terminal&) {
                     seen.input = input;
                     seen.ran = true;
                     return Exit::refused;
                 }});
    std::vector<const char*> argv{"mingji"};
    argv.insert(argv.end(), words.begin(), words.end());
    seen.code = program.run(static_cast<int>(argv.size()), argv.data());
    return seen;
}

TEST(Terminal, ASentenceHasItsAmountsGrouped)
{
    const base::ErrorArgs args{{"line", "1000"}, {"available", "1234567.80"}, {"amount", "20000.01"}};
    for (const Language language : {Language::chinese, Language::english}) {
        const std::string text = sentence(language, "budget.payment.exceeds_available", args);
        EXPECT_NE(text.find("1,234,567.80"), std::string::npos) << text;
        EXPECT_NE(text.find("20,000.01"), std::string::npos) << text;
        EXPECT_NE(text.find("1000"), std::string::npos) << text;  // a name is no amount
    }
}

TEST(Program, ARuleThatRefusesASingleActIsFour)
{
    std::ostringstream out;
    std::ostringstream err;
    const Terminal terminal{out, err};
    const auto exits = [&](base::ErrorKind kind) {
        return std::pair{refuse(terminal, {kind, "cli.failed"}), refuse_act(terminal, {kind, "cli.failed"})};
    };
    EXPECT_EQ(exits(base::ErrorKind::invalid), (std::pair{Exit::failure, Exit::refused}));
    EXPECT_EQ(exits(base::ErrorKind::not_found), (std::pair{Exit::usage, Exit::usage}));
    EXPECT_EQ(exits(base::ErrorKind::conflict), (std::pair{Exit::refused, Exit::refused}));
    EXPECT_EQ(exits(base::ErrorKind::forbidden), (std::pair{Exit::refused, Exit::refused}));
}

TEST(Program, TellsOneArgumentFromTheManyBehindIt)
{
    Input seen;
    Program program{"test"};
    program.add({.path = {"import"},
                 .summary = {"导入", "import"},
                 .arguments = {{"NAME", {"名称", "name"}}, {"FILE", {"文件", "file"}, true, true}},
                 .options = {{"--year", {"年度", "year"}, "YEAR"}},
                 .run = [&seen](const Input& input, Terminal&) {
                     seen = input;
                     return Exit::done;
                 }});
    const std::vector<const char*> argv{"mingji", "import", "--year", "2024", "会议台账", "一.xlsx", "二.xlsx"};
    EXPECT_EQ(program.run(static_cast<int>(argv.size()), argv.data()), 0);
    EXPECT_EQ(seen.all("NAME"), (std::vector<std::string>{"会议台账"}));
    EXPECT_EQ(seen.all("FILE"), (std::vector<std::string>{"一.xlsx", "二.xlsx"}));
}

TEST(Program, HandsOverWhatWasTyped)
{
    const Seen seen =
        run({"budget", "lines", "a.xlsx", "b.xlsx", "--year", "2024", "--map", "甲=乙", "--map", "丙=丁"});
    EXPECT_TRUE(seen.ran);
    EXPECT_EQ(seen.code, 4);
    EXPECT_EQ(seen.input.all("FILE"), (std::vector<std::string>{"a.xlsx", "b.xlsx"}));
    EXPECT_EQ(seen.input.all("--map"), (std::vector<std::string>{"甲=乙", "丙=丁"}));
    EXPECT_FALSE(seen.input.has("--dry-run"));
    EXPECT_TRUE(run({"budget", "lines", "--dry-run", "--year", "2024"}).input.has("--dry-run"));
}

TEST(Program, RefusesWrongUseWithTwoAndRunsNothing)
{
    for (const std::vector<const char*>& words : {std::vector<const char*>{},
                                                  {"budget"},
                                                  {"budgets"},
                                                  {"budget", "lines"},
                                                  {"budget", "lines", "--year"},
                                                  {"budget", "lines", "--year", "2024", "--yeer"},
                                                  {"budget", "lines", "--year", "1", "--year", "2"},
                                                  {"budget", "lines", "--year", "2024", "--format", "yaml"}}) {
        const Seen seen = run(words);
        EXPECT_EQ(seen.code, 2);
        EXPECT_FALSE(seen.ran);
    }
}

TEST(Program, HelpIsNoFailure)
{
    EXPECT_EQ(run({"--help"}).code, 0);
    EXPECT_EQ(run({"budget", "--help"}).code, 0);
    EXPECT_EQ(run({"budget", "lines", "-h"}).code, 0);
    EXPECT_EQ(run({"--version"}).code, 0);
}

TEST(ExitFor, SortsRefusals)
{
    EXPECT_EQ(exit_for({base::ErrorKind::invalid, "x"}), Exit::failure);
    EXPECT_EQ(exit_for({base::ErrorKind::not_found, "x"}), Exit::usage);
    EXPECT_EQ(exit_for({base::ErrorKind::conflict, "x"}), Exit::refused);
    EXPECT_EQ(exit_for({base::ErrorKind::forbidden, "x"}), Exit::refused);
}

TEST(Sentence, FillsArgumentsInAndFallsBackToTheCode)
{
    EXPECT_NE(sentence(Language::english, "identity.org.unknown", {{"id", "abc"}}).find("abc"), std::string::npos);
    EXPECT_EQ(sentence(Language::english, "no.such.code", {{"a", "1"}}), "no.such.code a=1");
    EXPECT_FALSE(has_sentence(Language::chinese, "no.such.code"));
}

TEST(Table, CountsAChineseLetterAsTwo)
{
    EXPECT_EQ(display_width("预算a"), 5);
    EXPECT_EQ(display_width("—"), 1);
    std::ostringstream out;
    print_table(out, {{"项目"}, {"金额", Side::right}}, {{"甲", "1.00"}, {"乙丙", "10.00"}});
    EXPECT_EQ(out.str(), "项目   金额\n----  -----\n甲     1.00\n乙丙  10.00\n");
}

TEST(Json, KeepsTheOrderOfKeys)
{
    std::ostringstream out;
    print_json(out, boost::json::parse(R"({"b":1,"a":["甲",{}],"c":{}})"));
    EXPECT_EQ(out.str(), "{\n  \"b\": 1,\n  \"a\": [\n    \"甲\",\n    {}\n  ],\n  \"c\": {}\n}\n");
}

}  // namespace
}  // namespace cli
