// SPDX-License-Identifier: Apache-2.0
#include "indicators/formula_text.h"

#include <gtest/gtest.h>

#include "base/grouped.h"
#include "cli/terminal.h"
#include "indicators/facts.h"
#include "indicators/tests/sample_year.h"

namespace indicators {
namespace {

std::string in(cli::Language language, const Fact& fact)
{
    return formula_text(fact,
                        [&](const base::Error& error) { return cli::sentence(language, error.code, error.args); });
}

class FormulaText : public testing::Test {
protected:
    Fact counted(MeasureText text)
    {
        Fact fact;
        fact.measure = std::move(text);
        const FactSource source = year.source();
        Collections collections{source};
        return measure(std::move(fact), collections, base::Period::of({2024}));
    }

    SampleYear year;
};

TEST_F(FormulaText, IsInChineseWhatWasFrozen)
{
    for (const MeasureText& text : std::vector<MeasureText>{
             {"台账:会议台账", "计数", "", "状态=已召开; 人数≥10", "", "2024Q3"},
             {"台账:会议台账", "求和", "人数", "", "", ""},
             {"台账:会议台账", "平均", "人数", "", "", "全部"},
             {"台账:会议台账", "最大", "人数", "", "", ""},
             {"台账:会议台账", "去重计数", "状态", "", "", ""},
             {"台账:会议台账", "占比", "人数", "", "状态=已召开; 人数≥10", ""},
             {"台账:检查台账", "占比", "", "", "结果=合格", ""},
             {"台账:会议台账", "限内占比", "人数", "", "≤20人", ""},
         }) {
        const Fact fact = counted(text);
        ASSERT_TRUE(fact.value) << text.method << (fact.missing ? fact.missing->code : "");
        EXPECT_EQ(in(cli::Language::chinese, fact), fact.formula);
    }
}

TEST_F(FormulaText, IsEnglishForEnglishReaders)
{
    EXPECT_EQ(in(cli::Language::english, counted({"台账:检查台账", "占比", "", "", "结果=合格", "全部"})),
              "number of records with (结果=合格) ÷ number of records × 100%; source: 台账:检查台账; period: all");
}

TEST_F(FormulaText, OfAShareOfTheBudget)
{
    Fact fact;
    fact.kind = FactKind::execution;
    fact.formula = "执行数 914.10元 ÷ 调整后预算 1000.00元";
    fact.numerator = base::Ratio::reduced(91'410, 100);
    fact.denominator = base::Ratio::whole(1'000);
    EXPECT_EQ(in(cli::Language::chinese, fact), base::with_grouped_yuan(fact.formula));
    EXPECT_NE(in(cli::Language::chinese, fact), fact.formula);  // 1,000.00
    EXPECT_NE(in(cli::Language::english, fact), fact.formula);
    // What was handed in with a formula of its own keeps it.
    fact.numerator.reset();
    EXPECT_EQ(in(cli::Language::english, fact), fact.formula);
}

}  // namespace
}  // namespace indicators
