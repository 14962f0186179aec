// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/ratio.h"
#include "check/core/report_text.h"

namespace check {

enum class Measure { money, area, per_cent, points, count, time };

// A number that a report states, with what it measures. Numbers of dates, document numbers and list marks are none.
struct Claim {
    std::size_t block = 0;  // of ReportText::blocks
    std::size_t at = 0;     // bytes of the block's text: number and unit
    std::size_t size = 0;
    base::Decimal value;                            // as printed
    std::string unit;                               // base::unit_named; empty for a bare number in a table
    base::Ratio unit_size = base::Ratio::whole(1);  // how many 元, m² or of its own unit one of it is: 万元 → 10000
    Measure measure = Measure::count;
    std::string sign = {};     // ≥ ≤ > < = where one stands before it
    bool is_about = false;     // 约, 余, 多, 近
    std::string label = {};    // the words before it in its clause, behind the number before
    std::string tail = {};     // the words behind it, up to the next number or mark
    std::size_t sentence = 0;  // counted over the block: 。！？
    std::size_t part = 0;      // of a sentence, also divided by ；
    std::size_t clause = 0;    // also divided by ， and ：
};

// A sign as people write it (≥ ≧ >=) and the one that is meant; the size is 0 where the text ends with none.
struct WrittenSign {
    std::string_view meant = {};
    std::size_t size = 0;  // bytes
};
WrittenSign sign_at_end(std::string_view text);

// Every claim of the report, in its order.
std::vector<Claim> claims_of(const ReportText& report);

// The value in 元, m² or the claim's own unit, exact; and half of the last printed digit in that unit: what the true
// value may differ by when the printed one was rounded.
base::Ratio exact(const Claim& claim);
base::Ratio half_digit(const Claim& claim);
// Whether the two can be added and compared: the same measure and, for counts, the same unit.
bool are_alike(const Claim& a, const Claim& b);

// "3720.27万元", as printed but for the unit's spelling.
std::string printed(const Claim& claim);
Place place_of(const ReportText& report, const Claim& claim);
// The claim with its label in front.
Place place_with_label(const ReportText& report, const Claim& claim);

}  // namespace check
