// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/quantity.h"
#include "chinese/date_text.h"
#include "indicators/core/comparison_text.h"
#include "indicators/core/steps.h"

namespace indicators {

// What an indicator promises, read once from what people wrote. Which member counts follows from `comparison`.
struct Target {
    Comparison comparison = Comparison::missing;
    base::Quantity quantity = {};                    // numeric comparisons
    std::optional<chinese::Deadline> deadline = {};  // deadline
    std::optional<StepTable> steps = {};             // steps
    std::string text = {};                           // as printed
    // How it was read where that was not plain: rules of findings (sign_from_ocr, sign_conflict, unit_conflict,
    // approximate_target, target_unconfirmed, target_of_last_year).
    std::vector<std::string> warnings = {};
};

// The cells a target is written in. The unit cell completes a bare number; the sign column wins over the text.
struct TargetCells {
    std::string_view text;
    std::string_view unit = {};
    std::string_view sign = {};
};

// Reads every form of scoring rules §5 (docs of this slice): ≥95% 90%以上 不超过30万元 24小时内 81,420 平方米 13.41万m²
// 0起 2021年12月完成 百分之九十 有效保障 -- and step texts. A bare number is ≥, a bare zero =. 290% without a sign is
// ≥90% misread from a picture, with a warning. Never refuses: what is no number, date or step table is qualitative.
// `year` is the year a deadline without one means.
Target parse_target(const TargetCells& cells, std::optional<int> year = std::nullopt);

// The target in one plain spelling that parse_target() reads back to the same target.
std::string to_text(const Target& target);

enum class ActualKind { missing, number, date, words, not_applicable, other_unit };

// What was reached. A number stands in the target's unit; `other_unit` is a number that cannot be brought to it.
struct Actual {
    ActualKind kind = ActualKind::missing;
    base::Ratio value = base::Ratio::whole(0);
    std::optional<chinese::Deadline> date = {};
    std::string text = {};  // as printed
    // actual_repeats_sign, sign_from_ocr, unit_assumed, approximate_actual, percentage_as_fraction.
    std::vector<std::string> warnings = {};
};

// Reads a value against its target: 95% 98 24小时内 ≥90% 已完成6个 2024年11月 完成 无 不适用. For a qualitative target
// every text is words. Only what is clearly a number becomes one.
Actual parse_actual(std::string_view text, std::string_view unit_cell, const Target& target,
                    std::optional<int> year = std::nullopt);

// A measured value as an Actual: brought to the target's unit exactly, or other_unit.
Actual measured(const base::Ratio& value, const std::string& unit, const Target& target);

}  // namespace indicators
