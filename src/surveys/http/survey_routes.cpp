// SPDX-License-Identifier: Apache-2.0
// Surveys: written, opened, given out, closed.
#include "surveys/http/answers.h"
#include "surveys/http/surveys_routes.h"

namespace surveys {

namespace {

boost::json::object json_of(const Standing& standing)
{
    const Survey& survey = standing.survey;
    return {{"number", survey.number},
            {"title", survey.title},
            {"audience", survey.audience},
            {"subject", survey.subject},
            {"from", survey.from.to_string()},
            {"until", survey.until.to_string()},
            {"questions", json_of(survey.questions)},
            {"state", base::named(states, survey.state).word},
            {"issued", survey.issued},
            {"asked", number_json(survey.asked())},
            {"left", standing.left},
            {"n", standing.n},
            {"share", share_json(standing.main.share())},
            {"version", survey.version}};
}

http::Response show(http::Context& context, const std::string& number, int status)
{
    const auto standing = surveys_of(context).find(context.actor.org, number);
    return standing ? answer(status, json_of(*standing)) : http::problem(standing.error());
}

http::Response list(http::Context& context)
{
    http::Query query{context.request};
    SurveyQuery asked;
    asked.state = query.word<State>("state", base::words_of(states));
    asked.subject = query.text("subject");
    asked.audience = query.text("audience");
    const std::size_t limit = query.limit();
    const auto cursor = query.cursor(1);
    if (auto problem = query.problem()) return *std::move(problem);
    return page_of(
        surveys_of(context).list(context.actor.org, asked), cursor, limit,
        [](const Standing& one) { return one.survey.number; }, [](const Standing& one) { return json_of(one); });
}

Survey read_survey(http::Fields& fields)
{
    constexpr std::size_t most_of_title = 200;
    constexpr std::size_t most_of_name = 100;
    constexpr std::size_t most_of_code = 20;
    Survey survey;
    survey.title = fields.text("title", most_of_title);
    survey.audience = fields.text("audience", most_of_name);
    survey.subject = fields.text("subject", most_of_name);
    survey.from = fields.date("from");
    survey.until = fields.date("until");
    for (http::Fields& one : fields.objects("questions")) {
        Question question;
        question.code = one.text("code", most_of_code);
        question.text = one.text("text", most_of_title);
        question.kind = one.word<Kind>("kind", base::words_of(kinds));
        question.options = one.texts("options");
        question.is_main = one.flag("is_main");
        survey.questions.push_back(std::move(question));
    }
    return survey;
}

http::Response record(http::Context& context)
{
    http::Fields fields{context.request};
    Survey survey = read_survey(fields);
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto made = surveys_of(context).record(context.actor, std::move(survey));
    if (!made) return refused(made.error());
    tell(context, "surveys", made->number);
    return show(context, made->number, 201);
}

http::Response change(http::Context& context)
{
    http::Fields fields{context.request};
    Survey survey = read_survey(fields);
    if (auto problem = fields.problem()) return *std::move(problem);
    Surveys surveys = surveys_of(context);
    const std::string& number = context.part("survey");
    const auto before = surveys.find(context.actor.org, number);
    if (!before) return http::problem(before.error());
    survey.number = number;
    survey.version = before->survey.version;  // the precondition was held against it
    const auto done = surveys.change(context.actor, std::move(survey));
    if (!done) return refused(done.error());
    tell(context, "surveys", number);
    return show(context, number, 200);
}

http::Response step(http::Context& context,
                    base::Result<void> (Surveys::*act)(const base::Actor&, const std::string&, std::int64_t))
{
    http::Fields fields{context.request};
    const std::int64_t version = fields.integer("version");
    if (auto problem = fields.problem()) return *std::move(problem);
    const std::string& number = context.part("survey");
    Surveys surveys = surveys_of(context);
    const auto done = (surveys.*act)(context.actor, number, version);
    if (!done) return refused(done.error());
    tell(context, "surveys", number);
    return show(context, number, 200);
}

http::Response issue(http::Context& context)
{
    http::Fields fields{context.request};
    const std::int64_t version = fields.integer("version");
    const std::int64_t count = fields.integer("count");
    if (auto problem = fields.problem()) return *std::move(problem);
    const std::string& number = context.part("survey");
    const auto made = surveys_of(context).issue(context.actor, number, version, count);
    if (!made) return refused(made.error());
    tell(context, "surveys", number);
    boost::json::array tokens;
    for (const std::string& token : *made) tokens.emplace_back(token);
    http::Response response = answer(201, {{"tokens", std::move(tokens)}});
    response.header("Cache-Control", "no-store");
    return response;
}

}  // namespace

void add_survey_routes(http::Router& router)
{
    const std::string all = "/api/v1/surveys/surveys";
    const std::string one = all + "/{survey}";
    router.add({.path = all, .operation = "listSurveys", .permission = "surveys.read", .handle = list});
    add_change(router, all, "recordSurvey", "surveys.edit", record);
    router.add(
        {.path = one, .operation = "getSurvey", .permission = "surveys.read", .handle = [](http::Context& context) {
             return show(context, context.part("survey"), 200);
         }});
    router.add({.method = http::Method::put,
                .path = one,
                .operation = "changeSurvey",
                .permission = "surveys.edit",
                .body = http::Body::json,
                .guard = http::Guard::if_match,
                .handle = change});
    add_change(router, one + "/open", "openSurvey", "surveys.edit",
               [](http::Context& context) { return step(context, &Surveys::open); });
    add_change(router, one + "/close", "closeSurvey", "surveys.edit",
               [](http::Context& context) { return step(context, &Surveys::close); });
    // An answer that is kept to be given again would keep the cards: the version makes it one instead.
    router.add({.method = http::Method::post,
                .path = one + "/cards",
                .operation = "issueCards",
                .permission = "surveys.edit",
                .body = http::Body::json,
                .guard = http::Guard::none,
                .handle = issue});
}

}  // namespace surveys
