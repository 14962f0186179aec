// SPDX-License-Identifier: Apache-2.0
// Imports an .xlsx of 100,000 payments (or as many as the argument says): read, checked, stored; then the same file
// again, which must add nothing. On SQLite, and on PostgreSQL where TEST_POSTGRES names a server. Each measurement runs
// in a process of its own, so that its peak memory is its own.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>

#include <fmt/format.h>

#include "budget/budget.h"
#include "identity/identity.h"
#include "spreadsheet/write.h"

namespace {

using budget::Budgets;
using spreadsheet::Cell;
using spreadsheet::CellKind;

constexpr base::FiscalYear year{2024};
constexpr int lines = 40;

int make_workbook(const std::filesystem::path& path, int rows)
{
    spreadsheet::TableSheet sheet{.name = "支付明细", .title = "示例数据"};
    for (const char* const title : {"支付日期", "凭证号", "项目编码", "收款方", "合同编号", "服务起月", "服务止月",
                                    "功能科目编码", "经济科目编码", "金额（元）", "类型", "原凭证号", "摘要"})
        sheet.columns.push_back({.title = title});
    for (int row = 0; row < rows; ++row) {
        const auto text = [](std::string value) { return Cell{CellKind::text, std::move(value)}; };
        const int line = row * 31 % lines;
        const bool service = line % 4 == 0;
        const std::string month = fmt::format("2024-{:02}", row % 12 + 1);
        sheet.rows.push_back({{CellKind::date, fmt::format("{}-{:02}", month, row % 28 + 1)},
                              text(fmt::format("记-{:06}", row + 1)),
                              text(fmt::format("P{:02}", line)),
                              text(fmt::format("示例服务公司第{}分公司", row % 997)),
                              service ? text(fmt::format("HT-{:02}", line)) : Cell{},
                              service ? text(month) : Cell{},
                              service ? text(month) : Cell{},
                              text("2010303"),
                              text("30209"),
                              {CellKind::number, fmt::format("{}.{:02}", 100 + row % 9'000, row % 100)},
                              text("支付"),
                              {},
                              text(fmt::format("{}月第{}项服务费用", row % 12 + 1, row % 5'000))});
    }
    return spreadsheet::write_workbook(path, {sheet}) ? 0 : 1;
}

void prepare(Budgets& budgets, const base::Actor& actor)
{
    const auto done = [](bool success, const char* what) {
        if (success) return;
        fmt::print(stderr, "could not prepare: {}\n", what);
        std::exit(1);
    };
    done(budgets.open_year(actor, year).has_value(), "year");
    for (int line = 0; line < lines; ++line) {
        const std::string code = fmt::format("P{:02}", line);
        const auto yuan = [](std::int64_t amount) { return base::Money::from_fen(amount * 100); };
        done(budgets.add_lines(actor, year, {{code, "示例项目" + code}}).has_value(), "line");
        done(budgets
                 .issue(actor, year,
                        {"示预" + code,
                         base::Date::of(2024, 1, 2).value(),
                         budget::DocumentKind::initial,
                         "年初批复",
                         {{code, yuan(1'000'000'000)}}})
                 .has_value(),
             "document");
        if (line % 4 != 0) continue;
        const budget::MonthSpan months{budget::Month::parse("2024-01").value(),
                                       budget::Month::parse("2024-12").value()};
        done(budgets
                 .sign(actor, year,
                       {fmt::format("HT-{:02}", line), "示例合同", code, "示例公司", yuan(900'000'000),
                        base::Date::of(2024, 1, 3).value(), months})
                 .has_value(),
             "contract");
    }
}

std::int64_t cpu_milliseconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto milliseconds = [](const timeval& time) { return time.tv_sec * 1'000 + time.tv_usec / 1'000; };
    return milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
}

int import_once(const char* label, Budgets& budgets, const base::Actor& actor, const std::filesystem::path& path)
{
    const auto start = std::chrono::steady_clock::now();
    const std::int64_t cpu_before = cpu_milliseconds();
    auto workbook = spreadsheet::Workbook::open(path);
    if (!workbook) return 1;
    const auto outcome = budgets.import_payments(actor, year, {*workbook, path.filename().string()});
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
    if (!outcome || !outcome->stored) {
        fmt::print(stderr, "refused: {}\n", outcome ? outcome->problems.front().error.code : outcome.error().code);
        return 1;
    }
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    fmt::print("{:<24} {:>8} added {:>8} skipped {:>6} ms  (CPU {:>5} ms)  peak {:>4} MiB\n", label, outcome->added,
               outcome->skipped, took.count(), cpu_milliseconds() - cpu_before, usage.ru_maxrss / 1024);
    std::fflush(stdout);
    return 0;
}

int measure(const std::string& target, const std::string& engine, const std::filesystem::path& path)
{
    const auto db = sql::Connection::open(target);
    if (!sql::migrate(*db, {identity::migrations(), closing::migrations(), budget::migrations()})) return 1;
    const base::SystemClock clock;
    base::Actor actor{base::OrgId{}, "bench", "bench", {}, true};
    actor.org = identity::Organisations{*db, clock}.create(actor, {{}, "示例中心", "420112", "示例区"})->id;
    Budgets budgets{*db, clock};
    prepare(budgets, actor);
    const int first = import_once((engine + ": import").c_str(), budgets, actor, path);
    return first != 0 ? first : import_once((engine + ": import again").c_str(), budgets, actor, path);
}

// Runs the work in a child process; its exit code.
int apart(const std::function<int()>& work)
{
    const pid_t child = fork();
    if (child == 0) std::_Exit(work());
    int status = 0;
    if (child < 0 || waitpid(child, &status, 0) != child) return 1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

int on_postgres(const std::string& server, const std::filesystem::path& path)
{
    const std::string schema = "bench" + std::to_string(getpid());
    sql::Connection::open(server)->script("CREATE SCHEMA " + schema);
    const int outcome =
        apart([&] { return measure(server + " options='-csearch_path=" + schema + "'", "PostgreSQL", path); });
    sql::Connection::open(server)->script("DROP SCHEMA " + schema + " CASCADE");
    return outcome;
}

}  // namespace

int main(int argc, char** argv)
{
    const int rows = argc > 1 ? std::atoi(argv[1]) : 100'000;
    const auto folder = std::filesystem::temp_directory_path() / ("bench_import_payments." + std::to_string(getpid()));
    std::filesystem::create_directory(folder);
    const auto workbook = folder / "支付.xlsx";
    int outcome = apart([&] { return make_workbook(workbook, rows); });
    if (outcome == 0) outcome = apart([&] { return measure((folder / "bench.sqlite").string(), "SQLite", workbook); });
    const char* const server = std::getenv("TEST_POSTGRES");
    if (outcome == 0 && server) outcome = on_postgres(server, workbook);
    std::filesystem::remove_all(folder);
    return outcome;
}
