// SPDX-License-Identifier: Apache-2.0
#include "app/serve/health.h"

#include <boost/json.hpp>

#include "sql/connection.h"

namespace app {

namespace {

// Below this the next import or upload may not find room.
constexpr std::uintmax_t least_free_bytes = std::uintmax_t{64} << 20;

http::Response live(const http::Context&)
{
    return {.content_type = "text/plain; charset=utf-8", .body = "ok\n"};
}

http::Response ready(http::Context& context)
{
    std::error_code error;
    const auto space = std::filesystem::space(context.data, error);
    const bool has_room = !error && space.available >= least_free_bytes;
    context.db.query("SELECT COUNT(*) AS n FROM schema_migration");
    return {.status = has_room ? 200 : 503,
            .body = boost::json::serialize(boost::json::object{{"database", true}, {"disk", has_room}})};
}

http::Response version(const http::Context&)
{
    return {.body = boost::json::serialize(boost::json::object{{"version", MINGJI_VERSION}})};
}

void add(http::Router& router, const char* path, const char* operation, http::Handler handle)
{
    router.add({.path = path, .operation = operation, .access = http::Access::open, .handle = std::move(handle)});
}

}  // namespace

std::optional<http::Response> alive(const http::Request& request)
{
    if (request.path != "/livez") return std::nullopt;
    return http::Response{.content_type = "text/plain; charset=utf-8", .body = "ok\n"};
}

void add_health_routes(http::Router& router)
{
    add(router, "/livez", "getLiveness", live);
    add(router, "/readyz", "getReadiness", ready);
    add(router, "/version", "getVersion", version);
}

}  // namespace app
