// SPDX-License-Identifier: Apache-2.0
#include "check/read_document.h"

#include <gtest/gtest.h>

#include "check/check.h"

namespace check {
namespace {

document::TableCell cell(std::string text, int columns = 1, int rows = 1)
{
    document::TableCell made;
    made.runs = {{std::move(text)}};
    made.column_span = columns;
    made.row_span = rows;
    return made;
}

document::Document document_with(const std::string& rate)
{
    document::Document document;
    document.title = "2024年度自评报告";
    document.organisation = "示例中心";
    document.blocks.emplace_back(document::Heading{1, "预算执行"});
    document.blocks.emplace_back(
        document::Paragraph{{{"全年预算数3720万元，执行数3400万元，"}, {"预算执行率" + rate + "。", "rate"}}});
    document::Table table;
    table.rows = {{cell("项目", 2), cell("金额")},
                  {cell("会议", 1, 2), cell("场租"), cell("1万元")},
                  {cell("茶歇"), cell("2万元")}};
    document.blocks.emplace_back(table);
    return document;
}

TEST(ReadDocument, ReadsAsItIsPrinted)
{
    EXPECT_EQ(text_of(document_with("91.40%")),
              "2024年度自评报告\n一、预算执行\n全年预算数3720万元，执行数3400万元，预算执行率91.40%。\n"
              "| 项目 |  | 金额 |\n| 会议 | 场租 | 1万元 |\n|  | 茶歇 | 2万元 |\n\n示例中心\n");
    EXPECT_EQ(read_document(document_with("91.40%")).blocks.size(), 7U);
}

TEST(ReadDocument, AContradictionOfOurOwnIsFoundLikeAnybodys)
{
    EXPECT_FALSE(has_errors(check_text(read_document(document_with("91.40%"))).findings));
    EXPECT_TRUE(has_errors(check_text(read_document(document_with("98.50%"))).findings));
}

}  // namespace
}  // namespace check
