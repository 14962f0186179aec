// SPDX-License-Identifier: Apache-2.0
#include "indicators/core/target_checks.h"
#include "indicators/tests/sample_office.h"

namespace indicators {
namespace {

class PromisesTest : public SampleOffice {
protected:
    static Targets table()
    {
        Targets targets = SampleYear::import().targets;
        targets.revisions.clear();
        return targets;
    }
    // "row part code" of each problem; - for the whole.
    std::vector<std::string> problems_of(const Targets& next)
    {
        const auto outcome = facade().set_targets(actor, {2024}, next);
        if (!outcome) return {outcome.error().code};
        return texts(*outcome);
    }
    std::vector<std::string> revised(const std::vector<RevisionChange>& document)
    {
        const auto outcome = facade().revise(actor, {2024}, document);
        if (!outcome) return {outcome.error().code};
        return texts(*outcome);
    }
    static std::vector<std::string> texts(const std::vector<TargetProblem>& problems)
    {
        std::vector<std::string> list;
        for (const TargetProblem& problem : problems)
            list.push_back((problem.row ? std::to_string(*problem.row) : "-") + " " + problem.part + " " +
                           problem.error.code);
        return list;
    }
    static RevisionChange change(const std::string& document, const std::string& date, const std::string& before,
                                 const std::string& after)
    {
        return {document,  base::Date::parse(date).value(), RevisionKind::change, "C1", "目标值", before, after,
                "任务增加"};
    }
};

TEST_P(PromisesTest, AGridIsStoredAsAWhole)
{
    ASSERT_TRUE(problems_of(table()).empty());
    EXPECT_EQ(facade().targets(actor.org, {2024}).indicators.size(), 4U);
    EXPECT_EQ(audit().back().change.action, "indicators.targets.set");
    const std::size_t before = audit().size();
    ASSERT_TRUE(problems_of(table()).empty());  // says nothing new
    EXPECT_EQ(audit().size(), before);
}

TEST_P(PromisesTest, NamesEveryProblemByRowAndColumn)
{
    Targets wrong = table();
    wrong.goals[1].number = "1";
    wrong.indicators[0].goal = "9";
    wrong.indicators[1].code = "C1";
    wrong.indicators[1].weight = "二十";
    wrong.indicators[2].name.clear();
    wrong.indicators[3].measure = {"会议台账", "数数", "", "", "", ""};
    wrong.supports[0].measure.field.clear();
    EXPECT_EQ(problems_of(wrong),
              (std::vector<std::string>{
                  "1 序号 indicators.import.code_twice", "0 目标序号 indicators.import.goal_unknown",
                  "1 指标编码 indicators.import.code_twice", "1 目标序号 indicators.import.goal_unknown",
                  "1 权重 indicators.weight.malformed", "2 三级指标 indicators.import.cell_missing",
                  "3 数据来源 indicators.measure.source_malformed", "3 统计方式 indicators.measure.method_unknown",
                  "0 统计字段 indicators.measure.field_missing"}));
    EXPECT_TRUE(facade().targets(actor.org, {2024}).empty());
    Targets none = table();
    none.indicators.clear();
    EXPECT_EQ(problems_of(none), std::vector<std::string>{"-  indicators.targets.no_indicators"});
}

TEST_P(PromisesTest, SharesOfGoalsMakeAHundred)
{
    Targets shared = table();
    shared.goals[0].share = base::Decimal{60, 0};
    shared.goals[1].share = base::Decimal{3999, 2};
    EXPECT_EQ(problems_of(shared), std::vector<std::string>{"- 占比 indicators.import.goal_shares_not_100"});
    shared.goals[1].share = base::Decimal{4000, 2};
    EXPECT_TRUE(problems_of(shared).empty());
    EXPECT_EQ(parse_share("40%")->to_string(), "40");
    EXPECT_EQ(parse_share("100")->to_string(), "100");
    EXPECT_EQ(parse_share("100.01").error().code, "indicators.import.goal_share_malformed");
    EXPECT_EQ(parse_share("12.345%").error().code, "indicators.import.goal_share_malformed");
}

TEST_P(PromisesTest, AfterARunOnlyDocumentsChangeWhatIsPromised)
{
    evaluated();
    Targets next = facade().targets(actor.org, {2024});
    next.indicators[0].target = "5";
    EXPECT_EQ(problems_of(next), std::vector<std::string>{"indicators.targets.fixed_by_run"});
    next = facade().targets(actor.org, {2024});
    next.indicators[0].measure.filter = "状态≠已取消";  // how it is measured may be put right
    EXPECT_TRUE(problems_of(next).empty());
    EXPECT_EQ(facade().targets(actor.org, {2024}).revisions.size(), 1U);
}

TEST_P(PromisesTest, ADocumentSaysWhatWasAndWhatIs)
{
    ASSERT_TRUE(problems_of(table()).empty());
    EXPECT_EQ(revised({change("示例1号", "2024-07-01", "3", "5")}),
              std::vector<std::string>{"0 调整前 indicators.revision.before_differs"});
    const std::size_t before = audit().size();
    ASSERT_TRUE(revised({change("示例1号", "2024-07-01", "2", "5")}).empty());
    EXPECT_EQ(audit().size(), before + 1);
    EXPECT_EQ(audit().back().change.action, "indicators.revision.issue");
    const auto at = [&](const char* day) {
        return facade().in_force(actor.org, {2024}, base::Date::parse(day).value())->indicators[0].setting.target;
    };
    EXPECT_EQ(at("2024-06-30"), "2");
    EXPECT_EQ(at("2024-07-01"), "5");
    EXPECT_EQ(revised({change("示例1号", "2024-08-01", "5", "6")}),
              std::vector<std::string>{"indicators.revision.document_taken"});
    ASSERT_TRUE(revised({change("示例2号", "2024-08-01", "5", "6")}).empty());
    EXPECT_EQ(at("2024-12-31"), "6");
    // A document from before the two would take the ground from under them.
    EXPECT_EQ(revised({change("示例0号", "2024-05-01", "2", "4")}),
              (std::vector<std::string>{"- 调整前 indicators.revision.before_differs",
                                        "- 调整前 indicators.revision.before_differs"}));
    EXPECT_EQ(at("2024-12-31"), "6");
}

TEST_P(PromisesTest, ADocumentMayAddAndRemove)
{
    ASSERT_TRUE(problems_of(table()).empty());
    const auto line = [](RevisionKind kind, const std::string& code, const std::string& part,
                         const std::string& after) {
        return RevisionChange{"示例3号", base::Date::parse("2024-09-01").value(), kind, code, part, "", after,
                              "新任务"};
    };
    EXPECT_EQ(revised({line(RevisionKind::add, "C5", "三级指标", "培训次数")}),
              std::vector<std::string>{"0 调整后 indicators.revision.incomplete"});
    ASSERT_TRUE(revised({line(RevisionKind::add, "C5", "一级指标", "产出指标"),
                         line(RevisionKind::add, "C5", "三级指标", "培训次数"),
                         line(RevisionKind::add, "C5", "目标值", "≥3次"), line(RevisionKind::remove, "C4", "", "")})
                    .empty());
    const auto in_force = facade().in_force(actor.org, {2024}, base::Date::parse("2024-12-31").value());
    ASSERT_EQ(in_force->indicators.size(), 4U);
    EXPECT_EQ(in_force->indicators[3].setting.code, "C5");
}

TEST_P(PromisesTest, RefusalsLeaveNothingBehind)
{
    EXPECT_EQ(facade().set_targets(without("indicators.edit"), {2024}, table()).error().code,
              "indicators.edit.forbidden");
    EXPECT_EQ(revised({change("示例1号", "2024-07-01", "2", "5")}),
              std::vector<std::string>{"indicators.targets.none"});
    ASSERT_TRUE(problems_of(table()).empty());
    EXPECT_EQ(facade().revise(without("indicators.edit"), {2024}, {change("1", "2024-07-01", "2", "5")}).error().code,
              "indicators.edit.forbidden");
    EXPECT_EQ(facade().enter(actor, {2024}, {"C4", "95%", "", "满分", ""}).error().code,
              "indicators.import.published_malformed");
    EXPECT_TRUE(facade().targets(actor.org, {2024}).revisions.empty());
    EXPECT_EQ(audit().size(), 2U);  // the organisation, the table
}

MINGJI_EACH_ENGINE(PromisesTest);

}  // namespace
}  // namespace indicators
