// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/result.h"

namespace closing {

// Why something behind a closed month or year changes, and the number (文号) of the paper it rests on, if there is one.
struct Correction {
    std::string reason;
    std::string document = {};

    friend bool operator==(const Correction&, const Correction&) = default;
};

// Refuses closing.correction.reason_empty.
base::Result<void> check_correction(const Correction& correction);

}  // namespace closing
