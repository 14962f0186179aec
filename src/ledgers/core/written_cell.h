// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace ledgers {

// How a cell came: as the sheet's own kind, before a column says what it means.
//   number   exact digits "-1234.5"       percent  a number shown as per cent: 0.98 for 98 %
//   date     2024-07-01                   time     2024-07-01 09:30:00, or a time of day without one
//   yes_no   1 or 0                       broken   a formula's error, or a formula saved without its value (=?)
enum class Written { nothing, text, number, percent, date, time, yes_no, broken };

struct WrittenCell {
    Written written = Written::nothing;
    std::string_view text = {};
};

}  // namespace ledgers
