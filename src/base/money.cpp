// SPDX-License-Identifier: Apache-2.0
#include "base/money.h"

namespace base {

Result<Money> Money::from_yuan(Decimal yuan)
{
    const Decimal plain = yuan.without_trailing_zeros();
    constexpr std::int64_t largest_yuan = 10'000'000'000'000;  // the API prints at most 13 digits before the point
    if (plain.scale() > 2 || plain > Decimal::whole(largest_yuan) || plain < Decimal::whole(-largest_yuan))
        return fail(ErrorKind::invalid, "money.not_an_amount", {{"text", yuan.to_string()}});
    return Money::from_fen(plain.rounded(2).digits());
}

Result<Money> Money::parse(std::string_view text)
{
    const auto yuan = Decimal::parse(text);
    if (!yuan) return fail(ErrorKind::invalid, "money.not_an_amount", {{"text", std::string{text}}});
    return from_yuan(*yuan);
}

}  // namespace base
