// SPDX-License-Identifier: Apache-2.0
// Units: their posts, what is approved for them and what they have.
#include "allocations/http/allocations_routes.h"
#include "allocations/http/answers.h"
#include "premises/area_standard_files.h"

namespace allocations {

namespace {

using premises::Area;

constexpr std::int64_t most_posts = 1'000'000;

std::string rounded(const base::Ratio& area)
{
    return area.rounded(2).to_string();
}

boost::json::object head_json(const premises::AreaStandards& standards)
{
    return {{"id", standards.id},
            {"title", standards.title},
            {"document", standards.document},
            {"valid_from", standards.valid_from.to_string()}};
}

boost::json::object use_json(std::string_view use, const base::Ratio& approved, Area actual, bool is_over)
{
    const base::Ratio over = is_over ? base::Ratio::of(actual.m2()) - approved : base::Ratio::whole(0);
    return {{"use", use},
            {"approved_m2", rounded(approved)},
            {"actual_m2", actual.to_string()},
            {"over_m2", rounded(over)},
            {"is_over", is_over}};
}

boost::json::object row_json(const UnitFile& file)
{
    boost::json::array uses;
    for (const premises::UseComparison& use : file.comparison.uses)
        uses.push_back(
            use_json(premises::named(premises::room_uses, use.use).word, use.approved, use.actual, use.is_over));
    uses.push_back(use_json("total", file.comparison.approved, file.comparison.actual, file.comparison.is_over));
    return {{"unit", file.unit.name()},
            {"level", premises::named(premises::office_levels, file.unit.establishment.level).word},
            {"valid_from", file.unit.valid_from.to_string()},
            {"posts", file.approved.posts},
            {"uses", std::move(uses)}};
}

boost::json::object calculation_json(const UnitFile& file, const premises::AreaStandards& standards)
{
    const premises::ApprovedArea& approved = file.approved;
    boost::json::array ranks;
    for (const premises::RankLine& line : approved.ranks) {
        const auto stated = file.unit.stated.find(line.rank);
        ranks.push_back(boost::json::object{
            {"rank", line.rank},
            {"posts", line.posts},
            {"standard_m2", line.standard.to_string()},
            {"stated_m2",
             stated == file.unit.stated.end() ? boost::json::value{} : boost::json::value(stated->second.to_string())},
            {"area_m2", line.area.to_string()},
            {"certainty", line.mark}});
    }
    boost::json::array ancillary;
    for (const premises::AncillaryLine& line : approved.ancillary_lines)
        ancillary.push_back(boost::json::object{
            {"what", line.what}, {"count", line.count}, {"area_m2", rounded(line.area)}, {"certainty", line.mark}});
    return {{"standard", head_json(standards)},
            {"basis", approved.basis},
            {"posts", approved.posts},
            {"ranks", std::move(ranks)},
            {"offices_m2", rounded(approved.offices)},
            {"service_per_post_m2", rounded(approved.service_per_post)},
            {"service_m2", rounded(approved.service)},
            {"equipment_share", base::Ratio::of(standards.equipment.share).percent(0).to_string() + "%"},
            {"equipment_m2", rounded(approved.equipment)},
            {"coefficient", approved.coefficient.to_string()},
            {"ancillary_lines", std::move(ancillary)},
            {"ancillary_m2", rounded(approved.ancillary)},
            {"gross_m2", rounded(approved.gross)}};
}

http::Response show(http::Context& context, const std::string& name, int status)
{
    const Allocations allocations = allocations_of(context);
    const auto file = allocations.unit(context.actor.org, name);
    if (!file) return http::problem(file.error());
    const auto standards = premises::area_standards_on(context.clock.today());
    if (!standards) return http::problem(standards.error());
    const premises::Establishment& of = file->unit.establishment;
    boost::json::object json = row_json(*file);
    json["storeys"] = of.storeys == premises::Storeys::multi_storey ? "multi_storey" : "high_rise";
    json["diners"] = of.diners;
    json["car_spaces"] = of.car_spaces;
    json["bicycles"] = of.bicycles;
    json["motorcycles"] = of.motorcycles;
    json["guards"] = of.guards;
    json["air_raid_shelter_m2"] = of.air_raid_shelter.to_string();
    json["calculation"] = calculation_json(*file, *standards);
    boost::json::array rooms;
    for (const premises::Room& room : file->rooms)
        rooms.push_back(boost::json::object{{"building", room.building},
                                            {"room", room.number},
                                            {"use", premises::named(premises::room_uses, room.use).word},
                                            {"usable_m2", room.usable.to_string()}});
    json["rooms"] = std::move(rooms);
    boost::json::array versions;
    for (const base::Date& day : allocations.days_of(context.actor.org, name)) versions.emplace_back(day.to_string());
    json["versions"] = std::move(versions);
    return answer(status, json);
}

std::int64_t count_of(http::Fields& fields, const char* name)
{
    const std::int64_t count = fields.optional_integer(name).value_or(0);
    if (count < 0 || count > most_posts)
        fields.add(name, {base::ErrorKind::invalid, "premises.standard.count_negative", {{"what", name}}});
    return count;
}

std::optional<Area> area_of(http::Fields& fields, const char* name)
{
    const auto written = fields.optional_text(name, 20);
    if (!written) return std::nullopt;
    const auto area = Area::parse(*written);
    if (area) return *area;
    fields.add(name, area.error());
    return std::nullopt;
}

Unit unit_of(http::Fields& fields, const http::Context& context)
{
    Unit unit;
    premises::Establishment& of = unit.establishment;
    of.level = fields.word<premises::OfficeLevel>("level", premises::words_of(premises::office_levels));
    unit.valid_from = fields.date("valid_from");
    of.storeys = fields.word<premises::Storeys>(
        "storeys", {{"multi_storey", premises::Storeys::multi_storey}, {"high_rise", premises::Storeys::high_rise}});
    of.diners = count_of(fields, "diners");
    of.car_spaces = count_of(fields, "car_spaces");
    of.bicycles = count_of(fields, "bicycles");
    of.motorcycles = count_of(fields, "motorcycles");
    of.guards = count_of(fields, "guards");
    of.air_raid_shelter = area_of(fields, "air_raid_shelter_m2").value_or(Area{});
    const auto standards = premises::area_standards_on(context.clock.today());
    for (http::Fields& inner : fields.objects("ranks")) {
        premises::RankPosts rank{inner.text("rank", 60), count_of(inner, "posts")};
        if (const auto stated = area_of(inner, "stated_m2")) {
            // Told at its own field: a value of the standard that was replaced, or more than is allowed.
            if (standards)
                if (const auto sound = premises::check_stated(*standards, premises::superseded_standard(), of.level,
                                                              rank.rank, *stated);
                    !sound)
                    inner.add("stated_m2", sound.error());
            unit.stated.emplace(rank.rank, *stated);
        }
        of.ranks.push_back(std::move(rank));
    }
    return unit;
}

http::Response record(http::Context& context)
{
    http::Fields fields{context.request};
    std::string name = fields.text("unit", 200);
    Unit unit = unit_of(fields, context);
    unit.establishment.unit = std::move(name);
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto done = allocations_of(context).record(context.actor, unit);
    if (!done) return refused(done.error());
    tell(context, "units", unit.name());
    return show(context, unit.name(), 201);
}

http::Response change(http::Context& context)
{
    http::Fields fields{context.request};
    Unit unit = unit_of(fields, context);
    unit.establishment.unit = context.part("unit");
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto done = allocations_of(context).change(context.actor, unit);
    if (!done) return refused(done.error());
    tell(context, "units", unit.name());
    return show(context, unit.name(), 200);
}

http::Response list(http::Context& context)
{
    const auto files = allocations_of(context).units(context.actor.org);
    if (!files) return http::problem(files.error());
    boost::json::array items;
    for (const UnitFile& file : *files) items.push_back(row_json(file));
    return items_answer(std::move(items));
}

http::Response show_standard(http::Context& context)
{
    const auto standards = premises::area_standards_on(context.clock.today());
    if (!standards) return http::problem(standards.error());
    boost::json::object json = head_json(*standards);
    boost::json::array levels;
    for (const premises::LevelStandard& level : standards->levels) {
        boost::json::array ranks;
        for (const premises::RankStandard& rank : level.ranks)
            ranks.push_back(boost::json::object{{"rank", rank.rank}, {"office_m2", rank.office.to_string()}});
        levels.push_back(boost::json::object{{"level", premises::named(premises::office_levels, level.level).word},
                                             {"basis", level.basis},
                                             {"ranks", std::move(ranks)}});
    }
    json["levels"] = std::move(levels);
    return answer(200, json);
}

http::Response list_persons(http::Context& context)
{
    http::Query query{context.request};
    const bool only_over = query.flag("over");
    if (auto problem = query.problem()) return *std::move(problem);
    const auto persons = allocations_of(context).persons(context.actor.org);
    if (!persons) return http::problem(persons.error());
    const auto standards = premises::area_standards_on(context.clock.today());
    if (!standards) return http::problem(standards.error());
    boost::json::array items;
    for (const PersonFile& file : *persons) {
        const premises::PersonComparison& one = file.comparison;
        if (only_over && !one.is_over && !one.has_more_than_one) continue;
        boost::json::array rooms;
        for (const AgreedRoom& room : file.rooms)
            rooms.push_back(boost::json::object{{"building", room.building}, {"room", room.room}});
        const base::Ratio over = one.is_over ? one.area - base::Ratio::of(one.standard.m2()) : base::Ratio::whole(0);
        items.push_back(boost::json::object{{"person", one.person},
                                            {"rank", one.rank},
                                            {"unit", file.unit},
                                            {"rooms", std::move(rooms)},
                                            {"area_m2", rounded(one.area)},
                                            {"standard_m2", one.standard.to_string()},
                                            {"over_m2", rounded(over)},
                                            {"is_over", one.is_over},
                                            {"has_more_than_one", one.has_more_than_one}});
    }
    return answer(200, {{"items", std::move(items)}, {"next", nullptr}, {"standard", head_json(*standards)}});
}

http::Response show_one(http::Context& context)
{
    return show(context, context.part("unit"), 200);
}

}  // namespace

void add_unit_routes(http::Router& router)
{
    const char* const all = "/api/v1/allocations/units";
    const char* const one = "/api/v1/allocations/units/{unit}";
    add_reading(router, "/api/v1/allocations/standards", "getAreaStandards", show_standard);
    add_reading(router, all, "listAllocationUnits", list);
    add_change(router, all, "recordAllocationUnit", record);
    add_reading(router, one, "getAllocationUnit", show_one);
    router.add({.method = http::Method::put,
                .path = one,
                .operation = "changeAllocationUnit",
                .permission = "premises.edit",
                .body = http::Body::json,
                .guard = http::Guard::if_match,
                .handle = change});
    add_reading(router, "/api/v1/allocations/persons", "listPersonAreas", list_persons);
}

}  // namespace allocations
