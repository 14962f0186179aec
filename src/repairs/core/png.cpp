// SPDX-License-Identifier: Apache-2.0
// PNG, third edition: a signature and chunks of length, name, content and checksum. What begins with a small letter is
// not needed to draw the picture.
#include <algorithm>
#include <array>

#include "repairs/core/picture_parts.h"

namespace repairs {

namespace {

constexpr std::size_t signature_bytes = 8;
constexpr std::size_t frame_bytes = 12;  // of a chunk, around its content

struct Kind {
    std::string_view name;
    std::uint32_t least = 0;
    std::uint32_t most = 0;
};
// Lengths as the standard has them: what is longer would carry something else.
constexpr std::array kept{Kind{"IHDR", 13, 13}, Kind{"PLTE", 3, 768}, Kind{"IDAT", 0, 0x7fff'ffff},
                          Kind{"IEND", 0, 0},   Kind{"tRNS", 1, 256}, Kind{"gAMA", 4, 4},
                          Kind{"sRGB", 1, 1}};

bool is_needed(std::string_view name)
{
    return name[0] >= 'A' && name[0] <= 'Z';
}

}  // namespace

base::Result<std::string> bare_png(std::string_view bytes)
{
    std::string bare{bytes.substr(0, signature_bytes)};
    bool has_head = false;
    bool has_data = false;
    for (std::size_t at = signature_bytes; bytes.size() - at >= frame_bytes;) {
        const std::uint32_t length = number_at(bytes, at, 4);
        const std::string_view name = bytes.substr(at + 4, 4);
        if (length > bytes.size() - at - frame_bytes) break;
        if ((name == "IHDR") == has_head) break;  // it is the first, and the only one
        has_head = true;
        const auto* const kind = std::find_if(kept.begin(), kept.end(), [&](const Kind& k) { return k.name == name; });
        const bool is_kept = kind != kept.end() && length >= kind->least && length <= kind->most;
        if (is_needed(name) && !is_kept) break;
        if (is_kept) bare += bytes.substr(at, length + frame_bytes);
        has_data = has_data || name == "IDAT";
        if (name == "IEND" && has_data) return bare;
        if (name == "IEND") break;
        at += length + frame_bytes;
    }
    return broken_picture();
}

}  // namespace repairs
