// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ratio.h"

namespace indicators {

// One end of a step's range; none is open.
struct Bound {
    base::Decimal value;
    bool included = false;

    friend bool operator==(const Bound&, const Bound&) = default;
};

// "80%(含)-90%计4分": from 80, included, up to 90, not included, earns 4 points.
struct Step {
    std::optional<Bound> from = {};
    std::optional<Bound> to = {};
    base::Decimal points;

    friend bool operator==(const Step&, const Step&) = default;
};

enum class Beyond { above, below };

// "每超过一个百分点扣0.5分": every whole `unit_size` beyond the last limit costs `points`, down to nothing (扣完为止).
struct Deduction {
    Beyond beyond = Beyond::above;
    base::Decimal limit;
    base::Decimal unit_size;
    base::Decimal points;

    friend bool operator==(const Deduction&, const Deduction&) = default;
};

// A table of points as Hunan's forms print it: the first step that holds the value wins; where none does, the
// deduction starts from the most points of the table.
struct StepTable {
    std::vector<Step> steps;
    std::optional<Deduction> deduction = {};
    std::string unit = {};  // of every number in it: %, 个 or nothing

    base::Decimal most_points() const;
    friend bool operator==(const StepTable&, const StepTable&) = default;
};

// Reads ≥90%计5分;80%(含)-90%计4分;低于60%不得分 and 控制率≦100%,计5分;每超过一个百分点扣0.5分，扣完为止.
// None where any part is not a step over numbers (无结余3分, ①1分②1分).
std::optional<StepTable> parse_steps(std::string_view text);

// The table in one spelling, which parse_steps() reads back to the same table.
std::string to_text(const StepTable& table);

// The points for a value, exact; none where no step holds it and nothing is deducted.
std::optional<base::Decimal> points_for(const StepTable& table, const base::Ratio& value);

}  // namespace indicators
