// SPDX-License-Identifier: Apache-2.0
#include "http/query.h"

#include <algorithm>
#include <charconv>

#include "base/random.h"
#include "base/utf8.h"
#include "chinese/letters.h"

namespace http {

namespace {

constexpr std::size_t most_values = 20;  // of a repeated parameter
constexpr std::int64_t most_rows = 200;
constexpr std::int64_t usual_rows = 50;
constexpr char between = '\x1f';

base::Error invalid_parameter(const char* code, base::ErrorArgs args = {})
{
    return {base::ErrorKind::invalid, code, std::move(args)};
}

std::optional<std::string> from_hex(std::string_view text)
{
    if (text.size() % 2 != 0) return std::nullopt;
    std::string bytes;
    for (std::size_t at = 0; at < text.size(); at += 2) {
        unsigned byte = 0;
        const char* const end = text.data() + at + 2;
        if (std::from_chars(text.data() + at, end, byte, 16) != std::from_chars_result{end, {}}) return std::nullopt;
        bytes += static_cast<char>(byte);
    }
    return bytes;
}

}  // namespace

void Query::add(const std::string& name, base::Error error)
{
    errors_.push_back({"?" + name, std::move(error)});
}

std::vector<std::string> Query::texts(const std::string& name, std::size_t most_letters)
{
    asked_.insert(name);
    std::vector<std::string> values;
    for (const auto& [known, value] : request_.query) {
        if (known != name) continue;
        if (chinese::letter_count(value) > most_letters)
            add(name, invalid_parameter("request.text_too_long", {{"most", std::to_string(most_letters)}}));
        else
            values.push_back(value);
    }
    if (values.size() > most_values) add(name, invalid_parameter("request.parameter_twice"));
    return values;
}

std::string Query::text(const std::string& name, std::size_t most_letters)
{
    const auto values = texts(name, most_letters);
    if (values.size() > 1) add(name, invalid_parameter("request.parameter_twice"));
    return values.empty() ? std::string{} : values.front();
}

std::optional<std::int64_t> Query::integer(const std::string& name, std::int64_t least, std::int64_t most)
{
    const std::string written = text(name);
    if (!request_.has_query(name)) return std::nullopt;
    std::int64_t number = 0;
    const char* const end = written.data() + written.size();
    const bool is_number = std::from_chars(written.data(), end, number) == std::from_chars_result{end, {}};
    if (is_number && number >= least && number <= most) return number;
    add(name, invalid_parameter("request.number_out_of_range",
                                {{"least", std::to_string(least)}, {"most", std::to_string(most)}}));
    return std::nullopt;
}

std::optional<base::Date> Query::date(const std::string& name)
{
    const std::string written = text(name);
    if (!request_.has_query(name)) return std::nullopt;
    auto parsed = base::Date::parse(written);
    if (parsed) return *parsed;
    add(name, parsed.error());
    return std::nullopt;
}

bool Query::flag(const std::string& name)
{
    return word<bool>(name, {{"true", true}, {"false", false}}).value_or(false);
}

std::size_t Query::limit()
{
    return static_cast<std::size_t>(integer("limit", 1, most_rows).value_or(usual_rows));
}

std::optional<std::vector<std::string>> Query::cursor(std::size_t parts)
{
    const std::string written = text("cursor", 2'000);
    if (!request_.has_query("cursor")) return std::nullopt;
    std::vector<std::string> found;
    const auto bytes = from_hex(written);
    for (std::size_t at = 0; bytes && base::is_utf8(*bytes) && at <= bytes->size();) {
        const auto end = std::min(bytes->find(between, at), bytes->size());
        found.push_back(bytes->substr(at, end - at));
        at = end + 1;
    }
    if (found.size() == parts) return found;
    add("cursor", invalid_parameter("request.cursor_malformed"));
    return std::nullopt;
}

std::optional<Response> Query::problem()
{
    std::string known;
    for (const std::string& name : asked_) known += (known.empty() ? "" : " ") + name;
    for (const auto& [name, value] : request_.query)
        if (!asked_.contains(name)) add(name, invalid_parameter("request.parameter_unknown", {{"known", known}}));
    if (errors_.empty()) return std::nullopt;
    Response response = http::problem(400, invalid_parameter("request.query_wrong"));
    response.problem->fields = errors_;
    return response;
}

std::string cursor_of(const std::vector<std::string>& parts)
{
    std::string bytes;
    for (std::size_t i = 0; i < parts.size(); ++i)
        bytes += (i > 0 ? std::string(1, between) : std::string{}) + parts[i];
    return base::hex(bytes);
}

}  // namespace http
