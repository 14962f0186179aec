// SPDX-License-Identifier: Apache-2.0
#include "indicators/store/rule_set_file.h"

#include <gtest/gtest.h>

namespace indicators {
namespace {

// A shipped rule set with one text replaced.
std::string refusal(const std::string& from, const std::string& to, const char* id = "national-2021")
{
    std::string text = rule_set_text(id).value();
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    if (at == std::string::npos) return "";
    text.replace(at, from.size(), to);
    const auto rules = parse_rule_set(text);
    if (rules) return "loaded";
    for (const auto& [name, value] : rules.error().args)
        if (name == "path") return rules.error().code + " " + value;
    return rules.error().code;
}

TEST(RuleSetFile, ShipsAllEight)
{
    const std::vector<std::string> expected{"chongqing-2021", "finance-system", "hubei-2020", "hunan-2019",
                                            "national-2020",  "national-2021",  "rescaled",   "sichuan-2023"};
    EXPECT_EQ(shipped_rule_sets(), expected);
    for (const std::string& id : shipped_rule_sets()) {
        const auto rules = load_rule_set(id);
        ASSERT_TRUE(rules) << id << " " << rules.error().code;
        EXPECT_EQ(rules->id, id);
        EXPECT_EQ(full_marks(*rules), base::Decimal::whole(100));
    }
}

TEST(RuleSetFile, RefusesUnknownKeysWithTheirPath)
{
    EXPECT_EQ(refusal(R"("cap": true)", R"("cap": true, "bonus": 5)"),
              "indicators.rule_set.key_unknown execution.bonus");
    EXPECT_EQ(refusal(R"("id":)", R"("note": "x", "id":)"), "indicators.rule_set.key_unknown note");
    EXPECT_EQ(refusal(R"("red_gap")", R"("red_gaps")"), "indicators.rule_set.key_unknown warnings.red_gaps");
}

TEST(RuleSetFile, RefusesMissingAndImpossibleValues)
{
    EXPECT_EQ(refusal(R"("certainty": "U",)", ""), "indicators.rule_set.key_missing certainty");
    EXPECT_EQ(refusal(R"("certainty": "U")", R"("certainty": "X")"), "indicators.rule_set.value_impossible certainty");
    EXPECT_EQ(refusal(R"("weight": "10")", R"("weight": 10)"), "indicators.rule_set.value_impossible execution.weight");
    EXPECT_EQ(refusal(R"("weight": "10")", R"("weight": "-10")"),
              "indicators.rule_set.value_impossible execution.weight");
    EXPECT_EQ(refusal(R"("weight": "10")", R"("weight": "0")"),
              "indicators.rule_set.value_impossible execution.weight");
    EXPECT_EQ(refusal("2021-08-18", "2021-02-30"), "indicators.rule_set.value_impossible valid_from");
    EXPECT_EQ(refusal(R"("valid_to": null)", R"("valid_to": "2021-08-17")"),
              "indicators.rule_set.value_impossible valid_to");
    EXPECT_EQ(refusal(R"("000000")", R"("武汉")"), "indicators.rule_set.value_impossible region");
    EXPECT_EQ(refusal("\"half_up\"", "\"half_even\""), "indicators.rule_set.value_impossible rounding.mode");
    EXPECT_EQ(refusal(R"("row": 2)", R"("row": 3)"), "indicators.rule_set.value_impossible rounding.row");
    EXPECT_EQ(refusal(R"("formula": "linear")", R"("formula": "steps")"),
              "indicators.rule_set.value_impossible execution.steps");
    EXPECT_EQ(refusal(R"([["效益"], "30"])", R"([["效益"], "31"])"),
              "indicators.rule_set.value_impossible weights.level1[1].groups");
    EXPECT_EQ(refusal("≤100%计5分", "很好", "hunan-2019"), "indicators.rule_set.value_impossible tables[0]");
}

TEST(RuleSetFile, RefusesBandsAndGradesOutOfOrder)
{
    EXPECT_EQ(refusal(R"("1.00", "0.80")", R"("1.00", "0.70")"),
              "indicators.rule_set.out_of_order qualitative.bands[1]");
    EXPECT_EQ(refusal(R"("1.00", "0.80")", R"("0.99", "0.80")"),
              "indicators.rule_set.out_of_order qualitative.bands[0]");
    EXPECT_EQ(refusal(R"("60"])", R"("80"])"), "indicators.rule_set.out_of_order grades");
    EXPECT_EQ(refusal(R"("差", "0"])", R"("差", "10"])"), "indicators.rule_set.out_of_order grades");
    EXPECT_EQ(refusal(R"("优", "90"])", R"("优", "101"])"), "indicators.rule_set.out_of_order grades");
}

TEST(RuleSetFile, RefusesWhatIsNoRuleSet)
{
    EXPECT_EQ(parse_rule_set("{").error().code, "indicators.rule_set.not_json");
    EXPECT_EQ(parse_rule_set("").error().code, "indicators.rule_set.not_json");
    EXPECT_EQ(parse_rule_set("[]").error().code, "indicators.rule_set.value_impossible");
    EXPECT_EQ(parse_rule_set("{}").error().code, "indicators.rule_set.key_missing");
    EXPECT_EQ(load_rule_set("hubei-1999").error().code, "indicators.rule_set.unknown");
}

}  // namespace
}  // namespace indicators
