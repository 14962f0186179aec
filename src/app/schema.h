// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "sql/migration.h"

namespace app {

// The migrations of every slice, referenced tables first.
std::vector<std::span<const sql::Migration>> schema();

}  // namespace app
