// SPDX-License-Identifier: Apache-2.0
#include "allocations/request_json.h"

namespace allocations {

namespace {

boost::json::value text_or_nothing(const std::string& text)
{
    return text.empty() ? boost::json::value{} : boost::json::value(text);
}

boost::json::value way_or_nothing(const std::optional<Way>& way)
{
    return way ? boost::json::value(premises::named(ways, *way).word) : boost::json::value{};
}

boost::json::array areas_json(const Request& request)
{
    boost::json::array areas;
    for (const AskedArea& area : request.areas)
        areas.push_back(boost::json::object{{"use", premises::named(premises::room_uses, area.use).word},
                                            {"rooms", area.rooms},
                                            {"asked_m2", area.asked.to_string()},
                                            {"approved_m2", area.approved.to_string()},
                                            {"actual_m2", area.actual.to_string()},
                                            {"pending_m2", area.pending.to_string()}});
    return areas;
}

boost::json::array offered_json(const WayStep& step)
{
    boost::json::array offered;
    for (const OfferedRoom& room : step.offered)
        offered.push_back(boost::json::object{{"building", room.building},
                                              {"room", room.room},
                                              {"use", premises::named(premises::room_uses, room.use).word},
                                              {"usable_m2", room.usable.to_string()},
                                              {"is_suitable", room.is_suitable},
                                              {"refusal", text_or_nothing(room.refusal)}});
    return offered;
}

boost::json::array steps_json(const Request& request)
{
    boost::json::array steps;
    for (const WayStep& step : request.steps)
        steps.push_back(boost::json::object{{"position", steps.size() + 1},
                                            {"way", premises::named(ways, step.way).word},
                                            {"result", premises::named(step_results, step.result).word},
                                            {"taken_on", step.taken_on.to_string()},
                                            {"document", step.document},
                                            {"searched", text_or_nothing(step.searched)},
                                            {"reason", text_or_nothing(step.reason)},
                                            {"application", text_or_nothing(step.papers.application)},
                                            {"approval", text_or_nothing(step.papers.approval)},
                                            {"finance", text_or_nothing(step.papers.finance)},
                                            {"government", text_or_nothing(step.papers.government)},
                                            {"project", text_or_nothing(step.papers.project)},
                                            {"recorded_by", step.recorded_by},
                                            {"offered", offered_json(step)}});
    return steps;
}

boost::json::value settlement_json(const Request& request)
{
    if (!request.settlement) return nullptr;
    const Settlement& end = *request.settlement;
    return boost::json::object{{"outcome", premises::named(request_outcomes, end.outcome).word},
                               {"settled_on", end.settled_on.to_string()},
                               {"reason", text_or_nothing(end.reason)},
                               {"way", way_or_nothing(end.way)},
                               {"reference", text_or_nothing(end.reference)},
                               {"office_m2", end.office.to_string()},
                               {"service_m2", end.service.to_string()},
                               {"recorded_by", end.recorded_by}};
}

}  // namespace

std::string state_word(const Request& request)
{
    if (!request.settlement) return "open";
    return std::string{premises::named(request_outcomes, request.settlement->outcome).word};
}

boost::json::object row_json(const Request& request)
{
    return {
        {"number", request.number},     {"unit", request.unit},         {"asked_on", request.asked_on.to_string()},
        {"document", request.document}, {"state", state_word(request)}, {"next_way", way_or_nothing(next_way(request))},
        {"areas", areas_json(request)}};
}

boost::json::object request_json(const Request& request)
{
    boost::json::object json = row_json(request);
    boost::json::array ranks;
    for (const AskedRank& rank : request.ranks)
        ranks.push_back(boost::json::object{{"rank", rank.rank},
                                            {"posts", rank.posts},
                                            {"persons", rank.persons},
                                            {"standard_m2", rank.standard.to_string()}});
    json["reason"] = request.reason;
    json["standard"] = request.standard;
    json["standard_document"] = request.standard_document;
    json["ranks"] = std::move(ranks);
    json["steps"] = steps_json(request);
    json["settlement"] = settlement_json(request);
    return json;
}

boost::json::object free_room_json(const FreeRoom& free)
{
    const premises::Room& room = free.vacant.room;
    return {{"building", room.building},
            {"building_name", free.building_name},
            {"room", room.number},
            {"floor", room.floor},
            {"use", premises::named(premises::room_uses, room.use).word},
            {"usable_m2", room.usable.to_string()},
            {"vacant_since", free.vacant.since.to_string()},
            {"idle_state", free.idle_state},
            {"is_suitable", free.is_suitable}};
}

}  // namespace allocations
