// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string_view>

#include "indicators/cli/form_table.h"

namespace indicators {

enum class Role {
    level1,
    level2,
    name,
    target,
    adjusted_target,
    actual,
    sign,
    unit,
    weight,
    band,
    published,
    coefficient,
    grade,
    reason,
};

// The column of a form that a header text names, whatever it adds in brackets; none for other texts.
std::optional<Role> role_of(std::string_view header);

// Where the table begins and which column is which.
struct FormColumns {
    std::size_t first_row = 0;  // index into FormSheet::rows of the first row under the header
    std::map<Role, std::size_t> columns = {};

    bool has(Role role) const { return columns.contains(role); }
};

// The header with the most columns among the first rows; it needs `needed` at least.
std::optional<FormColumns> find_columns(const FormSheet& sheet, std::initializer_list<Role> needed);

}  // namespace indicators
