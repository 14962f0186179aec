// SPDX-License-Identifier: Apache-2.0
// What a page asks for over 100,000 records: payments and a register, imported, paged, filtered, ordered and exported.
// SQLite, and PostgreSQL where TEST_POSTGRES names one.
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>

#include <fmt/format.h>

#include "budget/budget.h"
#include "identity/identity.h"
#include "ledgers/exports.h"
#include "ledgers/ledgers.h"
#include "spreadsheet/workbook.h"

namespace {

constexpr int rows = 100'000;
using Clock = std::chrono::steady_clock;

// Wall and processor time of this process: on a busy machine the second tells more, on PostgreSQL only the first
// counts.
struct Time {
    std::int64_t wall = 0;  // microseconds
    std::int64_t processor = 0;
};

std::int64_t processor_time()
{
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return std::int64_t{now.tv_sec} * 1'000'000 + now.tv_nsec / 1'000;
}

Time timed(const std::function<void()>& act)
{
    const auto start = Clock::now();
    const std::int64_t processor = processor_time();
    act();
    return {std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start).count(),
            processor_time() - processor};
}

std::string milliseconds(std::int64_t micros)
{
    return fmt::format("{}.{:02}", micros / 1'000, micros % 1'000 / 10);
}

std::string shown(const Time& time)
{
    return fmt::format("{:>9} ({:>8})", milliseconds(time.wall), milliseconds(time.processor));
}

void report(const std::string& what, const Time& once)
{
    fmt::print("  {:<40} {}\n", what, shown(once));
}

// The first time, and the median and the best of nine more.
void measure(const char* what, const std::function<void()>& act)
{
    const Time first = timed(act);
    std::vector<Time> again;
    for (int i = 0; i < 9; ++i) again.push_back(timed(act));
    std::sort(again.begin(), again.end(), [](const Time& a, const Time& b) { return a.wall < b.wall; });
    fmt::print("  {:<40} {}   median {}   best {}\n", what, shown(first), shown(again[4]), shown(again[0]));
}

template <class T>
T must(base::Result<T> result)
{
    if (result) return *std::move(result);
    fmt::print(stderr, "{}\n", result.error().code);
    for (const auto& [name, value] : result.error().args) fmt::print(stderr, "  {}={}\n", name, value);
    std::exit(1);
}

void must(const base::Result<void>& result)
{
    if (!result) must<int>(tl::unexpected<base::Error>(result.error()));
}

void write_files(const std::filesystem::path& folder)
{
    std::ofstream payments{folder / "支付.csv"};
    payments << "支付日期,凭证号,项目编码,收款方,金额（元）,摘要\n";
    std::ofstream meetings{folder / "会议.csv"};
    meetings << "编号,名称,类别,日期,人数,费用,会场,联系人,电话,备注\n";
    const char* const kinds[] = {"部门会议", "内部会议", "培训", "座谈会"};
    for (int n = 0; n < rows; ++n) {
        payments << fmt::format("2024-{:02}-{:02},记-{:06},P{:02},示例收款单位{},1.00,示例摘要{}\n", n / 8'500 + 1,
                                n % 28 + 1, n, n % 20, n % 700, n % 50);
        meetings << fmt::format(
            "HY-{:06},关于示例工作第{}次会议,{},2024-{:02}-{:02},{},{}.50,第{}会议室,示例人{},8000{:04},备注{}\n", n,
            n % 977, kinds[n % 4], n % 12 + 1, n % 28 + 1, n * 7 % 300 + 1, n * 13 % 9'000, n % 12, n % 90, n % 10'000,
            n);
    }
}

struct Bench {
    sql::Connection& db;
    base::Actor actor;
    std::filesystem::path folder;
    base::SystemClock clock = {};
    base::FiscalYear year{2024};

    void payments();
    void ledger();
    void pages(const char* what, ledgers::RecordQuery query, ledgers::RecordLists& lists);
};

void Bench::payments()
{
    budget::Budgets budgets{db, clock};
    must(budgets.open_year(actor, year));
    std::vector<budget::Line> lines;
    budget::Document document{"示例1号", base::Date::of(2024, 1, 1).value(), budget::DocumentKind::initial, "", {}};
    for (int n = 0; n < 20; ++n) {
        const std::string code = fmt::format("P{:02}", n);
        lines.push_back({code, "示例", budget::LineKind::project});
        document.lines.push_back({code, base::Money::from_fen(100'000'000)});
    }
    must(budgets.add_lines(actor, year, lines));
    must(budgets.issue(actor, year, document));
    auto workbook = must(spreadsheet::Workbook::open(folder / "支付.csv"));
    report("import 100,000 payments", timed([&] {
               const auto outcome = must(budgets.import_payments(actor, year, {workbook, "支付.csv"}));
               if (!outcome.stored) std::exit(1);
           }));
    const auto page = [&](const budget::PaymentFilter& filter, const std::optional<budget::PaymentPlace>& behind = {}) {
        return [this, &budgets, filter, behind] { must(budgets.payment_page(actor.org, year, filter, behind, 50)); };
    };
    measure("first page", page({}));
    measure("last page", page({}, budget::PaymentPlace{base::Date::of(2024, 12, 20).value(), {"记-099000", 1}}));
    measure("of one line", page({"P07", "", {}, ""}));
    measure("of one month", page({"", "", budget::Month::parse("2024-05").value(), ""}));
    measure("payee 示例收款单位123", page({"", "", {}, "示例收款单位123"}));
    measure("payee, of one line", page({"P07", "", {}, "示例收款单位107"}));
    measure("text that is nowhere", page({"", "", {}, "没有"}));
}

