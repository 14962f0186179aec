// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>

#include "check/words.h"

namespace check {

// One page that needs nothing else: the report on the left with every place marked; on the right the findings, each
// with its places side by side, marked among the words around them. A click on one leads to it and outlines all places
// of its finding. No script.
void print_html(std::ostream& out, const Checked& checked, const Words& words);

}  // namespace check
