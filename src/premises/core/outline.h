// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace premises {

// A point in whole millimetres, north (X) before east (Y); the east value without the number of its zone.
struct OutlinePoint {
    std::int64_t north_mm = 0;
    std::int64_t east_mm = 0;

    friend bool operator==(const OutlinePoint&, const OutlinePoint&) = default;
};
using OutlineRing = std::vector<OutlinePoint>;
using OutlinePolygon = std::vector<OutlineRing>;  // the outer ring first, then holes
using Polygons = std::vector<OutlinePolygon>;

// As the database keeps it: "n e,n e;n e…|…", points by comma, rings by semicolon, polygons by bar.
std::string to_text(const Polygons& polygons);
// None where it is not such a text.
std::optional<Polygons> polygons_of(std::string_view text);

// Metres with three decimals: 3386421.507
std::string metres(std::int64_t millimetres);

}  // namespace premises
