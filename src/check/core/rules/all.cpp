// SPDX-License-Identifier: Apache-2.0
#include "check/core/rules/all.h"

#include <array>

namespace check {

std::span<const RuleFunction> rules()
{
    static constexpr std::array<RuleFunction, 56> all{find_wrong_sums,
                                                      find_wrong_sums_of_kinds,
                                                      find_wrong_totals_behind,
                                                      find_two_wholes,
                                                      find_wrong_named_shares,
                                                      find_wrong_fund_rows,
                                                      find_broken_numbers,
                                                      find_finance_alarms,
                                                      find_lacking_indicators,
                                                      find_unsampled_satisfaction,
                                                      find_unexplained_deviations,
                                                      find_wrong_evidence,
                                                      find_wrong_pages,
                                                      find_other_scores,
                                                      find_bought_for_nothing,
                                                      find_wrong_directions,
                                                      find_incomplete_sets,
                                                      find_wrong_counted_rates,
                                                      find_wrong_rates,
                                                      find_wrong_adjustments,
                                                      find_missing_figures,
                                                      find_wrong_shares,
                                                      find_two_values,
                                                      find_two_counts,
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
                                                      find_rounding_traces,
                                                      find_wrong_table_rows,
                                                      find_wrong_scores,
                                                      find_wrong_weights,
                                                      find_wrong_total_scores,
                                                      find_wrong_grades,
                                                      find_wrong_execution_scores,
                                                      find_unit_jumps,
                                                      find_wrong_list_counts,
                                                      find_missed_targets,
                                                      find_wrong_dates,
                                                      find_last_years,
                                                      find_lacking_measures,
                                                      find_wrong_titles,
                                                      find_wrong_document_numbers,
                                                      find_wrong_table_numbers,
                                                      find_wrong_marks,
                                                      find_wrong_credit_codes};
    return all;
}

}  // namespace check
