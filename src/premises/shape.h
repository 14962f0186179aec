// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "premises/core/area.h"
#include "premises/core/estate.h"
#include "premises/core/outline.h"

namespace premises {

// The outline of a parcel or a building, from a survey file.
struct SurveyedShape {
    EstateKind kind = EstateKind::building;
    std::string code = {};
    std::int64_t epsg = 0;
    Polygons polygons = {};
    Area area = {};  // computed from the outline
    std::string file_name = {};
    std::string file_digest = {};  // SM3
    std::int64_t imported_ms = 0;
    std::string account = {};
};

}  // namespace premises
