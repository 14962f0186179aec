// SPDX-License-Identifier: Apache-2.0
#include "sql/where.h"

namespace sql {

Where& Where::with(std::string_view condition, const Parameters& parameters)
{
    text_ += " AND " + std::string{condition};
    parameters_.insert(parameters_.end(), parameters.begin(), parameters.end());
    return *this;
}

}  // namespace sql
