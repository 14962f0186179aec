// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "check/core/known.h"
#include "indicators/indicators.h"

namespace app {

// Each collection is asked for once; one that cannot be read has no records.
class RecordsOnce {
public:
    explicit RecordsOnce(indicators::FactSource source) : source_{std::move(source)} {}
    const base::Records& of(const std::string& name);

private:
    indicators::FactSource source_;
    std::map<std::string, base::Records> asked_;
};

// What a count or a sum would be, counted otherwise: with the records of one more value of a column that its filter
// names, with all that one condition leaves out, or with those of other periods. Each with the records that are then
// counted too; none where the records behind the fact are not what they were.
std::vector<check::CountedOtherwise> counted_otherwise(const indicators::Fact& fact, const indicators::Run& run,
                                                       RecordsOnce& records);

}  // namespace app
