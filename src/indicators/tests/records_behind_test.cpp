// SPDX-License-Identifier: Apache-2.0
#include "indicators/records_behind.h"

#include "indicators/tests/sample_office.h"

namespace indicators {
namespace {

class RecordsBehindTest : public SampleOffice {
protected:
    FactReader reader() { return {*db, clock}; }
    RecordPage page(const indicators::Run& run, const std::string& code, std::int64_t after, std::size_t limit)
    {
        return reader().records(actor.org, run.id, code, year.source(), after, limit).value();
    }
};

TEST_P(RecordsBehindTest, AFactCountsItsRecordsAndPagesThroughThem)
{
    const indicators::Run run = evaluated();
    const auto counted = reader().fact(actor.org, run.id, "C2").value();
    EXPECT_EQ(counted.records, 3);
    EXPECT_TRUE(counted.fact.records.empty());
    EXPECT_EQ(counted.fact.printed(), "66.67%");
    const RecordPage first = page(run, "C2", 0, 2);
    ASSERT_EQ(first.records.size(), 2U);
    EXPECT_EQ(first.total, 3);
    EXPECT_EQ(first.columns[1].name, "结果");
    EXPECT_EQ(first.records[0].frozen.id, "c1");
    EXPECT_EQ(base::to_string(first.records[0].cells[1]), "合格");
    ASSERT_TRUE(first.next);
    const RecordPage second = page(run, "C2", *first.next, 2);
    ASSERT_EQ(second.records.size(), 1U);
    EXPECT_EQ(second.records[0].frozen.role, RecordRole::compared);
    EXPECT_FALSE(second.next);
    EXPECT_FALSE(page(run, "C2", 0, 3).next);
    EXPECT_TRUE(page(run, "C2", 3, 3).records.empty());
}

TEST_P(RecordsBehindTest, SaysWhatARecordIsNow)
{
    const indicators::Run run = evaluated();
    auto& rows = year.records["台账:检查台账"].rows;
    rows[0].digest = "another";
    rows[0].cells[1] = std::string{"不合格"};
    rows.erase(rows.begin() + 1);
    const RecordPage all = page(run, "C2", 0, 10);
    EXPECT_EQ(all.records[0].state, RecordState::changed);
    EXPECT_EQ(base::to_string(all.records[0].cells[1]), "不合格");
    EXPECT_EQ(all.records[0].frozen.digest, "digest c1");
    EXPECT_EQ(all.records[1].state, RecordState::vanished);
    EXPECT_TRUE(all.records[1].cells.empty());
    EXPECT_EQ(all.records[2].state, RecordState::unchanged);
    year.records.erase("台账:检查台账");
    const RecordPage gone = page(run, "C2", 0, 10);
    EXPECT_EQ(gone.unreadable->code, "test.source.unknown");
    EXPECT_EQ(gone.records.size(), 3U);
}

TEST_P(RecordsBehindTest, OneFactIsVerifiedByItself)
{
    const indicators::Run run = evaluated();
    const indicators::Indicators known = facade();
    const auto verified = [&](const char* code) {
        return known.verify_fact(actor.org, run.id, code, year.source()).value();
    };
    EXPECT_TRUE(verified("C2").clean());
    EXPECT_EQ(verified("C2").facts, 1U);
    EXPECT_EQ(verified("C2").records, 3U);
    auto& rows = year.records["台账:检查台账"].rows;
    rows[0].digest = "another";
    rows.erase(rows.begin() + 1);
    const Verification changed = verified("C2");
    ASSERT_EQ(changed.changes.size(), 1U);
    EXPECT_EQ(changed.changes[0].changed.size(), 1U);
    EXPECT_EQ(changed.changes[0].vanished.size(), 1U);
    EXPECT_TRUE(verified("C1").clean());  // rests on another register
    year.records.erase("台账:检查台账");
    EXPECT_EQ(verified("C2").unreadable, std::vector<std::string>{"C2"});
    EXPECT_EQ(known.verify_fact(actor.org, run.id, "C9", year.source()).error().code, "indicators.fact.unknown");
}

TEST_P(RecordsBehindTest, RefusesWhatIsNotThere)
{
    const indicators::Run run = evaluated();
    EXPECT_EQ(reader().fact(actor.org, run.id, "C9").error().code, "indicators.fact.unknown");
    EXPECT_EQ(reader().facts(actor.org, RunId{"none"}).error().code, "indicators.run.unknown");
    EXPECT_EQ(reader().facts(base::OrgId{"other"}, run.id).error().code, "indicators.run.unknown");
    EXPECT_TRUE(page(run, "C3", 0, 10).records.empty());  // entered by hand: nothing behind it
}

MINGJI_EACH_ENGINE(RecordsBehindTest);

class AnswerTest : public testing::Test {
protected:
    MeasureQuestion asked(MeasureText text, const std::string& unit = "")
    {
        return {std::move(text), unit, {}, {2024}, base::Date::of(2024, 12, 31).value(), 0, 2};
    }
    // "part code" of each problem.
    std::vector<std::string> problems(MeasureText text, const std::string& unit = "")
    {
        const auto found = answer(asked(std::move(text), unit), year.source());
        std::vector<std::string> list;
        if (!found)
            for (const MeasureProblem& problem : found.error())
                list.push_back(std::to_string(static_cast<int>(problem.part)) + " " + problem.error.code);
        return list;
    }

