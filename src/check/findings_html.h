// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>

#include "check/words.h"

namespace check {

// One page that needs nothing else: the report on the left with every place marked, the findings on the right; a click
// on a place jumps to it. No script.
void print_html(std::ostream& out, const Checked& checked, const Words& words);

}  // namespace check
