// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/decimal.h"
#include "base/result.h"

namespace base {

// An amount in fen (1/100 yuan). Never a floating-point number: not in C++, SQL, JSON or TypeScript.
class Money {
public:
    constexpr Money() = default;
    static constexpr Money from_fen(std::int64_t fen) { return Money{fen}; }
    // "1234.50", "1234" or "-0.05" in yuan; more than two decimals are refused (money.not_an_amount).
    static Result<Money> parse(std::string_view text);
    // yuan must have no digits behind the fen (money.not_an_amount).
    static Result<Money> from_yuan(Decimal yuan);

    constexpr std::int64_t fen() const { return fen_; }
    Decimal yuan() const { return Decimal{fen_, 2}; }
    std::string to_string() const { return yuan().to_string(); }
    // Rounded half-up once to two decimals of 万元, as reports print it: 3720.27.
    Decimal wan_yuan() const { return Decimal{fen_, 6}.rounded(2); }

    friend constexpr auto operator<=>(Money, Money) = default;
    friend Money operator+(Money a, Money b) { return Money{narrow(int128{a.fen_} + b.fen_)}; }
    friend Money operator-(Money a, Money b) { return Money{narrow(int128{a.fen_} - b.fen_)}; }
    friend Money operator-(Money a) { return Money{narrow(-int128{a.fen_})}; }
    Money& operator+=(Money other) { return *this = *this + other; }

private:
    constexpr explicit Money(std::int64_t fen) : fen_{fen} {}

    std::int64_t fen_ = 0;
};

}  // namespace base
