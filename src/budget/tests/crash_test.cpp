// SPDX-License-Identifier: Apache-2.0
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>

#include "budget/tests/budget_fixture.h"

namespace budget {
namespace {

constexpr int rows = 2'000;

std::string payments_csv()
{
    std::string text = "支付日期,凭证号,项目编码,收款方,金额（元）\n";
    for (int row = 1; row <= rows; ++row) text += "2024-01-31,记" + std::to_string(row) + ",P1,示例服务公司,1.00\n";
    return text;
}

// A data folder of its own: a killed process must have been its only user.
class CrashTest : public testing::Test {
protected:
    void SetUp() override
    {
        path_ = (std::filesystem::temp_directory_path() / ("crash_" + std::to_string(::getpid()) + ".sqlite")).string();
        remove();
        const auto db = sql::Connection::open(path_);
        ASSERT_TRUE(sql::migrate(*db, {identity::migrations(), closing::migrations(), migrations()}));
        actor_.org = identity::Organisations{*db, clock_}.create(actor_, {{}, "示例中心", "420112", "示例区"})->id;
        Budgets budgets{*db, clock_};
        ASSERT_TRUE(budgets.open_year(actor_, year_));
        ASSERT_TRUE(budgets.add_lines(actor_, year_, {{"P1", "示例项目"}}));
        ASSERT_TRUE(budgets.issue(
            actor_, year_,
            {"示预1号", day("2024-01-01"), DocumentKind::initial, "年初批复", {{"P1", yuan("10000.00")}}}));
    }

    void TearDown() override { remove(); }

    // Imports in a process that the kernel kills as soon as one of its files passes the limit. True: it lived.
    bool import_within(std::uint64_t file_bytes) const
    {
        const pid_t child = ::fork();
        if (child == 0) {
            const rlimit limit{file_bytes, file_bytes};
            const rlimit no_core{0, 0};
            ::setrlimit(RLIMIT_CORE, &no_core);
            ::setrlimit(RLIMIT_FSIZE, &limit);
            ::signal(SIGXFSZ, SIG_DFL);
            const auto db = sql::Connection::open(path_);
            auto workbook = spreadsheet::Workbook::from_bytes(payments_csv(), "支付.csv").value();
            const auto outcome = Budgets{*db, clock_}.import_payments(actor_, year_, {workbook, "支付.csv"});
            std::_Exit(outcome && outcome->stored ? 0 : 1);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        EXPECT_TRUE(WIFEXITED(status) ? WEXITSTATUS(status) == 0 : WTERMSIG(status) == SIGXFSZ);
        return WIFEXITED(status);
    }

    // Payments stored, and that the totals agree with them.
    std::int64_t stored() const
    {
        const auto db = sql::Connection::open(path_);
        const std::int64_t count = db->query("SELECT COUNT(*) AS n FROM budget_payment").front().integer("n");
        const std::int64_t imports = db->query("SELECT COUNT(*) AS n FROM budget_import").front().integer("n");
        const Line line = Budgets{*db, clock_}.lines(actor_.org, year_)->front();
        EXPECT_EQ(line.paid, base::Money::from_fen(count * 100));
        EXPECT_EQ(imports, count == 0 ? 0 : 1);
        return count;
    }

private:
    void remove() const
    {
        for (const char* const suffix : {"", "-wal", "-shm", ".lock"}) std::filesystem::remove(path_ + suffix);
    }

    std::string path_;
    base::FixedClock clock_{1'704'067'200'000};
    base::Actor actor_{base::OrgId{}, "tester", "test", {}, true};
    base::FiscalYear year_{2024};
};

TEST_F(CrashTest, AKilledImportLeavesTheOldStateOrTheNewOne)
{
    int killed = 0;
    bool lived = false;
    for (std::uint64_t limit = 64 << 10; !lived && killed < 200; limit += 48 << 10) {
        lived = import_within(limit);
        const std::int64_t count = stored();
        EXPECT_TRUE(count == 0 || count == rows) << count;
        if (lived) {
            EXPECT_EQ(count, rows);
        } else {
            ++killed;
        }
    }
    EXPECT_TRUE(lived);
    EXPECT_GE(killed, 5);
}

}  // namespace
}  // namespace budget
