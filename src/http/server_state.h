// SPDX-License-Identifier: Apache-2.0
#pragma once

// What all sessions of one server share.

#include <atomic>
#include <functional>
#include <list>
#include <optional>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>

#include "http/server.h"

namespace http {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using std::chrono::steady_clock;

// What a session is doing, so that a stop can end those that only wait.
struct Seat {
    std::function<void()> close;
    bool is_idle = true;
};

struct Server::State {
    State(ServerOptions chosen, Service given)
        : options{std::move(chosen)}, service{std::move(given)}, acceptor{io}, stopping{io}, workers{options.workers}
    {
        const tcp::endpoint endpoint{asio::ip::make_address(options.address), options.port};
        acceptor.open(endpoint.protocol());
        acceptor.set_option(tcp::acceptor::reuse_address{true});
        acceptor.bind(endpoint);
        acceptor.listen(1024);
        if (options.certificate.empty()) return;
        tls.emplace(asio::ssl::context::tls_server);
        tls->set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_sslv2 |
                         asio::ssl::context::no_sslv3 | asio::ssl::context::no_tlsv1 | asio::ssl::context::no_tlsv1_1 |
                         SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE);
        SSL_CTX_set_cipher_list(tls->native_handle(), "ECDHE+AESGCM:ECDHE+CHACHA20");
        tls->use_certificate_chain_file(options.certificate);
        tls->use_private_key_file(options.key, asio::ssl::context::pem);
    }

    ServerOptions options;
    Service service;
    asio::io_context io{1};
    tcp::acceptor acceptor;
    asio::steady_timer stopping;
    asio::thread_pool workers;
    std::optional<asio::ssl::context> tls;
    std::list<Seat> seats;  // touched by the I/O thread alone
    std::atomic<std::size_t> connections{0};
    std::atomic<std::size_t> waiting{0};
    std::atomic<bool> is_stopping{false};
};

}  // namespace http
