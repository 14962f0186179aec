// SPDX-License-Identifier: Apache-2.0
#include "holdings/record_json.h"

#include <boost/json.hpp>

#include "base/decimal.h"
#include "base/instant.h"

namespace holdings {

namespace {

boost::json::value text_json(const std::string& text)
{
    return text.empty() ? boost::json::value{} : boost::json::value(text);
}

boost::json::value area_json(const std::optional<std::int64_t>& dm2)
{
    return dm2 ? boost::json::value(base::Decimal{*dm2, 2}.to_string()) : boost::json::value{};
}

boost::json::object line_json(const StocktakeLine& line)
{
    boost::json::object json{{"building", line.building},
                             {"building_name", line.building_name},
                             {"number", line.number},
                             {"outcome", std::string{base::named(outcomes, line.outcome).word}},
                             {"usable_m2", area_json(line.usable_dm2)},
                             {"expected_unit", text_json(line.expected_unit)},
                             {"found_unit", nullptr},
                             {"state", nullptr},
                             {"note", nullptr},
                             {"counted_by", nullptr},
                             {"counted_at", nullptr}};
    if (!line.seen) return json;
    json["found_unit"] = text_json(line.seen->unit);
    json["state"] = std::string{base::named(seen_states, line.seen->state).word};
    json["note"] = text_json(line.seen->note);
    json["counted_by"] = line.seen->counted_by;
    json["counted_at"] = base::instant_text(line.seen->counted_ms);
    return json;
}

boost::json::object line_json(const ReconciliationLine& line, const std::string& building_name)
{
    return {{"building", line.building},
            {"building_name", building_name},
            {"number", text_json(line.number)},
            {"ours", text_json(line.ours)},
            {"theirs", text_json(line.theirs)},
            {"ours_m2", area_json(line.ours_dm2)},
            {"theirs_m2", area_json(line.theirs_dm2)},
            {"difference_m2", area_json(line.difference_dm2())},
            {"reason", std::string{base::named(differences, line.reason).word}}};
}

}  // namespace

boost::json::object row_json(const Stocktake& one)
{
    boost::json::array buildings;
    for (const std::string& building : one.buildings) buildings.emplace_back(building);
    return {{"code", one.code},
            {"name", one.name},
            {"opened_on", one.opened_on.to_string()},
            {"closed_on", one.closed_on ? boost::json::value(one.closed_on->to_string()) : boost::json::value{}},
            {"buildings", std::move(buildings)},
            {"rooms", one.rooms},
            {"counted", one.counted}};
}

boost::json::object json_of(const StocktakeFile& file)
{
    boost::json::object json = row_json(file.stocktake);
    boost::json::array sums;
    for (const OutcomeSum& sum : file.sums)
        sums.push_back(boost::json::object{{"outcome", std::string{base::named(outcomes, sum.outcome).word}},
                                           {"rooms", sum.rooms},
                                           {"area_m2", area_json(sum.area_dm2)}});
    json["outcomes"] = std::move(sums);
    boost::json::array lines;
    for (const StocktakeLine& line : file.lines) lines.push_back(line_json(line));
    json["lines"] = std::move(lines);
    return json;
}

boost::json::object json_of(const Reconciliation& found)
{
    boost::json::array lines;
    std::int64_t total = 0;
    std::int64_t differing = 0;
    std::int64_t differing_dm2 = 0;
    for (const ReconciliationLine& line : found.lines) {
        total += line.area_dm2();
        if (line.reason != Difference::same) {
            ++differing;
            differing_dm2 += line.area_dm2();
        }
        const auto name = found.names.find(line.building);
        lines.push_back(line_json(line, name == found.names.end() ? line.building : name->second));
    }
    return {{"total", found.lines.size()},
            {"total_m2", area_json(total)},
            {"differing", differing},
            {"differing_m2", area_json(differing_dm2)},
            {"against", text_json(found.against)},
            {"lines", std::move(lines)}};
}

boost::json::object json_of(const IdleRoom& room)
{
    boost::json::object json{{"building", room.building},
                             {"building_name", room.building_name},
                             {"number", room.number},
                             {"usable_m2", area_json(room.usable_dm2)},
                             {"vacant_since", room.vacant_since.to_string()},
                             {"days", room.days},
                             {"state", std::string{base::named(idle_states, room.state).word}},
                             {"unit", nullptr},
                             {"decided_on", nullptr},
                             {"document", nullptr}};
    if (!room.decision) return json;
    json["unit"] = text_json(room.decision->unit);
    json["decided_on"] = room.decision->day.to_string();
    json["document"] = room.decision->document;
    return json;
}

boost::json::object json_of(const LeaseFile& file, base::Date today)
{
    const Lease& lease = file.lease;
    boost::json::object json{{"code", lease.code},
                             {"kind", std::string{base::named(lease_kinds, lease.kind).word}},
                             {"party", lease.party},
                             {"building", text_json(lease.building)},
                             {"address", text_json(lease.address)},
                             {"area_m2", base::Decimal{lease.area_dm2, 2}.to_string()},
                             {"approval", lease.approval},
                             {"from", lease.from.to_string()},
                             {"until", lease.until.to_string()},
                             {"days_left", lease.until.days_since_1970() - today.days_since_1970()},
                             {"yearly_rent", lease.yearly.to_string()},
                             {"yearly_per_m2", yearly_per_m2(lease).to_string()},
                             {"income_due", nullptr},
                             {"income_paid", nullptr},
                             {"version", lease.version},
                             {"note", text_json(lease.note)}};
    if (lease.kind == LeaseKind::in) return json;
    json["income_due"] = file.due.to_string();
    json["income_paid"] = file.paid.to_string();
    return json;
}

}  // namespace holdings
