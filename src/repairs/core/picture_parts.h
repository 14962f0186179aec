// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/repairs/core: the two formats, and numbers as they are written in them.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace repairs {

base::Result<std::string> bare_jpeg(std::string_view bytes);
base::Result<std::string> bare_png(std::string_view bytes);

inline tl::unexpected<base::Error> broken_picture()
{
    return base::fail(base::ErrorKind::invalid, "repairs.photo.broken");
}

inline std::uint8_t byte_at(std::string_view bytes, std::size_t at)
{
    return static_cast<std::uint8_t>(bytes[at]);
}

// The number in so many bytes, the highest first.
inline std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t count)
{
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < count; ++i) number = number << 8U | byte_at(bytes, at + i);
    return number;
}

}  // namespace repairs
