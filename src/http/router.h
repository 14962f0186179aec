// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/actor.h"
#include "base/clock.h"
#include "http/events.h"
#include "http/message.h"

namespace sql {
class Connection;
}

namespace http {

// What a handler works with. The actor's organisation is the one that the request is about.
struct Context {
    const Request& request;
    sql::Connection& db;
    base::Actor actor;
    const base::Clock& clock;
    std::filesystem::path data;
    EventHub& events;                       // to listen
    std::vector<Event> heard = {};          // what others hear of once the change stands
    std::function<void()> afterwards = {};  // done once the change stands
    // A refusal or a finding in the reader's language.
    std::function<std::string(const base::Error&)> words = {};

    // The part of the path that stands for {name}.
    const std::string& part(const std::string& name) const { return request.parameters.at(name); }
};

using Handler = std::function<Response(Context&)>;

// Who may call a route.
enum class Access {
    open,       // without a session; few, and named in the contract
    signed_in,  // any session, also one that still has to change its password or set up its second factor
    granted     // a session whose person holds the permission for the organisation asked for
};

enum class Body { none, json, file };

// What a change has to say so that it is made once and on what was seen.
enum class Guard {
    none,             // reads, and the few POSTs that have no effect to repeat
    idempotency_key,  // a POST with an effect
    if_match          // PUT, PATCH and DELETE: against the ETag of GET on the same path
};

struct Route {
    Method method = Method::get;
    std::string path;       // /api/v1/budget/years/{year}/lines
    std::string operation;  // operationId of the contract
    Access access = Access::granted;
    std::string permission = {};  // budget.read; of access granted only
    Body body = Body::none;
    std::size_t body_limit = 1 << 20;
    Guard guard = Guard::none;
    bool is_anonymous = false;  // nothing that tells who asks, and no other request of theirs, is logged
    Handler handle = {};
};

// What a request meets: a route, or the methods that its path knows, or nothing.
struct Match {
    const Route* route = nullptr;
    std::vector<std::pair<std::string, std::string>> parameters = {};
    std::vector<Method> allowed = {};
};

class Router {
public:
    // The guard of a change follows from its method where the route does not say otherwise.
    void add(Route route);
    // HEAD finds the route of GET.
    Match match(Method method, std::string_view path) const;
    const std::vector<Route>& routes() const { return routes_; }

private:
    std::vector<Route> routes_;
    std::vector<std::size_t> same_;  // of each route: the letters before its first {name}
};

}  // namespace http
