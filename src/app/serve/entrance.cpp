// SPDX-License-Identifier: Apache-2.0
#include "app/serve/entrance.h"

#include "base/random.h"

namespace app {

namespace {

http::Response refused(const char* code)
{
    return http::problem(403, {base::ErrorKind::forbidden, code});
}

bool is_same_origin(const http::Request& request)
{
    const std::string_view site = request.headers.get("sec-fetch-site");
    if (!site.empty()) return site == "same-origin";
    // Older browsers do not say it, but send Origin with every change; programs send neither.
    const std::string_view origin = request.headers.get("origin");
    if (origin.empty()) return true;
    const auto scheme = origin.find("://");
    return scheme != std::string_view::npos && origin.substr(scheme + 3) == request.headers.get("host");
}

}  // namespace

std::optional<http::Response> foreign_change(const http::Route& route, const http::Request& request,
                                             const identity::Visitor* visitor)
{
    if (http::is_safe(request.method)) return std::nullopt;
    if (!is_same_origin(request)) return refused("request.foreign_origin");
    if (!visitor || route.access == http::Access::open) return std::nullopt;
    if (!base::equal_in_constant_time(std::string{request.headers.get("x-csrf-token")}, visitor->csrf))
        return refused("request.csrf_token_wrong");
    return std::nullopt;
}

}  // namespace app
