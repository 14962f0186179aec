// SPDX-License-Identifier: Apache-2.0
#include "indicators/core/monitoring.h"

#include <cassert>

namespace indicators {

using base::Ratio;

std::string_view to_text(Light light)
{
    switch (light) {
        case Light::red: return "red";
        case Light::yellow: return "yellow";
        case Light::green: return "green";
        case Light::blue: return "blue";
    }
    return {};
}

Light light_of(const LightLimits& limits, const Ratio& reached, const Ratio& elapsed)
{
    assert(elapsed > Ratio::whole(0));
    const Ratio progress = reached / elapsed;
    if (progress < Ratio::of(limits.red_below)) return Light::red;
    if (progress < Ratio::of(limits.yellow_below)) return Light::yellow;
    return limits.blue_from && progress >= Ratio::of(*limits.blue_from) ? Light::blue : Light::green;
}

}  // namespace indicators
