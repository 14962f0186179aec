// SPDX-License-Identifier: Apache-2.0
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "indicators/core/outcome.h"
#include "indicators/rule_sets.h"
#include "indicators/tests/form_reading.h"

namespace indicators {
namespace {

const std::string folder = std::string{SOURCE_FOLDER} + "/tests/fixtures/published/";

std::string text_of(const std::string& path)
{
    std::ifstream file{path, std::ios::binary};
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

// A published table, as printed, and what must come out of it.
struct Published {
    std::string name, rule_set, budget, executed, kind, reasons, execution, indicators_total, total;
};

std::vector<Published> cases()
{
    std::vector<Published> all;
    const FormSheet sheet = sheet_of_csv(text_of(folder + "outcomes.csv"));
    for (std::size_t i = 1; i < sheet.rows.size(); ++i) {
        const auto& cells = sheet.rows[i].cells;
        const auto cell = [&](std::size_t column) {
            return column < cells.size() ? cells[column].text : std::string{};
        };
        all.push_back({cell(0), cell(1), cell(2), cell(3), cell(4), cell(5), cell(6), cell(7), cell(8)});
    }
    return all;
}

std::optional<base::Money> money(const std::string& yuan)
{
    if (yuan.empty()) return std::nullopt;
    return base::Money::parse(yuan).value();
}

std::string or_none(const std::optional<base::Decimal>& value)
{
    return value ? value->to_string() : "";
}

class PublishedTable : public testing::TestWithParam<Published> {};

TEST_P(PublishedTable, ComesOutAsItsNotesSay)
{
    const Published& expected = GetParam();
    const bool own_rules = expected.rule_set.ends_with(".json");
    const RuleSet rules = load_rule_set(own_rules ? folder + expected.rule_set : expected.rule_set).value();
    const Form form = read_form(sheet_of_csv(text_of(folder + expected.name + ".csv"))).value();
    ExecutionInput execution;
    execution.adjusted = money(expected.budget);
    execution.executed = money(expected.executed);

    const ScoredForm scored = score_form(rules, form, execution);

    const Outcome result = outcome(rules, scored.input, scored.evaluation);
    std::string reasons;
    for (const std::string& reason : result.reasons) reasons += (reasons.empty() ? "" : " ") + reason;
    EXPECT_EQ(to_string(result.kind), expected.kind);
    EXPECT_EQ(reasons, expected.reasons);
    EXPECT_EQ(or_none(scored.evaluation.execution.score), expected.execution);
    EXPECT_EQ(scored.evaluation.indicators_total.to_string(), expected.indicators_total);
    EXPECT_EQ(or_none(scored.evaluation.total), expected.total);
}

INSTANTIATE_TEST_SUITE_P(All, PublishedTable, testing::ValuesIn(cases()), [](const auto& test) {
    std::string name = test.param.name;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

}  // namespace
}  // namespace indicators
