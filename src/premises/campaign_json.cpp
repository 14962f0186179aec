// SPDX-License-Identifier: Apache-2.0
// Campaigns, their units and their progress in JSON.
#include "premises/record_json.h"

namespace premises {

namespace {

namespace json = boost::json;

json::value text_json(const std::string& text)
{
    return text.empty() ? json::value(nullptr) : json::value(text);
}

json::value date_json(const std::optional<base::Date>& day)
{
    return day ? json::value(day->to_string()) : json::value(nullptr);
}

json::value percent_json(const std::optional<base::Decimal>& rate)
{
    return rate ? json::value(rate->to_string() + "%") : json::value(nullptr);
}

json::object progress_json(const Progress& progress)
{
    json::array by_category;
    for (const auto& [category, share] : progress.by_category) {
        json::object row{{"category", json::string{named(categories, category).word}}};
        for (const auto& [key, value] : json_of(share)) row[key] = value;
        by_category.push_back(std::move(row));
    }
    json::array by_step;
    for (const StepShare& share : progress.by_step)
        by_step.push_back(json::object{{"step", json::string{named(steps, share.step).word}},
                                       {"units", share.units},
                                       {"area_m2", share.area.to_string()}});
    return {{"all", json_of(progress.all)}, {"categories", std::move(by_category)}, {"steps", std::move(by_step)}};
}

json::array steps_json(const std::vector<TakenStep>& taken)
{
    json::array rows;
    for (const TakenStep& step : taken)
        rows.push_back(json::object{{"step", json::string{named(steps, step.step).word}},
                                    {"taken_on", step.taken_on.to_string()},
                                    {"document", text_json(step.document)},
                                    {"note", text_json(step.note)},
                                    {"recorded_by", step.recorded_by}});
    return rows;
}

json::object head_json(const Campaign& campaign)
{
    return {{"code", campaign.code},
            {"name", campaign.name},
            {"started_on", date_json(campaign.started_on)},
            {"due_on", date_json(campaign.due_on)}};
}

}  // namespace

json::object json_of(const Share& share)
{
    return {{"units_total", share.units_total},
            {"units_done", share.units_done},
            {"units_rate", percent_json(share.units_rate())},
            {"area_total_m2", share.area_total.to_string()},
            {"area_done_m2", share.area_done.to_string()},
            {"area_rate", percent_json(share.area_rate())}};
}

json::object json_of(const Member& member, const CampaignFile& file)
{
    json::array buildings;
    json::array missing;
    for (const std::string& code : member.buildings) {
        const Estate& building = file.buildings.at(code);
        buildings.push_back(
            json::object{{"code", code},
                         {"name", building.name},
                         {"title_status", json::string{named(title_statuses, building.title.status).word}}});
        for (const PaperKind kind : building.missing_papers())
            missing.push_back(json::object{{"building", code}, {"kind", json::string{named(paper_kinds, kind).word}}});
    }
    json::object object{{"code", member.code},
                        {"unit", member.unit},
                        {"category", json::string{named(categories, member.category).word}},
                        {"area_m2", member.area.to_string()},
                        {"stated_area_m2", nullptr},
                        {"step", json::string{named(steps, member.step()).word}},
                        {"is_done", is_done(member.step())},
                        {"done_on", date_json(member.done_on())},
                        {"steps", steps_json(member.taken)},
                        {"buildings", std::move(buildings)},
                        {"missing_papers", std::move(missing)},
                        {"note", text_json(member.note)}};
    if (member.stated_area) object["stated_area_m2"] = member.stated_area->to_string();
    return object;
}

json::object json_of(const CampaignFile& file)
{
    json::object object = head_json(file.campaign);
    object["note"] = text_json(file.campaign.note);
    object["progress"] = progress_json(file.progress);
    json::array members;
    for (const Member& member : file.members) members.push_back(json_of(member, file));
    object["members"] = std::move(members);
    return object;
}

json::object row_json(const CampaignFile& file)
{
    json::object object = head_json(file.campaign);
    object["progress"] = json_of(file.progress.all);
    return object;
}

}  // namespace premises
