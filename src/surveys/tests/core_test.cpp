// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "surveys/core/comparison.h"
#include "surveys/core/results.h"
#include "surveys/limits.h"
#include "surveys/tests/reading.h"

namespace surveys {
namespace {

std::string interval_text(std::int64_t hits, std::int64_t n)
{
    const auto found = wilson(hits, n);
    return found ? found->low.to_string() + " " + found->high.to_string() : "";
}

// Against the formula with fifty digits (README.md): what is cut there is rounded outward here.
TEST(Wilson, SaysWhatTheFormulaSaysRoundedOutward)
{
    EXPECT_EQ(interval_text(4, 5), "37.55 96.38");      // 37.5534… 96.3775…
    EXPECT_EQ(interval_text(29, 30), "83.32 99.41");    // 83.3296… 99.4091…
    EXPECT_EQ(interval_text(50, 100), "40.38 59.62");   // 40.3831… 59.6168…
    EXPECT_EQ(interval_text(15, 20), "53.12 88.82");    // 53.1299… 88.8138…
    EXPECT_EQ(interval_text(700, 729), "94.34 97.22");  // 94.3452… 97.2161…
}

TEST(Wilson, EndsAtNothingAndAtAll)
{
    EXPECT_EQ(interval_text(0, 0), "");
    EXPECT_EQ(interval_text(0, 1), "0.00 79.35");      // … 79.3450
    EXPECT_EQ(interval_text(1, 1), "20.65 100.00");    // 20.6549 …
    EXPECT_EQ(interval_text(5, 5), "56.55 100.00");    // 56.5517 …
    EXPECT_EQ(interval_text(0, 10), "0.00 27.76");     // … 27.7532
    EXPECT_EQ(interval_text(10, 10), "72.24 100.00");  // 72.2467 …
}

TEST(Wilson, HoldsForManyAndTheEndsMirrorEachOther)
{
    EXPECT_EQ(interval_text(9'999'999, 10'000'000), "99.99 100.00");
    EXPECT_EQ(interval_text(1, 10'000'000), "0.00 0.01");
    for (std::int64_t n = 1; n <= 60; ++n)
        for (std::int64_t hits = 0; hits <= n; ++hits) {
            const Interval one = wilson(hits, n).value();
            const Interval other = wilson(n - hits, n).value();
            EXPECT_EQ(one.low.digits() + other.high.digits(), 10'000);
            EXPECT_LE(one.low.digits() * n, hits * 10'000);
            EXPECT_GE(one.high.digits() * n, hits * 10'000);
        }
}

TEST(Share, IsRoundedHalfUpAndNoneOfNoAnswers)
{
    EXPECT_FALSE((Tally{}).share());
    EXPECT_EQ((Tally{1, 1, 1}).share()->to_string(), "66.67");
    EXPECT_EQ((Tally{1, 0, 31}).share()->to_string(), "3.13");  // 3.125
    EXPECT_EQ(response_rate(1, 3)->to_string(), "33.33");
    EXPECT_FALSE(response_rate(1, std::nullopt));
    EXPECT_FALSE(response_rate(0, 0));
}

Results results(std::int64_t satisfied, std::int64_t low, std::int64_t issued)
{
    Survey survey = sample();
    survey.issued = issued;
    return results_of(survey, satisfied + low,
                      {{"Q1", "dissatisfied", low},
                       {"Q1", "satisfied", satisfied},
                       {"Q2", "午", 2},
                       {"Q3", "乙", 1},
                       {"Q3", "甲", 2}},
                      {30, 70, 5});
}

std::string warnings_text(const Results& results)
{
    std::string text;
    for (const Warning& one : results.warnings)
        text += std::string{base::named(warning_kinds, one.kind).word} + " " + std::to_string(one.least) + ";";
    return text;
}

TEST(Results, WarnBelowTheirLimitsAndNotAtThem)
{
    EXPECT_EQ(warnings_text(results(29, 1, 30)), "");
    EXPECT_EQ(warnings_text(results(28, 1, 29)), "few_answers 30;");
    EXPECT_EQ(warnings_text(results(29, 0, 29)), "few_answers 30;all_of_few 30;");
    EXPECT_EQ(warnings_text(results(30, 0, 30)), "");
    EXPECT_EQ(warnings_text(results(69, 1, 100)), "");
    EXPECT_EQ(warnings_text(results(69, 0, 100)), "low_response 70;");
    EXPECT_EQ(warnings_text(results(0, 0, 100)), "");
}

TEST(Results, WithholdWordsOfFewAndPutThemInOrderOfTheirLetters)
{
    EXPECT_FALSE(results(4, 0, 10).texts);
    const Results found = results(4, 1, 10);
    ASSERT_TRUE(found.texts);
    ASSERT_EQ(found.texts->size(), 3U);
    EXPECT_EQ((*found.texts)[0].text, "乙");
    EXPECT_EQ((*found.texts)[1].text, (*found.texts)[2].text);
    EXPECT_EQ(found.choices[0].counts, (std::vector<std::int64_t>{0, 2}));
}

std::string code_with(void (*change)(Survey&))
{
    Survey survey = sample();
    change(survey);
    return code_of(check(survey));
}

TEST(Survey, AsksOneMainRatingAndSoundQuestions)
{
    EXPECT_EQ(code_of(check(sample())), "");
    EXPECT_EQ(code_with([](Survey& one) { one.title.clear(); }), "surveys.survey.title_empty");
    EXPECT_EQ(code_with([](Survey& one) { one.audience.clear(); }), "surveys.survey.audience_empty");
    EXPECT_EQ(code_with([](Survey& one) { one.subject.clear(); }), "surveys.survey.subject_empty");
    EXPECT_EQ(code_with([](Survey& one) { one.until = one.from; }), "");
    EXPECT_EQ(code_with([](Survey& one) { one.until = day("2025-12-31"); }), "surveys.survey.days_wrong");
    EXPECT_EQ(code_with([](Survey& one) { one.questions[0].is_main = false; }), "surveys.survey.one_main");
    EXPECT_EQ(code_with([](Survey& one) { one.questions[2].is_main = true; }), "surveys.survey.one_main");
    EXPECT_EQ(code_with([](Survey& one) { one.questions[1].code = "Q1"; }), "surveys.survey.code_twice");
    EXPECT_EQ(code_with([](Survey& one) { one.questions[1].text.clear(); }), "surveys.survey.question_empty");
    EXPECT_EQ(code_with([](Survey& one) { one.questions[1].options = {"早"}; }), "surveys.survey.options_few");
    EXPECT_EQ(code_with([](Survey& one) { one.questions[1].options = {"早", "早"}; }), "surveys.survey.options_few");
    EXPECT_EQ(code_with([](Survey& one) { one.questions[2].options = {"早", "午"}; }), "surveys.survey.options_few");
    EXPECT_EQ(code_with([](Survey& one) {
                  while (one.questions.size() <= most_questions)
                      one.questions.push_back({"T" + std::to_string(one.questions.size()), "x", Kind::text});
              }),
              "surveys.survey.too_many_questions");
}

TEST(Answer, GivesRatingsAndWhatIsThereToChoose)
{
    const auto code = [](const Values& values) { return code_of(check(sample().questions, values)); };
    EXPECT_EQ(code({{"Q1", "mostly"}}), "");
    EXPECT_EQ(code({{"Q1", "mostly"}, {"Q2", "午"}, {"Q3", "x"}}), "");
    EXPECT_EQ(code({{"Q2", "午"}}), "surveys.answer.rating_missing");
    EXPECT_EQ(code({{"Q1", "good"}}), "surveys.answer.value_unknown");
    EXPECT_EQ(code({{"Q1", "mostly"}, {"Q2", "晚"}}), "surveys.answer.value_unknown");
    EXPECT_EQ(code({{"Q1", "mostly"}, {"Q3", ""}}), "surveys.answer.empty");
    EXPECT_EQ(code({{"Q1", "mostly"}, {"Q9", "x"}}), "surveys.answer.question_unknown");
    std::string letters;
    for (std::size_t at = 0; at < most_letters; ++at) letters += "字";
    EXPECT_EQ(code({{"Q1", "mostly"}, {"Q3", letters}}), "");
    EXPECT_EQ(code({{"Q1", "mostly"}, {"Q3", letters + "字"}}), "surveys.answer.text_too_long");
}

TEST(Action, IsOfEveryLowRatingAndIsDoneOnce)
{
    EXPECT_TRUE(actions_of(sample(), {{"Q1", "mostly"}}, day("2026-01-05")).empty());
    const auto actions = actions_of(sample(), {{"Q1", "dissatisfied"}, {"Q3", "汤太咸"}}, day("2026-01-05"));
    ASSERT_EQ(actions.size(), 1U);
    EXPECT_EQ(actions[0].comment, "汤太咸");
    EXPECT_EQ(actions[0].age_days(day("2026-01-08")), 3);
    const base::Date today = day("2026-01-08");
    EXPECT_EQ(code_of(done(actions[0], "", "x", today, today)), "surveys.action.result_empty");
    EXPECT_EQ(code_of(done(actions[0], "x", "x", day("2026-01-04"), today)), "surveys.action.day_wrong");
    EXPECT_EQ(code_of(done(actions[0], "x", "x", day("2026-01-09"), today)), "surveys.action.day_wrong");
    const auto mended = done(actions[0], "x", "x", day("2026-01-05"), today);
    ASSERT_TRUE(mended);
    EXPECT_EQ(mended->age_days(today), 0);
    EXPECT_EQ(code_of(done(*mended, "x", "x", today, today)), "surveys.action.wrong_state");
}

TEST(Statistics, KnowHowManyWereAskedWhereAllOfASurveyCounts)
{
    Days one{sample(), {{day("2026-01-05"), {3, 1, 1}}, {day("2026-02-01"), {1, 0, 0}}}};
    one.survey.issued = 10;
    Days other{sample(), {}};
    other.survey.issued = 5;
    const auto all = statistics({one, other}, day("2026-01-01"), day("2026-12-31"));
    ASSERT_EQ(all.by_subject.size(), 1U);
    EXPECT_EQ(all.by_subject[0].tally.n(), 6);
    EXPECT_EQ(all.by_subject[0].asked, 15);
    ASSERT_EQ(all.by_month.size(), 2U);
    EXPECT_FALSE(all.by_month[0].asked);
    const auto part = statistics({one}, day("2026-01-01"), day("2026-01-31"));
    EXPECT_EQ(part.by_subject[0].tally.n(), 5);
    EXPECT_FALSE(part.by_subject[0].asked);
    EXPECT_TRUE(statistics({other}, day("2026-02-01"), day("2026-12-31")).by_subject.empty());
}

TEST(Limits, AreThoseThatAreShipped)
{
    EXPECT_EQ(shipped_limits().least_answers, 30);
    EXPECT_EQ(shipped_limits().least_response, 70);
    EXPECT_EQ(shipped_limits().least_for_texts, 5);
}

Asked asked_on(const char* number, const char* from, std::vector<RatingResult> ratings)
{
    Asked one{sample(), std::move(ratings)};
    one.survey.number = number;
    one.survey.from = day(from);
    return one;
}

RatingResult rated(const char* text, const Tally& tally, bool is_main = false)
{
    return {{"Q", text, Kind::rating, {}, is_main}, tally};
}

TEST(Comparison, PutsTheEarlierSurveyBeforeTheLaterOne)
{
    const Asked old = asked_on("W2", "2025-01-01", {rated("总体", {40, 50, 10}, true), rated("停", {1, 0, 0})});
    const Asked young = asked_on("W1", "2026-01-01", {rated("新", {}), rated("总体", {90, 9, 1}, true)});
    for (const auto& both : {std::pair{old, young}, std::pair{young, old}}) {
        const auto found = compare(both.first, both.second);
        ASSERT_TRUE(found);
        EXPECT_EQ(found->before.number, "W2");
        EXPECT_EQ(found->after.number, "W1");
        ASSERT_EQ(found->questions.size(), 1U);
        EXPECT_EQ(found->questions[0].before.n(), 100);
        EXPECT_EQ(found->questions[0].difference()->to_string(), "9.00");
        EXPECT_EQ(found->only_before, std::vector<std::string>{"停"});
        EXPECT_EQ(found->only_after, std::vector<std::string>{"新"});
    }
    EXPECT_EQ(code_of(compare(old, old)), "surveys.comparison.same");
    // On one day the number decides; a text that is asked twice is taken in order.
    const auto twice = compare(asked_on("W2", "2026-01-01", {rated("甲", {1, 0, 0}), rated("甲", {2, 0, 0})}),
                               asked_on("W1", "2026-01-01", {rated("甲", {3, 0, 0}), rated("甲", {4, 0, 0})}));
    EXPECT_EQ(twice->before.number, "W1");
    ASSERT_EQ(twice->questions.size(), 2U);
    EXPECT_EQ(twice->questions[1].before.n(), 4);
    EXPECT_EQ(twice->questions[1].after.n(), 2);
}

TEST(Comparison, TheDifferenceIsThatOfThePrintedShares)
{
    const ComparedQuestion one{"", false, {2, 0, 1}, {1, 0, 2}};  // 66.67 and 33.33
    EXPECT_EQ(one.difference()->to_string(), "-33.34");
    EXPECT_FALSE((ComparedQuestion{"", false, {}, {1, 0, 0}}.difference()));
}

TEST(Comparison, ADifferenceIsOneWhereTheIntervalsDoNotMeet)
{
    // 95 of 100: 88.82 to 97.85 %; 83 of 100 reach 89.11 %, 82 end at 88.31 %.
    const Tally high{95, 0, 5};
    const auto verdict = [](const Tally& before, const Tally& after) {
        return ComparedQuestion{"", false, before, after}.verdict();
    };
    const Tally near{83, 0, 17};
    const Tally far{82, 0, 18};
    EXPECT_EQ(verdict(near, high), Verdict::overlap);
    EXPECT_EQ(verdict(high, near), Verdict::overlap);
    EXPECT_EQ(verdict(far, high), Verdict::higher);
    EXPECT_EQ(verdict(high, far), Verdict::lower);
    EXPECT_EQ(verdict({}, high), Verdict::no_answers);
    EXPECT_EQ(verdict(high, {}), Verdict::no_answers);
}

}  // namespace
}  // namespace surveys
