// SPDX-License-Identifier: Apache-2.0
#include <signal.h>

#include <charconv>
#include <thread>

#include "app/commands.h"
#include "app/serve/gateway.h"
#include "app/serve/job_kinds.h"
#include "app/serve/job_runner.h"
#include "app/serve/log.h"
#include "app/serve/routes.h"
#include "app/serve/upkeep.h"
#include "base/random.h"
#include "identity/audit.h"
#include "identity/setup.h"

namespace app {

namespace {

struct Listen {
    std::string address;
    std::uint16_t port = 0;
};

base::Result<Listen> listen_of(const std::string& text)
{
    const auto colon = text.rfind(':');
    Listen listen{text.substr(0, colon), 0};
    if (listen.address.size() > 2 && listen.address.front() == '[')  // [::1]:8080
        listen.address = listen.address.substr(1, listen.address.size() - 2);
    const char* const end = text.data() + text.size();
    const bool is_port = colon != std::string::npos &&
                         std::from_chars(text.data() + colon + 1, end, listen.port) == std::from_chars_result{end, {}};
    if (is_port && !listen.address.empty()) return listen;
    return base::fail(base::ErrorKind::not_found, "app.serve.listen_malformed", {{"listen", text}});
}

bool is_loopback(const std::string& address)
{
    return address.starts_with("127.") || address == "::1" || address == "localhost";
}

sigset_t stop_signals()
{
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGTERM, SIGINT, SIGUSR1}) sigaddset(&signals, signal);
    return signals;
}

// Ends the server on SIGTERM and SIGINT, which every thread has blocked: a handler could not do anything safely.
class StopOnSignal {
public:
    explicit StopOnSignal(http::Server& server)
        : thread_{[&server] {
              const sigset_t signals = stop_signals();
              int signal = 0;
              sigwait(&signals, &signal);
              server.stop();
          }}
    {
    }
    ~StopOnSignal()
    {
        pthread_kill(thread_.native_handle(), SIGUSR1);  // when nobody else sent one
        thread_.join();
    }
    StopOnSignal(const StopOnSignal&) = delete;
    StopOnSignal& operator=(const StopOnSignal&) = delete;

private:
    std::thread thread_;
};

void note(const base::Clock& clock, const http::Exchange& exchange)
{
    log(clock, Level::info, "request",
        {{"trace_id", exchange.request.trace_id},
         {"method", http::to_text(exchange.request.method)},
         {"path", exchange.request.path},
         {"status", exchange.status},
         {"bytes", exchange.bytes},
         {"microseconds", exchange.duration.count()},
         {"remote", exchange.request.remote}});
}

// Whoever started the server on an empty folder sets it up in the browser: nobody else sees this code.
void offer_setup(House& house, identity::Doorkeeper& door, const cli::Terminal& terminal)
{
    const auto lease = house.database->lease();
    if (!identity::FirstRun{*lease, house.clock, door}.is_needed()) return;
    terminal.note(terminal.words("app.serve.setup", {{"code", door.setup.issue(house.clock)}}));
}

// Ids go on where they were, even if the clock was set back while the server was down.
void continue_ids(House& house)
{
    const auto lease = house.database->lease();
    base::continue_after(identity::AuditTrail{*lease, house.clock}.newest_id());
}

cli::Exit serve(Desk& desk, const cli::Input& input, cli::Terminal& terminal)
{
    const auto listen = listen_of(input.text_or("--listen", "127.0.0.1:8080"));
    if (!listen) return refuse(terminal, listen.error());
    const bool has_tls = input.has("--tls-cert");
    if (!has_tls && !is_loopback(listen->address))
        return refuse(terminal, {base::ErrorKind::conflict, "app.serve.plain_http", {{"address", listen->address}}});
    const sigset_t signals = stop_signals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);  // before the first thread, so that all of them inherit it
    constexpr std::size_t workers = 16;
    const auto profile = identity::password_profile(input.text_or("--password-profile", "dengbao"));
    if (!profile) return refuse(terminal, profile.error());
    auto house = desk.open_for_server(input, workers + JobRunner::connections + 1);  // one for the upkeep
    if (!house) return refuse(terminal, house.error());
    continue_ids(*house);
    identity::Doorkeeper door{*profile, house->data};

    http::EventHub events{base::random_hex(4)};
    Shared shared;
    std::optional<http::Server> server;
    const http::Router router = all_routes(
        shared,
        [&] {
            return Metrics::Sources{*server, *house->database, events, house->data};
        },
        [&door]() -> identity::Doorkeeper& { return door; });
    Gateway gateway{{*house->database, router, house->clock, house->data, events}};
    http::Service service;
    service.plan = [&gateway](http::Request& request) { return gateway.plan(request); };
    service.at_once = [&gateway](http::Request& request) { return gateway.at_once(request); };
    service.answer = [&gateway](http::Request& request) { return gateway.answer(request); };
    service.finish = finish;
    service.note = [&](const http::Exchange& exchange) {
        shared.metrics.note(exchange);
        note(house->clock, exchange);
    };
    server.emplace(http::ServerOptions{.address = listen->address,
                                       .port = listen->port,
                                       .workers = workers,
                                       .uploads = house->data / "incoming",
                                       .certificate = input.text("--tls-cert"),
                                       .key = input.text("--tls-key")},
                   std::move(service));
    const JobRunner runner{{*house->database, house->clock, house->data, events, shared.live, job_kinds()}};
    const StopOnSignal stop{*server};
    const Upkeep upkeep{*house->database, house->clock, house->data};
    terminal.note(terminal.words("app.serve.ready", {{"address", (has_tls ? "https://" : "http://") + listen->address +
                                                                     ":" + std::to_string(server->port())}}));
    offer_setup(*house, door, terminal);
    server->run();
    return cli::Exit::done;
}

}  // namespace

void add_serve_command(cli::Program& program, Desk& desk)
{
    program.add(
        {.path = {"serve"},
         .summary = {"启动服务，在浏览器里使用", "serve the web application and its interface"},
         .examples = {"mingji serve --listen 127.0.0.1:8080"},
         .options = {{"--listen", {"地址和端口（默认 127.0.0.1:8080）", "address and port"}, "ADDRESS:PORT"},
                     {"--tls-cert", {"证书文件（PEM）", "certificate, PEM"}, "FILE"},
                     {"--tls-key", {"私钥文件（PEM）", "its key, PEM"}, "FILE"},
                     {"--password-profile",
                      {"密码规则：dengbao（默认）或 asvs", "rules for passwords: dengbao (default) or asvs"},
                      "NAME"}},
         .run = [&desk](const cli::Input& input, cli::Terminal& terminal) { return serve(desk, input, terminal); }});
}

}  // namespace app
