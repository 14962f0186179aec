// SPDX-License-Identifier: Apache-2.0
// The server through a real socket on loopback: what clients send, also those that mean harm, and what comes back.
#include "http/server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <future>
#include <latch>
#include <sstream>
#include <thread>

#include <gtest/gtest.h>

#include "base/sm3.h"
#include "http/events.h"

namespace http {
namespace {

using std::chrono::milliseconds;

class Client {
public:
    explicit Client(std::uint16_t port) : socket_{::socket(AF_INET, SOCK_STREAM, 0)}
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const timeval patience{10, 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        EXPECT_EQ(::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
    }
    ~Client() { ::close(socket_); }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    bool send(std::string_view bytes)
    {
        while (!bytes.empty()) {
            const ssize_t count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (count <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
        return true;
    }
    // Until the text has come, or the other side closed.
    std::string read_until(std::string_view mark)
    {
        std::array<char, 4096> piece{};
        while (received_.find(mark) == std::string::npos) {
            const ssize_t count = ::recv(socket_, piece.data(), piece.size(), 0);
            if (count <= 0) break;
            received_.append(piece.data(), static_cast<std::size_t>(count));
        }
        const auto at = received_.find(mark);
        const std::size_t end = at == std::string::npos ? received_.size() : at + mark.size();
        std::string taken = received_.substr(0, end);
        received_.erase(0, end);
        return taken;
    }
    std::string read_all() { return read_until("\x01 never sent \x01"); }

private:
    int socket_;
    std::string received_;
};

std::string get(const std::string& path, const std::string& more = "")
{
    return "GET " + path + " HTTP/1.1\r\nHost: a\r\n" + more + "\r\n";
}

std::string post(const std::string& path, const std::string& body, const std::string& more = "")
{
    return "POST " + path + " HTTP/1.1\r\nHost: a\r\n" + more + "Content-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + body;
}

class ServerTest : public testing::Test {
protected:
    void start(ServerOptions options = {})
    {
        options.uploads = folder_;
        Service service;
        service.at_once = [](Request&) -> std::optional<Response> { return std::nullopt; };
        service.plan = [](Request& request) {
            const std::uint64_t most = request.path == "/large" ? 1'000'000 : 1'000;
            Plan plan{request.path == "/file" ? Body::file : Body::json, most, std::nullopt};
            if (request.path == "/none") plan.refusal = problem(404, {base::ErrorKind::not_found, "test.none"});
            return plan;
        };
        service.answer = [this](Request& request) { return answer(request); };
        service.finish = [](const Request&, Response& response) {
            if (response.problem) response.body = response.problem->error.code;
        };
        service.note = [](const Exchange&) {};
        server_.emplace(options, service);
        thread_ = std::thread{[this] { server_->run(); }};
    }

    void TearDown() override
    {
        if (thread_.joinable()) {
            server_->stop();
            thread_.join();
        }
        server_.reset();
        std::filesystem::remove_all(folder_);
    }

    Response answer(Request& request)
    {
        if (request.path == "/wait") {
            started_.count_down();
            may_end_.get_future().wait();
        }
        if (request.path == "/events")
            return {.content_type = "text/event-stream", .events = hub_.subscribe("a", "li", "")};
        if (request.path == "/made") {
            const auto made = temporary_file(folder_, ".csv");
            std::ofstream{made->file} << "made for this";
            return attachment(made, "支付 \"1\".csv");
        }
        if (request.upload) {
            std::ifstream file{request.upload->file};
            std::ostringstream text;
            text << file.rdbuf();
            return {.content_type = "text/plain", .body = "file:" + text.str() + ":" + request.upload->digest};
        }
        return {.content_type = "text/plain", .body = request.path + ":" + request.body};
    }

    std::string ask(const std::string& request)
    {
        Client client{server_->port()};
        client.send(request);
        return client.read_all();
    }
    static int status(const std::string& answer) { return answer.size() < 12 ? 0 : std::atoi(answer.c_str() + 9); }

    std::filesystem::path folder_ =
        std::filesystem::temp_directory_path() / ("mingji-server-test-" + std::to_string(::getpid()));
    EventHub hub_{"e"};
    std::latch started_{1};
    std::promise<void> may_end_;
    std::optional<Server> server_;
    std::thread thread_;
};

constexpr const char* closing = "Connection: close\r\n";

TEST_F(ServerTest, AnswersAndKeepsTheConnection)
{
    start();
    Client client{server_->port()};
    for (int i = 0; i < 3; ++i) {
        client.send(get("/a"));
        EXPECT_EQ(status(client.read_until("/a:")), 200);
    }
    client.send(get("/b", closing));
    EXPECT_NE(client.read_all().find("/b:"), std::string::npos);
}

TEST_F(ServerTest, AnswersPipelinedRequestsInTheirOrder)
{
    start();
    Client client{server_->port()};
    client.send(get("/1") + post("/2", "xy") + get("/3", closing));
    const std::string all = client.read_all();
    const auto first = all.find("/1:");
    const auto second = all.find("/2:xy");
    const auto third = all.find("/3:");
    ASSERT_NE(third, std::string::npos);
    EXPECT_LT(first, second);
    EXPECT_LT(second, third);
}

TEST_F(ServerTest, TakesAChunkedBody)
{
    start();
    EXPECT_NE(ask("POST /c HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                  "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")
                  .find("/c:abcde"),
              std::string::npos);
    EXPECT_EQ(status(ask("POST /c HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n")), 400);
}

TEST_F(ServerTest, TakesABodyInManyPiecesAndTheRequestBehindIt)
{
    start();
    std::string body;
    for (int i = 0; body.size() < 300'000; ++i) body += std::to_string(i) + ",";
    std::string chunks;
    const auto size_in_hex = [](std::size_t size) {
        std::ostringstream text;
        text << std::hex << size;
        return text.str();
    };
    for (std::size_t at = 0, size = 7; at < body.size(); at += size, size = size * 3 % 70'001 + 1) {
        const std::string piece = body.substr(at, size);
        chunks += size_in_hex(piece.size()) + "\r\n" + piece + "\r\n";
    }
    const std::string chunked =
        "POST /large HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks + "0\r\n\r\n";
    for (const std::string& request : {chunked, post("/large", body)}) {
        const std::string all = ask(request + get("/behind", closing));
        EXPECT_NE(all.find("/large:" + body + "HTTP/1.1 200"), std::string::npos);
        EXPECT_NE(all.find("/behind:"), std::string::npos);
    }
}

TEST_F(ServerTest, NeverReadsTwoRequestsInOne)
{
    start();
    const std::string hidden = get("/hidden");
    for (const char* const head :
         {"POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
          "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n",
          "POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n",
          "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n Transfer-Encoding: chunked\r\n\r\n",
          "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length : 5\r\n\r\n", "GET /a HTTP/1.1\nHost: a\r\n\r\n"}) {
        const std::string all = ask(head + std::string{"0\r\n\r\n"} + hidden);
        EXPECT_EQ(status(all), 400) << head;
        EXPECT_EQ(all.find("/hidden"), std::string::npos) << head;
    }
}

TEST_F(ServerTest, CutsAHeadThatIsTooLong)
{
    start();
    EXPECT_EQ(status(ask(get("/a", "X: " + std::string(40'000, 'x') + "\r\n"))), 431);
    Client endless{server_->port()};
    endless.send("GET /a HTTP/1.1\r\nX: ");
    const std::string more(8'192, 'x');
    int sent = 0;
    while (sent < 10'000 && endless.send(more)) ++sent;
    EXPECT_LT(sent, 10'000);
}

TEST_F(ServerTest, ClosesOnWhoSendsTooSlowly)
{
    start({.head_time = milliseconds{50}, .body_time = milliseconds{50}});
    Client slow_head{server_->port()};
    slow_head.send("GET /a HT");
    EXPECT_EQ(slow_head.read_all(), "");
    Client slow_body{server_->port()};
    slow_body.send("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc");
    EXPECT_EQ(slow_body.read_all(), "");
    Client prompt{server_->port()};
    prompt.send(get("/a", closing));
    EXPECT_EQ(status(prompt.read_all()), 200);
}

TEST_F(ServerTest, ClosesAnIdleConnection)
{
    start({.idle_time = milliseconds{50}});
    Client idle{server_->port()};
    EXPECT_EQ(idle.read_all(), "");
}

TEST_F(ServerTest, RefusesABodyBeyondTheRoutesLimit)
{
    start();
    EXPECT_EQ(status(ask(post("/a", std::string(1'000, 'x'), closing))), 200);
    EXPECT_EQ(status(ask(post("/a", std::string(1'001, 'x')))), 413);
    std::string chunked = "POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (int i = 0; i < 11; ++i) chunked += "64\r\n" + std::string(100, 'x') + "\r\n";
    EXPECT_EQ(status(ask(chunked + "0\r\n\r\n")), 413);
}

TEST_F(ServerTest, AnswersARefusalBeforeTheBodyAndDoesNotReadIt)
{
    start();
    const std::string all = ask(post("/none", get("/hidden")));
    EXPECT_EQ(status(all), 404);
    EXPECT_EQ(all.find("/hidden"), std::string::npos);
}

TEST_F(ServerTest, SaysGoOnToWhoAsksFirst)
{
    start();
    Client client{server_->port()};
    client.send(
        "POST /a HTTP/1.1\r\nHost: a\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
    EXPECT_NE(client.read_until("\r\n\r\n").find("100 Continue"), std::string::npos);
    client.send("abc");
    EXPECT_NE(client.read_all().find("/a:abc"), std::string::npos);
}

TEST_F(ServerTest, WritesAFileAsItComesAndRemovesItAfterwards)
{
    start();
    EXPECT_NE(ask(post("/file", "some bytes", closing)).find("file:some bytes:" + base::sm3("some bytes")),
              std::string::npos);
    EXPECT_EQ(status(ask(post("/file", std::string(1'001, 'x')))), 413);
    EXPECT_TRUE(std::filesystem::is_empty(folder_));
}

TEST_F(ServerTest, HeadHasNoBody)
{
    start();
    const std::string all = ask("HEAD /a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(status(all), 200);
    EXPECT_NE(all.find("Content-Length: 3\r\n"), std::string::npos);
    EXPECT_TRUE(all.ends_with("\r\n\r\n"));
}

TEST_F(ServerTest, RefusesWhatItCannotTakeOn)
{
    start({.workers = 1, .most_waiting = 1});
    Client busy{server_->port()};
    busy.send(get("/wait", closing));
    started_.wait();
    const std::string refused = ask(get("/a", closing));
    EXPECT_EQ(status(refused), 503);
    EXPECT_NE(refused.find("Retry-After:"), std::string::npos);
    may_end_.set_value();
    EXPECT_EQ(status(busy.read_all()), 200);
    EXPECT_EQ(status(ask(get("/a", closing))), 200);
}

TEST_F(ServerTest, FinishesWhatItBeganBeforeItStops)
{
    start();
    Client idle{server_->port()};
    idle.send(get("/a"));
    idle.read_until("/a:");
    Client busy{server_->port()};
    busy.send(get("/wait"));
    started_.wait();
    server_->stop();
    EXPECT_EQ(idle.read_all(), "");
    may_end_.set_value();
    const std::string last = busy.read_all();
    EXPECT_EQ(status(last), 200);
    EXPECT_NE(last.find("Connection: close"), std::string::npos);
    thread_.join();
}

TEST_F(ServerTest, SendsEventsAsTheyHappen)
{
    start();
    Client client{server_->port()};
    client.send(get("/events"));
    EXPECT_NE(client.read_until(": ready").find("text/event-stream"), std::string::npos);
    hub_.publish("a", "job", "{\"n\":1}");
    hub_.publish("b", "job", "{\"n\":2}");
    hub_.publish("a", "job", "{\"n\":3}");
    const std::string heard = client.read_until("{\"n\":3}");
    EXPECT_NE(heard.find("id: e-1\nevent: job\ndata: {\"n\":1}"), std::string::npos);
    EXPECT_EQ(heard.find("{\"n\":2}"), std::string::npos);
    server_->stop();
    client.read_all();
    thread_.join();
}

TEST_F(ServerTest, ARefusalReachesAClientThatIsStillSending)
{
    start();
    for (int i = 0; i < 20; ++i) {
        Client client{server_->port()};
        client.send("POST /none HTTP/1.1\r\nHost: a\r\nContent-Length: 8000000\r\n\r\n");
        client.send(std::string(4'000'000, 'x'));
        EXPECT_EQ(status(client.read_until("test.none")), 404);
    }
}

TEST_F(ServerTest, EndsAStreamAfterItsTime)
{
    start({.stream_time = milliseconds{50}});
    Client client{server_->port()};
    client.send(get("/events"));
    EXPECT_NE(client.read_all().find(": ready"), std::string::npos);  // the other side closed
}

TEST_F(ServerTest, RemovesAFileThatWasMadeForOneAnswer)
{
    start();
    Client client{server_->port()};
    client.send(get("/made"));
    const std::string head = client.read_until("made for this");
    EXPECT_NE(head.find("Content-Disposition: attachment; filename=\"________1_.csv\"; "
                        "filename*=UTF-8''%E6%94%AF%E4%BB%98%20%221%22.csv"),
              std::string::npos)
        << head;
    client.send(get("/a"));
    client.read_until("/a:");  // so the answer before it is over
    EXPECT_TRUE(std::filesystem::is_empty(folder_));
}

}  // namespace
}  // namespace http
