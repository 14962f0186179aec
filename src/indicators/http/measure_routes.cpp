// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>

#include "indicators/http/answers.h"
#include "indicators/http/fact_json.h"
#include "indicators/http/target_json.h"
#include "indicators/records_behind.h"

namespace indicators {

namespace {

const char* member_of(MeasurePart part)
{
    switch (part) {
        case MeasurePart::source: return "source";
        case MeasurePart::method: return "method";
        case MeasurePart::field: return "field";
        case MeasurePart::filter: return "filter";
        case MeasurePart::numerator: return "numerator";
        case MeasurePart::period: return "period";
    }
    return "";
}

std::size_t place_of(http::Fields& fields)
{
    const auto cursor = fields.optional_text("cursor", 20);
    if (!cursor || cursor->empty()) return 0;
    std::size_t place = 0;
    const char* const end = cursor->data() + cursor->size();
    if (std::from_chars(cursor->data(), end, place) == std::from_chars_result{end, {}}) return place;
    fields.add("cursor", {base::ErrorKind::invalid, "request.cursor_malformed"});
    return 0;
}

MeasureQuestion question_of(http::Fields& fields, base::FiscalYear year, const base::Clock& clock)
{
    MeasureQuestion question;
    question.year = year;
    question.text = measure_of(fields, "measure");
    question.unit = fields.optional_text("unit", 40).value_or("");
    if (const auto decimals = fields.optional_integer("decimals")) {
        const auto read = parse_decimals(std::to_string(*decimals));
        if (read)
            question.decimals = *read;
        else
            fields.add("decimals", read.error());
    }
    question.on = fields.optional_date("on").value_or(std::clamp(clock.today(), year.first_day(), year.last_day()));
    question.after = place_of(fields);
    return question;
}

http::Response ask(http::Context& context, const Surroundings& surroundings)
{
    const auto year = year_of(context);
    if (!year) return http::problem(year.error());
    http::Fields fields{context.request};
    const MeasureQuestion question = question_of(fields, *year, context.clock);
    if (question.text.empty() && fields.is_clean())
        fields.add("measure", {base::ErrorKind::invalid, "request.field_missing"});
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto found = answer(question, surroundings.source(context, *year));
    if (!found) {
        std::vector<http::FieldError> errors;
        for (const MeasureProblem& problem : found.error())
            errors.push_back({std::string{"/measure/"} + member_of(problem.part), problem.error});
        return wrong_fields(std::move(errors));
    }
    json::object object = fact_json(found->fact, context);
    object.erase("digest");
    json::array rows;
    for (const MeasureAnswer::Row& row : found->rows) rows.push_back(record_json(row.record, row.cells, std::nullopt));
    object["records"] = found->total;
    object["columns"] = columns_json(found->columns);
    object["items"] = std::move(rows);
    object["next"] = found->next ? json::value(std::to_string(*found->next)) : json::value(nullptr);
    return answer(200, object);
}

}  // namespace

void add_measure_routes(http::Router& router, const Surroundings& surroundings)
{
    router.add({.method = http::Method::post,
                .path = "/api/v1/indicators/years/{year}/measure-answers",
                .operation = "answerMeasure",
                .permission = "indicators.read",
                .body = http::Body::json,
                .handle = [surroundings](http::Context& context) { return ask(context, surroundings); }});
}

}  // namespace indicators
