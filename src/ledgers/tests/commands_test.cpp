// SPDX-License-Identifier: Apache-2.0
#include "ledgers/cli/ledgers_commands.h"

#include "ledgers/tests/ledgers_fixture.h"

namespace ledgers {
namespace {

class CommandsTest : public LedgersFixture {
protected:
    void SetUp() override
    {
        LedgersFixture::SetUp();
        if (IsSkipped()) return;
        add_commands(program, [this](const cli::Input&) -> base::Result<cli::Office> {
            return cli::Office{*db, actor, clock, {}};
        });
    }

    int run(std::vector<std::string> words)
    {
        words.insert(words.begin(), "mingji");
        std::vector<const char*> arguments;
        for (const std::string& word : words) arguments.push_back(word.c_str());
        testing::internal::CaptureStdout();
        testing::internal::CaptureStderr();
        const int code = program.run(static_cast<int>(arguments.size()), arguments.data());
        out = testing::internal::GetCapturedStdout();
        err = testing::internal::GetCapturedStderr();
        return code;
    }

    bool says(const std::string& part) const { return out.find(part) != std::string::npos; }

    cli::Program program{"0"};
    std::string out;
    std::string err;
};

TEST_P(CommandsTest, DeclaresImportsListsAndTellsTheHistory)
{
    const auto definition =
        folder.text("定义.csv", "台账名称,列名,类型,必填,标识列\n甲,编号,文本,是,是\n甲,数量,整数,否,否\n");
    ASSERT_EQ(run({"ledgers", "declare", definition.string(), "--format", "json"}), 0) << err;
    EXPECT_TRUE(says("\"declared\""));

    const auto first = folder.text("甲.csv", "编号,数量\nA-1,3\n");
    ASSERT_EQ(run({"import", "ledger", "甲", first.string(), "--dry-run"}), 0) << err;
    ASSERT_EQ(run({"import", "ledger", "甲", first.string(), "--format", "json"}), 0) << err;
    EXPECT_TRUE(says("\"added\": 1"));
    const auto second = folder.text("甲2.csv", "单号,数量\nA-1,4\n");
    ASSERT_EQ(run({"import", "ledger", "甲", second.string(), "--map", "单号=编号"}), 0) << err;
    EXPECT_TRUE(says("A-1"));
    EXPECT_TRUE(says("3 → 4"));

    ASSERT_EQ(run({"ledgers", "list"}), 0) << err;
    EXPECT_TRUE(says("甲"));
    EXPECT_TRUE(says("会议台账"));
    ASSERT_EQ(run({"ledgers", "history", "甲", "A-1", "--format", "json"}), 0) << err;
    EXPECT_TRUE(says("\"version\": 2"));
}

TEST_P(CommandsTest, WrongCellsFailAndComeBackAsAFile)
{
    const auto file = folder.text(
        "满意度.csv", "问卷编号,调查对象,日期,评价\nMY-1,用餐人员,2024-1-5,满意\nMY-2,用餐人员,昨天,满意\n");
    const auto failed = folder.file("待改正.xlsx");
    EXPECT_EQ(run({"import", "ledger", "满意度调查", file.string(), "--failed", failed.string()}), 1);
    EXPECT_TRUE(std::filesystem::exists(failed));
    EXPECT_NE(err.find("满意度!C3"), std::string::npos);
    EXPECT_EQ(run({"import", "ledger", "没有的台账", file.string()}), 2);
    EXPECT_EQ(run({"import", "ledger", "满意度调查", file.string(), "--map", "没有等号"}), 2);
}

TEST_P(CommandsTest, ListsTheColumnsOfOneRegister)
{
    ASSERT_EQ(run({"ledgers", "list", "会议台账", "--format", "json"}), 0) << err;
    EXPECT_TRUE(says("\"title\": \"会议类别\""));
    EXPECT_EQ(run({"ledgers", "list", "没有的台账"}), 2);
}

TEST_P(CommandsTest, AnUnfilledDefinitionIsRefused)
{
    const auto empty = folder.text("定义.csv", "台账名称,列名,类型,计量单位\n我的台账,编号,文本,,示例行，导入时跳过\n");
    EXPECT_EQ(run({"ledgers", "declare", empty.string()}), 1);
    EXPECT_EQ(run({"ledgers", "list", "我的台账"}), 2);
}

TEST_P(CommandsTest, ARemovedRecordIsToldAsRemoved)
{
    const auto both = folder.text("食堂.csv", "食堂编号,食堂名称,状态\nS-1,一食堂,运行\nS-2,二食堂,运行\n");
    const auto one = folder.text("食堂2.csv", "食堂编号,食堂名称,状态\nS-1,一食堂,运行\n");
    ASSERT_EQ(run({"import", "ledger", "食堂台账", both.string()}), 0) << err;
    ASSERT_EQ(run({"import", "ledger", "食堂台账", one.string(), "--remove-missing"}), 0) << err;
    ASSERT_EQ(run({"ledgers", "history", "食堂台账", "S-2", "--lang", "en"}), 0) << err;
    EXPECT_TRUE(says("2  removed"));
    EXPECT_FALSE(says("now"));
    ASSERT_EQ(run({"import", "ledger", "食堂台账", both.string()}), 0) << err;
    ASSERT_EQ(run({"ledgers", "history", "食堂台账", "S-2", "--lang", "en"}), 0) << err;
    EXPECT_TRUE(says("3  now"));
}

MINGJI_EACH_ENGINE(CommandsTest);

}  // namespace
}  // namespace ledgers
