// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "document/document.h"

namespace document {

// What every renderer asks before it begins. Refuses document.text.not_printable {text} and document.table.misshaped
// {table, row} wherever they are in the blocks.
base::Result<bool> check(const Document& document);

// The first characters of a text, for an error that has to say which one it means.
std::string beginning(std::string_view text);

}  // namespace document
