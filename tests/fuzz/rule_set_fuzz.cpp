// SPDX-License-Identifier: Apache-2.0
// Feeds bytes to the loader of rule sets; one that loads must be able to score.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "indicators/core/evaluate.h"
#include "indicators/store/rule_set_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto rules = indicators::parse_rule_set({reinterpret_cast<const char*>(data), size});
    if (!rules) return 0;
    indicators::EvaluationInput input;
    input.execution.adjusted = base::Money::from_fen(3'720'270'000);
    input.execution.executed = base::Money::from_fen(3'400'680'000);
    indicators::EvaluatedInput& row = input.indicators.emplace_back();
    row.target = indicators::parse_target({"≥90%"});
    row.actual = indicators::parse_actual("45%", "", row.target);
    row.weight = rules->weights.total;
    const auto evaluation = indicators::evaluate(*rules, input);
    if (evaluation.total && evaluation.total->is_negative()) std::abort();
    return 0;
}
