// SPDX-License-Identifier: Apache-2.0
#include "document/printed_date.h"

#include <array>

#include <fmt/format.h>

#include "base/date.h"

namespace document {

namespace {

// The first three groups of digits, whatever stands between them.
std::array<std::string, 3> groups_of_digits(std::string_view text)
{
    std::array<std::string, 3> groups;
    std::size_t group = 0;
    for (const char character : text) {
        const bool digit = character >= '0' && character <= '9';
        if (!digit && !groups[group].empty() && ++group == groups.size()) break;
        if (digit) groups[group] += character;
    }
    return groups;
}

}  // namespace

std::string instant_of(std::string_view printed_date)
{
    const auto [year, month, day] = groups_of_digits(printed_date);
    const auto date = base::Date::parse(fmt::format("{}-{:0>2}-{:0>2}", year, month, day));
    return (date ? date->to_string() : "1980-01-01") + "T00:00:00Z";
}

}  // namespace document
