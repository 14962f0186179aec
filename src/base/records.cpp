// SPDX-License-Identifier: Apache-2.0
#include "base/records.h"

namespace base {

std::string to_string(const Cell& cell)
{
    return std::visit(
        [](const auto& value) -> std::string {
            using Value = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<Value, std::monostate>)
                return {};
            else if constexpr (std::is_same_v<Value, std::string>)
                return value;
            else
                return value.to_string();
        },
        cell);
}

}  // namespace base
