// SPDX-License-Identifier: Apache-2.0
#include <atomic>
#include <charconv>
#include <csignal>
#include <thread>

#include "app/commands.h"
#include "app/serve/gateway.h"
#include "app/serve/job_kinds.h"
#include "app/serve/job_runner.h"
#include "app/serve/log.h"
#include "app/serve/maintenance.h"
#include "app/serve/routes.h"
#include "app/serve/service_manager.h"
#include "app/serve/upkeep.h"
#include "app/system/restoration.h"
#include "base/random.h"
#include "identity/audit.h"
#include "identity/setup.h"

namespace app {

namespace {

constexpr std::size_t workers = 16;

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
        : thread_{[this, &server] {
              const sigset_t signals = stop_signals();
              int signal = 0;
              do sigwait(&signals, &signal);
              while (signal == SIGUSR1 && !is_leaving_);
              came_ = signal != SIGUSR1;
              if (came_) server.stop();
          }}
    {
    }
    ~StopOnSignal() { leave(); }
    StopOnSignal(const StopOnSignal&) = delete;
    StopOnSignal& operator=(const StopOnSignal&) = delete;

    // Whether somebody sent one. It is not heard any more afterwards.
    bool leave()
    {
        if (!thread_.joinable()) return came_;
        is_leaving_ = true;
        pthread_kill(thread_.native_handle(), SIGUSR1);  // when nobody sent another one
        thread_.join();
        return came_;
    }

private:
    std::atomic<bool> is_leaving_{false};
    std::atomic<bool> came_{false};
    std::thread thread_;
};

void note(const base::Clock& clock, const http::Exchange& exchange)
{
    boost::json::object line{{"method", http::to_text(exchange.request.method)},
                             {"path", exchange.request.path},
                             {"status", exchange.status},
                             {"bytes", exchange.bytes},
                             {"microseconds", exchange.duration.count()}};
    if (!exchange.request.is_anonymous) {
        line["trace_id"] = exchange.request.trace_id;
        line["remote"] = exchange.request.remote;
    }
    log(clock, Level::info, "request", std::move(line));
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

// What the command line asks for.
struct Wanted {
    http::ServerOptions http;
    identity::PasswordProfile profile;
    BackupTime backup_time;

    bool has_tls() const { return !http.certificate.empty(); }
};

base::Result<Wanted> wanted_of(const cli::Input& input)
{
    TRY_ASSIGN(const Listen listen, listen_of(input.text_or("--listen", "127.0.0.1:8080")));
    if (!input.has("--tls-cert") && !is_loopback(listen.address))
        return base::fail(base::ErrorKind::conflict, "app.serve.plain_http", {{"address", listen.address}});
    TRY_ASSIGN(const auto profile, identity::password_profile(input.text_or("--password-profile", "dengbao")));
    TRY_ASSIGN(const BackupTime time, backup_time_of(input.text_or("--backup-at", "02:00")));
    return Wanted{{.address = listen.address,
                   .port = listen.port,
                   .workers = workers,
                   .uploads = data_folder(input) / "incoming",
                   .certificate = input.text("--tls-cert"),
                   .key = input.text("--tls-key")},
                  profile,
                  time};
}

http::Service service_of(Gateway& gateway, Shared& shared, const base::Clock& clock)
{
    http::Service service;
    service.plan = [&gateway](http::Request& request) { return gateway.plan(request); };
    service.at_once = [&gateway](http::Request& request) { return gateway.at_once(request); };
    service.answer = [&gateway](http::Request& request) { return gateway.answer(request); };
    service.finish = finish;
    service.note = [&shared, &clock](const http::Exchange& exchange) {
        shared.metrics.note(exchange);
        note(clock, exchange);
    };
    return service;
}

// True when it ended because it is to begin anew. `wanted` keeps the port that it got.
bool serve_until_stopped(House& house, Wanted& wanted, const cli::Terminal& terminal)
{
    continue_ids(house);
    identity::Doorkeeper door{wanted.profile, house.data};
    http::EventHub events{base::random_hex(4)};
    Shared shared;
    std::optional<http::Server> server;
    std::atomic<bool> is_to_return{false};
    shared.system.started_ms = house.clock.milliseconds_since_1970();
    shared.system.backup_time = wanted.backup_time;
    shared.system.restart = [&] {
        is_to_return = true;
        server->stop();
    };
    const auto sources = [&] {
        return Metrics::Sources{*server,
                                *house.database,
                                events,
                                house.data,
                                Backups{house.data, house.data / "backups", house.clock}.newest(),
                                house.clock.milliseconds_since_1970()};
    };
    const http::Router router = all_routes(shared, sources, [&door]() -> identity::Doorkeeper& { return door; });
    Gateway gateway{{*house.database, router, house.clock, house.data, events}};
    server.emplace(wanted.http, service_of(gateway, shared, house.clock));
    wanted.http.port = server->port();
    const JobRunner runner{{*house.database, house.clock, house.data, events, shared.live, job_kinds()}};
    StopOnSignal stop{*server};
    const Upkeep upkeep{*house.database, house.clock, house.data};
    const BackupSchedule schedule{
        {*house.database, house.clock, house.data, wanted.backup_time, shared.system.trouble}};
    terminal.note(terminal.words("app.serve.ready",
                                 {{"address", (wanted.has_tls() ? "https://" : "http://") + wanted.http.address + ":" +
                                                  std::to_string(wanted.http.port)}}));
    offer_setup(house, door, terminal);
    tell_service_manager("READY=1");  // the port is open since the server was made
    server->run();
    return !stop.leave() && is_to_return;
}

cli::Exit serve(Desk& desk, const cli::Input& input, cli::Terminal& terminal)
{
    auto wanted = wanted_of(input);
    if (!wanted) return refuse(terminal, wanted.error());
    const sigset_t signals = stop_signals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);  // before the first thread, so that all of them inherit it
    const std::filesystem::path data = data_folder(input);
    const base::SystemClock clock;
    for (bool goes_on = true; goes_on;) {
        if (RestorationFile{data, clock}.is_wanted()) {
            const Maintenance maintenance{wanted->http};
            wanted->http.port = maintenance.port();
            carry_out_restoration(data, clock);
        }
        // One for the upkeep, one for the daily backup.
        auto house = desk.open_for_server(input, workers + JobRunner::connections + 2);
        if (!house) return refuse(terminal, house.error());
        goes_on = serve_until_stopped(*house, *wanted, terminal);
    }
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
                     {"--backup-at",
                      {"每天自动备份的时间（默认 02:00；off 不备份）", "when to back up every day (02:00), or off"},
                      "HH:MM"},
                     {"--password-profile",
                      {"密码规则：dengbao（默认）或 asvs", "rules for passwords: dengbao (default) or asvs"},
                      "NAME"}},
         .run = [&desk](const cli::Input& input, cli::Terminal& terminal) { return serve(desk, input, terminal); }});
}

}  // namespace app
