// SPDX-License-Identifier: Apache-2.0
#include "check/store/content.h"

#include <array>
#include <stdexcept>

#include <boost/json.hpp>

namespace check {

namespace {

namespace json = boost::json;

constexpr std::array<std::string_view, 3> kinds{"heading", "paragraph", "row"};
constexpr std::array<std::string_view, 3> severities{"error", "warning", "note"};
constexpr std::array<std::string_view, 6> measures{"money", "area", "per_cent", "points", "count", "time"};

template <class T, std::size_t Count>
T named(const std::array<std::string_view, Count>& words, const json::value& word)
{
    for (std::size_t i = 0; i < Count; ++i)
        if (words[i] == std::string_view{word.as_string()}) return static_cast<T>(i);
    throw std::runtime_error("check_report.content: " + json::serialize(word));
}

template <std::size_t Count, class T>
std::string_view word_of(const std::array<std::string_view, Count>& words, T value)
{
    return words[static_cast<std::size_t>(value)];
}

std::size_t number(const json::value& value)
{
    return value.to_number<std::size_t>();
}

std::string text(const json::value& value)
{
    return std::string{value.as_string()};
}

json::array list(const Spot& spot)
{
    return {spot.line, spot.column, spot.page, spot.sheet, spot.cell};
}

Spot spot_of(const json::array& from)
{
    return {number(from.at(0)), number(from.at(1)), number(from.at(2)), text(from.at(3)), text(from.at(4))};
}

json::object to_json(const Block& block)
{
    json::array stretches;
    for (const Stretch& stretch : block.stretches)
        stretches.push_back(json::array{stretch.at, stretch.size, list(stretch.spot)});
    json::array cells;
    for (const TableCell& cell : block.cells) cells.push_back(json::array{cell.at, cell.size, cell.column});
    return {{"kind", word_of(kinds, block.kind)},
            {"text", block.text},
            {"table", block.table},
            {"stretches", std::move(stretches)},
            {"cells", std::move(cells)}};
}

Block block_of(const json::value& from)
{
    Block block{named<Block::Kind>(kinds, from.at("kind")), text(from.at("text"))};
    block.table = number(from.at("table"));
    for (const json::value& one : from.at("stretches").as_array())
        block.stretches.push_back({number(one.at(0)), number(one.at(1)), spot_of(one.at(2).as_array())});
    for (const json::value& one : from.at("cells").as_array())
        block.cells.push_back({number(one.at(0)), number(one.at(1)), number(one.at(2))});
    return block;
}

json::object to_json(const Claim& claim)
{
    return {{"block", claim.block}, {"at", claim.at},
            {"size", claim.size},   {"value", claim.value.to_string()},
            {"unit", claim.unit},   {"measure", word_of(measures, claim.measure)},
            {"sign", claim.sign},   {"about", claim.is_about},
            {"label", claim.label}};
}

Claim claim_of(const json::value& from)
{
    Claim claim;
    claim.block = number(from.at("block"));
    claim.at = number(from.at("at"));
    claim.size = number(from.at("size"));
    claim.value = base::Decimal::parse(text(from.at("value"))).value();
    claim.unit = text(from.at("unit"));
    claim.measure = named<Measure>(measures, from.at("measure"));
    claim.sign = text(from.at("sign"));
    claim.is_about = from.at("about").as_bool();
    claim.label = text(from.at("label"));
    return claim;
}

json::object to_json(const Finding& finding)
{
    json::array args;
    for (const auto& [name, value] : finding.args) args.push_back(json::array{name, value});
    json::array places;
    for (const Place& place : finding.places) places.push_back(json::array{place.quote, list(place.spot)});
    json::array numbers;
    for (const std::string& one : finding.numbers) numbers.emplace_back(one);
    json::object object{
        {"rule", finding.rule},    {"code", finding.code},        {"severity", to_string(finding.severity)},
        {"args", std::move(args)}, {"places", std::move(places)}, {"numbers", std::move(numbers)}};
    if (finding.fact)
        object["fact"] = json::array{finding.fact->run, finding.fact->code, json::value_from(finding.fact->records)};
    return object;
}

Finding finding_of(const json::value& from)
{
    Finding finding{text(from.at("rule")), text(from.at("code")), named<Severity>(severities, from.at("severity"))};
    for (const json::value& one : from.at("args").as_array())
        finding.args.emplace_back(text(one.at(0)), text(one.at(1)));
    for (const json::value& one : from.at("places").as_array())
        finding.places.push_back({spot_of(one.at(1).as_array()), text(one.at(0))});
    for (const json::value& one : from.at("numbers").as_array()) finding.numbers.push_back(text(one));
    if (const json::value* const fact = from.as_object().if_contains("fact"))
        finding.fact =
            FactBehind{text(fact->at(0)), text(fact->at(1)), json::value_to<std::vector<std::string>>(fact->at(2))};
    return finding;
}

template <class T>
json::array all_of(const std::vector<T>& values)
{
    json::array array;
    for (const T& value : values) array.push_back(to_json(value));
    return array;
}

}  // namespace

std::string to_content(const Checked& checked)
{
    return json::serialize(json::object{{"blocks", all_of(checked.text.blocks)},
                                        {"claims", all_of(checked.claims)},
                                        {"findings", all_of(checked.findings)},
                                        {"notes", json::value_from(checked.notes)}});
}

Checked from_content(const std::string& content)
{
    const json::value from = json::parse(content);
    Checked checked;
    for (const json::value& one : from.at("blocks").as_array()) checked.text.blocks.push_back(block_of(one));
    for (const json::value& one : from.at("claims").as_array()) checked.claims.push_back(claim_of(one));
    for (const json::value& one : from.at("findings").as_array()) checked.findings.push_back(finding_of(one));
    // What was kept before notes were has none.
    if (const json::value* const notes = from.as_object().if_contains("notes"))
        checked.notes = json::value_to<std::vector<std::string>>(*notes);
    return checked;
}

}  // namespace check
