// SPDX-License-Identifier: Apache-2.0
#include "app/serve/metrics.h"

#include <unistd.h>

#include <fstream>

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace app {

using prometheus::BuildCounter;
using prometheus::BuildGauge;
using prometheus::BuildHistogram;

struct Metrics::State {
    prometheus::Registry registry;
    prometheus::Family<prometheus::Counter>& requests =
        BuildCounter().Name("http_requests_total").Help("Requests by route and status.").Register(registry);
    prometheus::Family<prometheus::Histogram>& durations =
        BuildHistogram().Name("http_request_duration_seconds").Help("Time to the whole answer.").Register(registry);
    prometheus::Family<prometheus::Counter>& replays =
        BuildCounter().Name("mingji_idempotency_replays_total").Help("Answers given again.").Register(registry);
    prometheus::Family<prometheus::Counter>& conflicts =
        BuildCounter().Name("mingji_conflicts_total").Help("Changes that were refused.").Register(registry);
    prometheus::Family<prometheus::Counter>& denied =
        BuildCounter().Name("mingji_authz_denied_total").Help("Refused for want of a right.").Register(registry);
    prometheus::Family<prometheus::Gauge>& connections =
        BuildGauge().Name("mingji_http_connections").Help("Open connections.").Register(registry);
    prometheus::Family<prometheus::Gauge>& in_flight =
        BuildGauge().Name("http_requests_in_flight").Help("Being answered or waiting for it.").Register(registry);
    prometheus::Family<prometheus::Gauge>& pool =
        BuildGauge().Name("mingji_db_pool_connections").Help("Database connections by state.").Register(registry);
    prometheus::Family<prometheus::Gauge>& listeners =
        BuildGauge().Name("mingji_sse_clients").Help("Streams of events.").Register(registry);
    prometheus::Family<prometheus::Gauge>& space =
        BuildGauge().Name("mingji_storage_free_bytes").Help("Room left where the data lie.").Register(registry);
    prometheus::Family<prometheus::Gauge>& backup_age =
        BuildGauge().Name("mingji_backup_age_seconds").Help("Since the newest backup was made.").Register(registry);
    prometheus::Family<prometheus::Gauge>& backup_time = BuildGauge()
                                                             .Name("mingji_backup_last_success_timestamp_seconds")
                                                             .Help("When the newest backup was made.")
                                                             .Register(registry);
    prometheus::Family<prometheus::Gauge>& backup_size =
        BuildGauge().Name("mingji_backup_size_bytes").Help("Its dump of the database, packed.").Register(registry);
    prometheus::Family<prometheus::Gauge>& memory =
        BuildGauge().Name("process_resident_memory_bytes").Help("Memory in use.").Register(registry);
    prometheus::Family<prometheus::Gauge>& build =
        BuildGauge().Name("mingji_build_info").Help("The version that runs.").Register(registry);
};

namespace {

const prometheus::Histogram::BucketBoundaries seconds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                                      0.1,   0.25,   0.5,   1,    2.5,   10};

// The second number of /proc/self/statm: resident pages.
double resident_bytes()
{
    std::ifstream statm{"/proc/self/statm"};
    std::uint64_t total = 0;
    std::uint64_t resident = 0;
    statm >> total >> resident;
    return static_cast<double>(resident * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE)));
}

}  // namespace

Metrics::Metrics() : state_{std::make_unique<State>()}
{
    state_->build.Add({{"version", MINGJI_VERSION}}).Set(1);
    state_->replays.Add({});
    for (const char* const kind : {"state", "version"}) state_->conflicts.Add({{"kind", kind}});
}

Metrics::~Metrics() = default;

void Metrics::note(const http::Exchange& exchange)
{
    const std::string method{http::to_text(exchange.request.method)};
    // A path that no route has would make a label for whatever anybody types.
    const std::string route = exchange.request.route.empty() ? "other" : exchange.request.route;
    state_->requests.Add({{"method", method}, {"route", route}, {"code", std::to_string(exchange.status)}}).Increment();
    state_->durations.Add({{"method", method}, {"route", route}}, seconds)
        .Observe(static_cast<double>(exchange.duration.count()) / 1e6);
    if (exchange.status == 409) state_->conflicts.Add({{"kind", "state"}}).Increment();
    if (exchange.status == 412) state_->conflicts.Add({{"kind", "version"}}).Increment();
    if (exchange.status == 403) state_->denied.Add({{"route", route}}).Increment();
    if (exchange.is_replayed) state_->replays.Add({}).Increment();
}

std::string Metrics::text(const Sources& sources)
{
    State& state = *state_;
    const auto set = [](prometheus::Family<prometheus::Gauge>& family, const prometheus::Labels& labels, double value) {
        family.Add(labels).Set(value);
    };
    set(state.connections, {}, static_cast<double>(sources.server.connections()));
    set(state.in_flight, {}, static_cast<double>(sources.server.waiting()));
    set(state.listeners, {}, static_cast<double>(sources.events.subscribers()));
    set(state.memory, {}, resident_bytes());
    const auto lent = sources.database.lent();
    set(state.pool, {{"state", "lent"}}, static_cast<double>(lent));
    set(state.pool, {{"state", "free"}}, static_cast<double>(sources.database.size() - lent));
    if (const auto& backup = sources.newest_backup) {
        set(state.backup_age, {}, static_cast<double>(sources.now_ms - backup->made_ms) / 1e3);
        set(state.backup_time, {}, static_cast<double>(backup->made_ms) / 1e3);
        set(state.backup_size, {}, static_cast<double>(backup->dump_bytes));
    }
    std::error_code error;
    const auto space = std::filesystem::space(sources.data, error);
    if (!error) set(state.space, {}, static_cast<double>(space.available));
    return prometheus::TextSerializer{}.Serialize(state.registry.Collect());
}

void add_metrics_route(http::Router& router, Metrics& metrics, std::function<Metrics::Sources()> sources)
{
    const auto handle = [&metrics, sources = std::move(sources)](const http::Context& context) -> http::Response {
        // Whoever watches the server runs beside it; what it tells is nobody else's business.
        const std::string& remote = context.request.remote;
        if (!remote.starts_with("127.") && remote != "::1")
            return http::problem(403, {base::ErrorKind::forbidden, "request.only_from_here"});
        return {.content_type = "text/plain; version=0.0.4; charset=utf-8", .body = metrics.text(sources())};
    };
    router.add({.path = "/metrics", .operation = "getMetrics", .access = http::Access::open, .handle = handle});
}

}  // namespace app
