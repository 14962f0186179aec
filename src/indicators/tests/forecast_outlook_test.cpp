// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "indicators/core/forecast_need.h"
#include "indicators/year_watch.h"

namespace indicators {
namespace {

using base::Date;
using base::Ratio;

const Ratio zero = Ratio::whole(0);

const ForecastRule& rule()
{
    static const ForecastRule known = load_monitoring()->forecast;
    return known;
}

Target target(const std::string& text)
{
    return parse_target({text}, 2024);
}

Portion month(std::int64_t amount, std::int64_t weight, int days = 30)
{
    return {Ratio::whole(amount), Ratio::whole(weight), days};
}

// A course of so many complete months of 30 days out of twelve.
Course course(CourseKind kind, const std::vector<Portion>& months, const std::string& unit = "次")
{
    Course made;
    made.kind = kind;
    made.unit = unit;
    made.counts_records = kind != CourseKind::maximum;
    made.days = 360;
    made.remaining = 360 - static_cast<int>(months.size()) * 30;
    for (const Portion& one : months) {
        made.so_far.amount =
            kind == CourseKind::maximum ? std::max(made.so_far.amount, one.amount) : made.so_far.amount + one.amount;
        made.so_far.weight = made.so_far.weight + one.weight;
    }
    made.months = months;
    if (kind != CourseKind::mean)
        made.value = made.so_far.amount;
    else if (made.so_far.weight > zero)
        made.value = made.so_far.amount / made.so_far.weight;
    return made;
}

Range range_of(const Course& made, const std::string& text)
{
    const Outlook looked = outlook(made, target(text), rule());
    EXPECT_TRUE(looked.range);
    return looked.range.value_or(Range{zero, zero, zero});
}

std::string shown(const Range& range)
{
    const auto text = [](const Ratio& value) { return value.rounded(2).without_trailing_zeros().to_string(); };
    return text(range.low) + " " + text(range.expected) + " " + text(range.high);
}

TEST(Outlook, GoesOnAtThePaceSoFar)
{
    const Course made = course(CourseKind::flow, {month(10, 10), month(20, 20), month(30, 30)});
    EXPECT_EQ(shown(range_of(made, "≥200次")), "150 240 330");  // 60 + nine months at 10, 20 and 30
    EXPECT_EQ(outlook(made, target("≥200次"), rule()).basis, OutlookBasis::run_rate);
}

TEST(Outlook, IsWiderWhileFewMonthsAreOver)
{
    // Two months: 40 + ten months at half the slowest and at one and a half times the fastest.
    EXPECT_EQ(shown(range_of(course(CourseKind::flow, {month(20, 20), month(20, 20)}), "≥200次")), "140 240 340");
    EXPECT_EQ(shown(range_of(course(CourseKind::flow, {month(20, 20), month(20, 20), month(20, 20)}), "≥200次")),
              "240 240 240");
}

TEST(Outlook, CountsThePaceOfLateWorkFromItsFirstMonth)
{
    const std::vector<Portion> months{month(0, 0), month(0, 0), month(30, 3), month(30, 3), month(30, 3)};
    EXPECT_EQ(shown(range_of(course(CourseKind::flow, months), "≥500次")), "300 300 300");
    // Of what had better not happen the quiet months count.
    EXPECT_EQ(shown(range_of(course(CourseKind::flow, months), "≤500次")), "90 216 300");
}

TEST(Outlook, ExpectsWhatIsPlannedAtLeast)
{
    Course made = course(CourseKind::flow, {month(10, 10), month(10, 10), month(10, 10)});
    made.planned.amount = Ratio::whole(89);
    EXPECT_EQ(shown(range_of(made, "≥200次")), "120 120 120");
    made.planned.amount = Ratio::whole(91);
    EXPECT_EQ(shown(range_of(made, "≥200次")), "121 121 121");
}

TEST(Outlook, FollowsLastYearWhereThereIsOne)
{
    Course made = course(CourseKind::flow, {month(10, 10), month(10, 10), month(10, 10)});
    made.last_year = LastYear{month(60, 60), month(40, 40)};
    EXPECT_EQ(shown(range_of(made, "≥50次")), "50 50 50");  // half of last year so far, so half of its rest
    EXPECT_EQ(outlook(made, target("≥50次"), rule()).basis, OutlookBasis::last_year);
    made.last_year = LastYear{month(0, 0), month(40, 40)};
    EXPECT_EQ(shown(range_of(made, "≥50次")), "70 70 70");
}

TEST(Outlook, TakesThePromiseWhereNothingHappenedYet)
{
    const Course nothing = course(CourseKind::flow, {month(0, 0), month(0, 0), month(0, 0)});
    EXPECT_EQ(shown(range_of(nothing, "≥50次")), "0 50 50");
    EXPECT_EQ(outlook(nothing, target("≥50次"), rule()).basis, OutlookBasis::target);
    EXPECT_EQ(shown(range_of(nothing, "=0起")), "0 0 1");  // a mishap is not expected, but may happen
    const Outlook share = outlook(course(CourseKind::mean, {month(0, 0)}, "%"), target("≥90%"), rule());
    EXPECT_EQ(share.basis, OutlookBasis::target);
    EXPECT_TRUE(share.may_stay_empty);
}

TEST(Outlook, KeepsAShareAndRangesByItsMonths)
{
    // 95 of 100 records good in three months; 300 more at 90 % and at 100 %.
    const std::vector<Portion> months{month(3600, 40), month(2900, 30), month(3000, 30)};
    const Course made = course(CourseKind::mean, months, "%");
    EXPECT_EQ(shown(range_of(made, "≥90%")), "91.25 95 98.75");
    EXPECT_EQ(outlook(made, target("≥90%"), rule()).rest, Ratio::whole(300));
}

TEST(Outlook, LeavesRoomForOneFailureWhereNothingFailedYet)
{
    const std::vector<Portion> months{month(1000, 10), month(1000, 10), month(1000, 10)};
    EXPECT_EQ(shown(range_of(course(CourseKind::mean, months, "%"), "=100%")), "99.17 100 100");  // 119 of 120
}

TEST(Outlook, AMaximumNeverFalls)
{
    const std::vector<Portion> months{month(20, 1), month(24, 1), month(16, 1)};
    EXPECT_EQ(shown(range_of(course(CourseKind::maximum, months, "小时"), "≤24小时")), "24 24 30");
}

TEST(Outlook, IsTheValueOnceThePeriodIsOver)
{
    std::vector<Portion> months(12, month(7, 7));
    EXPECT_EQ(shown(range_of(course(CourseKind::flow, months), "≥90次")), "84 84 84");
    EXPECT_EQ(outlook(course(CourseKind::flow, months), target("≥90次"), rule()).basis, OutlookBasis::finished);
}

TEST(Outlook, SaysNothingOfFiguresBeyondAllMeasure)
{
    Course made = course(CourseKind::flow, {month(10, 10)});
    made.so_far.amount = Ratio::reduced(base::int128{1} << 120, 7);
    made.value = made.so_far.amount;
    EXPECT_FALSE(outlook(made, target("≥50次"), rule()).range);
}

// Courses made up by a fixed sequence: whatever they are, the range holds the expectation, nothing that happened is
// taken back, and more so far never makes less at the end.
class Sequence {
public:
    std::int64_t next(std::int64_t below)
    {
        state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<std::int64_t>((state_ >> 33) % static_cast<std::uint64_t>(below));
    }

private:
    std::uint64_t state_ = 20'241'124;
};

Course any_course(Sequence& sequence, CourseKind kind)
{
    std::vector<Portion> months(static_cast<std::size_t>(1 + sequence.next(12)));
    for (Portion& one : months) {
        const std::int64_t records = sequence.next(4) == 0 ? 0 : sequence.next(60);
        one = month(records, records);
        if (kind == CourseKind::mean) one.amount = Ratio::whole(records == 0 ? 0 : 100 * sequence.next(records + 1));
        if (kind == CourseKind::maximum) one = month(sequence.next(50), records > 0 ? 1 : 0);
    }
    Course made = course(kind, months, kind == CourseKind::mean ? "%" : "次");
    if (kind == CourseKind::maximum && made.so_far.weight == zero) made.value.reset();
    if (sequence.next(3) == 0) made.planned = month(sequence.next(40), sequence.next(40));
    if (sequence.next(3) == 0)
        made.last_year = LastYear{month(sequence.next(90), sequence.next(90)), month(sequence.next(90), 1)};
    return made;
}

TEST(OutlookOfAnything, HoldsTheExpectationAndTakesNothingBack)
{
    Sequence sequence;
    for (int i = 0; i < 20'000; ++i) {
        const CourseKind kind = std::vector{CourseKind::flow, CourseKind::mean, CourseKind::maximum,
                                            CourseKind::distinct}[static_cast<std::size_t>(i % 4)];
        const Course made = any_course(sequence, kind);
        const Outlook looked =
            outlook(made, target(kind == CourseKind::mean ? "≥90%" : (i % 8 < 4 ? "≥300次" : "≤300次")), rule());
        if (!looked.range) continue;
        EXPECT_LE(looked.range->low, looked.range->expected);
        EXPECT_LE(looked.range->expected, looked.range->high);
        if (made.is_finished()) {
            EXPECT_EQ(looked.range->low, looked.range->high);
        }
        if (made.value && kind != CourseKind::mean) {
            EXPECT_GE(looked.range->low, *made.value);
        }
        if (made.value && kind == CourseKind::mean) {
            EXPECT_LE(looked.range->high, Ratio::whole(100));
        }
    }
}

TEST(OutlookOfAnything, MoreSoFarIsNeverLessAtTheEnd)
{
    Sequence sequence;
    for (int i = 0; i < 10'000; ++i) {
        const CourseKind kind = i % 2 == 0 ? CourseKind::flow : CourseKind::maximum;
        const Course made = any_course(sequence, kind);
        if (!made.value || *made.value == zero) continue;  // before the first record it is the promise that counts
        std::vector<Portion> months = made.months;
        const Ratio more = Ratio::whole(1 + sequence.next(20));
        months.back().amount = months.back().amount + more;
        months.back().weight = months.back().weight + Ratio::whole(1);
        Course greater = course(kind, months, made.unit);
        greater.planned = made.planned;
        greater.last_year = made.last_year;
        const Ratio before = range_of(made, "≥300次").expected;
        EXPECT_GE(range_of(greater, "≥300次").expected, before);
    }
}

struct NeedCase {
    const char* name;
    CourseKind kind;
    std::vector<Portion> months;
    const char* unit;
    const char* target;
    const char* needs;
};

std::string shown(const Need& need)
{
    std::string text{to_text(need.kind)};
    for (const auto* const number : {&need.amount, &need.per_month, &need.quality, &need.failures})
        if (*number) text += " " + (*number)->rounded(2).without_trailing_zeros().to_string();
    return text;
}

class NeedTest : public testing::TestWithParam<NeedCase> {};

TEST_P(NeedTest, NamesWhatFullMarksTake)
{
    const NeedCase& given = GetParam();
    const Course made = course(given.kind, given.months, given.unit);
    const Outlook looked = outlook(made, target(given.target), rule());
    EXPECT_EQ(shown(need_of(made, looked, target(given.target), made.remaining / 30)), given.needs);
}

const std::vector<Portion> halfway(6, month(10, 10));       // 60 in half a year
const std::vector<Portion> nine_of_ten(6, month(900, 10));  // 90 % of 60 records, 60 more are expected
const std::vector<Portion> all_good(12, month(1000, 10));

INSTANTIATE_TEST_SUITE_P(
    Need, NeedTest,
    testing::Values(NeedCase{"Reached", CourseKind::flow, halfway, "次", "≥60次", "reached"},
                    NeedCase{"OneShort", CourseKind::flow, halfway, "次", "≥61次", "amount 1 1"},
                    NeedCase{"SixtyShort", CourseKind::flow, halfway, "次", "≥120次", "amount 60 10"},
                    NeedCase{"AtTheLimit", CourseKind::flow, halfway, "次", "≤60次", "limit 0"},
                    NeedCase{"BelowTheLimit", CourseKind::flow, halfway, "次", "≤61次", "limit 1"},
                    NeedCase{"BeyondTheLimit", CourseKind::flow, halfway, "次", "≤59次", "lost"},
                    NeedCase{"NothingMayHappen", CourseKind::flow, {month(0, 0)}, "起", "=0起", "limit 0"},
                    NeedCase{"ShareToKeep", CourseKind::mean, nine_of_ten, "%", "≥90%", "quality 90 6"},
                    NeedCase{"ShareToRaise", CourseKind::mean, nine_of_ten, "%", "≥95%", "quality 100 0"},
                    NeedCase{"ShareBeyondTheRecords", CourseKind::mean, nine_of_ten, "%", "≥96%", "records 90"},
                    NeedCase{"ShareLost", CourseKind::mean, nine_of_ten, "%", "=100%", "lost"},
                    NeedCase{"ShareSafe", CourseKind::mean, nine_of_ten, "%", "≥45%", "reached"},
                    NeedCase{"ShareNearlySafe", CourseKind::mean, nine_of_ten, "%", "≥46%", "quality 2 58"},
                    NeedCase{"FinishedAndMet", CourseKind::mean, all_good, "%", "=100%", "reached"},
                    NeedCase{"FinishedAndMissed", CourseKind::flow, all_good, "次", "≥12001次", "lost"},
                    NeedCase{"MaximumKept", CourseKind::maximum, halfway, "小时", "≤10小时", "each 10"},
                    NeedCase{"MaximumBroken", CourseKind::maximum, halfway, "小时", "≤9小时", "lost"},
                    NeedCase{"Words", CourseKind::flow, halfway, "次", "有效保障", "unknown"}),
    [](const auto& test) { return std::string{test.param.name}; });

TEST(MonthsLeft, CountsMonthsWithADayAhead)
{
    EXPECT_EQ(months_left({2024}, Date::of(2023, 12, 31).value()), 12);
    EXPECT_EQ(months_left({2024}, Date::of(2024, 1, 30).value()), 12);
    EXPECT_EQ(months_left({2024}, Date::of(2024, 1, 31).value()), 11);
    EXPECT_EQ(months_left({2024}, Date::of(2024, 12, 30).value()), 1);
    EXPECT_EQ(months_left({2024}, Date::of(2024, 12, 31).value()), 0);
}

TEST(Lights, TurnAtTheLimitsOfTheRules)
{
    const Monitoring rules = load_monitoring().value();
    const Ratio half = Ratio::reduced(6, 12);
    EXPECT_EQ(light_of(rules.execution, Ratio::reduced(2999, 10'000), half), Light::red);
    EXPECT_EQ(light_of(rules.execution, Ratio::reduced(3, 10), half), Light::yellow);
    EXPECT_EQ(light_of(rules.execution, Ratio::reduced(3999, 10'000), half), Light::yellow);
    EXPECT_EQ(light_of(rules.execution, Ratio::reduced(4, 10), half), Light::green);
    EXPECT_EQ(light_of(rules.execution, Ratio::whole(2), half), Light::green);  // money is never blue
    EXPECT_EQ(light_of(rules.indicator, Ratio::reduced(59, 100), half), Light::green);
    EXPECT_EQ(light_of(rules.indicator, Ratio::reduced(60, 100), half), Light::blue);
}

}  // namespace
}  // namespace indicators
