// SPDX-License-Identifier: Apache-2.0
#include "check/findings_json.h"

#include <set>

#include <boost/json/array.hpp>

#include "base/decimal.h"
#include "base/instant.h"

namespace check {

namespace json = boost::json;

json::object to_json(const Place& place)
{
    json::object object{{"line", place.spot.line}, {"column", place.spot.column}, {"quote", place.quote}};
    if (place.spot.page > 0) object["page"] = place.spot.page;
    if (!place.spot.sheet.empty()) object["sheet"] = place.spot.sheet;
    if (!place.spot.cell.empty()) object["cell"] = place.spot.cell;
    return object;
}

json::object to_json(const FactBehind& fact)
{
    json::array records;
    for (const std::string& record : fact.records) records.emplace_back(record);
    return {{"run", fact.run}, {"code", fact.code}, {"records", std::move(records)}};
}

json::object to_json(const Waiver& waiver)
{
    return {{"reason", waiver.reason}, {"account", waiver.account}, {"at", base::instant_text(waiver.at_ms)}};
}

json::object to_json(const Checked& checked, const Words& words)
{
    json::array findings;
    for (std::size_t i = 0; i < checked.findings.size(); ++i) {
        const Finding& finding = checked.findings[i];
        json::array places;
        for (const Place& place : finding.places) places.push_back(to_json(place));
        json::array numbers;
        for (const std::string& number : finding.numbers) numbers.emplace_back(number);
        json::object object{{"rule", finding.rule},
                            {"severity", to_string(finding.severity)},
                            {"message", words.sentence(finding.code, finding.args)},
                            {"places", std::move(places)},
                            {"numbers", std::move(numbers)}};
        if (finding.fact) object["fact"] = to_json(*finding.fact);
        if (i < checked.waivers.size() && checked.waivers[i]) object["waiver"] = to_json(*checked.waivers[i]);
        findings.push_back(std::move(object));
    }
    json::array notes;
    for (const std::string& note : checked.notes) notes.emplace_back(words.sentence(note, {}));
    return {{"file", checked.text.file},
            {"findings", std::move(findings)},
            {"notes", std::move(notes)},
            {"claims", checked.claims.size()},
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

json::object result(const Finding& finding, const std::string& file, const Words& words)
{
    json::object object{{"ruleId", finding.rule},
                        {"level", to_string(finding.severity)},
                        {"message", json::object{{"text", words.sentence(finding.code, finding.args)}}}};
    json::array locations;
    json::array related;
    for (const Place& place : finding.places)
        (locations.empty() ? locations : related).push_back(location(place, file));
    object["locations"] = std::move(locations);
    if (!related.empty()) object["relatedLocations"] = std::move(related);
    return object;
}

}  // namespace

json::object to_sarif(const std::vector<Checked>& all, const Words& words)
{
    std::set<std::string> ids;
    json::array results;
    for (const Checked& checked : all)
        for (std::size_t i = 0; i < checked.findings.size(); ++i) {
            ids.insert(checked.findings[i].rule);
            json::object one = result(checked.findings[i], checked.text.file, words);
            if (i < checked.waivers.size() && checked.waivers[i])
                one["suppressions"] = json::array{json::object{
                    {"kind", "external"}, {"status", "accepted"}, {"justification", checked.waivers[i]->reason}}};
            results.push_back(std::move(one));
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
