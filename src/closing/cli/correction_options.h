// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "cli/program.h"
#include "closing/core/correction.h"

namespace closing {

// --correction and --correction-document: of every command that records something that a closed month may hold.
std::vector<cli::Option> correction_options();
std::vector<cli::Option> with_correction(std::vector<cli::Option> options);
// What they say, or nothing.
std::optional<Correction> correction_of(const cli::Input& input);

}  // namespace closing
