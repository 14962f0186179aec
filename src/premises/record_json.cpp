// SPDX-License-Identifier: Apache-2.0
#include "premises/record_json.h"

#include <array>

#include "base/instant.h"

namespace premises {

namespace {

namespace json = boost::json;

json::value null_if_empty(const std::string& text)
{
    return text.empty() ? json::value(nullptr) : json::value(text);
}

json::value day_json(const std::optional<base::Date>& day)
{
    return day ? json::value(day->to_string()) : json::value(nullptr);
}

json::value number_json(const std::optional<std::int64_t>& number)
{
    return number ? json::value(*number) : json::value(nullptr);
}

template <class Names, class E>
json::string word_json(const Names& names, E value)
{
    return json::string{named(names, value).word};
}

json::object title_json(const Title& title)
{
    return {{"status", word_json(title_statuses, title.status)},
            {"reason", null_if_empty(title.reason)},
            {"holder", null_if_empty(title.holder)},
            {"certificate", null_if_empty(title.certificate)},
            {"unit_number", null_if_empty(title.unit_number)},
            {"registered_on", day_json(title.registered_on)}};
}

json::array areas_json(const std::vector<StatedArea>& areas)
{
    json::array rows;
    for (const StatedArea& stated : areas)
        rows.push_back(json::object{{"source", word_json(area_sources, stated.source)},
                                    {"area_m2", stated.area.to_string()},
                                    {"measured_on", day_json(stated.measured_on)},
                                    {"document", null_if_empty(stated.document)}});
    return rows;
}

json::array source_areas_json(const Estate& estate)
{
    json::array rows;
    for (const StatedArea& stated : estate.areas)
        rows.push_back(
            json::object{{"source", word_json(area_sources, stated.source)}, {"area_m2", stated.area.to_string()}});
    return rows;
}

json::array papers_json(const std::vector<Paper>& papers)
{
    json::array rows;
    for (const Paper& paper : papers)
        rows.push_back(json::object{{"kind", word_json(paper_kinds, paper.kind)},
                                    {"state", word_json(paper_states, paper.state)},
                                    {"number", null_if_empty(paper.number)},
                                    {"dated_on", day_json(paper.dated_on)},
                                    {"note", null_if_empty(paper.note)}});
    return rows;
}

json::array missing_json(const Estate& estate)
{
    json::array words;
    for (const PaperKind kind : estate.missing_papers()) words.push_back(word_json(paper_kinds, kind));
    return words;
}

json::array polygons_json(const Polygons& polygons)
{
    json::array array;
    for (const OutlinePolygon& polygon : polygons) {
        json::array rings;
        for (const OutlineRing& ring : polygon) {
            json::array points;
            for (const OutlinePoint& point : ring)
                points.push_back(json::array{json::value(metres(point.north_mm)), json::value(metres(point.east_mm))});
            rings.push_back(std::move(points));
        }
        array.push_back(std::move(rings));
    }
    return array;
}

json::value outline_json(const std::optional<SurveyedShape>& shape)
{
    if (!shape) return nullptr;
    return json::object{{"epsg", shape->epsg},
                        {"polygons", polygons_json(shape->polygons)},
                        {"area_m2", shape->area.to_string()},
                        {"file", shape->file_name},
                        {"digest", shape->file_digest},
                        {"imported_at", base::instant_text(shape->imported_ms)},
                        {"imported_by", shape->account}};
}

json::array floors_json(const std::vector<Room>& rooms)
{
    json::array array;
    for (const Floor& floor : floors_of(rooms)) {
        json::array of_floor;
        for (const Room& room : floor.rooms) of_floor.push_back(json_of(room));
        json::array uses;
        for (const UseArea& use : floor.by_use)
            uses.push_back(json::object{
                {"use", word_json(room_uses, use.use)}, {"rooms", use.rooms}, {"usable_m2", use.usable.to_string()}});
        array.push_back(json::object{{"floor", floor.floor},
                                     {"rooms", std::move(of_floor)},
                                     {"usable_m2", floor.usable.to_string()},
                                     {"by_use", std::move(uses)}});
    }
    return array;
}

}  // namespace

json::object row_json(const Estate& estate, bool has_outline)
{
    json::object row{{"code", estate.code},
                     {"name", estate.name},
                     {"unit", null_if_empty(estate.unit)},
                     {"address", null_if_empty(estate.address)},
                     {"title_status", word_json(title_statuses, estate.title.status)},
                     {"areas", source_areas_json(estate)},
                     {"missing_papers", estate.missing_papers().size()},
                     {"has_outline", has_outline}};
    if (estate.kind == EstateKind::building) row["parcel"] = null_if_empty(estate.parcel);
    return row;
}

json::value json_of(const std::optional<AreaComparison>& comparison)
{
    if (!comparison) return nullptr;
    json::array limits;
    for (const AreaLimit& limit : comparison->limits)
        limits.push_back(json::object{
            {"grade", limit.grade}, {"limit_m2", limit.limit.to_string()}, {"is_within", limit.is_within}});
    return json::object{{"certificate_m2", comparison->certificate.to_string()},
                        {"survey_m2", comparison->survey.to_string()},
                        {"difference_m2", comparison->difference.to_string()},
                        {"limits", std::move(limits)},
                        {"source", comparison->source}};
}

json::object json_of(const EstateFile& file)
{
    const Estate& estate = file.estate;
    json::object object{{"code", estate.code},
                        {"name", estate.name},
                        {"unit", null_if_empty(estate.unit)},
                        {"address", null_if_empty(estate.address)}};
    if (estate.kind == EstateKind::parcel) {
        object["land_use"] = null_if_empty(estate.land_use);
        object["acquired_by"] = null_if_empty(estate.acquired_by);
    } else {
        object["parcel"] = null_if_empty(estate.parcel);
        object["structure"] = null_if_empty(estate.structure);
        object["completed_on"] = day_json(estate.completed_on);
        object["floors_above"] = number_json(estate.floors_above);
        object["floors_below"] = number_json(estate.floors_below);
    }
    object["title"] = title_json(estate.title);
    object["areas"] = areas_json(estate.areas);
    object["papers"] = papers_json(estate.papers);
    object["note"] = null_if_empty(estate.note);
    object["missing_papers"] = missing_json(estate);
    object["comparison"] = json_of(file.comparison);
    if (estate.kind == EstateKind::parcel)
        object["buildings"] = json::array(file.buildings.begin(), file.buildings.end());
    else
        object["floors"] = floors_json(file.rooms);
    object["outline"] = outline_json(file.shape);
    return object;
}

json::object json_of(const Room& room)
{
    return {{"number", room.number},
            {"floor", room.floor},
            {"name", null_if_empty(room.name)},
            {"use", word_json(room_uses, room.use)},
            {"usable_m2", room.usable.to_string()},
            {"unit", null_if_empty(room.unit)},
            {"note", null_if_empty(room.note)}};
}

json::array json_of(const std::vector<SourceArea>& areas)
{
    json::array rows;
    for (const SourceArea& area : areas)
        rows.push_back(
            json::object{{"source", word_json(area_sources, area.source)}, {"area_m2", area.area.to_string()}});
    return rows;
}

json::object mapped_json(const Estate& estate, const SurveyedShape& shape)
{
    const std::string kind{named(estate_kinds, estate.kind).word};
    return {{"id", kind + ":" + estate.code},
            {"kind", kind},
            {"code", estate.code},
            {"name", estate.name},
            {"unit", null_if_empty(estate.unit)},
            {"title_status", word_json(title_statuses, estate.title.status)},
            {"areas", source_areas_json(estate)},
            {"epsg", shape.epsg},
            {"polygons", polygons_json(shape.polygons)},
            {"area_m2", shape.area.to_string()}};
}

json::object json_of(const SurveyOutcome& outcome)
{
    constexpr std::size_t most_outlines_shown = 1'000;
    constexpr std::array words{"added", "changed", "unchanged"};
    json::array outlines;
    for (const SurveyedOutline& outline : outcome.outlines) {
        if (outlines.size() == most_outlines_shown) break;
        outlines.push_back(json::object{{"code", outline.code},
                                        {"change", words[static_cast<std::size_t>(outline.change)]},
                                        {"area_m2", outline.area.to_string()},
                                        {"comparison", json_of(outline.comparison)}});
    }
    return {{"epsg", outcome.epsg}, {"outlines", std::move(outlines)}};
}

}  // namespace premises
