// SPDX-License-Identifier: Apache-2.0
#include "indicators/core/asked.h"

#include <map>
#include <string>

namespace indicators {

namespace {

struct Answered {
    std::int64_t all = 0;
    std::int64_t among = 0;  // the rows
};

std::map<std::string, Answered> answered(const base::Records& records, const std::vector<std::size_t>& rows)
{
    const std::size_t column = *records.group_column;
    std::map<std::string, Answered> groups;
    for (const base::Record& record : records.rows) ++groups[base::to_string(record.cells[column])].all;
    for (const std::size_t row : rows) ++groups[base::to_string(records.rows[row].cells[column])].among;
    return groups;
}

}  // namespace

std::optional<std::int64_t> asked_for(const base::Records& records, const std::vector<std::size_t>& rows,
                                      const std::function<bool(const base::Asked&)>& is_meant)
{
    if (!records.group_column) return std::nullopt;
    const auto groups = answered(records, rows);
    std::int64_t sum = 0;
    for (const base::Asked& one : records.asked) {
        const auto found = groups.find(base::to_string(one.alike.cells[*records.group_column]));
        const Answered group = found == groups.end() ? Answered{} : found->second;
        const bool counts = group.all > 0 ? group.among > 0 : one.count && is_meant(one);
        if (!counts) continue;
        if (!one.count || group.among < group.all || *one.count < group.all) return std::nullopt;
        sum += *one.count;
    }
    return sum;
}

}  // namespace indicators
