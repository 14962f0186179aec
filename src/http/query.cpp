// SPDX-License-Identifier: Apache-2.0
#include "http/query.h"

#include <charconv>

#include "chinese/letters.h"

namespace http {

namespace {

constexpr int most_rows = 200;
constexpr int usual_rows = 50;

base::Error invalid(const char* code, base::ErrorArgs args = {})
{
    return {base::ErrorKind::invalid, code, std::move(args)};
}

}  // namespace

void Query::add(std::string_view name, base::Error error)
{
    errors_.push_back({"?" + std::string{name}, std::move(error)});
}

std::string Query::text(std::string_view name, std::size_t most_letters)
{
    asked_.emplace(name);
    std::string written = request_.query_text(name);
    if (chinese::letter_count(written) <= most_letters) return written;
    add(name, invalid("request.text_too_long", {{"most", std::to_string(most_letters)}}));
    return {};
}

std::optional<base::Date> Query::date(std::string_view name)
{
    const std::string written = text(name);
    if (written.empty()) return std::nullopt;
    const auto date = base::Date::parse(written);
    if (date) return *date;
    add(name, date.error());
    return std::nullopt;
}

bool Query::flag(std::string_view name)
{
    return word<bool>(name, {{"true", true}, {"false", false}}).value_or(false);
}

int Query::limit()
{
    const std::string written = text("limit");
    if (written.empty()) return usual_rows;
    int rows = 0;
    const char* const end = written.data() + written.size();
    const bool is_number = std::from_chars(written.data(), end, rows) == std::from_chars_result{end, {}};
    if (is_number && rows >= 1 && rows <= most_rows) return rows;
    add("limit", invalid("request.limit_out_of_range", {{"most", std::to_string(most_rows)}}));
    return usual_rows;
}

std::optional<Response> Query::problem()
{
    std::string known;
    for (const std::string& name : asked_) known += (known.empty() ? "" : " ") + name;
    for (const auto& [name, value] : request_.query)
        if (!asked_.contains(name)) add(name, invalid("request.parameter_unknown", {{"known", known}}));
    if (errors_.empty()) return std::nullopt;
    Response response = http::problem(400, invalid("request.fields_wrong"));
    response.problem->fields = std::move(errors_);
    return response;
}

}  // namespace http
