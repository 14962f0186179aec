// SPDX-License-Identifier: Apache-2.0
#include "sql/where.h"

namespace sql {

Where& Where::with(std::string_view condition, const Parameters& parameters)
{
    text_ += " AND " + std::string{condition};
    parameters_.insert(parameters_.end(), parameters.begin(), parameters.end());
    return *this;
}

std::string anywhere(std::string_view text)
{
    std::string pattern = "%";
    for (const char c : text) {
        if (c == '%' || c == '_' || c == '!') pattern += '!';
        pattern += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return pattern + "%";
}

}  // namespace sql
