// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "geodata/drawing.h"
#include "geodata/shape.h"

namespace geodata {

// The 3° zones of CGCS2000 that cover China: zone z has the central meridian 3z°. EPSG numbers them 4513 to 4533 with
// the zone in the east value and 4534 to 4554 without it (https://epsg.io/4547). 4490 is CGCS2000 in degrees.
inline constexpr int first_zone = 25;
inline constexpr int last_zone = 45;
inline constexpr int epsg_degrees = 4490;
constexpr int epsg_of_zone(int zone)
{
    return 4534 + (zone - first_zone);
}
constexpr int zone_of_epsg(int epsg)
{
    return epsg - 4534 + first_zone;
}

// The plane that an EPSG number means. Refuses geodata.plane.unknown: another datum (Beijing 54, Xi'an 80), another
// width of zones, another country. WGS 84 in degrees (4326) differs from CGCS2000 by less than surveys of parcels are
// exact to, and is taken.
base::Result<SaidPlane> plane_of_epsg(std::string_view digits);
// The same from the text of a .prj file. Refuses geodata.plane.unknown with the name that the file gives.
base::Result<SaidPlane> plane_of_prj(std::string_view text);

// What all points of a drawing have in common.
struct FoundPlane {
    bool is_degrees = false;
    bool has_zone_in_east = false;
    int zone = 0;
};

// Finds it from the values, from what the file says and from the zone a person gave (0: none). Refuses
// geodata.point.swapped (X and Y the wrong way round), .out_of_range (not in China), geodata.plane.mixed (zones, or
// degrees and metres, in one file), .zone_missing, .zone_unknown, .contradicts (the file or the person says something
// else than the values).
base::Result<FoundPlane> find_plane(const Drawing& drawing, int given_zone);

// Metres become whole millimetres, rounded half up once, without a zone in the east value; repeated points and the
// closing point are dropped. Refuses geodata.point.out_of_range. Notes geodata.import.rounded.
base::Result<Survey> to_survey(const Drawing& drawing, const FoundPlane& plane);

}  // namespace geodata
