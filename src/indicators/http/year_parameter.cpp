// SPDX-License-Identifier: Apache-2.0
#include "indicators/http/year_parameter.h"

#include <algorithm>
#include <charconv>

namespace indicators {

base::Result<base::FiscalYear> year_of(const http::Context& context)
{
    const std::string& written = context.part("year");
    base::FiscalYear year;
    const char* const end = written.data() + written.size();
    const bool is_number = std::from_chars(written.data(), end, year.year) == std::from_chars_result{end, {}};
    if (is_number && written.size() == 4 && year.year >= 1990 && year.year <= 2199) return year;
    return base::fail(base::ErrorKind::not_found, "indicators.targets.none", {{"year", written}});
}

base::Date day_of(http::Query& query, base::FiscalYear year, const base::Clock& clock)
{
    return query.date("on").value_or(std::clamp(clock.today(), year.first_day(), year.last_day()));
}

}  // namespace indicators
