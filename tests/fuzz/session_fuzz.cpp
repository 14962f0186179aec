// SPDX-License-Identifier: Apache-2.0
// Feeds a cookie, a token and a query to what reads them before anybody is signed in. First line: the Cookie header;
// the rest: what stands behind the path.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "http/query.h"
#include "identity/http/session_cookie.h"
#include "identity/sessions.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string bytes{reinterpret_cast<const char*>(data), size};
    const auto end = std::min(bytes.find('\n'), bytes.size());
    http::Request request;
    request.headers.set("cookie", bytes.substr(0, end));
    const std::string token = identity::session_token(request);
    if (token.find(';') != std::string::npos) std::abort();  // it would be part of the next cookie
    const auto parts = identity::parts_of(token);
    if (parts && (parts->org.text() + "." + parts->secret != token || parts->secret.empty())) std::abort();

    if (!http::read_target("/x?" + bytes.substr(std::min(end + 1, bytes.size())), request)) return 0;
    http::Query query{request};
    query.text("q", 10);
    query.date("from");
    query.flag("all");
    const std::size_t rows = query.limit();
    if (rows < 1 || rows > 200) std::abort();
    static_cast<void>(query.problem());
    return 0;
}
