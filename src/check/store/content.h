// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "check/check.h"

namespace check {

// What was read and found, as one text: blocks, claims, findings and notes, their sentences as codes. Nobody asks the
// database about what stands in it.
std::string to_content(const Checked& checked);
// The inverse; without the file's name and time. Throws std::runtime_error for what to_content() never wrote.
Checked from_content(const std::string& content);

}  // namespace check
