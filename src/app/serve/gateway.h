// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <string>

#include "base/clock.h"
#include "cli/terminal.h"
#include "http/events.h"
#include "http/router.h"
#include "http/server.h"
#include "identity/replays.h"
#include "identity/sessions.h"
#include "sql/database.h"

namespace app {

// What every request passes through before and after its handler: who asks, may they, was it asked before, is it about
// what they saw; then words, headers and the counters. Answers in this order: 404 or 405 for a path or method that is
// not there, 401, 403 or 404, 428 or 412, 400, 422, 409 (docs/adr/0013).
class Gateway {
public:
    struct Parts {
        sql::Database& database;
        const http::Router& router;
        const base::Clock& clock;
        std::filesystem::path data;
        http::EventHub& events;
        std::function<void(const http::Exchange&)> note = {};
    };
    explicit Gateway(Parts parts) : parts_{std::move(parts)} {}

    // Also gives the request its trace id.
    std::optional<http::Response> at_once(http::Request& request) const;
    http::Plan plan(http::Request& request) const;
    http::Response answer(http::Request& request);

private:
    struct Entered;  // the route, and who stands behind the request
    // What follows from a change once it stands.
    struct Aftermath {
        std::vector<http::Event> heard = {};
        std::function<void()> afterwards = {};
    };

    http::Response guarded(http::Request& request);
    http::Response enter_and_handle(const http::Route& route, http::Request& request, sql::Connection& db);
    std::optional<http::Response> enter(const http::Route& route, const http::Request& request, sql::Connection& db,
                                        Entered& entered);
    std::optional<http::Response> go_to(const std::string& wanted, const http::Route& route, sql::Connection& db,
                                        Entered& entered);
    void note_visit(const identity::Visitor& visitor, sql::Connection& db);
    void record_refusal(const http::Request& request, sql::Connection& db, const Entered& entered,
                        const http::Response& refusal);
    http::Response handle(const http::Route& route, const http::Request& request, sql::Connection& db,
                          const Entered& entered);
    http::Response once(const http::Route& route, const http::Request& request, sql::Connection& db,
                        const Entered& entered);
    http::Response on_what_was_seen(const http::Route& route, const http::Request& request, sql::Connection& db,
                                    const Entered& entered);
    http::Response run(const http::Route& route, const http::Request& request, sql::Connection& db,
                       const Entered& entered, Aftermath& aftermath);
    void follow_up(const Aftermath& aftermath);

    Parts parts_;
    std::mutex mutex_;
    std::set<identity::ReplayKey> in_flight_;
};

cli::Language language_of(const http::Request& request);

// The words of a refusal, the headers of every answer (security.h), the trace id.
void finish(const http::Request& request, http::Response& response);

}  // namespace app
