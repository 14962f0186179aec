// SPDX-License-Identifier: Apache-2.0
#include "premises/core/area.h"

namespace premises {

base::Result<Area> Area::parse(std::string_view text)
{
    constexpr std::int64_t most_dm2 = 99'999'999'999'999;  // 999,999,999,999.99 m²: more than any country has
    const auto malformed = [&] {
        return base::fail(base::ErrorKind::invalid, "premises.area.malformed", {{"text", std::string{text}}});
    };
    const auto number = base::Decimal::parse(text);
    if (!number || number->is_negative()) return malformed();
    const base::Decimal exact = number->without_trailing_zeros();
    if (exact.scale() > 2) return malformed();
    const base::int128 dm2 = exact.digits_at(2);
    if (dm2 > most_dm2)
        return base::fail(base::ErrorKind::invalid, "premises.area.out_of_range", {{"text", std::string{text}}});
    return Area{static_cast<std::int64_t>(dm2)};
}

}  // namespace premises
