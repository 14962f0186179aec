// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "geodata/shape.h"

namespace geodata {

// Whether an outline encloses an area: rings of three points and more that do not cross or touch themselves along a
// line, holes inside and apart, polygons apart. GEOS judges, over whole millimetres, which it holds exactly.
// Refuses geodata.shape.too_few_points, .no_area, .ring_twice, .self_intersection, .hole_outside, .holes_nested,
// .parts_nested, .interior_divided and .invalid, each with the shape's place and code, most with x and y of the fault.
base::Result<void> check_outline(const Shape& shape);

}  // namespace geodata
