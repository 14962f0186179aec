// SPDX-License-Identifier: Apache-2.0
#include "app/serve/maintenance.h"

#include "app/serve/gateway.h"
#include "app/serve/health.h"

namespace app {

namespace {

http::Response away(const http::Request& request)
{
    if (auto live = alive(request)) return *std::move(live);
    http::Response response = http::problem(503, {base::ErrorKind::conflict, "app.restoration.running"});
    response.header("Retry-After", "5");
    return response;
}

http::Service service()
{
    http::Service service;
    service.at_once = [](http::Request& head) { return std::optional{away(head)}; };
    service.plan = [](http::Request& head) { return http::Plan{.refusal = away(head)}; };
    service.answer = [](http::Request& request) { return away(request); };
    service.finish = finish;
    service.note = [](const http::Exchange&) {};
    return service;
}

}  // namespace

Maintenance::Maintenance(http::ServerOptions options)
    : server_{std::move(options), service()}, thread_{[this] { server_.run(); }}
{
}

Maintenance::~Maintenance()
{
    server_.stop();
    thread_.join();
}

}  // namespace app
