// SPDX-License-Identifier: Apache-2.0
// What every answer gets at its end: the words of a refusal (RFC 9457), and headers.
#include <algorithm>
#include <array>

#include <boost/json.hpp>

#include "app/serve/gateway.h"
#include "cli/terminal.h"

namespace app {

namespace {

constexpr std::array<std::pair<int, const char*>, 15> titles{{{400, "request.title.malformed"},
                                                              {401, "request.title.sign_in"},
                                                              {403, "request.title.forbidden"},
                                                              {404, "request.title.not_found"},
                                                              {405, "request.title.method"},
                                                              {409, "request.title.conflict"},
                                                              {412, "request.title.changed"},
                                                              {413, "request.title.too_large"},
                                                              {414, "request.title.too_large"},
                                                              {415, "request.title.media_type"},
                                                              {422, "request.title.invalid"},
                                                              {428, "request.title.precondition"},
                                                              {429, "request.title.too_many"},
                                                              {431, "request.title.too_large"},
                                                              {507, "request.title.disk_full"}}};

const char* title_of(int status)
{
    for (const auto& [known, title] : titles)
        if (known == status) return title;
    return status == 503 ? "request.title.away" : "request.title.broken";
}

std::string body_of(const http::Request& request, const http::Response& response)
{
    const cli::Language language = language_of(request);
    const auto words = [&](const base::Error& error) { return cli::sentence(language, error.code, error.args); };
    const http::Problem& problem = *response.problem;
    boost::json::object body{{"type", "/problems/" + problem.error.code},
                             {"title", cli::sentence(language, title_of(response.status), {})},
                             {"status", response.status},
                             {"detail", words(problem.error)},
                             {"instance", request.path},
                             {"code", problem.error.code},
                             {"trace_id", request.trace_id}};
    boost::json::array fields;
    for (const http::FieldError& field : problem.fields)
        fields.push_back(boost::json::object{
            {"pointer", field.pointer}, {"code", field.error.code}, {"message", words(field.error)}});
    body["errors"] = std::move(fields);
    return boost::json::serialize(body);
}

// Scripts and styles come from us alone; charts set styles on their elements, hence style-src-attr.
constexpr std::string_view content_policy =
    "default-src 'self'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; "
    "img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

}  // namespace

cli::Language language_of(const http::Request& request)
{
    return request.headers.get("accept-language").starts_with("en") ? cli::Language::english : cli::Language::chinese;
}

void finish(const http::Request& request, http::Response& response)
{
    if (response.problem) {
        response.content_type = "application/problem+json";
        response.body = body_of(request, response);
    }
    const auto set = [&](const char* name, std::string_view value) { response.header(name, std::string{value}); };
    const auto has = [&](std::string_view name) {
        return std::any_of(response.headers.begin(), response.headers.end(),
                           [&](const auto& header) { return header.first == name; });
    };
    // What people sent is shown under a stricter rule than our own pages.
    if (!has("Content-Security-Policy")) set("Content-Security-Policy", content_policy);
    set("X-Content-Type-Options", "nosniff");
    set("Referrer-Policy", "same-origin");
    set("Cross-Origin-Opener-Policy", "same-origin");
    set("Cross-Origin-Resource-Policy", "same-origin");
    set("Permissions-Policy", "camera=(self), geolocation=(), microphone=()");
    if (!has("Cache-Control")) set("Cache-Control", "no-store");
    if (!request.trace_id.empty()) set("X-Trace-Id", request.trace_id);
}

}  // namespace app