void Bench::pages(const char* what, ledgers::RecordQuery query, ledgers::RecordLists& lists)
{
    const ledgers::Ledgers ledgers{db, clock};
    std::size_t offset = 0;
    std::int64_t total = 0;
    const auto look = [&] { total = must(ledgers.page(actor, "示例会议", query, {offset, 200}, lists)).total; };
    const Time first = timed(look);
    Time slowest;
    for (int i = 0; i <= 20; ++i) {
        offset = static_cast<std::size_t>(total) * static_cast<std::size_t>(i) / 20;
        if (offset >= 200) offset -= 200;
        Time best = timed(look);
        for (int again = 0; again < 2; ++again)
            best = std::min(best, timed(look), [](const Time& x, const Time& y) { return x.wall < y.wall; });
        if (best.wall > slowest.wall) slowest = best;
    }
    fmt::print("  {:<40} {}   slowest of 21 offsets {}   {} records\n", what, shown(first), shown(slowest), total);
}

void Bench::ledger()
{
    ledgers::Ledgers ledgers{db, clock};
    using ledgers::ColumnType;
    ledgers::Definition definition{"示例会议",
                                   {{"编号"},
                                    {"名称"},
                                    {"类别", ColumnType::choice},
                                    {"日期", ColumnType::date},
                                    {"人数", ColumnType::integer},
                                    {"费用", ColumnType::money},
                                    {"会场"},
                                    {"联系人"},
                                    {"电话"},
                                    {"备注"}}};
    definition.columns[0].is_identity = true;
    definition.columns[2].choices = {"部门会议", "内部会议", "培训", "座谈会"};
    definition.columns[3].is_period = true;
    must(ledgers.declare(actor, {definition}));
    const auto import = [&] { must(ledgers.import(actor, "示例会议", {folder / "会议.csv"})); };
    report("import 100,000 records of 10 columns", timed(import));
    report("import the same again", timed(import));
    ledgers::RecordLists lists;
    const auto filter = [&](const char* text) {
        ledgers::RecordQuery query;
        query.filters = {must(ledgers::parse_filter(definition, text))};
        return query;
    };
    const auto sort = [&](const char* text) {
        ledgers::RecordQuery query;
        query.sort = must(ledgers::parse_sort(definition, text));
        return query;
    };
    ledgers::RecordQuery anywhere;
    anywhere.text = "示例人33";
    pages("as they came", {}, lists);
    pages("类别=培训", filter("类别=培训"), lists);
    pages("日期>=2024-06", filter("日期>=2024-06"), lists);
    pages("费用<=100", filter("费用<=100"), lists);
    pages("名称~第12次", filter("名称~第12次"), lists);
    pages("示例人33 anywhere", anywhere, lists);
    pages("by 人数", sort("人数"), lists);
    pages("by 名称, last first", sort("-名称"), lists);
    for (const auto& [name, format] :
         {std::pair{"out.xlsx", spreadsheet::TableFormat::xlsx}, std::pair{"out.csv", spreadsheet::TableFormat::csv}})
        report(name, timed([&] {
                   std::filesystem::remove(folder / name);
                   must(export_records(ledgers, actor, "示例会议", {}, folder / name, format));
               }));
}

void run(const char* engine, const std::string& target, const std::filesystem::path& folder)
{
    fmt::print("{}: milliseconds of wall time (of our own processor time)\n", engine);
    const auto db = sql::Connection::open(target);
    must(sql::migrate(*db,
                      {identity::migrations(), closing::migrations(), budget::migrations(), ledgers::migrations()}));
    Bench bench{*db, base::Actor{base::OrgId{}, "bench", "bench", {}, true}, folder};
    bench.actor.org =
        must(identity::Organisations{*db, bench.clock}.create(bench.actor, {{}, "示例中心", "420112", "示例区"})).id;
    bench.payments();
    bench.ledger();
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    fmt::print("  peak memory {} MB\n", usage.ru_maxrss / 1024);
}

}  // namespace

int main()
{
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    const auto folder = std::filesystem::temp_directory_path() / ("mingji-bench-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    write_files(folder);
    run("SQLite", (folder / "bench.sqlite").string(), folder);
    if (const char* const server = std::getenv("TEST_POSTGRES")) {
        const std::string schema = "bench_" + std::to_string(::getpid());
        sql::Connection::open(server)->script("CREATE SCHEMA " + schema);
        run("PostgreSQL", std::string{server} + " options='-csearch_path=" + schema + "'", folder);
        sql::Connection::open(server)->script("DROP SCHEMA " + schema + " CASCADE");
    }
    std::filesystem::remove_all(folder);
}
