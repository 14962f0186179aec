// SPDX-License-Identifier: Apache-2.0
#include "reports/documents/compose.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "reports/core/response.h"
#include "reports/documents/figures.h"

namespace reports {
namespace {

Fact fact(const std::string& code, const std::string& title, std::optional<std::string> value)
{
    return {.code = code,
            .title = title,
            .value = std::move(value),
            .formula = "",
            .period = "2024",
            .digest = "",
            .definition = ""};
}

YearReport small_year()
{
    YearReport report;
    report.organisation = "示例中心";
    report.year = 2024;
    report.rule_set = "示例规则";
    for (const auto& [code, value] :
         std::initializer_list<std::pair<const char*, const char*>>{{"score.total", "98.28分"},
                                                                    {"score.execution", "18.28分"},
                                                                    {"score.indicators", "80.00分"},
                                                                    {"budget.whole.initial", "10.00万元"},
                                                                    {"budget.whole.changes", "0.00万元"},
                                                                    {"budget.whole.adjusted", "10.00万元"},
                                                                    {"budget.whole.executed", "9.14万元"},
                                                                    {"budget.whole.rate", "91.41%"},
                                                                    {"meetings", "1930场"}})
        report.facts.emplace(code, fact(code, code, value));
    report.facts.at("meetings").title = "会议次数";
    report.budget.push_back({"合计",
                             "budget",
                             base::Money::from_fen(100),
                             {},
                             base::Money::from_fen(100),
                             base::Money::from_fen(91),
                             "91.00%",
                             true});
    report.goals = {{1, "保障会议", true, 1}};
    report.indicators.push_back({.code = "A1",
                                 .goal = 1,
                                 .level1 = "产出指标",
                                 .level2 = "数量指标",
                                 .name = "会议次数",
                                 .target = "1930次",
                                 .actual = "1930场",
                                 .fact = "meetings",
                                 .weight = base::Decimal{800, 2},
                                 .score = base::Decimal{800, 2},
                                 .explanation = "",
                                 .reason = "",
                                 .measure = "",
                                 .remark = "",
                                 .evidence = {},
                                 .target_number = "1930",
                                 .actual_number = "1930",
                                 .formula = IndicatorRow::Formula::ratio});
    return report;
}

std::string text_of(const document::Document& document)
{
    std::string text;
    for (const document::Block& block : document.blocks) {
        if (const auto* const heading = std::get_if<document::Heading>(&block)) text += heading->text;
        if (const auto* const paragraph = std::get_if<document::Paragraph>(&block))
            for (const document::Run& run : paragraph->runs) text += run.text;
        text += '\n';
    }
    return text;
}

bool says_missing(const document::Document& document)
{
    for (const document::Block& block : document.blocks)
        if (const auto* const paragraph = std::get_if<document::Paragraph>(&block))
            if (std::any_of(paragraph->runs.begin(), paragraph->runs.end(),
                            [](const auto& run) { return run.missing; }))
                return true;
    return false;
}

TEST(Figures, LinksEachFigureToItsFact)
{
    const auto paragraph = with_figures("召开{会议次数}，得{score.total}", small_year());
    ASSERT_EQ(paragraph.runs.size(), 4U);
    EXPECT_EQ(paragraph.runs[1].fact, "meetings");
    EXPECT_EQ(paragraph.runs[1].text, "1930场");
    EXPECT_EQ(paragraph.runs[3].fact, "score.total");
}

TEST(Figures, SaysWhichFactIsMissingInsteadOfABlank)
{
    YearReport report = small_year();
    report.facts.at("score.total").value.reset();
    for (const char* const name : {"score.total", "no.such.fact"}) {
        const auto paragraph = with_figures(std::string{"自评得分为{"} + name + "}分", report);
        ASSERT_EQ(paragraph.runs.size(), 3U);
        EXPECT_TRUE(paragraph.runs[1].missing);
        EXPECT_NE(paragraph.runs[1].text.find(name), std::string::npos);
    }
}

TEST(Figures, LeavesBracesThatAreTextAlone)
{
    EXPECT_EQ(with_figures("甲{{乙", small_year()).runs.front().text, "甲{乙");
    EXPECT_EQ(with_figures("甲{乙", small_year()).runs.front().text, "甲{乙");
}

TEST(Compose, NeverPrintsAScoreThatIsNotThere)
{
    YearReport report = small_year();
    EXPECT_NE(text_of(compose(report)).find("自评得分为98.28分"), std::string::npos);
    report.facts.at("score.total").value.reset();
    EXPECT_EQ(text_of(compose(report)).find("自评得分为分"), std::string::npos);
    EXPECT_NE(text_of(compose(report)).find("自评得分为【缺少数据"), std::string::npos);
}

TEST(Compose, KeepsHandWrittenParagraphsAndAsksForThoseThatAreNeeded)
{
    YearReport report = small_year();
    report.narrative["measures"] = {"措施"};
    EXPECT_TRUE(says_missing(compose(report)));
    report.narrative["next_year"] = {"明年继续做好{会议次数}的会议保障。"};
    report.facts.emplace("budget.basic.adjusted", fact("budget.basic.adjusted", "", "1"));
    for (const char* const kind : {"basic", "project"})
        for (const char* const part : {"adjusted", "executed", "rate"}) {
            const std::string code = std::string{"budget."} + kind + "." + part;
            report.facts.emplace(code, fact(code, code, "1"));
        }
    const auto document = compose(report);
    EXPECT_FALSE(says_missing(document)) << text_of(document);
    EXPECT_NE(text_of(document).find("明年继续做好1930场的会议保障。"), std::string::npos);
}

TEST(Compose, DoesNotCallABudgetLineAnUnmetGoal)
{
    YearReport report = small_year();
    report.budget.insert(report.budget.begin(), {"生活服务经费",
                                                 "budget.line.x",
                                                 {},
                                                 {},
                                                 base::Money::from_fen(69'700),
                                                 base::Money::from_fen(58'100),
                                                 "83.36%",
                                                 false});
    report.facts.emplace("budget.line.x.rate", fact("budget.line.x.rate", "", "83.36%"));
    report.facts.emplace("budget.line.x.adjusted", fact("budget.line.x.adjusted", "", "697"));
    report.facts.emplace("budget.line.x.executed", fact("budget.line.x.executed", "", "581"));
    const std::string text = text_of(compose(report));
    EXPECT_LT(text.find("没有未完成的绩效目标"), text.find("生活服务经费"));
    EXPECT_LT(text.find("执行进度偏低的预算项目"), text.find("生活服务经费"));
}

YearReport answered(std::optional<std::int64_t> answers, std::optional<std::int64_t> asked,
                    const std::string& level1 = "满意度指标")
{
    YearReport report = small_year();
    report.indicators[0].level1 = level1;
    report.facts.at("meetings").answers = answers;
    report.facts.at("meetings").asked = asked;
    add_response(report);
    return report;
}

TEST(Compose, SaysHowManyAnsweredBesideASatisfactionAndNowhereElse)
{
    EXPECT_EQ(text_of(compose(answered(729, 800, "产出指标"))).find("729份"), std::string::npos);
    EXPECT_NE(text_of(compose(answered(729, {}))).find("1930场（有效回收问卷729份），"), std::string::npos);
    EXPECT_EQ(text_of(compose(answered({}, {}))).find("回收"), std::string::npos);
}

TEST(Compose, SaysOfHowManyTheyAnsweredWhereThatIsKnown)
{
    EXPECT_NE(text_of(compose(answered(729, 800))).find("1930场（发放问卷800份，有效回收729份，回收率91.13%），"),
              std::string::npos);
    EXPECT_NE(text_of(compose(answered(800, 800))).find("（发放问卷800份，有效回收800份，回收率100.00%）"),
              std::string::npos);
    // Of nobody there is no rate.
    EXPECT_NE(text_of(compose(answered(0, 0))).find("（有效回收问卷0份）"), std::string::npos);
}

TEST(Compose, TheFiguresOfTheResponseAreFactsOfTheirOwn)
{
    const YearReport report = answered(729, 800);
    EXPECT_EQ(report.facts.at("meetings.response").value, "91.13%");
    EXPECT_EQ(report.facts.at("meetings.asked").period, "2024");
    std::vector<std::string> bound;
    for (const document::Block& block : compose(report).blocks)
        if (const auto* const paragraph = std::get_if<document::Paragraph>(&block))
            for (const document::Run& run : paragraph->runs)
                if (run.fact.starts_with("meetings.")) bound.push_back(run.fact + " " + run.text);
    EXPECT_EQ(bound,
              (std::vector<std::string>{"meetings.asked 800份", "meetings.answers 729份", "meetings.response 91.13%"}));
}

const document::Table& score_form(const document::Document& document)
{
    for (const document::Block& block : document.blocks)
        if (const auto* const table = std::get_if<document::Table>(&block); table && table->sheet == "自评表")
            return *table;
    throw std::logic_error("no form");
}

TEST(Compose, TheFormShowsTheTargetAtTheStartOfTheYearAndTheRevisedOne)
{
    const auto target = [](const std::optional<std::string>& initial) {
        YearReport report = small_year();
        report.indicators[0].target = "≥1930次";
        report.indicators[0].initial_target = initial;
        return score_form(compose(report)).rows[3][3];
    };
    EXPECT_EQ(target(std::nullopt).runs.front().text, "≥1930次");
    const document::TableCell revised = target("≥1800次");
    EXPECT_EQ(revised.runs.front().text, "≥1800次（调整后：≥1930次）");
    // The sheet computes with the one in force.
    EXPECT_EQ(revised.number, "1930");
    EXPECT_EQ(revised.number_format, "\"≥1800次（调整后：≥\"General\"次）\"");
    EXPECT_EQ(target("").runs.front().text, "年中新增：≥1930次");
    YearReport report = small_year();
    report.indicators[0].initial_target = "≥1800次";
    EXPECT_NE(text_of(compose(report)).find("目标值1930次（年初为≥1800次，年中调整）"), std::string::npos);
}

TEST(Compose, IsSignedBeforeTheAttachedForms)
{
    const document::Document document = compose(small_year());
    const auto at = [&](const auto& is_it) {
        return std::find_if(document.blocks.begin(), document.blocks.end(), is_it) - document.blocks.begin();
    };
    const auto signature = at([](const auto& block) { return std::holds_alternative<document::Signature>(block); });
    const auto forms = at([](const document::Block& block) {
        const auto* const heading = std::get_if<document::Heading>(&block);
        return heading && heading->text == "附表";
    });
    EXPECT_LT(signature, forms);
    EXPECT_TRUE(std::holds_alternative<document::PageBreak>(document.blocks[static_cast<std::size_t>(signature) + 1]));
}

TEST(Compose, TheTotalOfTheFormStaysWithItsLastRows)
{
    const document::Table form = score_form(compose(small_year()));
    EXPECT_EQ(form.rows[static_cast<std::size_t>(form.together.end) - 1].front().runs.front().text, "总分");
    EXPECT_EQ(form.together.first, 3);  // the only indicator
}

}  // namespace
}  // namespace reports
