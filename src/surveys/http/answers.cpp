// SPDX-License-Identifier: Apache-2.0
#include "surveys/http/answers.h"

#include <array>

namespace surveys {

namespace {

// Which member of the body a refusal is about.
constexpr std::array<std::pair<std::string_view, std::string_view>, 18> members_of_body{
    {{"surveys.survey.title_empty", "/title"},
     {"surveys.survey.audience_empty", "/audience"},
     {"surveys.survey.subject_empty", "/subject"},
     {"surveys.survey.days_wrong", "/until"},
     {"surveys.survey.one_main", "/questions"},
     {"surveys.survey.too_many_questions", "/questions"},
     {"surveys.survey.code_twice", "/questions"},
     {"surveys.survey.question_empty", "/questions"},
     {"surveys.survey.options_few", "/questions"},
     {"surveys.card.count_out_of_range", "/count"},
     {"surveys.action.result_empty", "/result"},
     {"surveys.action.day_wrong", "/done_on"},
     {"surveys.answer.id_malformed", "/id"},
     {"surveys.answer.question_unknown", "/answers"},
     {"surveys.answer.rating_missing", "/answers"},
     {"surveys.answer.value_unknown", "/answers"},
     {"surveys.answer.text_too_long", "/answers"},
     {"surveys.answer.empty", "/answers"}}};

}  // namespace

http::Response answer(int status, const boost::json::object& json)
{
    return {.status = status, .body = boost::json::serialize(json)};
}

Surveys surveys_of(const http::Context& context)
{
    return {context.db, context.clock};
}

void tell(http::Context& context, const char* what, const std::string& name)
{
    context.heard.push_back(
        {"", context.actor.org.text(), "change",
         boost::json::serialize(boost::json::object{{"what", std::string{"surveys."} + what}, {"name", name}})});
}

boost::json::value text_json(const std::string& text)
{
    return text.empty() ? boost::json::value{} : boost::json::value(text);
}

boost::json::value number_json(const std::optional<std::int64_t>& number)
{
    return number ? boost::json::value(*number) : boost::json::value{};
}

boost::json::value share_json(const std::optional<base::Decimal>& share)
{
    return share ? boost::json::value(share->to_string()) : boost::json::value{};
}

boost::json::array json_of(const std::vector<Question>& questions)
{
    boost::json::array list;
    for (const Question& one : questions) {
        boost::json::array options;
        for (const std::string& option : one.options) options.emplace_back(option);
        list.push_back(boost::json::object{{"code", one.code},
                                           {"text", one.text},
                                           {"kind", base::named(kinds, one.kind).word},
                                           {"options", std::move(options)},
                                           {"is_main", one.is_main}});
    }
    return list;
}

boost::json::object json_of(const Tally& tally)
{
    const auto interval = tally.interval();
    return {{"n", tally.n()},
            {"satisfied", tally.satisfied},
            {"mostly", tally.mostly},
            {"dissatisfied", tally.dissatisfied},
            {"share", share_json(tally.share())},
            {"low", interval ? share_json(interval->low) : boost::json::value{}},
            {"high", interval ? share_json(interval->high) : boost::json::value{}}};
}

http::Response refused(const base::Error& error)
{
    http::Response response = http::problem(error);
    if (error.kind == base::ErrorKind::not_found) return response;
    for (const auto& [code, pointer] : members_of_body)
        if (error.code == code) response.problem->fields.push_back({std::string{pointer}, error});
    return response;
}

void add_change(http::Router& router, const std::string& path, const char* operation, const char* permission,
                http::Response (*handle)(http::Context&))
{
    router.add({.method = http::Method::post,
                .path = path,
                .operation = operation,
                .permission = permission,
                .body = http::Body::json,
                .guard = http::Guard::idempotency_key,
                .handle = handle});
}

}  // namespace surveys
