// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/core/rule.h"

// Every rule; what it says, why and from where is in docs/rules/<id>.md.
namespace check {

void find_wrong_sums(const Material& material, Found& findings);
void find_wrong_sums_of_kinds(const Material& material, Found& findings);     // L01
void find_wrong_totals_behind(const Material& material, Found& findings);     // L01
void find_two_wholes(const Material& material, Found& findings);              // L63
void find_wrong_named_shares(const Material& material, Found& findings);      // L63
void find_wrong_fund_rows(const Material& material, Found& findings);         // L62
void find_broken_numbers(const Material& material, Found& findings);          // L70
void find_finance_alarms(const Material& material, Found& findings);          // L11
void find_lacking_indicators(const Material& material, Found& findings);      // L25
void find_unsampled_satisfaction(const Material& material, Found& findings);  // L27
void find_unexplained_deviations(const Material& material, Found& findings);  // L28
void find_wrong_evidence(const Material& material, Found& findings);          // L30
void find_wrong_pages(const Material& material, Found& findings);             // L47
void find_other_scores(const Material& material, Found& findings);            // L59
void find_bought_for_nothing(const Material& material, Found& findings);      // L71
void find_wrong_directions(const Material& material, Found& findings);        // L68
void find_incomplete_sets(const Material& material, Found& findings);         // L01
void find_wrong_counted_rates(const Material& material, Found& findings);     // L61, L69
void find_wrong_rates(const Material& material, Found& findings);             // L02
void find_wrong_adjustments(const Material& material, Found& findings);       // L03
void find_missing_figures(const Material& material, Found& findings);         // L08
void find_wrong_shares(const Material& material, Found& findings);            // L13, L63
void find_two_values(const Material& material, Found& findings);              // L20
void find_two_counts(const Material& material, Found& findings);              // L20
void find_mixed_names(const Material& material, Found& findings);             // L40
void find_wrong_numbering(const Material& material, Found& findings);         // L43, L57
void find_open_brackets(const Material& material, Found& findings);           // L48
void find_unmet_goals(const Material& material, Found& findings);             // L21, L50
void find_past_plans(const Material& material, Found& findings);              // L51
void find_two_words(const Material& material, Found& findings);               // L52
void find_repeated_targets(const Material& material, Found& findings);        // L53
void find_doubled_letters(const Material& material, Found& findings);         // L56
void find_unfinished_counts(const Material& material, Found& findings);       // L58
void find_wrong_changes(const Material& material, Found& findings);           // L61
void find_wrong_table_sums(const Material& material, Found& findings);        // L62
void find_wrong_money_units(const Material& material, Found& findings);       // L64
void find_slips(const Material& material, Found& findings);                   // L65
void find_other_projects(const Material& material, Found& findings);          // L66
void find_rounding_traces(const Material& material, Found& findings);         // L67
void find_wrong_table_rows(const Material& material, Found& findings);        // L02, L03 and L61 in tables
void find_wrong_scores(const Material& material, Found& findings);            // L04, L09
void find_wrong_weights(const Material& material, Found& findings);           // L05
void find_wrong_total_scores(const Material& material, Found& findings);      // L06
void find_wrong_grades(const Material& material, Found& findings);            // L07
void find_wrong_execution_scores(const Material& material, Found& findings);  // L10
void find_unit_jumps(const Material& material, Found& findings);              // L12
void find_wrong_list_counts(const Material& material, Found& findings);       // L21
void find_missed_targets(const Material& material, Found& findings);          // L22, L54
void find_wrong_dates(const Material& material, Found& findings);             // L23
void find_last_years(const Material& material, Found& findings);              // L24
void find_lacking_measures(const Material& material, Found& findings);        // L29, L55
void find_wrong_titles(const Material& material, Found& findings);            // L41
void find_wrong_document_numbers(const Material& material, Found& findings);  // L42
void find_wrong_table_numbers(const Material& material, Found& findings);     // L44
void find_wrong_marks(const Material& material, Found& findings);             // L45, L49
void find_wrong_credit_codes(const Material& material, Found& findings);      // L46

}  // namespace check
