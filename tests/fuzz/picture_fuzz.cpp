// SPDX-License-Identifier: Apache-2.0
// Feeds bytes to what takes photos in. What it leaves is a picture of the same kind that it would leave as it is, and
// has no part that names a place, a time or a camera.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "repairs/core/picture.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr std::size_t most_added = 36;  // our own note of which way is up
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    const auto bare = repairs::bare_picture(bytes);
    if (!bare) return 0;
    if (bare->size() > size + most_added) std::abort();
    if (repairs::picture_type(*bare) != repairs::picture_type(bytes)) std::abort();
    const auto again = repairs::bare_picture(*bare);
    if (!again || *again != *bare) std::abort();
    return 0;
}
