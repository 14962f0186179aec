// SPDX-License-Identifier: Apache-2.0
// JPEG (ITU-T T.81): segments of a marker, a length and content, and after the start of a scan its coded data.
#include "repairs/core/picture_parts.h"

namespace repairs {

namespace {

namespace mark {
constexpr std::uint8_t first_frame = 0xc0;
constexpr std::uint8_t tables_of_codes = 0xc4;
constexpr std::uint8_t reserved_frame = 0xc8;
constexpr std::uint8_t conditioning = 0xcc;
constexpr std::uint8_t last_frame = 0xcf;
constexpr std::uint8_t first_restart = 0xd0;
constexpr std::uint8_t last_restart = 0xd7;
constexpr std::uint8_t end = 0xd9;
constexpr std::uint8_t scan = 0xda;
constexpr std::uint8_t quantization = 0xdb;
constexpr std::uint8_t lines = 0xdc;
constexpr std::uint8_t restart_interval = 0xdd;
constexpr std::uint8_t first_application = 0xe0;
constexpr std::uint8_t exif_application = 0xe1;
constexpr std::uint8_t adobe_application = 0xee;
constexpr std::uint8_t last_application = 0xef;
constexpr std::uint8_t comment = 0xfe;
constexpr std::uint8_t fill = 0xff;  // any number of them stand before a marker
}  // namespace mark

bool is_frame(std::uint8_t marker)
{
    return marker >= mark::first_frame && marker <= mark::last_frame && marker != mark::tables_of_codes &&
           marker != mark::reserved_frame && marker != mark::conditioning;
}

bool is_drawn_by(std::uint8_t marker)
{
    return is_frame(marker) || marker == mark::tables_of_codes || marker == mark::conditioning ||
           marker == mark::scan || marker == mark::quantization || marker == mark::lines ||
           marker == mark::restart_interval;
}

std::string segment(std::uint8_t marker, std::string_view content)
{
    const std::size_t length = content.size() + 2;
    std::string text{static_cast<char>(mark::fill), static_cast<char>(marker)};
    text += static_cast<char>(length >> 8U);
    text += static_cast<char>(length & 0xffU);
    return text.append(content);
}

// 1 where it says none. Its directory has entries of twelve bytes: tag, type, count, value.
std::uint32_t orientation_in(std::string_view exif)
{
    using namespace std::string_view_literals;
    constexpr std::size_t entry_bytes = 12;
    constexpr std::uint32_t orientation_tag = 0x0112;
    constexpr std::uint32_t most = 8;
    if (!exif.starts_with("Exif\0\0"sv)) return 1;
    const std::string_view tiff = exif.substr(6);
    const bool is_little = tiff.starts_with("II*\0"sv);
    if (!is_little && !tiff.starts_with("MM\0*"sv)) return 1;
    const auto number = [&](std::size_t at, std::size_t count) {
        if (!is_little) return number_at(tiff, at, count);
        std::uint32_t value = 0;
        while (count-- > 0) value = value << 8U | byte_at(tiff, at + count);
        return value;
    };
    if (tiff.size() < 8) return 1;
    const std::size_t directory = number(4, 4);
    if (directory > tiff.size() - 2) return 1;
    const std::size_t entries = number(directory, 2);
    for (std::size_t at = directory + 2, entry = 0; entry < entries && at + entry_bytes <= tiff.size(); ++entry) {
        const std::uint32_t value = number(at + 8, 2);
        if (number(at, 2) == orientation_tag) return value >= 1 && value <= most ? value : 1;
        at += entry_bytes;
    }
    return 1;
}

// Nothing but which way is up.
std::string exif_of(std::uint32_t orientation)
{
    using namespace std::string_view_literals;
    std::string content{"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"sv};
    content += static_cast<char>(orientation);
    content.append(6, '\0');
    return segment(mark::exif_application, content);
}

// Of what programs add, what decoders go by: the density without its small picture, and how Adobe's colours are turned.
std::string application_part(std::uint8_t marker, std::string_view content)
{
    using namespace std::string_view_literals;
    constexpr std::size_t jfif_bytes = 14;
    constexpr std::size_t adobe_bytes = 12;
    if (marker == mark::first_application && content.starts_with("JFIF\0"sv) && content.size() >= jfif_bytes)
        return segment(marker, std::string{content.substr(0, jfif_bytes - 2)} + std::string(2, '\0'));
    if (marker == mark::adobe_application && content.starts_with("Adobe") && content.size() >= adobe_bytes)
        return segment(marker, content.substr(0, adobe_bytes));
    return {};
}

// The first byte behind the coded data from here on: of the next marker that is no part of them.
std::size_t end_of_scan(std::string_view bytes, std::size_t at)
{
    for (; at + 1 < bytes.size(); ++at) {
        const std::uint8_t next = byte_at(bytes, at + 1);
        const bool is_data =
            next == 0 || next == mark::fill || (next >= mark::first_restart && next <= mark::last_restart);
        if (byte_at(bytes, at) == mark::fill && !is_data) return at;
    }
    return bytes.size();
}

// What was read so far; there is one frame, and scans behind it. The density comes first and which way is up behind it,
// wherever they stood.
struct Parts {
    std::string density = {};
    std::string drawing = {};
    std::uint32_t orientation = 1;
    bool has_frame = false;
    bool has_scan = false;

    void add(std::uint8_t marker, std::string_view content)
    {
        if (marker == mark::exif_application && orientation == 1) orientation = orientation_in(content);
        if (marker == mark::first_application && density.empty())
            density = application_part(marker, content);
        else if (marker == mark::adobe_application)
            drawing += application_part(marker, content);
        else if (is_drawn_by(marker))
            drawing += segment(marker, content);
        has_frame = has_frame || is_frame(marker);
        has_scan = has_scan || marker == mark::scan;
    }
    std::string text() const
    {
        return "\xff\xd8" + density + (orientation == 1 ? "" : exif_of(orientation)) + drawing + "\xff\xd9";
    }
};

}  // namespace

base::Result<std::string> bare_jpeg(std::string_view bytes)
{
    Parts parts;
    for (std::size_t at = 2; at + 2 <= bytes.size() && byte_at(bytes, at) == mark::fill;) {
        const std::uint8_t marker = byte_at(bytes, at + 1);
        if (marker == mark::fill) {
            ++at;
            continue;
        }
        if (marker == mark::end && parts.has_frame && parts.has_scan) return parts.text();
        if (is_frame(marker) == parts.has_frame && (is_frame(marker) || marker == mark::scan)) break;
        const bool is_known = is_drawn_by(marker) || marker == mark::comment ||
                              (marker >= mark::first_application && marker <= mark::last_application);
        if (!is_known || bytes.size() - at < 4) break;
        const std::size_t length = number_at(bytes, at + 2, 2);
        if (length < 2 || length > bytes.size() - at - 2) break;
        parts.add(marker, bytes.substr(at + 4, length - 2));
        at += length + 2;
        if (marker != mark::scan) continue;
        const std::size_t behind = end_of_scan(bytes, at);
        parts.drawing += bytes.substr(at, behind - at);
        at = behind;
    }
    return broken_picture();
}

}  // namespace repairs
