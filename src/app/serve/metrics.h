// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/backup/backups.h"
#include "http/events.h"
#include "http/router.h"
#include "http/server.h"
#include "sql/database.h"

namespace app {

// Counters and gauges of one server (docs/operations.md lists them). Labels are routes, methods and codes; never a
// record, a person or an address.
class Metrics {
public:
    Metrics();
    ~Metrics();
    Metrics(const Metrics&) = delete;
    Metrics& operator=(const Metrics&) = delete;

    void note(const http::Exchange& exchange);

    // What is asked when somebody reads.
    struct Sources {
        const http::Server& server;
        const sql::Database& database;
        http::EventHub& events;
        std::filesystem::path data;
        std::optional<Manifest> newest_backup = {};
        std::int64_t now_ms = 0;
    };
    // In the text format of Prometheus.
    std::string text(const Sources& sources);

private:
    struct State;
    std::unique_ptr<State> state_;
};

// GET /metrics, from loopback alone.
void add_metrics_route(http::Router& router, Metrics& metrics, std::function<Metrics::Sources()> sources);

}  // namespace app
