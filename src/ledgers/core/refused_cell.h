// SPDX-License-Identifier: Apache-2.0
// The refusals of one cell's text, ledgers.cell.*.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace ledgers {

inline auto refused_cell(const char* reason, base::ErrorArgs args = {})
{
    return base::fail(base::ErrorKind::invalid, std::string{"ledgers.cell."} + reason, std::move(args));
}

inline auto refused_cell(const char* reason, std::string_view text)
{
    return refused_cell(reason, {{"text", std::string{text}}});
}

}  // namespace ledgers
