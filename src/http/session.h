// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to transport.cpp.

#include <fcntl.h>
#include <unistd.h>

#include <vector>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>

#include "http/body_sink.h"
#include "http/link.h"
#include "http/server_state.h"

namespace http {

using Parser = beast::http::request_parser<beast::http::buffer_body>;
constexpr std::size_t piece_bytes = 64 * 1024;
constexpr auto heartbeat = std::chrono::seconds{15};

inline bool wants_to_stay(const Request& request, bool is_1_1)
{
    const std::string_view connection = request.headers.get("connection");
    return is_1_1 ? connection != "close" : connection == "keep-alive";
}

inline std::string head_of(const Response& response, std::size_t bytes, bool stays)
{
    std::string head =
        "HTTP/1.1 " + std::to_string(response.status) + " " + std::string{reason(response.status)} + "\r\n";
    const bool is_stream = response.events != nullptr;
    if (response.status != 204 && response.status != 304) head += "Content-Type: " + response.content_type + "\r\n";
    if (!is_stream && response.status != 304) head += "Content-Length: " + std::to_string(bytes) + "\r\n";
    for (const auto& [name, value] : response.headers) {
        // A value with a line end in it would become a header of its own.
        if (value.find_first_of("\r\n") != std::string::npos) continue;
        head += name + ": " + value + "\r\n";
    }
    head += stays && !is_stream ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    return head;
}

// One connection, request after request.
class Session {
public:
    Session(std::unique_ptr<Link> link, Server::State& state) : link_{std::move(link)}, state_{state}
    {
        error_code ignored;
        const auto peer = socket().socket().remote_endpoint(ignored);
        if (!ignored) remote_ = peer.address().to_string();
    }

    awaitable<void> serve()
    {
        const auto seat = state_.seats.insert(state_.seats.end(), Seat{});
        seat_ = &*seat;
        seat_->close = [this] { socket().cancel(); };
        ++state_.connections;
        co_await talk();
        --state_.connections;
        state_.seats.erase(seat);
        if (state_.is_stopping && state_.seats.empty()) state_.stopping.cancel();
    }

private:
    beast::tcp_stream& socket() { return link_->socket(); }

    awaitable<void> talk()
    {
        error_code error;
        socket().socket().set_option(tcp::no_delay{true}, error);
        socket().expires_after(state_.options.head_time);
        error = {};
        co_await link_->open(error);
        if (error) co_return;
        while (!state_.is_stopping && co_await one_request()) {
        }
        socket().expires_after(state_.options.head_time);
        co_await link_->close(error);
        socket().socket().shutdown(tcp::socket::shutdown_send, error);
        if (is_body_left_) co_await drain();
    }

    // A connection that is closed on top of bytes nobody read is reset, and the refusal is lost on its way. So what is
    // still coming is taken and thrown away, for a while.
    awaitable<void> drain()
    {
        constexpr std::size_t most = std::size_t{64} << 20;
        socket().expires_after(std::min<std::chrono::milliseconds>(state_.options.body_time, std::chrono::seconds{5}));
        error_code error;
        for (std::size_t taken = 0; taken < most && !error;)
            taken += co_await link_->read_some(asio::buffer(piece_), error);
    }

    // False when the connection ends.
    awaitable<bool> one_request()
    {
        Request request;
        request.remote = remote_;
        seat_->is_idle = true;
        const std::size_t head_end = co_await read_head();
        seat_->is_idle = false;
        started_ = steady_clock::now();
        if (head_end == 0) co_return false;
        if (head_end == std::string::npos) co_return co_await refuse(request, 431, "request.head_too_long");
        const std::string head = buffer_.substr(0, head_end);
        buffer_.erase(0, head_end);
        const HeadFault fault = check_head(head, state_.options.head);
        if (fault != HeadFault::none) co_return co_await refuse(request, status_of(fault), "request.head_malformed");
        Parser parser;
        parser.header_limit(static_cast<std::uint32_t>(state_.options.head.head + 1));
        parser.body_limit(boost::none);  // each route has its own
        error_code error;
        parser.put(asio::buffer(head), error);
        if (error || !parser.is_header_done()) co_return co_await refuse(request, 400, "request.head_malformed");
        const bool stays = read_fields(parser, request);
        const auto method = method_of(parser.get().method_string());
        if (!method) co_return co_await refuse(request, 405, "request.method_unknown");
        request.method = *method;
        if (!read_target(parser.get().target(), request))
            co_return co_await refuse(request, 400, "request.target_malformed");
        co_return co_await answer(parser, request, stays);
    }

