// SPDX-License-Identifier: Apache-2.0
// Without signing in: what a card asks, and its one answer.
#include <memory>

#include "http/quota.h"
#include "identity/identity.h"
#include "surveys/http/answers.h"
#include "surveys/http/surveys_routes.h"

namespace surveys {

namespace {

constexpr std::int64_t most_of_a_minute = 300;
constexpr std::size_t most_of_token = 100;

// 429 where too many phones of one organisation ask at once. Tokens of none cost no room.
std::optional<http::Response> too_many(http::Context& context, http::Quota& quota, const std::string& token)
{
    const auto org = org_of_card(token);
    if (!org || !identity::Organisations{context.db, context.clock}.find(*org)) return std::nullopt;
    const std::int64_t now_s = context.clock.seconds_since_1970();
    if (quota.admits(org->text(), now_s)) return std::nullopt;
    const std::int64_t seconds = quota.seconds_left(now_s);
    return http::too_often({base::ErrorKind::conflict, "surveys.card.too_many", {{"seconds", std::to_string(seconds)}}},
                           seconds);
}

http::Response ask(http::Context& context, http::Quota& quota)
{
    http::Fields fields{context.request};
    const std::string token = fields.text("token", most_of_token);
    if (auto problem = fields.problem()) return *std::move(problem);
    if (auto wait = too_many(context, quota, token)) return *std::move(wait);
    const auto survey = asked_by(context.db, token);
    if (!survey) return refused(survey.error());
    return answer(200, {{"title", survey->title},
                        {"audience", survey->audience},
                        {"subject", survey->subject},
                        {"questions", json_of(survey->questions)}});
}

http::Response take(http::Context& context, http::Quota& quota)
{
    constexpr std::size_t most_of_id = 40;
    constexpr std::size_t most_of_code = 20;
    http::Fields fields{context.request};
    PublicAnswer said;
    said.token = fields.text("token", most_of_token);
    said.id = fields.text("id", most_of_id);
    for (http::Fields& one : fields.objects("answers")) {
        const std::string question = one.text("question", most_of_code);
        if (!said.values.emplace(question, one.text("value", most_letters)).second)
            one.add("question", {base::ErrorKind::invalid, "surveys.answer.twice", {{"question", question}}});
    }
    if (auto problem = fields.problem()) return *std::move(problem);
    if (auto wait = too_many(context, quota, said.token)) return *std::move(wait);
    const auto done = answer_by_card(context.db, context.clock, said);
    // Nobody hears of it: who looks at a screen would see when somebody answered.
    return done ? answer(200, {}) : refused(done.error());
}

void add_open(http::Router& router, const char* path, const char* operation, http::Handler handle)
{
    constexpr std::size_t most_bytes = 64 << 10;
    router.add({.method = http::Method::post,
                .path = path,
                .operation = operation,
                .access = http::Access::open,
                .body = http::Body::json,
                .body_limit = most_bytes,
                .guard = http::Guard::none,
                .is_anonymous = true,
                .handle = std::move(handle)});
}

}  // namespace

void add_card_routes(http::Router& router)
{
    const auto quota = std::make_shared<http::Quota>(most_of_a_minute, http::minute_s);
    add_open(router, "/api/v1/surveys/public/questions", "askSurveyQuestions",
             [quota](http::Context& context) { return ask(context, *quota); });
    add_open(router, "/api/v1/surveys/public/answers", "answerSurvey",
             [quota](http::Context& context) { return take(context, *quota); });
}

}  // namespace surveys
