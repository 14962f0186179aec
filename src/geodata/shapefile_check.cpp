// SPDX-License-Identifier: Apache-2.0
// ESRI Shapefile Technical Description (1998): words of 16 bits, the heads of file and records big-endian, contents
// little-endian; and the dBase III head of the attributes.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "geodata/shapefile.h"

namespace geodata {

using base::ErrorKind;
using base::fail;

namespace {

constexpr std::size_t head_bytes = 100;
constexpr std::size_t record_head_bytes = 8;
constexpr std::uint32_t file_code = 9994;
constexpr std::uint32_t version = 1000;
constexpr std::size_t bytes_before_parts = 44;  // type, box, two counts

// `size` bytes at `at`, which the caller knows to be there.
std::uint64_t little(std::string_view bytes, std::size_t at, std::size_t size)
{
    std::uint64_t value = 0;
    for (std::size_t byte = size; byte-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + byte]);
    return value;
}

std::uint32_t big(std::string_view bytes, std::size_t at)
{
    std::uint32_t value = 0;
    for (std::size_t byte = 0; byte < 4; ++byte) value = value << 8 | static_cast<unsigned char>(bytes[at + byte]);
    return value;
}

tl::unexpected<base::Error> damaged(const char* part, std::size_t record)
{
    return fail(ErrorKind::invalid, "geodata.shp.damaged", {{"part", part}, {"place", "#" + std::to_string(record)}});
}

tl::unexpected<base::Error> at_record(const char* code, std::size_t record)
{
    return fail(ErrorKind::invalid, code, {{"place", "#" + std::to_string(record)}});
}

// A number of 64 bits by its bits: the exponent tells how large it is, all of its bits set mean that it is none.
base::Result<void> check_number(std::uint64_t bits, std::size_t record)
{
    constexpr std::uint64_t of_none = 0x7FF;
    constexpr std::uint64_t of_2_to_27 = 1023 + 27;  // 134 million, where coordinates end at 45 million
    const std::uint64_t exponent = bits >> 52 & of_none;
    if (exponent == of_none) {
        base::ErrorArgs args{{"place", "#" + std::to_string(record)}, {"text", "NaN"}};
        return fail(ErrorKind::invalid, "geodata.point.not_a_number", std::move(args));
    }
    if (exponent >= of_2_to_27) {
        base::ErrorArgs args{{"place", "#" + std::to_string(record)}, {"x", "…"}, {"y", "…"}};
        return fail(ErrorKind::invalid, "geodata.point.out_of_range", std::move(args));
    }
    return {};
}

bool is_polygon(std::uint64_t type)
{
    return type == 5 || type == 15 || type == 25;  // plain, with heights, with measures
}

// Starts of rings ascend from 0 and stay within the points.
bool has_sound_parts(std::string_view content, std::uint64_t parts, std::uint64_t points)
{
    std::uint64_t before = 0;
    for (std::uint64_t part = 0; part < parts; ++part) {
        const std::uint64_t start = little(content, bytes_before_parts + 4 * part, 4);
        if (start >= points || (part == 0 ? start != 0 : start <= before)) return false;
        before = start;
    }
    return true;
}

base::Result<std::size_t> check_record(std::string_view content, std::uint64_t type, std::size_t record)
{
    if (content.size() < 4) return damaged(".shp", record);
    if (little(content, 0, 4) == 0) return at_record("geodata.feature.no_area", record);
    if (little(content, 0, 4) != type || content.size() < bytes_before_parts) return damaged(".shp", record);
    const std::uint64_t parts = little(content, 36, 4);
    const std::uint64_t points = little(content, 40, 4);
    const std::uint64_t needed = bytes_before_parts + 4 * parts + 16 * points;
    if (parts == 0 || points == 0) return at_record("geodata.feature.no_area", record);
    if (parts > points || needed > content.size() || !has_sound_parts(content, parts, points))
        return damaged(".shp", record);
    if (type == 5 && needed != content.size()) return damaged(".shp", record);
    for (std::size_t at = bytes_before_parts + 4 * parts; at < needed; at += 8)
        TRY(check_number(little(content, at, 8), record));
    return static_cast<std::size_t>(points);
}

}  // namespace

base::Result<std::size_t> check_shp(std::string_view bytes, const SurveyLimits& limits)
{
    if (bytes.size() < head_bytes || big(bytes, 0) != file_code || little(bytes, 28, 4) != version)
        return damaged(".shp", 0);
    if (std::uint64_t{big(bytes, 24)} * 2 != bytes.size()) return damaged(".shp", 0);
    const std::uint64_t type = little(bytes, 32, 4);
    if (!is_polygon(type)) return at_record("geodata.feature.no_area", 0);

    std::size_t records = 0;
    std::size_t points = 0;
    for (std::size_t at = head_bytes; at < bytes.size();) {
        if (++records > limits.shapes) return fail(ErrorKind::invalid, "geodata.file.too_many_shapes");
        if (bytes.size() - at < record_head_bytes) return damaged(".shp", records);
        const std::uint64_t size = std::uint64_t{big(bytes, at + 4)} * 2;
        if (big(bytes, at) != records || size > bytes.size() - at - record_head_bytes) return damaged(".shp", records);
        TRY_ASSIGN(const std::size_t more, check_record(bytes.substr(at + record_head_bytes, size), type, records));
        points += more;
        if (points > limits.points) return fail(ErrorKind::invalid, "geodata.file.too_many_points");
        at += record_head_bytes + size;
    }
    if (records == 0) return fail(ErrorKind::invalid, "geodata.file.no_shapes");
    return records;
}

base::Result<void> check_dbf(std::string_view bytes, std::size_t records)
{
    constexpr std::size_t field_bytes = 32;
    constexpr std::size_t size_in_field = 16;
    if (bytes.size() < field_bytes + 1) return damaged(".dbf", 0);
    const std::uint64_t head = little(bytes, 8, 2);
    const std::uint64_t row = little(bytes, 10, 2);
    if (little(bytes, 4, 4) != records || head < field_bytes + 1 || head > bytes.size()) return damaged(".dbf", 0);
    std::uint64_t sum = 1;  // the mark of a deleted row
    std::size_t at = field_bytes;
    for (; at + field_bytes < head && bytes[at] != '\r'; at += field_bytes)
        sum += static_cast<unsigned char>(bytes[at + size_in_field]);
    if (at >= head || bytes[at] != '\r' || sum != row) return damaged(".dbf", 0);
    // One byte more, an end mark, is common.
    const std::uint64_t needed = head + row * records;
    if (bytes.size() < needed || bytes.size() > needed + 1) return damaged(".dbf", 0);
    for (std::size_t record = 0; record < records; ++record) {
        const char mark = bytes[head + row * record];
        if (mark != ' ') return damaged(".dbf", record + 1);  // GDAL would pass a deleted row's shape over
    }
    return {};
}

}  // namespace geodata
