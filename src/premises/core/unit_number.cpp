// SPDX-License-Identifier: Apache-2.0
#include "premises/core/unit_number.h"

namespace premises {

namespace {

constexpr std::string_view wide_blank = "\u3000";

}  // namespace

base::Result<std::string> parse_unit_number(std::string_view written)
{
    std::string number;
    while (!written.empty()) {
        if (written.starts_with(wide_blank)) {
            written.remove_prefix(wide_blank.size());
            continue;
        }
        const char c = written.front();
        written.remove_prefix(1);
        if (c != ' ') number += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    if (number.empty()) return number;
    for (const char c : number) {
        const bool is_known = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
        if (!is_known)
            return base::fail(base::ErrorKind::invalid, "premises.unit_number.wrong_letter", {{"text", number}});
    }
    if (number.size() != unit_number_length)
        return base::fail(base::ErrorKind::invalid, "premises.unit_number.wrong_length",
                          {{"text", number}, {"count", std::to_string(number.size())}});
    return number;
}

std::string parcel_part(const std::string& unit_number)
{
    return unit_number.substr(0, parcel_part_length);
}

}  // namespace premises
