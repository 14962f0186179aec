// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "app/backup/backups.h"

namespace app {

// The manifest as JSON, and back; none when something of it is missing or not what it should be.
std::string to_text(const Manifest& manifest);
std::optional<Manifest> manifest_of(const std::string& text);

}  // namespace app
