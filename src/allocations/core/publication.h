// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/date.h"
#include "base/result.h"

namespace allocations {

// That the use of offices was published inside (年度公示) and what leaders have was filed (备案): once a year
// (党政机关办公用房管理办法, 2017).
struct Publication {
    std::int64_t year = 0;
    base::Date published_on = {};
    std::string place = {};
    std::string document = {};
    std::string recorded_by = {};
};

// Refuses allocations.publication.place_empty, .document_empty, .before_year {year}, .in_future {date}.
base::Result<void> check(const Publication& publication, base::Date today);

}  // namespace allocations
