// SPDX-License-Identifier: Apache-2.0
#include "budget/http/year_parameter.h"

#include <charconv>

namespace budget {

base::Result<base::FiscalYear> year_of(const http::Context& context)
{
    const std::string& written = context.part("year");
    base::FiscalYear year;
    const char* const end = written.data() + written.size();
    const bool is_number = std::from_chars(written.data(), end, year.year) == std::from_chars_result{end, {}};
    if (is_number && written.size() == 4 && year.year >= 1990 && year.year <= 2199) return year;
    return base::fail(base::ErrorKind::not_found, "budget.year.unknown", {{"year", written}});
}

}  // namespace budget
