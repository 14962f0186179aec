// SPDX-License-Identifier: Apache-2.0
// Names that other programs give to the planes of China.
#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>

#include "geodata/plane.h"

namespace geodata {

using base::ErrorKind;
using base::fail;

namespace {

constexpr std::size_t longest_prj = 65'536;

tl::unexpected<base::Error> unknown(std::string_view name)
{
    constexpr std::size_t told = 80;
    std::string plain;  // bytes of a foreign file go no further than what a name of a plane is made of
    for (const char c : name.substr(0, told))
        if (c > ' ' && c < '\x7f') plain += c;
    return fail(ErrorKind::invalid, "geodata.plane.unknown", {{"name", plain}});
}

// PARAMETER["Central_Meridian",114.0] in any letter case.
std::optional<Coordinate> parameter(std::string_view lower, std::string_view name)
{
    const std::string begin = "parameter[\"" + std::string{name} + "\",";
    const std::size_t at = lower.find(begin);
    if (at == std::string_view::npos) return std::nullopt;
    const std::string_view rest = lower.substr(at + begin.size());
    return read_coordinate(rest.substr(0, rest.find(']')));
}

// The name in front: PROJCS["CGCS2000_3_Degree_GK_CM_114E", …
std::string_view first_name(std::string_view text)
{
    const std::size_t from = text.find('"');
    if (from == std::string_view::npos) return text;
    return text.substr(from + 1, text.find('"', from + 1) - from - 1);
}

bool is_of_china_2000(std::string_view lower)
{
    constexpr std::array<std::string_view, 3> names{"cgcs2000", "china_2000", "china_geodetic_coordinate_system_2000"};
    return std::any_of(names.begin(), names.end(),
                       [&](std::string_view name) { return lower.find(name) != std::string_view::npos; });
}

std::string lower_without_blanks(std::string_view text)
{
    std::string lower;
    for (char c : text) {
        if (c == ' ' || c == '\n' || c == '\r' || c == '\t') continue;
        lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return lower;
}

}  // namespace

base::Result<SaidPlane> plane_of_epsg(std::string_view digits)
{
    int number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool is_number = error == std::errc{} && end == digits.data() + digits.size();
    if (is_number && (number == epsg_degrees || number == 4326)) return SaidPlane{true, false, 0};
    constexpr int zones = last_zone - first_zone + 1;
    const int with_zone = number - (epsg_of_zone(first_zone) - zones);
    if (is_number && with_zone >= 0 && with_zone < zones) return SaidPlane{false, true, first_zone + with_zone};
    if (is_number && number >= epsg_of_zone(first_zone) && number <= epsg_of_zone(last_zone))
        return SaidPlane{false, false, zone_of_epsg(number)};
    return unknown(digits);
}

base::Result<SaidPlane> plane_of_prj(std::string_view text)
{
    if (text.size() > longest_prj) return unknown("");
    const std::string lower = lower_without_blanks(text);
    const bool is_degrees = lower.starts_with("geogcs");
    if (is_degrees && (is_of_china_2000(lower) || lower.find("wgs_1984") != std::string::npos))
        return SaidPlane{true, false, 0};
    const auto meridian = parameter(lower, "central_meridian");
    const auto easting = parameter(lower, "false_easting");
    if (is_degrees || !is_of_china_2000(lower) || !meridian || !easting || *meridian % (3 * coordinate_unit) != 0)
        return unknown(first_name(text));
    const auto zone = static_cast<int>(*meridian / (3 * coordinate_unit));
    if (zone < first_zone || zone > last_zone) return unknown(first_name(text));
    const Coordinate plain = 500'000 * coordinate_unit;
    if (*easting == plain) return SaidPlane{false, false, zone};
    if (*easting == plain + zone * 1'000'000 * coordinate_unit) return SaidPlane{false, true, zone};
    return unknown(first_name(text));  // zones of 6° begin with another number
}

}  // namespace geodata
