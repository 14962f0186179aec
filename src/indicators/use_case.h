// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to the slice.

#include "base/actor.h"
#include "base/result.h"

namespace indicators {

inline base::Result<void> may_edit(const base::Actor& actor)
{
    if (actor.may("indicators.edit")) return {};
    return base::fail(base::ErrorKind::forbidden, "indicators.edit.forbidden", {{"actor", actor.name}});
}

}  // namespace indicators