    // The length of a head that ends with an empty line; 0 when there will be none, npos when it is too long.
    awaitable<std::size_t> read_head()
    {
        std::optional<steady_clock::time_point> deadline;
        if (!buffer_.empty()) deadline = steady_clock::now() + state_.options.head_time;
        while (true) {
            const auto end = buffer_.find("\r\n\r\n");
            if (end != std::string::npos && end + 4 <= state_.options.head.head) co_return end + 4;
            if (buffer_.size() > state_.options.head.head) co_return std::string::npos;
            if (deadline)
                socket().expires_at(*deadline);
            else
                socket().expires_after(state_.options.idle_time);
            error_code error;
            const std::size_t count = co_await link_->read_some(asio::buffer(piece_), error);
            if (error || count == 0) co_return 0;
            if (!deadline) deadline = steady_clock::now() + state_.options.head_time;
            buffer_.append(piece_.data(), count);
        }
    }

    static bool read_fields(const Parser& parser, Request& request)
    {
        for (const auto& field : parser.get()) {
            std::string name{field.name_string()};
            for (char& c : name)
                if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
            std::string value{field.value()};
            if (request.headers.has(name)) value = std::string{request.headers.get(name)} + ", " + value;
            request.headers.set(std::move(name), std::move(value));
        }
        return wants_to_stay(request, parser.get().version() == 11);
    }

    awaitable<bool> refuse(Request& request, int status, const char* code)
    {
        Response response = problem(status, {base::ErrorKind::invalid, code});
        co_return co_await write(request, response, false);
    }

    awaitable<bool> answer(Parser& parser, Request& request, bool stays)
    {
        const auto length = parser.content_length();
        const bool has_body = parser.chunked() || (length && *length > 0);
        if (auto at_once = state_.service.at_once(request))
            co_return co_await write(request, *at_once, stays && !has_body);
        Plan plan = state_.service.plan(request);
        if (!plan.refusal && length && *length > plan.body_limit)
            plan.refusal = problem(
                413, {base::ErrorKind::invalid, "request.body_too_large", {{"most", std::to_string(plan.body_limit)}}});
        if (plan.refusal) {
            is_body_left_ = has_body;
            co_return co_await write(request, *plan.refusal, stays && !has_body);
        }
        if (has_body) {
            BodySink sink{plan, state_.options.uploads};
            const int status = co_await read_body(parser, request, sink);
            if (status == 0) co_return false;
            is_body_left_ = status != 200;
            if (status != 200) co_return co_await refuse(request, status, sink.refusal());
            sink.give_to(request);
        }
        Response response = co_await on_worker(request);
        co_return co_await write(request, response, stays && !state_.is_stopping);
    }

    // 200, the status of a refusal, or 0 when the client is gone.
    awaitable<int> read_body(Parser& parser, const Request& request, BodySink& sink)
    {
        error_code error;
        if (request.headers.get("expect") == "100-continue") {
            constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
            co_await link_->write({asio::buffer(go_on), asio::const_buffer{}}, error);
        }
        std::vector<char> incoming(piece_bytes);
        parser.eager(true);
        while (!parser.is_done()) {
            const bool needs_more = parse_body(parser, error);
            if (error) co_return bad_body(sink);
            const int status = sink.take({piece_.data(), piece_.size() - parser.get().body().size});
            if (status != 200) co_return status;
            if (!needs_more || parser.is_done()) continue;
            socket().expires_after(state_.options.body_time);
            const std::size_t count = co_await link_->read_some(asio::buffer(incoming), error);
            if (error) co_return error == beast::error::timeout ? 0 : bad_body(sink);
            buffer_.append(incoming.data(), count);
        }
        co_return sink.close();
    }

    // Takes what of the body has come into `piece_`, as far as it goes; whether the next needs bytes that are still to
    // come.
    bool parse_body(Parser& parser, error_code& error)
    {
        parser.get().body().data = piece_.data();
        parser.get().body().size = piece_.size();
        if (buffer_.empty()) return true;
        buffer_.erase(0, parser.put(asio::buffer(buffer_), error));
        const bool needs_more = error == beast::http::error::need_more;
        if (needs_more || error == beast::http::error::need_buffer) error = {};
        return needs_more || buffer_.empty();
    }

    static int bad_body(BodySink& sink)
    {
        sink.refuse("request.body_malformed");
        return 400;
    }

