// SPDX-License-Identifier: Apache-2.0
// What was answered, what is mended because of it, and shares beside each other.
#include "surveys/http/answers.h"
#include "surveys/http/surveys_routes.h"
#include "surveys/limits.h"

namespace surveys {

namespace {

boost::json::object json_of(const Results& results, const std::string& number)
{
    boost::json::array ratings;
    for (const RatingResult& one : results.ratings) {
        boost::json::object rating{
            {"code", one.question.code}, {"text", one.question.text}, {"is_main", one.question.is_main}};
        for (const auto& pair : json_of(one.tally)) rating[pair.key()] = pair.value();
        ratings.push_back(std::move(rating));
    }
    boost::json::array choices;
    for (const ChoiceResult& one : results.choices) {
        boost::json::array counts;
        for (std::size_t at = 0; at < one.counts.size(); ++at)
            counts.push_back(boost::json::object{{"option", one.question.options[at]}, {"count", one.counts[at]}});
        choices.push_back(boost::json::object{
            {"code", one.question.code}, {"text", one.question.text}, {"counts", std::move(counts)}});
    }
    boost::json::value texts;
    if (results.texts) {
        boost::json::array list;
        for (const TextAnswer& one : *results.texts)
            list.push_back(boost::json::object{{"question", one.question}, {"text", one.text}});
        texts = std::move(list);
    }
    boost::json::array warnings;
    for (const Warning& one : results.warnings)
        warnings.push_back(boost::json::object{{"code", base::named(warning_kinds, one.kind).word},
                                               {"least", std::to_string(one.least)}});
    return {{"number", number},
            {"n", results.n},
            {"asked", number_json(results.asked)},
            {"response_rate", share_json(response_rate(results.n, results.asked))},
            {"ratings", std::move(ratings)},
            {"choices", std::move(choices)},
            {"texts", std::move(texts)},
            {"least_for_texts", shipped_limits().least_for_texts},
            {"warnings", std::move(warnings)}};
}

boost::json::object json_of(const Action& action, base::Date today)
{
    return {{"number", action.number},
            {"survey", action.survey},
            {"survey_title", action.survey_title},
            {"subject", action.subject},
            {"question", action.question_text},
            {"day", action.day.to_string()},
            {"comment", text_json(action.comment)},
            {"state", base::named(action_states, action.state).word},
            {"age_days", action.age_days(today)},
            {"result", text_json(action.result)},
            {"done_by", text_json(action.done_by)},
            {"done_on", action.done_on ? text_json(action.done_on->to_string()) : boost::json::value{}},
            {"version", action.version}};
}

boost::json::array json_of(const std::vector<Line>& lines)
{
    boost::json::array list;
    for (const Line& line : lines) {
        boost::json::object json{{"key", line.key},
                                 {"asked", number_json(line.asked)},
                                 {"response_rate", share_json(response_rate(line.tally.n(), line.asked))}};
        for (const auto& pair : json_of(line.tally)) json[pair.key()] = pair.value();
        list.push_back(std::move(json));
    }
    return list;
}

boost::json::object one_of_two(const Survey& survey)
{
    return {{"number", survey.number},
            {"title", survey.title},
            {"audience", survey.audience},
            {"subject", survey.subject},
            {"from", survey.from.to_string()},
            {"until", survey.until.to_string()},
            {"asked", number_json(survey.asked())}};
}

boost::json::object json_of(const Comparison& comparison)
{
    boost::json::array questions;
    for (const ComparedQuestion& one : comparison.questions)
        questions.push_back(boost::json::object{{"text", one.text},
                                                {"is_main", one.is_main},
                                                {"before", json_of(one.before)},
                                                {"after", json_of(one.after)},
                                                {"difference", share_json(one.difference())},
                                                {"verdict", base::named(verdicts, one.verdict()).word}});
    const auto texts = [](const std::vector<std::string>& list) {
        return boost::json::array(list.begin(), list.end());
    };
    return {{"before", one_of_two(comparison.before)},
            {"after", one_of_two(comparison.after)},
            {"questions", std::move(questions)},
            {"only_before", texts(comparison.only_before)},
            {"only_after", texts(comparison.only_after)}};
}

http::Response show_comparison(http::Context& context)
{
    http::Query query{context.request};
    const std::string other = query.text("with");
    if (auto problem = query.problem()) return *std::move(problem);
    const auto found = surveys_of(context).compare(context.actor.org, context.part("survey"), other);
    return found ? answer(200, json_of(*found)) : http::problem(found.error());
}

http::Response show_results(http::Context& context)
{
    const std::string& number = context.part("survey");
    const auto results = surveys_of(context).results(context.actor.org, number);
    return results ? answer(200, json_of(*results, number)) : http::problem(results.error());
}

http::Response list_actions(http::Context& context)
{
    http::Query query{context.request};
    ActionQuery asked;
    asked.state = query.word<ActionState>("state", base::words_of(action_states));
    asked.survey = query.text("survey");
    const std::size_t limit = query.limit();
    const auto cursor = query.cursor(1);
    if (auto problem = query.problem()) return *std::move(problem);
    const base::Date today = context.clock.today();
    return page_of(
        surveys_of(context).actions(context.actor.org, asked), cursor, limit,
        [](const Action& one) { return one.number; }, [&](const Action& one) { return json_of(one, today); });
}

http::Response finish(http::Context& context)
{
    http::Fields fields{context.request};
    const std::int64_t version = fields.integer("version");
    const std::string result = fields.text("result", most_letters);
    const base::Date on = fields.date("done_on");
    if (auto problem = fields.problem()) return *std::move(problem);
    const std::string& number = context.part("action");
    Surveys surveys = surveys_of(context);
    const auto done = surveys.finish(context.actor, number, version, result, on);
    if (!done) return refused(done.error());
    tell(context, "actions", number);
    return answer(200, json_of(surveys.action(context.actor.org, number).value(), context.clock.today()));
}

http::Response show_statistics(http::Context& context)
{
    http::Query query{context.request};
    const base::Date today = context.clock.today();
    StatisticsQuery asked;
    asked.from = query.date("from").value_or(base::Date::of(today.year(), 1, 1).value());
    asked.until = query.date("until").value_or(today);
    asked.subject = query.text("subject");
    asked.audience = query.text("audience");
    if (auto problem = query.problem()) return *std::move(problem);
    const Statistics found = surveys_of(context).statistics(context.actor.org, asked);
    return answer(200, {{"from", asked.from.to_string()},
                        {"until", asked.until.to_string()},
                        {"by_subject", json_of(found.by_subject)},
                        {"by_month", json_of(found.by_month)}});
}

}  // namespace

void add_result_routes(http::Router& router)
{
    const std::string base = "/api/v1/surveys";
    router.add({.path = base + "/surveys/{survey}/results",
                .operation = "getSurveyResults",
                .permission = "surveys.read",
                .handle = show_results});
    router.add({.path = base + "/surveys/{survey}/comparison",
                .operation = "compareSurveys",
                .permission = "surveys.read",
                .handle = show_comparison});
    router.add({.path = base + "/actions",
                .operation = "listSurveyActions",
                .permission = "surveys.read",
                .handle = list_actions});
    add_change(router, base + "/actions/{action}/done", "finishSurveyAction", "surveys.follow_up", finish);
    router.add({.path = base + "/statistics",
                .operation = "getSurveyStatistics",
                .permission = "surveys.read",
                .handle = show_statistics});
}

void add_surveys_routes(http::Router& router)
{
    add_survey_routes(router);
    add_result_routes(router);
    add_card_routes(router);
    add_file_routes(router);
}

}  // namespace surveys
