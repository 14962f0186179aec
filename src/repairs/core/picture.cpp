// SPDX-License-Identifier: Apache-2.0
#include "repairs/core/picture.h"

#include "repairs/core/picture_parts.h"

namespace repairs {

std::optional<PictureType> picture_type(std::string_view bytes)
{
    if (bytes.starts_with("\x89PNG\r\n\x1a\n")) return PictureType::png;
    if (bytes.starts_with("\xff\xd8\xff")) return PictureType::jpeg;
    return std::nullopt;
}

base::Result<std::string> bare_picture(std::string_view bytes)
{
    const auto type = picture_type(bytes);
    if (!type) return base::fail(base::ErrorKind::invalid, "repairs.photo.not_a_picture");
    return *type == PictureType::png ? bare_png(bytes) : bare_jpeg(bytes);
}

}  // namespace repairs
