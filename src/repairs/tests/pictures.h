// SPDX-License-Identifier: Apache-2.0
#pragma once

// Pictures as small as they can be: nobody draws them here.

#include <string>
#include <string_view>

namespace repairs {

inline std::string jpeg_segment(char marker, std::string_view content)
{
    const std::size_t length = content.size() + 2;
    std::string text{'\xff', marker, static_cast<char>(length >> 8U), static_cast<char>(length & 0xffU)};
    return text.append(content);
}

// Segments stand behind the start; what is coded ends with `data`.
inline std::string jpeg(std::string_view segments = {}, std::string_view data = "\x01")
{
    return std::string{"\xff\xd8"}.append(segments) + jpeg_segment('\xdb', "q") + jpeg_segment('\xc0', "f") +
           jpeg_segment('\xc4', "h") + jpeg_segment('\xda', "s") + std::string{data} + "\xff\xd9";
}

inline std::string png_chunk(std::string_view name, std::string_view content)
{
    std::string text;
    for (const unsigned shift : {24U, 16U, 8U, 0U}) text += static_cast<char>(content.size() >> shift & 0xffU);
    return text.append(name).append(content).append("csum");
}

// Chunks stand behind the head.
inline std::string png(std::string_view chunks = {})
{
    return "\x89PNG\r\n\x1a\n" + png_chunk("IHDR", std::string(13, '\1')) + std::string{chunks} +
           png_chunk("IDAT", "d") + png_chunk("IEND", "");
}

}  // namespace repairs
