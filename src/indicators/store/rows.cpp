// SPDX-License-Identifier: Apache-2.0
#include "indicators/store/rows.h"

#include <boost/json.hpp>

namespace indicators {

namespace json = boost::json;

MeasureText measure_of(const sql::Row& row)
{
    return {row.text("source"), row.text("method"),    row.text("field"),
            row.text("filter"), row.text("numerator"), row.text("period")};
}

IndicatorSetting setting_of(const sql::Row& row)
{
    IndicatorSetting setting{row.text("code"), row.text("goal"), row.text("level1"), row.text("level2"),
                             row.text("name"), row.text("sign"), row.text("target"), row.text("unit")};
    if (const auto weight = row.integer_if("weight_hundredths")) setting.weight = hundredths_text(*weight);
    setting.measure = measure_of(row);
    setting.definition = row.text("definition");
    return setting;
}

sql::Value weight_value(const std::string& weight)
{
    if (weight.empty()) return {};
    return parse_hundredths(weight).value();
}

std::string list_text(const std::vector<std::string>& list)
{
    if (list.empty()) return "[]";
    json::array array;
    for (const std::string& item : list) array.emplace_back(item);
    return json::serialize(array);
}

std::vector<std::string> parse_list(std::string_view text)
{
    std::vector<std::string> list;
    const json::value parsed = json::parse(text);
    for (const json::value& item : parsed.as_array()) list.emplace_back(item.as_string());
    return list;
}

std::string args_text(const base::ErrorArgs& args)
{
    if (args.empty()) return "[]";
    json::array array;
    for (const auto& [name, value] : args) array.push_back(json::array{name, value});
    return json::serialize(array);
}

base::ErrorArgs parse_args(std::string_view text)
{
    base::ErrorArgs args;
    const json::value parsed = json::parse(text);
    for (const json::value& pair : parsed.as_array()) args.emplace_back(pair.at(0).as_string(), pair.at(1).as_string());
    return args;
}

}  // namespace indicators
