// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <memory>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>

namespace boost::asio::ssl {
class context;
}

namespace http {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::awaitable;
using boost::system::error_code;

// The bytes of one connection, in the clear or with TLS. A session knows no other stream, so that what is written about
// requests is compiled once.
class Link {
public:
    virtual ~Link() = default;

    virtual beast::tcp_stream& socket() = 0;  // its time limits hold for what follows
    virtual awaitable<void> open(error_code& error) = 0;
    virtual awaitable<std::size_t> read_some(asio::mutable_buffer into, error_code& error) = 0;
    // All of both parts; the second may be empty.
    virtual awaitable<void> write(std::array<asio::const_buffer, 2> parts, error_code& error) = 0;
    virtual awaitable<void> close(error_code& error) = 0;
};

std::unique_ptr<Link> plain_link(beast::tcp_stream stream);
std::unique_ptr<Link> secure_link(beast::tcp_stream stream, asio::ssl::context& tls);

}  // namespace http
