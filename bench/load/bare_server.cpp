// SPDX-License-Identifier: Apache-2.0
// The least that could answer the requests of bench/load: load_bare_server TARGET FOLDER. No sign-in, no rules, no
// audit, no keys: a thread for each connection runs one statement (FOLDER/create.sql, read.sql) or two (list.sql) and
// sends what comes back. On SQLite one transaction after the other, each on the disk before it is answered. Prints its
// port and ends when its input does.
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <charconv>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <mutex>
#include <random>
#include <thread>

#include "sql/connection.h"

namespace {

constexpr std::int64_t rows = 100'000;
constexpr std::int64_t lines = 20;

std::string text_of(const std::string& file)
{
    std::ifstream stream{file};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

struct Statements {
    std::string create, read, page, total;
};

Statements statements_in(const std::string& folder)
{
    const std::string list = text_of(folder + "/list.sql");
    const auto middle = list.find(';');
    return {text_of(folder + "/create.sql"), text_of(folder + "/read.sql"), list.substr(0, middle),
            list.substr(middle + 1)};
}

// What one connection asks with; the writer of SQLite is everybody's.
class Desk {
public:
    Desk(const std::string& target, const Statements& statements, sql::Connection& writer, std::mutex& writing)
        : db_{sql::Connection::open_to_read(target)}, statements_{statements}, writer_{writer}, writing_{writing}
    {
    }

    std::string answer(std::string_view head)
    {
        if (head.starts_with("POST")) {
            static std::atomic<std::int64_t> number{0};
            const sql::Parameters parameters{{"number", ++number}};
            if (db_->engine() == sql::Engine::postgres)
                return std::to_string(db_->execute(statements_.create, parameters));
            const std::lock_guard lock{writing_};
            return std::to_string(writer_.execute(statements_.create, parameters));
        }
        if (head.find("/history ") != std::string_view::npos)
            return rows_of(statements_.read, {{"row", any(rows)}}, {"id", "cells", "place"});
        const sql::Parameters parameters{{"line", any(lines)}, {"month", any(12) + 1}};
        return rows_of(statements_.page, parameters, {"voucher", "paid_on", "payee"}) +
               std::to_string(db_->query(statements_.total, parameters).front().integer("entries"));
    }

private:
    std::int64_t any(std::int64_t of) { return static_cast<std::int64_t>(chance_() % static_cast<std::uint64_t>(of)); }

    std::string rows_of(const std::string& statement, const sql::Parameters& parameters,
                        const std::vector<const char*>& columns)
    {
        std::string body;
        db_->each(statement, parameters, [&](const sql::Row& row) {
            for (const char* const column : columns) body += row.text(column) + "\n";
        });
        return body;
    }

    std::unique_ptr<sql::Connection> db_;
    const Statements& statements_;
    sql::Connection& writer_;
    std::mutex& writing_;
    std::mt19937_64 chance_{std::random_device{}()};
};

// The whole of one request; empty when the client is gone.
std::string request_from(int client, std::string& rest)
{
    for (;;) {
        const auto end = rest.find("\r\n\r\n");
        if (end != std::string::npos) {
            std::size_t length = 0;
            const auto at = rest.find("Content-Length: ");
            if (at < end) std::from_chars(rest.data() + at + 16, rest.data() + end, length);
            if (rest.size() >= end + 4 + length) {
                std::string one = rest.substr(0, end);
                rest.erase(0, end + 4 + length);
                return one;
            }
        }
        char buffer[4096];
        const auto got = ::read(client, buffer, sizeof buffer);
        if (got <= 0) return {};
        rest.append(buffer, static_cast<std::size_t>(got));
    }
}

void serve(int client, Desk desk)
{
    std::string rest;
    for (std::string head = request_from(client, rest); !head.empty(); head = request_from(client, rest)) {
        const std::string body = desk.answer(head);
        const std::string answer =
            "HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
        if (::write(client, answer.data(), answer.size()) < 0) break;
    }
    ::close(client);
}

int listening()
{
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(socket, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(socket, 64) != 0) std::exit(1);
    ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size);
    std::cout << ntohs(address.sin_port) << std::endl;
    return socket;
}

}  // namespace

int main(int count, char** words)
{
    if (count != 3) return 2;
    const std::string target = words[1];
    const Statements statements = statements_in(words[2]);
    const auto writer = sql::Connection::open(target);
    std::mutex writing;
    std::thread{[] {
        while (std::cin.get() != EOF) {
        }
        std::_Exit(0);
    }}.detach();
    const int socket = listening();
    for (;;) {
        const int client = ::accept(socket, nullptr, nullptr);
        if (client < 0) return 1;
        const int yes = 1;
        ::setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        std::thread{[&, client] { serve(client, Desk{target, statements, *writer, writing}); }}.detach();
    }
}
