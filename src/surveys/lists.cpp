// SPDX-License-Identifier: Apache-2.0
// Surveys in numbers, and as records for measures.
#include "base/sm3.h"
#include "surveys/limits.h"
#include "surveys/store/answer_store.h"
#include "surveys/surveys.h"

namespace surveys {

using base::ErrorKind;
using base::fail;

namespace {

Tally sum_of(const std::map<base::Date, Tally>& days)
{
    Tally all;
    for (const auto& [day, tally] : days) all.add(tally);
    return all;
}

std::vector<base::Cell> cells_of(const Survey& survey, base::Cell day, base::Cell rating)
{
    return {std::move(day), survey.number,     survey.audience,
            survey.subject, std::move(rating), std::string{base::named(sources, survey.source).chinese}};
}

base::Asked asked_of(const Survey& survey)
{
    return {survey.asked(), survey.from, survey.until, {{}, {}, {}, cells_of(survey, survey.from, {})}};
}

}  // namespace

std::vector<Standing> Surveys::list(const base::OrgId& org, const SurveyQuery& query) const
{
    const AnswerStore answers{db_, org};
    auto left = answers.cards_left();
    auto counts = answers.counts();
    auto tallies = answers.main_tallies();
    std::vector<Standing> found;
    for (Survey& survey : SurveyStore{db_, org}.list(query)) {
        const std::string number = survey.number;
        found.push_back({std::move(survey), counts[number], left[number], sum_of(tallies[number])});
    }
    return found;
}

base::Result<Standing> Surveys::find(const base::OrgId& org, const std::string& number) const
{
    auto survey = SurveyStore{db_, org}.find(number);
    if (!survey) return fail(ErrorKind::not_found, "surveys.survey.unknown", {{"number", number}});
    const AnswerStore answers{db_, org};
    const Balance balance = answers.balance(number);
    Tally main;
    for (const ValueCount& one : answers.values(number))
        if (const auto rating = base::of_word(ratings, one.value); rating && one.question == survey->main()->code)
            main.add(*rating, one.count);
    return Standing{*std::move(survey), balance.answers, balance.left, main};
}

base::Result<Results> Surveys::results(const base::OrgId& org, const std::string& number) const
{
    TRY_ASSIGN(const Standing standing, find(org, number));
    return results_of(standing.survey, standing.n, AnswerStore{db_, org}.values(number), shipped_limits());
}

base::Result<Comparison> Surveys::compare(const base::OrgId& org, const std::string& one,
                                          const std::string& other) const
{
    const auto asked = [&](const std::string& number) -> base::Result<Asked> {
        TRY_ASSIGN(const Standing standing, find(org, number));
        TRY_ASSIGN(const Results found, results(org, number));
        return Asked{standing.survey, found.ratings};
    };
    TRY_ASSIGN(const Asked first, asked(one));
    TRY_ASSIGN(const Asked second, asked(other));
    return surveys::compare(first, second);
}

Statistics Surveys::statistics(const base::OrgId& org, const StatisticsQuery& query) const
{
    auto tallies = AnswerStore{db_, org}.main_tallies();
    std::vector<Days> surveys;
    for (Survey& survey : SurveyStore{db_, org}.list({{}, query.subject, query.audience})) {
        auto days = std::move(tallies[survey.number]);
        surveys.push_back({std::move(survey), std::move(days)});
    }
    return surveys::statistics(surveys, query.from, query.until);
}

base::Result<base::Records> Surveys::records(const base::OrgId& org, const std::string& collection) const
{
    if (collection != "答卷")
        return fail(ErrorKind::not_found, "surveys.records.unknown_collection", {{"collection", collection}});
    std::map<std::string, Survey> surveys;
    for (Survey& survey : SurveyStore{db_, org}.list({})) {
        std::string number = survey.number;
        surveys.emplace(std::move(number), std::move(survey));
    }
    base::Records records{"满意度:答卷",
                          {{"日期", base::CellType::date}, {"问卷"}, {"调查对象"}, {"主题"}, {"评价"}, {"来源"}},
                          {},
                          0,
                          1};
    for (const auto& [number, survey] : surveys) records.asked.push_back(asked_of(survey));
    for (const Answer& answer : AnswerStore{db_, org}.main_answers()) {
        const Survey& survey = surveys.at(answer.survey);
        const Rating rating = base::of_word(ratings, answer.values.begin()->second).value();
        base::Record record{answer.row_number.empty() ? answer.id : answer.row_number,
                            {},
                            answer.row_number,
                            cells_of(survey, answer.day, std::string{base::named(ratings, rating).chinese})};
        base::Sm3 digest;
        digest.add_field(record.id);
        for (const base::Cell& cell : record.cells) digest.add_field(base::to_string(cell));
        record.digest = digest.finish();
        records.rows.push_back(std::move(record));
    }
    if (records.rows.empty())
        return fail(ErrorKind::not_found, "surveys.records.nothing_recorded", {{"collection", collection}});
    return records;
}

}  // namespace surveys
