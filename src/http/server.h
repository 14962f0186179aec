// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "http/head_check.h"
#include "http/message.h"
#include "http/router.h"

namespace http {

struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;  // 0: any free one
    std::size_t workers = 16;
    std::size_t most_waiting = 256;  // requests that a worker answers or will answer; one more is refused (503)
    std::size_t most_connections = 4'000;
    std::filesystem::path uploads = {};      // where files are written while they come in
    std::filesystem::path certificate = {};  // PEM; with it the server speaks TLS 1.2 and 1.3
    std::filesystem::path key = {};
    HeadLimits head = {};
    std::chrono::milliseconds head_time = std::chrono::seconds{10};
    std::chrono::milliseconds idle_time = std::chrono::seconds{75};
    std::chrono::milliseconds body_time = std::chrono::seconds{30};  // for each piece
    // Then a stream of events ends: the client comes back with Last-Event-ID, and must still have a session.
    std::chrono::milliseconds stream_time = std::chrono::minutes{10};
    std::chrono::milliseconds stop_time = std::chrono::seconds{10};  // for what is still being answered
};

// How a request's body is taken, decided from its head.
struct Plan {
    Body body = Body::none;
    std::size_t body_limit = 0;
    std::optional<Response> refusal = {};  // answered at once, the body is not read
};

// What was answered, for the log and the counters.
struct Exchange {
    const Request& request;
    int status = 0;
    std::size_t bytes = 0;
    std::chrono::microseconds duration{};
    bool is_replayed = false;  // an answer that was given before
};

// What the server is there for.
struct Service {
    // On the I/O thread, so they are quick. What is answered at once needs no worker: health, files of the program.
    std::function<std::optional<Response>(Request& head)> at_once;
    std::function<Plan(Request& head)> plan;
    std::function<Response(Request& request)> answer;                        // on a worker
    std::function<void(const Request& request, Response& response)> finish;  // headers and words of every answer
    std::function<void(const Exchange& exchange)> note;
};

// Reads requests and writes answers: the only code that knows the HTTP library. One thread for sockets, others for
// answers.
class Server {
public:
    // Binds and listens; throws std::system_error when the address cannot be had or the certificate not be read.
    Server(ServerOptions options, Service service);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    std::uint16_t port() const;
    // Serves until stop(). What is being answered then is finished, streams are closed.
    void run();
    // From any thread, also from a signal's.
    void stop();
    std::size_t connections() const;
    std::size_t waiting() const;

    struct State;  // private to transport.cpp

private:
    std::unique_ptr<State> state_;
};

}  // namespace http
