// SPDX-License-Identifier: Apache-2.0
#include "identity/http/session_cookie.h"

namespace identity {

namespace {

// Browsers keep a __Host- cookie from every other host, path and unsafe connection; a loopback address counts as safe.
constexpr std::string_view cookie_name = "__Host-sid";
constexpr std::string_view cookie_rules = "; Path=/; Secure; HttpOnly; SameSite=Strict";

}  // namespace

std::string session_token(const http::Request& request)
{
    std::string_view cookies = request.headers.get("cookie");
    while (!cookies.empty()) {
        const auto end = cookies.find(';');
        std::string_view one = cookies.substr(0, end);
        cookies = end == std::string_view::npos ? std::string_view{} : cookies.substr(end + 1);
        while (one.starts_with(' ')) one.remove_prefix(1);
        const auto equals = one.find('=');
        if (one.substr(0, equals) == cookie_name && equals != std::string_view::npos)
            return std::string{one.substr(equals + 1)};
    }
    return {};
}

std::string session_cookie(const std::string& token)
{
    return std::string{cookie_name} + "=" + token + std::string{cookie_rules};
}

std::string ended_cookie()
{
    return std::string{cookie_name} + "=" + std::string{cookie_rules} + "; Max-Age=0";
}

}  // namespace identity
