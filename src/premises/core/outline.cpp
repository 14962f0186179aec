// SPDX-License-Identifier: Apache-2.0
#include "premises/core/outline.h"

#include <charconv>

#include "base/decimal.h"

namespace premises {

namespace {

// Takes what stands before the separator off the text.
std::string_view piece(std::string_view& text, char separator)
{
    const auto end = text.find(separator);
    const std::string_view found = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return found;
}

bool read_whole(std::string_view text, std::int64_t& number)
{
    const char* const end = text.data() + text.size();
    return std::from_chars(text.data(), end, number) == std::from_chars_result{end, {}};
}

std::optional<OutlineRing> ring_of(std::string_view text)
{
    OutlineRing ring;
    while (!text.empty()) {
        std::string_view east = piece(text, ',');
        const std::string_view north = piece(east, ' ');
        OutlinePoint point;
        if (!read_whole(north, point.north_mm) || !read_whole(east, point.east_mm)) return std::nullopt;
        ring.push_back(point);
    }
    return ring;
}

}  // namespace

std::string to_text(const Polygons& polygons)
{
    std::string text;
    for (const OutlinePolygon& polygon : polygons) {
        if (!text.empty()) text += '|';
        bool is_first_ring = true;
        for (const OutlineRing& ring : polygon) {
            if (!is_first_ring) text += ';';
            is_first_ring = false;
            bool is_first_point = true;
            for (const OutlinePoint& point : ring) {
                if (!is_first_point) text += ',';
                is_first_point = false;
                text += std::to_string(point.north_mm) + ' ' + std::to_string(point.east_mm);
            }
        }
    }
    return text;
}

std::optional<Polygons> polygons_of(std::string_view text)
{
    Polygons polygons;
    while (!text.empty()) {
        std::string_view rings = piece(text, '|');
        OutlinePolygon polygon;
        while (!rings.empty()) {
            auto ring = ring_of(piece(rings, ';'));
            if (!ring) return std::nullopt;
            polygon.push_back(*std::move(ring));
        }
        polygons.push_back(std::move(polygon));
    }
    return polygons;
}

std::string metres(std::int64_t millimetres)
{
    return base::Decimal{millimetres, 3}.to_string();
}

}  // namespace premises
