// SPDX-License-Identifier: Apache-2.0
#include "ledgers/templates.h"

#include <gtest/gtest.h>

#include "ledgers/definition_table.h"
#include "ledgers/standard.h"
#include "ledgers/tests/register_file.h"

namespace ledgers {
namespace {

class TemplateTest : public testing::Test {
protected:
    std::filesystem::path written(const std::vector<spreadsheet::TableSheet>& sheets)
    {
        const auto path = folder.file("模板.xlsx");
        EXPECT_TRUE(spreadsheet::write_workbook(path, sheets));
        return path;
    }

    TestFolder folder;
};

TEST_F(TemplateTest, EveryStandardTemplateIsAnEmptyRegister)
{
    for (const Definition& definition : standard_ledgers()) {
        const auto reading = read_register({written(template_of(definition))}, definition, {});
        ASSERT_TRUE(reading) << definition.name << " " << reading.error().code;
        EXPECT_TRUE(reading->is_clean()) << definition.name;
        EXPECT_TRUE(reading->records.empty()) << definition.name;  // the example row is no record
        EXPECT_TRUE(reading->sheets[0].unknown_headers.empty()) << definition.name;
        EXPECT_EQ(reading->examples, std::vector<std::string>{"模板.xlsx " + definition.name + "!A3"});
    }
}

TEST_F(TemplateTest, ExampleRowsAreSoundOnceTheyAreMeant)
{
    for (const Definition& definition : standard_ledgers()) {
        auto sheets = template_of(definition);
        sheets[0].rows = std::move(sheets[0].example_rows);
        sheets[0].example_rows.clear();
        const auto reading = read_register({written(sheets)}, definition, {});
        ASSERT_TRUE(reading);
        EXPECT_TRUE(reading->is_clean()) << definition.name << " " << reading->problems.front().error.code;
        EXPECT_EQ(reading->records.size(), 1U);
    }
}

TEST_F(TemplateTest, TheDefinitionTemplateDefinesARegister)
{
    auto sheets = definition_template("我的台账");
    sheets[0].rows = std::move(sheets[0].example_rows);
    sheets[0].example_rows.clear();
    const auto table = read_definitions(written(sheets));
    ASSERT_TRUE(table);
    ASSERT_EQ(table->definitions.size(), 1U);
    EXPECT_EQ(table->definitions[0].name, "我的台账");
    EXPECT_EQ(table->definitions[0].columns.size(), 4U);
}

TEST_F(TemplateTest, TheDeclaredRegisterComesBeforeTheStandardOne)
{
    Column identity{"自己的编号"};
    identity.is_identity = true;
    const auto own = checked({"会议台账", {identity}}).value();
    EXPECT_EQ(template_for(own, "会议台账")[0].columns[0].title, "自己的编号");
    EXPECT_EQ(template_for({}, "会议台账")[0].columns[0].title, "会议编号");
    EXPECT_EQ(template_for({}, "我的台账")[0].columns[0].title, "台账名称");
}

}  // namespace
}  // namespace ledgers
