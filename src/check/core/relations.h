// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "check/core/claims.h"
#include "check/core/finding.h"

namespace check {

// How a printed rate agrees with the one that the printed amounts give. All three were rounded, so that a range of
// rates is possible: within it they agree; outside by at most one last digit (and 0.1 per cent) it is the last digit.
enum class Fit { agrees, last_digit, off };

// part / whole × 100 against the rate; off for a whole of zero, unless the part is zero, too.
Fit share_fit(const Claim& part, const Claim& whole, const Claim& rate);
Fit share_fit(base::Ratio part, base::Ratio part_half, base::Ratio whole, base::Ratio whole_half, const Claim& rate);

// Half of the finest digit that any of the amounts prints, once for each: what they may be off by together. Those that
// are not there (null) do not count.
base::Ratio most_rounding(std::initializer_list<const Claim*> amounts);

// Whether the amounts add up to the total: each may have lost half of the finest digit that any of them prints, though
// not all of them in full.
bool adds_up(const Claim& total, const std::vector<const Claim*>& parts);
// Of a sum that does not add up: a warning where it is off by the last digits alone.
Severity severity_of_sum(const Claim& total, const std::vector<const Claim*>& parts);
// Small whole amounts of one unit that miss their total by what rounding could explain: 30万元 and 25万元 of 56万元.
// Who rounds to whole 万元 writes of thousands of them; below that it is a slip more often.
bool is_whole_slip(const Claim& total, const std::vector<const Claim*>& parts);
base::Ratio sum_of(const std::vector<const Claim*>& parts);

// The share in per cent as a sentence shows it, with the decimals of the printed rate, at least two.
std::string shown_rate(base::Ratio part, base::Ratio whole, const Claim& rate);
// An exact amount in the unit of a claim, as a sentence shows it: 1150.85万元.
// L01: the parts, what they come to, and the total that says otherwise.
Finding unequal_sum(const ReportText& text, const Claim& total, const std::vector<const Claim*>& parts,
                    Severity severity, const char* code = "check.l01.sum");
std::string shown_in_unit_of(const Claim& claim, base::Ratio amount);

constexpr Severity severity_of(Fit fit)
{
    return fit == Fit::off ? Severity::error : Severity::warning;
}

// What an amount's label says it is; the last word that says something decides (预算执行数 is done, 支出预算 a plan).
enum class Role { none, plan, done, rest, change };
Role role_of(const Claim& claim);

bool contains_any(std::string_view text, std::initializer_list<std::string_view> words);
bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> words);

}  // namespace check
