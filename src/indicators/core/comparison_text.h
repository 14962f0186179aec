// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace indicators {

// How an actual value is held against its target. `missing` is an empty cell, `not_applicable` is "--" or 不适用.
enum class Comparison {
    at_least,
    at_most,
    equal,
    greater,
    less,
    deadline,
    qualitative,
    steps,
    not_applicable,
    missing
};

constexpr bool is_numeric(Comparison comparison)
{
    return comparison <= Comparison::less;
}

// The sign as it is printed: ≥ ≤ = > <; empty for the others.
std::string_view sign_of(Comparison comparison);

// Takes a comparison off the front of a compact text: ≥ >= => ≤ <= =< > < = == and 不低于 不少于 至少 达到 不超过 至多
// 超过 高于 低于 少于 等于. The text is left as it was where there is none.
std::optional<Comparison> take_comparison(std::string_view& text);

// Takes 以上 及以上 以内 以下 内 (and a 含 in brackets before it) off the end.
std::optional<Comparison> take_trailing_comparison(std::string_view& text);

// The cell of a sign column: a sign, its words, 正向/反向, 定性, or the bureau's codes 1 = 2 > 3 ≥ 4 < 5 ≤.
// None for an empty or unknown cell.
std::optional<Comparison> parse_sign(std::string_view cell);

}  // namespace indicators
