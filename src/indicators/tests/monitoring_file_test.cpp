// SPDX-License-Identifier: Apache-2.0
#include "indicators/store/monitoring_file.h"

#include <gtest/gtest.h>

#include "indicators/store/shipped_rules.h"
#include "indicators/year_watch.h"

namespace indicators {
namespace {

std::string shipped_with(const std::string& from, const std::string& to)
{
    std::string text{shipped_monitoring().front().text};
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

std::string refusal(const std::string& text)
{
    const auto parsed = parse_monitoring(text);
    return parsed ? ""
                  : parsed.error().code + " " + (parsed.error().args.empty() ? "" : parsed.error().args.back().second);
}

TEST(MonitoringFile, ShipsWithSourceAndDate)
{
    const Monitoring rules = load_monitoring().value();
    EXPECT_FALSE(rules.source.empty());
    EXPECT_EQ(rules.certainty, Certainty::practice);
    EXPECT_EQ(rules.valid_from, base::Date::of(2020, 1, 1).value());
    EXPECT_EQ(rules.missing.at("no_data").certainty, Certainty::verified);
    EXPECT_TRUE(rules.missing.at("month_not_paid").text.empty());
}

TEST(MonitoringFile, RefusesWhatCannotBeMeant)
{
    EXPECT_EQ(refusal("{"), "indicators.rule_set.not_json incomplete JSON");
    EXPECT_EQ(refusal(shipped_with("\"red_below\": \"0.60\"", "\"red_below\": 0.6")),
              "indicators.rule_set.value_impossible execution.red_below");
    EXPECT_EQ(refusal(shipped_with("\"red_below\": \"0.60\"", "\"red_below\": \"0.81\"")),
              "indicators.rule_set.out_of_order execution.yellow_below");
    EXPECT_EQ(refusal(shipped_with("\"red_below\": \"0.60\"", "\"red_below\": \"0.80\"")), "");
    EXPECT_EQ(refusal(shipped_with("\"early_margin\": \"0.50\"", "\"early_margin\": \"1.01\"")),
              "indicators.rule_set.value_impossible forecast.early_margin");
    EXPECT_EQ(refusal(shipped_with("\"settled_months\"", "\"settled\"")),
              "indicators.rule_set.key_unknown forecast.settled");
    EXPECT_EQ(refusal(shipped_with("\"all_year\": [\"质量\"", "\"all_year\": [1")),
              "indicators.rule_set.value_impossible indicator.all_year");
    EXPECT_EQ(refusal(shipped_with("\"basis\": null", "\"base\": null")),
              "indicators.rule_set.key_unknown missing.month_not_paid.base");
}

}  // namespace
}  // namespace indicators
