// SPDX-License-Identifier: Apache-2.0
// Coroutines of g++ 12 destroy a temporary closure inside a
// co_await twice, so closures that are passed on are named first.
#include "http/session.h"

namespace http {

namespace {

awaitable<void> serve(std::unique_ptr<Session> session)
{
    co_await session->serve();
}

void welcome(tcp::socket socket, Server::State& state)
{
    beast::tcp_stream stream{std::move(socket)};
    auto link = state.tls ? secure_link(std::move(stream), *state.tls) : plain_link(std::move(stream));
    asio::co_spawn(state.io, serve(std::make_unique<Session>(std::move(link), state)), asio::detached);
}

awaitable<void> accept(Server::State& state)
{
    while (!state.is_stopping) {
        error_code error;
        tcp::socket socket = co_await state.acceptor.async_accept(asio::redirect_error(asio::use_awaitable, error));
        if (!error && state.connections < state.options.most_connections) {
            welcome(std::move(socket), state);
            continue;
        }
        if (!error) continue;  // too many: this one is closed
        // Out of descriptors, most likely: give others time to end.
        asio::steady_timer pause{state.io, std::chrono::milliseconds{50}};
        co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, error));
    }
}

// Ends the idle at once and gives the others their time.
awaitable<void> wind_down(Server::State& state)
{
    error_code error;
    state.acceptor.close(error);
    for (Seat& seat : state.seats)
        if (seat.is_idle) seat.close();
    state.stopping.expires_after(state.options.stop_time);
    if (!state.seats.empty()) co_await state.stopping.async_wait(asio::redirect_error(asio::use_awaitable, error));
    state.io.stop();
}

}  // namespace

Server::Server(ServerOptions options, Service service)
    : state_{std::make_unique<State>(std::move(options), std::move(service))}
{
}

Server::~Server() = default;

std::uint16_t Server::port() const
{
    return state_->acceptor.local_endpoint().port();
}

void Server::run()
{
    asio::co_spawn(state_->io, accept(*state_), asio::detached);
    state_->io.run();
    state_->workers.join();
}

void Server::stop()
{
    State& state = *state_;
    const auto begin = [&state] {
        if (state.is_stopping.exchange(true)) return;
        asio::co_spawn(state.io, wind_down(state), asio::detached);
    };
    asio::post(state.io, begin);
}

std::size_t Server::connections() const
{
    return state_->connections;
}

std::size_t Server::waiting() const
{
    return state_->waiting;
}

}  // namespace http
