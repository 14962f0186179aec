// SPDX-License-Identifier: Apache-2.0
#include "indicators/core/forecast_course.h"

#include <gtest/gtest.h>

namespace indicators {
namespace {

using base::CellType;
using base::Date;
using base::Ratio;
using base::Records;

Date day(const std::string& iso)
{
    return Date::parse(iso).value();
}

base::Record row(const std::string& id, const std::string& on, const std::string& state, int people)
{
    return {id,
            id,
            id,
            {on.empty() ? base::Cell{} : base::Cell{day(on)}, state.empty() ? base::Cell{} : base::Cell{state},
             base::Decimal::whole(people)}};
}

const std::vector<std::string> planned_words{"已安排"};

class CourseTest : public testing::Test {
protected:
    Course at(const std::string& on, const std::string& known_until)
    {
        const Measure measure = parse_measure(text).value();
        const CourseReader::Tables tables{now, before ? &*before : nullptr, planned_words};
        CourseReader reader{measure, {unit, {}}, tables, {2024}};
        return reader.at({{2024}, day(on), day(known_until)});
    }

    std::string unit = "次";
    MeasureText text{"台账:会议", "计数", "", "状态=已召开", "", ""};
    Records now{
        "台账:会议",
        {{"日期", CellType::date}, {"状态"}, {"人数", CellType::decimal, "人"}},
        {row("a", "2024-01-31", "已召开", 4), row("b", "2024-02-01", "已召开", 6), row("c", "2024-02-29", "已取消", 8),
         row("d", "2024-03-10", "已召开", 10), row("e", "2024-04-05", "已召开", 12), row("f", "", "已召开", 3)},
        0};
    std::optional<Records> before = {};
};

TEST_F(CourseTest, CountsWhatIsOverMonthByMonth)
{
    const Course made = at("2024-03-09", "2024-03-09");
    EXPECT_EQ(*made.value, Ratio::whole(2));
    ASSERT_EQ(made.months.size(), 2U);
    EXPECT_EQ(made.months[0].amount, Ratio::whole(1));
    EXPECT_EQ(made.months[1].amount, Ratio::whole(1));
    EXPECT_EQ(made.months[1].days, 29);
    EXPECT_EQ(made.remaining, 366 - 31 - 29 - 9);
    EXPECT_EQ(*at("2024-03-10", "2024-03-10").value, Ratio::whole(3));
    EXPECT_EQ(at("2024-03-31", "2024-03-31").months.size(), 3U);
}

TEST_F(CourseTest, HidesWhatWasNotKnownOnTheDayAndPlansWhatLiesAhead)
{
    EXPECT_EQ(at("2024-02-10", "2024-12-31").planned.amount, Ratio::whole(0));  // looked back from the year's end
    EXPECT_EQ(at("2024-02-10", "2024-04-04").planned.amount, Ratio::whole(1));  // only what still lies ahead
    EXPECT_EQ(at("2024-02-10", "2024-02-10").planned.amount, Ratio::whole(2));
}

TEST_F(CourseTest, APlannedRecordNeedNotHaveHappened)
{
    now.rows.push_back(row("g", "2024-05-01", "已安排", 1));
    now.rows.push_back(row("h", "2024-05-02", "", 1));
    now.rows.push_back(row("i", "2024-05-03", "已取消", 1));
    EXPECT_EQ(at("2024-04-30", "2024-04-30").planned.amount, Ratio::whole(2));
    EXPECT_EQ(*at("2024-05-31", "2024-05-31").value, Ratio::whole(4));  // once the day has come, it has to say so
}

TEST_F(CourseTest, TakesLastYearToTheSameDay)
{
    before = Records{
        now.source,
        now.columns,
        {row("x", "2023-02-28", "已召开", 1), row("y", "2023-03-01", "已召开", 1), row("z", "2023-12-31", "已召开", 1)},
        0};
    const Course leap = at("2024-02-29", "2024-02-29");
    EXPECT_EQ(leap.last_year->until.amount, Ratio::whole(1));
    EXPECT_EQ(leap.last_year->rest.amount, Ratio::whole(2));
    before->rows.clear();
    EXPECT_FALSE(at("2024-02-29", "2024-02-29").last_year);
}

TEST_F(CourseTest, WeighsAverages)
{
    text = {"台账:会议", "平均", "人数", "状态=已召开", "", ""};
    unit = "人";
    const Course made = at("2024-04-30", "2024-04-30");
    EXPECT_EQ(*made.value, Ratio::whole(8));
    EXPECT_EQ(made.so_far.weight, Ratio::whole(4));
    EXPECT_EQ(made.months[2].amount, Ratio::whole(10));
}

TEST_F(CourseTest, ARegisterWithoutACourseStandsAsItIs)
{
    text.period = "全部";
    EXPECT_EQ(at("2024-02-10", "2024-12-31").kind, CourseKind::standing);
    EXPECT_EQ(*at("2024-02-10", "2024-12-31").value, Ratio::whole(3));  // the undated one counts, later ones do not
    EXPECT_EQ(*at("2024-12-31", "2024-12-31").value, Ratio::whole(5));
    EXPECT_TRUE(at("2024-02-10", "2024-12-31").is_finished());
}

TEST_F(CourseTest, AMeasureOfAQuarterEndsWithIt)
{
    text.period = "2024Q1";
    EXPECT_EQ(at("2024-03-31", "2024-03-31").remaining, 0);
    EXPECT_EQ(at("2024-03-30", "2024-03-30").remaining, 1);
    EXPECT_EQ(*at("2024-06-30", "2024-06-30").value, Ratio::whole(3));
}

TEST_F(CourseTest, AMistakenMeasureHasNoValue)
{
    text.filter = "没有这一列=x";
    EXPECT_FALSE(at("2024-06-30", "2024-06-30").value);
}

}  // namespace
}  // namespace indicators
