// SPDX-License-Identifier: Apache-2.0
// Bookings a second, beside the database itself doing the same insert under the same constraint: eight clients, each
// booking an hour that is free. With the address of a PostgreSQL server as its argument there, otherwise on an SQLite
// file.
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <thread>

#include "identity/identity.h"
#include "meetings/meetings.h"
#include "sql/database.h"

namespace {

using namespace meetings;
using Clock = std::chrono::steady_clock;

constexpr int clients = 8;
constexpr int bookings = 250;  // of each client
constexpr Second first_hour = 1'767'574'800;

struct Result {
    double per_second = 0;
    double p50_ms = 0;
    double p99_ms = 0;
};

template <class Book>
Result measured(const Book& book)
{
    std::vector<std::vector<double>> times(clients);
    const auto start = Clock::now();
    std::vector<std::thread> running;
    for (int client = 0; client < clients; ++client)
        running.emplace_back([&, client] {
            for (int i = 0; i < bookings; ++i) {
                const auto begin = Clock::now();
                book(client, i);
                times[static_cast<std::size_t>(client)].push_back(
                    std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
            }
        });
    for (std::thread& thread : running) thread.join();
    const std::chrono::duration<double> took = Clock::now() - start;
    std::vector<double> all;
    for (const auto& list : times) all.insert(all.end(), list.begin(), list.end());
    std::sort(all.begin(), all.end());
    return {static_cast<double>(all.size()) / took.count(), all[all.size() / 2], all[all.size() * 99 / 100]};
}

std::string room_of(int client)
{
    return "R" + std::to_string(client);
}

constexpr std::string_view insert = R"(
    INSERT INTO meetings_booking (org_id, number, booked_for, year, serial, room, slot, venue, starts, ends, state, title, kind, host,
                                  attendees, layout, equipment, is_confidential, note, reason, series, source, asked_by,
                                  asked_ms, version)
    VALUES (:org_id, :number, :room, 2030, :serial, :room, :slot, '', :starts, :ends, 'approved', 'x', 'x', 'x', 1, '', '', 0, '',
            '', '', '', 'x', 0, 1))";

}  // namespace

int main(int count, char** words)
{
    const bool is_server = count > 1;
    const std::string name = "bench_" + std::to_string(::getpid());
    const auto file = std::filesystem::temp_directory_path() / (name + ".sqlite");
    std::string target = file.string();
    if (is_server) {
        sql::Connection::open(words[1])->script("CREATE SCHEMA " + name);
        target = std::string{words[1]} + " options='-csearch_path=" + name + "'";
    }
    const base::FixedClock clock{1'767'225'600'000};
    base::Actor actor{base::OrgId{}, "bench", "bench", {}, true};
    {
        const auto db = sql::Connection::open(target);
        if (!sql::migrate(*db, {identity::migrations(), migrations()})) return 1;
        actor.org = identity::Organisations{*db, clock}.create(actor, {{}, "示例中心", "420112", "示例区"})->id;
        for (int client = 0; client < clients; ++client) {
            Room room;
            room.code = room.name = room_of(client);
            if (!Meetings{*db, clock}.record(actor, room)) return 1;
        }
    }
    const auto database = sql::Database::open(target, clients);
    const Result bare = measured([&](int client, int i) {
        auto lease = database->lease();
        sql::Transaction transaction{*lease};
        const std::int64_t serial = client * bookings + i + 1;
        const Second from = first_hour + 1'000'000 + i * 3'600;
        lease->execute(insert, {{"org_id", actor.org},
                                {"number", "bare-" + std::to_string(serial)},
                                {"serial", serial},
                                {"room", room_of(client)},
                                {"slot", client + 1},
                                {"starts", from + 100'000'000},
                                {"ends", from + 100'003'600}});
        transaction.commit();
    });
    const Result ours = measured([&](int client, int i) {
        auto lease = database->lease();
        NewBooking asked;
        asked.booking.room = room_of(client);
        asked.booking.span = {first_hour + i * 3'600, first_hour + (i + 1) * 3'600};
        asked.booking.title = asked.booking.kind = asked.booking.host = "x";
        if (!Meetings{*lease, clock}.book(actor, asked)) std::abort();
    });
    std::printf(
        "book_meetings on %s: %.0f/s (p50 %.2f ms, p99 %.2f ms); the bare insert %.0f/s (p50 %.2f, p99 %.2f); ratio "
        "%.2f"
        " (target 0.50)\n",
        is_server ? "PostgreSQL" : "SQLite", ours.per_second, ours.p50_ms, ours.p99_ms, bare.per_second, bare.p50_ms,
        bare.p99_ms, ours.per_second / bare.per_second);
    if (is_server) sql::Connection::open(words[1])->script("DROP SCHEMA " + name + " CASCADE");
    for (const char* const suffix : {"", "-wal", "-shm", ".lock"}) std::filesystem::remove(file.string() + suffix);
}
