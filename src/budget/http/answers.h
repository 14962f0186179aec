// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/budget/http: what its routes have in common.

#include <string>
#include <vector>

#include <boost/json.hpp>

#include "budget/budget.h"
#include "budget/http/year_parameter.h"
#include "budget/record_json.h"
#include "closing/http/correction_fields.h"
#include "http/fields.h"
#include "http/router.h"

namespace budget {

inline http::Response answer(int status, const boost::json::object& json)
{
    return {.status = status, .body = boost::json::serialize(json)};
}

inline Budgets budgets_of(const http::Context& context, std::optional<closing::Correction> correction = {})
{
    return {context.db, context.clock, std::move(correction)};
}

template <class Record>
http::Response listed(const base::Result<std::vector<Record>>& records)
{
    if (!records) return http::problem(records.error());
    boost::json::array items;
    for (const Record& record : *records) items.push_back(json_of(record));
    return answer(200, {{"items", std::move(items)}, {"next", nullptr}});
}

// Other pages hear that something of the year changed.
inline void tell(http::Context& context, const char* what, base::FiscalYear year)
{
    context.heard.push_back({"", context.actor.org.text(), "change",
                             boost::json::serialize(boost::json::object{{"what", std::string{"budget."} + what},
                                                                        {"name", std::to_string(year.year)}})});
}

// "2024-07" of a body or a query; what is wrong is collected.
template <class From>
std::optional<Month> month_of(From& from, const std::string& name, const std::optional<std::string>& written)
{
    if (!written || written->empty()) return std::nullopt;
    const auto month = Month::parse(*written);
    if (month) return *month;
    from.add(name, month.error());
    return std::nullopt;
}

// service_from and service_to of a body: both or none.
inline std::optional<MonthSpan> service_of(http::Fields& fields)
{
    const auto first = month_of(fields, "service_from", fields.optional_text("service_from", 10));
    const auto last = month_of(fields, "service_to", fields.optional_text("service_to", 10));
    if (first && last) return MonthSpan{*first, *last};
    const bool has_one = fields.has("service_from") != fields.has("service_to");
    if (has_one)
        fields.add(fields.has("service_from") ? "service_to" : "service_from",
                   {base::ErrorKind::invalid, "budget.import.one_month_missing"});
    return std::nullopt;
}

}  // namespace budget
