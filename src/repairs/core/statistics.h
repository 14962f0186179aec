// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "base/date.h"
#include "repairs/core/order.h"

namespace repairs {

// The day on the office's wall (UTC+8) of a second.
base::Date day_of(Second second);
Second start_of(base::Date day);

struct Count {
    std::string key = {};  // the value of the filter that lists them
    std::string name = {};
    std::int64_t count = 0;
    std::int64_t within = 0;
    std::int64_t late = 0;
};

// Of orders that were reported on some days; rejected and cancelled ones are none. Within are accepted ones that were
// repaired in time, late is whatever is over it: what is in time and not accepted yet is neither.
struct Statistics {
    std::int64_t reported = 0;
    std::int64_t accepted = 0;
    std::int64_t within = 0;
    std::int64_t late = 0;
    std::int64_t open = 0;               // not repaired
    std::optional<Second> longest = {};  // of accepted ones
    std::optional<Second> mean = {};     // of accepted ones, half-up to the second
    std::vector<Count> by_month = {};
    std::vector<Count> by_kind = {};
    std::vector<Count> by_source = {};
};

// `kinds` names the kind of each piece of equipment.
Statistics statistics(const std::vector<Order>& orders, const std::map<std::string, std::string>& kinds,
                      const Limit& limit, Second now);

}  // namespace repairs
