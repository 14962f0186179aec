// SPDX-License-Identifier: Apache-2.0
#include "check/core/rules/all.h"

#include <array>

namespace check {

std::span<const RuleFunction> rules()
{
    static constexpr std::array<RuleFunction, 21> all{find_wrong_sums,
                                                      find_wrong_rates,
                                                      find_wrong_adjustments,
                                                      find_missing_figures,
                                                      find_wrong_shares,
                                                      find_two_values,
                                                      find_mixed_names,
                                                      find_wrong_numbering,
                                                      find_open_brackets,
                                                      find_unmet_goals,
                                                      find_past_plans,
                                                      find_two_words,
                                                      find_repeated_targets,
                                                      find_doubled_letters,
                                                      find_unfinished_counts,
                                                      find_wrong_changes,
                                                      find_wrong_table_sums,
                                                      find_wrong_money_units,
                                                      find_slips,
                                                      find_other_projects,
                                                      find_rounding_traces};
    return all;
}

}  // namespace check
