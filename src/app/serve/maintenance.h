// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <thread>

#include "http/server.h"

namespace app {

// Stands in for the server while the data are being replaced: answers everything with 503 and when to come back.
class Maintenance {
public:
    explicit Maintenance(http::ServerOptions options);
    ~Maintenance();
    Maintenance(const Maintenance&) = delete;
    Maintenance& operator=(const Maintenance&) = delete;

    std::uint16_t port() const { return server_.port(); }

private:
    http::Server server_;
    std::thread thread_;
};

}  // namespace app
