// SPDX-License-Identifier: Apache-2.0
#include "http/link.h"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>

namespace http {

namespace {

template <class Stream>
class StreamLink : public Link {
public:
    explicit StreamLink(Stream stream) : stream_{std::move(stream)} {}

    beast::tcp_stream& socket() override { return beast::get_lowest_layer(stream_); }

    awaitable<std::size_t> read_some(asio::mutable_buffer into, error_code& error) override
    {
        return stream_.async_read_some(into, asio::redirect_error(asio::use_awaitable, error));
    }

    awaitable<void> write(std::array<asio::const_buffer, 2> parts, error_code& error) override
    {
        co_await asio::async_write(stream_, parts, asio::redirect_error(asio::use_awaitable, error));
    }

protected:
    Stream stream_;
};

class PlainLink final : public StreamLink<beast::tcp_stream> {
public:
    using StreamLink::StreamLink;

    awaitable<void> open(error_code&) override { co_return; }
    awaitable<void> close(error_code&) override { co_return; }
};

class SecureLink final : public StreamLink<beast::ssl_stream<beast::tcp_stream>> {
public:
    using StreamLink::StreamLink;

    awaitable<void> open(error_code& error) override
    {
        return stream_.async_handshake(asio::ssl::stream_base::server,
                                       asio::redirect_error(asio::use_awaitable, error));
    }
    awaitable<void> close(error_code& error) override
    {
        return stream_.async_shutdown(asio::redirect_error(asio::use_awaitable, error));
    }
};

}  // namespace

std::unique_ptr<Link> plain_link(beast::tcp_stream stream)
{
    return std::make_unique<PlainLink>(std::move(stream));
}

std::unique_ptr<Link> secure_link(beast::tcp_stream stream, asio::ssl::context& tls)
{
    return std::make_unique<SecureLink>(beast::ssl_stream<beast::tcp_stream>{std::move(stream), tls});
}

}  // namespace http
