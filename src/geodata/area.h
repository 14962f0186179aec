// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "base/result.h"
#include "geodata/shape.h"

namespace geodata {

// The area in units of 0.01 m² (100 cm²), as certificates print it: computed exactly from whole millimetres
// (the shoelace formula in 128-bit integers, holes taken off, the directions of rings do not matter) and rounded once,
// half up. It is the area on the plane of projection, which is what a survey of a parcel states.
// It does not look whether the outline is valid: validity.h does.
// Refuses geodata.area.too_large and geodata.area.holes_exceed (holes larger than what they are in).
base::Result<std::int64_t> area_dm2(const Outline& outline);

}  // namespace geodata
