// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "check/core/claims.h"

namespace check {

// A unit or a measure word as reports write it; base::unit_named gives its one spelling.
struct WrittenUnit {
    std::string_view written;
    Measure measure;
};

// The longest known one that the text begins with; none where it begins with another word.
const WrittenUnit* unit_at_start(std::string_view text);

}  // namespace check
