// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "base/date.h"

namespace chinese {

// A day by which something is to be done, or was done, as people write it. Where no year is written and none is known,
// `year_known` is false and the year of `last_day` means nothing.
struct Deadline {
    base::Date last_day;
    bool year_known = true;

    friend bool operator==(const Deadline&, const Deadline&) = default;
};

// Reads 2021年12月完成, 12月底前, 2024-12-31, 2024.6, 2024年12月31日前, 三季度, 年底前, 二〇二一年十二月, 12月中旬.
// A month or a quarter means its last day; 6月前 is the last day of May. `year` is the year meant where none is
// written. None where the text is something else (24小时内, 12个月, 及时).
std::optional<Deadline> read_deadline(std::string_view text, std::optional<int> year = std::nullopt);

}  // namespace chinese
