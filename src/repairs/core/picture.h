// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace repairs {

// By its first bytes, whatever it is called.
enum class PictureType { jpeg, png };
std::optional<PictureType> picture_type(std::string_view bytes);

// The picture and what it takes to draw it. Where and when it was taken, by which camera, what was written about it and
// what stands behind its end are left out; which way is up (EXIF orientation of a JPEG) stays. Done twice it changes
// nothing. Refuses repairs.photo.not_a_picture, and repairs.photo.broken where its parts do not follow one another as
// they say: what a viewer might read otherwise than this.
base::Result<std::string> bare_picture(std::string_view bytes);

}  // namespace repairs
