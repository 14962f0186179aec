// SPDX-License-Identifier: Apache-2.0
#include "premises/core/outline.h"

#include <charconv>

#include "base/decimal.h"

namespace premises {

namespace {

// Pieces between separators, one more than there are of those.
std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> pieces;
    while (true) {
        const auto end = text.find(separator);
        pieces.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return pieces;
        text.remove_prefix(end + 1);
    }
}

bool read_whole(std::string_view text, std::int64_t& number)
{
    const char* const end = text.data() + text.size();
    return std::from_chars(text.data(), end, number) == std::from_chars_result{end, {}};
}

std::optional<OutlineRing> ring_of(std::string_view text)
{
    OutlineRing ring;
    for (const std::string_view written : split(text, ',')) {
        const auto numbers = split(written, ' ');
        OutlinePoint point;
        if (numbers.size() != 2 || !read_whole(numbers[0], point.north_mm) || !read_whole(numbers[1], point.east_mm))
            return std::nullopt;
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
    for (const std::string_view rings : split(text, '|')) {
        OutlinePolygon polygon;
        for (const std::string_view written : split(rings, ';')) {
            auto ring = ring_of(written);
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
