// SPDX-License-Identifier: Apache-2.0
#include "ledgers/core/reach.h"

namespace ledgers {

Reached reached(const base::Actor& actor, const std::string& section)
{
    if (actor.unrestricted) return Reached::all;
    switch (actor.reach) {
        case base::Reach::organisation: return Reached::all;
        case base::Reach::section:
            return !section.empty() && section == actor.section ? Reached::all : Reached::nothing;
        case base::Reach::own: return actor.person.empty() ? Reached::nothing : Reached::own;
    }
    return Reached::nothing;
}

}  // namespace ledgers
