// SPDX-License-Identifier: Apache-2.0
// Imports a register of 100,000 records (or as many as the argument says) from .xlsx, and then again: unchanged, every
// record changed, every record missing and removed, every record back. Each as a ratio to the first import of the same
// run, on SQLite, and on PostgreSQL where TEST_POSTGRES names a server. Target on SQLite: changed within 2 s.
#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include <fmt/format.h>

#include "identity/identity.h"
#include "ledgers/ledgers.h"
#include "spreadsheet/write.h"

namespace {

using spreadsheet::Cell;
using spreadsheet::CellKind;

const std::string name = "示例台账";

ledgers::Definition definition()
{
    ledgers::Column number{"会议编号"};
    number.is_identity = true;
    ledgers::Column day{"会议日期", ledgers::ColumnType::date};
    day.is_period = true;
    return {name,
            {number,
             day,
             {"会议名称"},
             {"主办单位"},
             {"会议室"},
             {"参会人数", ledgers::ColumnType::integer, "人"},
             {"费用", ledgers::ColumnType::money}}};
}

std::filesystem::path make_workbook(const std::filesystem::path& path, int rows, int people)
{
    spreadsheet::TableSheet sheet{.name = "会议", .title = "示例数据"};
    for (const auto& column : definition().columns) sheet.columns.push_back({.title = column.title});
    for (int row = 0; row < rows; ++row) {
        const auto text = [](std::string value) { return Cell{CellKind::text, std::move(value)}; };
        sheet.rows.push_back({text(fmt::format("HY-{:06}", row + 1)),
                              {CellKind::date, fmt::format("2024-{:02}-{:02}", row % 12 + 1, row % 28 + 1)},
                              text(fmt::format("示例会议第{}次", row % 997)),
                              text(fmt::format("示例单位{}", row % 97)),
                              text(fmt::format("{}号会议室", row % 31)),
                              {CellKind::number, std::to_string(people + row % 90)},
                              {CellKind::number, fmt::format("{}.{:02}", row % 9'000, row % 100)}});
    }
    if (!spreadsheet::write_workbook(path, {sheet})) std::exit(1);
    return path;
}

struct Files {
    std::filesystem::path first;
    std::filesystem::path changed;
    std::filesystem::path none;
};

std::int64_t cpu_milliseconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto milliseconds = [](const timeval& time) { return time.tv_sec * 1'000 + time.tv_usec / 1'000; };
    return milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
}

class Measurement {
public:
    Measurement(sql::Connection& db, std::string engine) : db_{db}, engine_{std::move(engine)}
    {
        actor_.org = identity::Organisations{db_, clock_}.create(actor_, {{}, "示例中心", "420112", "示例区"})->id;
        if (!ledgers::Ledgers{db_, clock_}.declare(actor_, {definition()})) std::exit(1);
    }

    void import(const char* what, const std::filesystem::path& file, ledgers::Missing missing = ledgers::Missing::keep)
    {
        const std::int64_t cpu_before = cpu_milliseconds();
        const auto start = std::chrono::steady_clock::now();
        const auto report = ledgers::Ledgers{db_, clock_}.import(actor_, name, {file}, {{}, missing});
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
        if (!report || !report->is_stored) {
            fmt::print(stderr, "{}: refused\n", what);
            std::exit(1);
        }
        if (first_ == 0) first_ = took.count();
        const ledgers::Difference& difference = report->difference;
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        fmt::print(
            "{:<11} {:<14} {:>7} new {:>7} changed {:>7} same {:>7} removed {:>7.3f} s  {:>5.2f} × the first  "
            "(CPU {:>5} ms)\n",
            engine_, what, difference.added.size() + difference.restored.size(), difference.changed.size(),
            difference.unchanged, report->removed, took.count(), took.count() / first_,
            cpu_milliseconds() - cpu_before);
        std::fflush(stdout);
    }

private:
    sql::Connection& db_;
    std::string engine_;
    base::SystemClock clock_;
    base::Actor actor_{base::OrgId{}, "bench", "bench", {}, true};
    double first_ = 0;
};

void measure(const std::string& target, const std::string& engine, const Files& files)
{
    const auto db = sql::Connection::open(target);
    if (!sql::migrate(*db, {identity::migrations(), closing::migrations(), ledgers::migrations()})) std::exit(1);
    Measurement measurement{*db, engine};
    measurement.import("first", files.first);
    measurement.import("unchanged", files.first);
    measurement.import("all changed", files.changed);
    measurement.import("all removed", files.none, ledgers::Missing::remove);
    measurement.import("all back", files.first);
}

}  // namespace

int main(int argc, char** argv)
{
    const int rows = argc > 1 ? std::atoi(argv[1]) : 100'000;
    const auto folder = std::filesystem::temp_directory_path() / ("bench_import_ledger." + std::to_string(getpid()));
    std::filesystem::create_directory(folder);
    const Files files{make_workbook(folder / "一.xlsx", rows, 10), make_workbook(folder / "二.xlsx", rows, 11),
                      make_workbook(folder / "空.xlsx", 0, 0)};
    measure((folder / "bench.sqlite").string(), "SQLite", files);
    if (const char* const server = std::getenv("TEST_POSTGRES")) {
        const std::string schema = "bench" + std::to_string(getpid());
        sql::Connection::open(server)->script("CREATE SCHEMA " + schema);
        measure(std::string{server} + " options='-csearch_path=" + schema + "'", "PostgreSQL", files);
        sql::Connection::open(server)->script("DROP SCHEMA " + schema + " CASCADE");
    }
    std::filesystem::remove_all(folder);
}
