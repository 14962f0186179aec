// SPDX-License-Identifier: Apache-2.0
#include "check/cli/findings_json.h"

#include <set>

#include <boost/json/array.hpp>

#include "base/decimal.h"

namespace check {

namespace json = boost::json;

namespace {

json::object to_json(const Place& place)
{
    json::object object{{"line", place.spot.line}, {"column", place.spot.column}, {"quote", place.quote}};
    if (place.spot.page > 0) object["page"] = place.spot.page;
    if (!place.spot.sheet.empty()) object["sheet"] = place.spot.sheet;
    if (!place.spot.cell.empty()) object["cell"] = place.spot.cell;
    return object;
}

}  // namespace

json::object to_json(const Checked& checked, ::cli::Language language)
{
    json::array findings;
    for (const Finding& finding : checked.findings) {
        json::array places;
        for (const Place& place : finding.places) places.push_back(to_json(place));
        json::array numbers;
        for (const std::string& number : finding.numbers) numbers.emplace_back(number);
        findings.push_back(json::object{{"rule", finding.rule},
                                        {"severity", to_string(finding.severity)},
                                        {"message", ::cli::sentence(language, finding.code, finding.args)},
                                        {"places", std::move(places)},
                                        {"numbers", std::move(numbers)}});
    }
    return {{"file", checked.text.file},
            {"findings", std::move(findings)},
            {"claims", checked.claims},
            {"seconds", base::Decimal{checked.time.count(), 3}.to_string()}};
}

namespace {

json::object location(const Place& place, const std::string& file)
{
    json::object region{{"startLine", std::max<std::size_t>(place.spot.line, 1)},
                        {"startColumn", std::max<std::size_t>(place.spot.column, 1)},
                        {"snippet", json::object{{"text", place.quote}}}};
    return {{"physicalLocation",
             json::object{{"artifactLocation", json::object{{"uri", file}}}, {"region", std::move(region)}}}};
}

json::object result(const Finding& finding, const std::string& file, ::cli::Language language)
{
    json::object object{{"ruleId", finding.rule},
                        {"level", to_string(finding.severity)},
                        {"message", json::object{{"text", ::cli::sentence(language, finding.code, finding.args)}}}};
    json::array locations;
    json::array related;
    for (const Place& place : finding.places)
        (locations.empty() ? locations : related).push_back(location(place, file));
    object["locations"] = std::move(locations);
    if (!related.empty()) object["relatedLocations"] = std::move(related);
    return object;
}

}  // namespace

json::object to_sarif(const std::vector<Checked>& all, ::cli::Language language)
{
    std::set<std::string> ids;
    json::array results;
    for (const Checked& checked : all)
        for (const Finding& finding : checked.findings) {
            ids.insert(finding.rule);
            results.push_back(result(finding, checked.text.file, language));
        }
    json::array rules;
    for (const std::string& id : ids) rules.push_back(json::object{{"id", id}});
    json::object driver{{"name", "Mingji"}, {"version", MINGJI_VERSION}, {"rules", std::move(rules)}};
    json::object run{{"tool", json::object{{"driver", std::move(driver)}}},
                     {"columnKind", "unicodeCodePoints"},
                     {"results", std::move(results)}};
    return {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
            {"version", "2.1.0"},
            {"runs", json::array{std::move(run)}}};
}

}  // namespace check
