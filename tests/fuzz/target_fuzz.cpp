// SPDX-License-Identifier: Apache-2.0
// Lines of a text: target, unit, sign, actual, weight. Whatever is read must be written back to the same target and
// scored without a crash, within its weight.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "indicators/core/form.h"

namespace {

std::vector<std::string> lines_of(const std::string& text)
{
    std::vector<std::string> lines(1);
    for (const char c : text)
        if (c == '\n')
            lines.emplace_back();
        else
            lines.back() += c;
    lines.resize(7);
    return lines;
}

void demand(bool holds)
{
    if (!holds) std::abort();
}

void check_round_trip(const indicators::Target& target)
{
    const bool numeric = indicators::is_numeric(target.comparison) && !target.quantity.value.is_negative();
    if (!numeric && target.comparison != indicators::Comparison::steps) return;
    const indicators::Target again = indicators::parse_target({indicators::to_text(target)}, 2024);
    demand(again.comparison == target.comparison);
    demand(again.quantity == target.quantity);
    demand(again.steps == target.steps);
}

indicators::RuleSet rules()
{
    indicators::RuleSet rules;
    rules.quantitative.remark_at = base::Decimal{130, 2};
    rules.quantitative.reason_required_below = base::Decimal::whole(1);
    rules.bands = {{"达成预期指标", base::Decimal::whole(1), base::Decimal{8, 1}},
                   {"未达成", base::Decimal{8, 1}, base::Decimal{}}};
    rules.weights.total = base::Decimal::whole(100);
    return rules;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const indicators::RuleSet rule_set = rules();
    const auto lines = lines_of({reinterpret_cast<const char*>(data), size});
    check_round_trip(indicators::parse_target({lines[0], lines[1], lines[2]}, 2024));
    indicators::Form form;
    indicators::FormRow& row = form.rows.emplace_back();
    row.target.text = lines[0];
    row.unit.text = lines[1];
    row.sign.text = lines[2];
    row.actual.text = lines[3];
    row.weight.text = lines[4];
    row.published.text = lines[5];
    row.level1 = lines[6];
    const auto scored = indicators::score_form(rule_set, form, {});
    const auto& score = scored.evaluation.rows.front().score;
    if (score) demand(!score->is_negative() && *score <= scored.input.indicators.front().weight->rounded(2));
    return 0;
}