    awaitable<Response> on_worker(Request& request)
    {
        Response response;
        if (state_.waiting >= state_.options.most_waiting) {
            response = problem(503, {base::ErrorKind::conflict, "request.too_many_waiting"});
            response.header("Retry-After", "1");
            co_return response;
        }
        ++state_.waiting;
        const auto home = co_await asio::this_coro::executor;
        socket().expires_never();
        co_await asio::post(asio::bind_executor(state_.workers.get_executor(), asio::use_awaitable));
        response = state_.service.answer(request);
        --state_.waiting;
        co_await asio::post(asio::bind_executor(home, asio::use_awaitable));
        co_return response;
    }

    awaitable<bool> write(const Request& request, Response& response, bool stays)
    {
        state_.service.finish(request, response);
        const std::string_view body = response.constant.empty() ? std::string_view{response.body} : response.constant;
        const std::size_t bytes = response.file ? static_cast<std::size_t>(response.file->bytes) : body.size();
        const std::string head = head_of(response, bytes, stays);
        const bool has_content = request.method != Method::head && response.status != 204 && response.status != 304;
        error_code error;
        socket().expires_after(state_.options.body_time);
        const asio::const_buffer content = has_content && !response.file ? asio::buffer(body) : asio::const_buffer{};
        co_await link_->write({asio::buffer(head), content}, error);
        if (!error && has_content && response.file) error = co_await write_file(*response.file);
        const auto duration = steady_clock::now() - started_;
        state_.service.note({request, response.status, bytes,
                             std::chrono::duration_cast<std::chrono::microseconds>(duration), response.is_replayed});
        if (!error && has_content && response.events) {
            co_await write_events(*response.events);
            co_return false;
        }
        co_return !error && stays;
    }

    awaitable<error_code> write_file(const FileBody& file)
    {
        error_code error;
        const int descriptor = ::open(file.file.c_str(), O_RDONLY | O_CLOEXEC);
        std::int64_t left = file.bytes;
        while (descriptor >= 0 && left > 0 && !error) {
            const ssize_t count = ::read(descriptor, piece_.data(), piece_.size());
            if (count <= 0) break;
            const auto size = static_cast<std::size_t>(std::min<std::int64_t>(count, left));
            left -= static_cast<std::int64_t>(size);
            socket().expires_after(state_.options.body_time);
            co_await link_->write({asio::buffer(piece_.data(), size), asio::const_buffer{}}, error);
        }
        if (descriptor >= 0) ::close(descriptor);
        // A file that became shorter cannot be answered as promised: the connection ends, and the client sees it.
        if (!error && left > 0) error = asio::error::eof;
        co_return error;
    }

    awaitable<void> write_events(Subscription& subscription)
    {
        const auto executor = co_await asio::this_coro::executor;
        const auto timer = std::make_shared<asio::steady_timer>(executor);
        const std::function<void()> wake = [executor, weak = std::weak_ptr{timer}] {
            asio::post(executor, [weak] {
                if (const auto alive = weak.lock()) alive->cancel();
            });
        };
        seat_->close = [this, weak = std::weak_ptr{timer}] {
            socket().cancel();
            if (const auto alive = weak.lock()) alive->cancel();
        };
        seat_->is_idle = true;
        subscription.on_event(wake);
        std::string text = ": ready\n\n";
        error_code error;
        const auto end = steady_clock::now() + state_.options.stream_time;
        while (!error && !state_.is_stopping && steady_clock::now() < end) {
            for (const Event& event : subscription.take()) text += to_text(event);
            if (!text.empty()) {
                socket().expires_after(state_.options.body_time);
                co_await link_->write({asio::buffer(text), asio::const_buffer{}}, error);
                text.clear();
                continue;
            }
            error_code woken;
            timer->expires_at(std::min(end, steady_clock::now() + heartbeat));
            co_await timer->async_wait(asio::redirect_error(asio::use_awaitable, woken));
            if (!woken) text = ": still here\n\n";
        }
        subscription.on_event({});
        seat_->close = [this] { socket().cancel(); };
    }

    std::unique_ptr<Link> link_;
    Server::State& state_;
    Seat* seat_ = nullptr;
    std::string remote_;
    std::string buffer_;  // read and not used yet
    bool is_body_left_ = false;
    std::array<char, piece_bytes> piece_{};
    steady_clock::time_point started_{};
};

}  // namespace http