    SampleYear year;
};

TEST_F(AnswerTest, ShowsTheValueAndTheRecords)
{
    MeasureQuestion question = asked({"台账:会议台账", "求和", "人数", "状态=已召开", "", ""}, "人");
    const auto first = answer(question, year.source());
    ASSERT_TRUE(first);
    EXPECT_EQ(first->fact.printed(), "60人");
    EXPECT_EQ(first->total, 3U);
    ASSERT_EQ(first->rows.size(), 2U);
    EXPECT_EQ(base::to_string(first->rows[1].cells[2]), "31");
    ASSERT_TRUE(first->next);
    question.after = *first->next;
    const auto second = answer(question, year.source());
    EXPECT_EQ(second->rows.size(), 1U);
    EXPECT_FALSE(second->next);
    question.after = 99;
    EXPECT_TRUE(answer(question, year.source())->rows.empty());
}

TEST_F(AnswerTest, CountsUpToTheDay)
{
    MeasureQuestion question = asked({"台账:会议台账", "计数", "", "状态=已召开", "", ""}, "次");
    question.on = base::Date::of(2024, 8, 1).value();
    EXPECT_EQ(answer(question, year.source())->fact.printed(), "1次");
    question.on = base::Date::of(2024, 8, 2).value();
    EXPECT_EQ(answer(question, year.source())->fact.printed(), "2次");
    // A whole year that the measure names by itself is no more than it has up to the day.
    question.text.period = "2024";
    EXPECT_EQ(answer(question, year.source())->fact.printed(), "2次");
    question.on = base::Date::of(2024, 8, 1).value();
    const auto cut = answer(question, year.source());
    EXPECT_EQ(cut->fact.printed(), "1次");
    EXPECT_EQ(cut->fact.period, "2024-01-01/2024-08-01");
    question.on = base::Date::of(2024, 12, 31).value();
    EXPECT_EQ(answer(question, year.source())->fact.period, "2024");
}

TEST_F(AnswerTest, WantOfRecordsIsAnAnswer)
{
    const auto none = answer(asked({"台账:检查台账", "占比", "", "结果=没有", "结果=合格", ""}), year.source());
    ASSERT_TRUE(none);
    EXPECT_FALSE(none->fact.value);
    EXPECT_EQ(none->fact.missing->code, "indicators.measure.no_denominator");
}

TEST_F(AnswerTest, NamesTheCellAtFault)
{
    using List = std::vector<std::string>;
    EXPECT_EQ(problems({"会议台账", "数数", "", "", "", ""}),
              (List{"0 indicators.measure.source_malformed", "1 indicators.measure.method_unknown"}));
    EXPECT_EQ(problems({"台账:没有", "计数", "", "", "", ""}), List{"0 test.source.unknown"});
    EXPECT_EQ(problems({"台账:会议台账", "求和", "状态", "", "", ""}), List{"2 indicators.measure.field_not_a_number"});
    EXPECT_EQ(problems({"台账:会议台账", "求和", "没有", "", "", ""}), List{"2 indicators.measure.column_unknown"});
    EXPECT_EQ(problems({"台账:会议台账", "计数", "", "没有=1", "", ""}), List{"3 indicators.measure.column_unknown"});
    EXPECT_EQ(problems({"台账:会议台账", "计数", "", "状态≥1", "", ""}), List{"3 indicators.measure.order_on_text"});
    EXPECT_EQ(problems({"台账:会议台账", "占比", "", "", "没有=1", ""}), List{"4 indicators.measure.column_unknown"});
    EXPECT_EQ(problems({"台账:会议台账", "求和", "人数", "", "", ""}, "小时"),
              List{"2 indicators.measure.unit_mismatch"});
    EXPECT_EQ(problems({"台账:会议台账", "计数", "", "", "", "去年"}), List{"5 indicators.measure.period_malformed"});
}

}  // namespace
}  // namespace indicators
