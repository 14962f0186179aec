// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include <boost/json/object.hpp>

#include "base/clock.h"

namespace app {

enum class Level { info, warning, error };

// One line of JSON on standard error: time, level, what, and whatever else is said. Never a secret, never a body.
void log(const base::Clock& clock, Level level, std::string_view what, boost::json::object more = {});

// What may be written of a path: behind some of them stands a secret.
std::string path_to_log(const std::string& path);

}  // namespace app
