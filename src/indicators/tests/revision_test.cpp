// SPDX-License-Identifier: Apache-2.0
#include "indicators/core/revision.h"

#include <gtest/gtest.h>

#include "indicators/core/fact.h"
#include "indicators/core/targets.h"

namespace indicators {
namespace {

base::Date day(const char* iso)
{
    return base::Date::parse(iso).value();
}

std::vector<IndicatorSetting> first_settings()
{
    return {{"C1", "1", "产出指标", "数量指标", "会议次数", "≥", "1800", "次", "5"},
            {"C2", "1", "产出指标", "质量指标", "达标率", "", "≥90%", "", "5"}};
}

RevisionChange change(const char* document, const char* date, RevisionKind kind, const char* code,
                      const char* part = "", const char* before = "", const char* after = "")
{
    return {document, day(date), kind, code, part, before, after, "任务调整"};
}

std::string first_problem(const std::vector<RevisionChange>& changes, const char* as_of = "2024-12-31")
{
    const auto in_force = replay(first_settings(), changes, day(as_of));
    return in_force ? "" : in_force.error().front().error.code;
}

TEST(Replay, AppliesADocumentFromItsDay)
{
    const std::vector<RevisionChange> changes{
        change("1号", "2024-07-01", RevisionKind::change, "C1", "目标值", "1800", "1930"),
        change("1号", "2024-07-01", RevisionKind::change, "C1", "权重", "5.00", "6"),
    };
    const auto before = replay(first_settings(), changes, day("2024-06-30"));
    EXPECT_EQ(before->front().setting.target, "1800");
    EXPECT_EQ(before->front().version, 1);
    const auto after = replay(first_settings(), changes, day("2024-07-01"));
    EXPECT_EQ(after->front().setting.target, "1930");
    EXPECT_EQ(after->front().setting.weight, "6");
    EXPECT_EQ(after->front().version, 2);  // one document, two lines
    EXPECT_EQ(after->front().documents, (std::vector<std::string>{"1号"}));
    EXPECT_EQ((*after)[1].version, 1);
}

TEST(Replay, GoesByDateAndNotByTheOrderOfTheSheet)
{
    const std::vector<RevisionChange> changes{
        change("2号", "2024-09-01", RevisionKind::change, "C1", "目标值", "1900", "1930"),
        change("1号", "2024-05-01", RevisionKind::change, "C1", "目标值", "1800", "1900"),
    };
    EXPECT_EQ(replay(first_settings(), changes, day("2024-12-31"))->front().setting.target, "1930");
    EXPECT_EQ(replay(first_settings(), changes, day("2024-08-31"))->front().setting.target, "1900");
}

TEST(Replay, AddsAnIndicatorLineByLineAndRemovesOne)
{
    const std::vector<RevisionChange> changes{
        change("1号", "2024-07-01", RevisionKind::add, "C3", "三级指标", "", "演练次数"),
        change("1号", "2024-07-01", RevisionKind::add, "C3", "目标值", "", "3"),
        change("2号", "2024-08-01", RevisionKind::remove, "C2"),
    };
    const auto in_force = replay(first_settings(), changes, day("2024-12-31"));
    ASSERT_EQ(in_force->size(), 2U);
    EXPECT_EQ((*in_force)[1].setting.code, "C3");
    EXPECT_EQ((*in_force)[1].setting.target, "3");
}

TEST(Replay, RefusesWhatDoesNotFit)
{
    using Kind = RevisionKind;
    EXPECT_EQ(first_problem({change("1号", "2024-07-01", Kind::change, "C1", "目标值", "1700", "1930")}),
              "indicators.revision.before_differs");
    EXPECT_EQ(first_problem({change("1号", "2024-07-01", Kind::change, "C1", "目标值", "1800", "1800.0")}),
              "indicators.revision.nothing_changed");
    EXPECT_EQ(first_problem({change("1号", "2024-07-01", Kind::change, "C9", "目标值", "1", "2")}),
              "indicators.revision.code_unknown");
    EXPECT_EQ(first_problem({change("1号", "2024-07-01", Kind::change, "C1", "目标", "1800", "2")}),
              "indicators.revision.part_unknown");
    EXPECT_EQ(first_problem({change("1号", "2024-07-01", Kind::add, "C1", "目标值", "", "2")}),
              "indicators.revision.code_taken");
    EXPECT_EQ(first_problem({change("1号", "2024-07-01", Kind::remove, "C9")}), "indicators.revision.code_unknown");
    // A document of a later day is not looked at.
    EXPECT_EQ(first_problem({change("1号", "2024-07-01", Kind::remove, "C9")}, "2024-06-30"), "");
}

TEST(Replay, NamesEveryLineAtFault)
{
    const auto in_force = replay(first_settings(),
                                 {change("1号", "2024-07-01", RevisionKind::remove, "C8"),
                                  change("1号", "2024-07-01", RevisionKind::change, "C1", "目标值", "1800", "1930"),
                                  change("1号", "2024-06-01", RevisionKind::remove, "C9")},
                                 day("2024-12-31"));
    ASSERT_FALSE(in_force);
    ASSERT_EQ(in_force.error().size(), 2U);
    EXPECT_EQ(in_force.error()[0].change, 2U);
    EXPECT_EQ(in_force.error()[1].change, 0U);
}

TEST(Weight, HasAtMostTwoDecimalsAndStaysWithin100)
{
    EXPECT_EQ(parse_hundredths("7.5").value(), 750);
    EXPECT_EQ(parse_hundredths("100").value(), 10'000);
    EXPECT_EQ(parse_hundredths("5.500").value(), 550);
    EXPECT_EQ(hundredths_text(750), "7.5");
    for (const char* const text : {"7.555", "-1", "100.01", "五", ""})
        EXPECT_EQ(parse_hundredths(text).error().code, "indicators.weight.malformed") << text;
}

TEST(Exact, IsWrittenAndReadBack)
{
    for (const base::Ratio& value : {base::Ratio::reduced(200, 3), base::Ratio::reduced(-7, 2), base::Ratio::whole(0)})
        EXPECT_EQ(parse_exact(exact_text(value)).value(), value);
    EXPECT_EQ(exact_text(base::Ratio::reduced(-7, 2)), "-7/2");
    for (const char* const text : {"", "1", "1/0", "1/-2", "a/2", "1/2/3"})
        EXPECT_EQ(parse_exact(text).error().code, "indicators.fact.value_malformed") << text;
}

Fact sample_fact()
{
    Fact fact;
    fact.id = "f1";
    fact.code = "C1";
    fact.value = base::Ratio::whole(2);
    fact.unit = "次";
    fact.records = {{"r1", "d1", "A1"}, {"r2", "d2", "A2"}};
    return seal(fact);
}

TEST(FactDigest, CoversWhatTheFactSaysAndItsRecords)
{
    const Fact fact = sample_fact();
    Fact other = fact;
    other.id = "f2";
    other.records[0].id = "another database's id";
    std::swap(other.records[0], other.records[1]);
    EXPECT_EQ(digest_of(other), fact.digest);  // ids and order are the database's affair
    other.records[0].digest = "d3";
    EXPECT_NE(digest_of(other), fact.digest);
    other = fact;
    other.records[0].role = RecordRole::compared;
    EXPECT_NE(digest_of(other), fact.digest);
    other = fact;
    other.value = base::Ratio::whole(3);
    EXPECT_NE(digest_of(other), fact.digest);
    other = fact;
    other.definition = "不含取消的";
    EXPECT_NE(digest_of(other), fact.digest);
    other = fact;
    other.asked = 0;
    EXPECT_NE(digest_of(other), fact.digest);
}

TEST(CompareFact, FindsChangedVanishedAndAppearedRecords)
{
    const FactChange change = compare(sample_fact(), {{"r1", "d9", "A1"}, {"r3", "d3", "A3"}}, "2次");
    ASSERT_EQ(change.changed.size(), 1U);
    EXPECT_EQ(change.changed.front().digest, "d9");
    ASSERT_EQ(change.vanished.size(), 1U);
    EXPECT_EQ(change.vanished.front().id, "r2");
    ASSERT_EQ(change.appeared.size(), 1U);
    EXPECT_EQ(change.appeared.front().id, "r3");
    EXPECT_FALSE(change.none());
    EXPECT_TRUE(compare(sample_fact(), sample_fact().records, "2次").none());
    EXPECT_FALSE(compare(sample_fact(), sample_fact().records, "3次").none());
}

}  // namespace
}  // namespace indicators
