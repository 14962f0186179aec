// SPDX-License-Identifier: Apache-2.0
#include "budget/tests/budget_fixture.h"

namespace budget {
namespace {

class RecordsTest : public BudgetFixture {
protected:
    base::Records records(const std::string& collection)
    {
        return budgets().records(actor.org, year, collection).value();
    }

    static std::string cell(const base::Records& records, std::size_t row, const std::string& column)
    {
        return base::to_string(records.rows.at(row).cells.at(records.column(column).value()));
    }
};

TEST_P(RecordsTest, EveryRowHasACellForEveryColumn)
{
    approve("P1", "1000.00");
    sign("C1", "P1", "600.00", months("2024-01", "2024-03"));
    Payment paid = payment("V1", "2024-02-01", "P1", "10.00");
    paid.contract = "C1";
    paid.service = months("2024-01", "2024-02");
    ASSERT_TRUE(budgets().pay(actor, year, paid));
    for (const char* const collection : {"支付", "项目", "文件", "服务期"}) {
        const base::Records found = records(collection);
        EXPECT_EQ(found.source, std::string{"预算:"} + collection);
        ASSERT_FALSE(found.rows.empty());
        for (const base::Record& record : found.rows) EXPECT_EQ(record.cells.size(), found.columns.size());
    }
    EXPECT_EQ(code_of(budgets().records(actor.org, year, "别的")), "budget.records.unknown_collection");

    const base::Records lines = records("项目");
    EXPECT_EQ(cell(lines, 0, "年初"), "1000.00");
    EXPECT_EQ(cell(lines, 0, "已承诺"), "590.00");
    EXPECT_EQ(cell(lines, 0, "可用"), "400.00");
    EXPECT_EQ(cell(lines, 0, "执行率"), "1.00");

    const base::Records service = records("服务期");
    ASSERT_EQ(service.rows.size(), 3U);
    EXPECT_EQ(cell(service, 1, "月份") + cell(service, 1, "是否已付"), "2024-02是");
    EXPECT_EQ(cell(service, 2, "月份") + cell(service, 2, "是否已付"), "2024-03否");
}

TEST_P(RecordsTest, TheDigestChangesWithWhatARecordSays)
{
    approve("P1", "1000.00");
    ASSERT_TRUE(budgets().pay(actor, year, payment("V1", "2024-02-01", "P1", "10.00")));
    const base::Record before = records("支付").rows.at(0);
    EXPECT_EQ(before.id, "V1/1");
    EXPECT_EQ(records("支付").rows.at(0).digest, before.digest);
    ASSERT_TRUE(budgets().refund(actor, year, {"V1", 1}, {{"R1", 1}, day("2024-03-01"), yuan("1.00")}));
    EXPECT_EQ(records("支付").rows.at(1).digest, before.digest);  // V1 stands behind R1 and says what it said

    const std::string line_before = records("项目").rows.at(0).digest;
    ASSERT_TRUE(budgets().pay(actor, year, payment("V2", "2024-02-01", "P1", "10.00")));
    EXPECT_NE(records("项目").rows.at(0).digest, line_before);
}

MINGJI_EACH_ENGINE(RecordsTest);

}  // namespace
}  // namespace budget
