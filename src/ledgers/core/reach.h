// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/actor.h"

namespace ledgers {

// How much of one register somebody sees and may import into.
enum class Reached {
    nothing,  // it looks as if it were not there
    own,      // records of one's own imports
    all
};

// Of a register that belongs to `section`, or to the whole unit where that is empty. Whoever reaches the unit reaches
// all of it; whoever reaches a section, the registers of that section and no other; whoever reaches own records, these
// in any register.
Reached reached(const base::Actor& actor, const std::string& section);

}  // namespace ledgers
