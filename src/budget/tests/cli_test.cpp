// SPDX-License-Identifier: Apache-2.0
#include <sstream>

#include <boost/json/parse.hpp>

#include "budget/cli/execution_report.h"
#include "budget/tests/budget_fixture.h"

namespace budget {
namespace {

TEST(ExecutionReport, IsTheSameInJsonAsInTheRecords)
{
    YearRecords records{{2024}, {{"P1", "示例项目"}}};
    records.documents = {{"示预1号", day("2024-01-10"), DocumentKind::initial, "", {{"P1", yuan("300.00")}}}};
    records.paid = {{"P1", "", day("2024-03-01"), yuan("100.00")}};
    ExecutionReport report;
    report.execution = execution(records, day("2024-06-30"));
    report.findings = findings(report.execution, {}, {});
    std::ostringstream out;
    std::ostringstream err;
    cli::Terminal terminal{out, err, cli::Format::json};
    print(report, terminal);
    const auto parsed = boost::json::parse(out.str()).as_object();
    EXPECT_EQ(parsed.at("whole").at("rate").as_string(), "33.33%");
    EXPECT_EQ(parsed.at("whole").at("available").as_string(), "200.00");
    EXPECT_EQ(parsed.at("basic").at("rate"), nullptr);
    EXPECT_EQ(parsed.at("months").as_array().size(), 6U);
    EXPECT_EQ(parsed.at("findings").at(0).at("rule").as_string(), "budget.finding.behind");
    // A finding without words would come out as its code.
    EXPECT_FALSE(parsed.at("findings").at(0).at("message").as_string().starts_with("budget."));
}

}  // namespace
}  // namespace budget
