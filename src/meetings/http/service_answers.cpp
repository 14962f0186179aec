// SPDX-License-Identifier: Apache-2.0
#include "meetings/http/service_answers.h"

#include "base/instant.h"

namespace meetings {

namespace {

boost::json::value text_or_null(const std::optional<std::string>& text)
{
    return text ? boost::json::value(*text) : boost::json::value{};
}

boost::json::value instant_or_null(std::optional<std::int64_t> milliseconds)
{
    return milliseconds ? boost::json::value(base::instant_text(*milliseconds)) : boost::json::value{};
}

boost::json::array names_json(const std::vector<std::string>& names)
{
    boost::json::array array;
    for (const std::string& name : names) array.emplace_back(name);
    return array;
}

boost::json::object answer_json(const Answer& answer)
{
    return {{"answer", std::string{base::named(outcomes, answer.outcome).word}},
            {"note", text_json(answer.note)},
            {"by", answer.by},
            {"answered_at", base::instant_text(answer.answered_ms)},
            {"recorded_at", base::instant_text(answer.recorded_ms)},
            {"is_addition", answer.is_addition}};
}

boost::json::object item_json(const ItemFile& file)
{
    boost::json::array earlier;
    for (const Answer& one : file.outdated) earlier.push_back(answer_json(one));
    for (std::size_t i = 0; i + 1 < file.answers.size(); ++i) earlier.push_back(answer_json(file.answers[i]));
    boost::json::array additions;
    for (const Answer& one : file.additions) additions.push_back(answer_json(one));
    return {{"item", file.item.code},
            {"says", file.item.says},
            {"source", file.item.source.empty() ? std::string{"自拟"} : file.item.source + " [" + file.item.mark + "]"},
            {"answer", file.answers.empty() ? boost::json::value{} : answer_json(file.answers.back())},
            {"earlier", std::move(earlier)},
            {"additions", std::move(additions)},
            {"version", file.version()}};
}

// What a stage says of itself in its meeting and on the board of its day.
boost::json::object stage_json(const StageFile& file)
{
    const auto& signature = file.signed_off;
    return {{"stage", std::string{base::named(stages, file.stage).word}},
            {"name", std::string{base::named(stages, file.stage).chinese}},
            {"is_signed", signature.has_value()},
            {"signed_by", signature ? boost::json::value(signature->by) : boost::json::value{}},
            {"signed_at", signature ? boost::json::value(base::instant_text(signature->at_ms)) : boost::json::value{}},
            {"due_at", file.due ? boost::json::value(time_text(*file.due)) : boost::json::value{}},
            {"is_late", file.is_late},
            {"answered", file.answered},
            {"failed", file.failed}};
}

// A signature of where and when the meeting was to be before it was moved.
boost::json::object outdated_json(const SignOff& signature)
{
    return {{"signed_by", signature.by},
            {"signed_at", base::instant_text(signature.at_ms)},
            {"place", signature.place},
            {"from", time_text(signature.span.from)},
            {"until", time_text(signature.span.until)}};
}

boost::json::value said(const std::optional<std::string>& text, const std::string& field,
                        const std::map<std::string, std::string>& rooms)
{
    if (!text || field != "room") return text_or_null(text);
    const auto room = rooms.find(*text);
    return boost::json::value(room == rooms.end() ? *text : room->second);
}

}  // namespace

boost::json::object served_json(const Booking& booking, const std::optional<Room>& room, const Reader& reader)
{
    return {{"number", booking.number},
            {"title", reader.title_of(booking)},
            {"room", text_or_null(booking.room)},
            {"room_name", room ? boost::json::value(room->name) : boost::json::value{}},
            {"venue", text_json(booking.venue)},
            {"from", time_text(booking.span.from)},
            {"until", time_text(booking.span.until)},
            {"state", std::string{base::named(states, booking.state_at(reader.now)).word}},
            {"kind", booking.kind},
            {"host", booking.host},
            {"attendees", booking.attendees},
            {"asked_by", booking.asked_by},
            {"is_confidential", booking.is_confidential},
            {"room_equipment", room ? names_json(room->equipment) : boost::json::array{}}};
}

boost::json::array staff_json(const std::vector<ServiceStaff>& staff)
{
    boost::json::array array;
    for (const ServiceStaff& one : staff)
        array.push_back(boost::json::object{{"account", text_or_null(one.account)}, {"name", one.name}});
    return array;
}

boost::json::object sheet_json(const SheetFile& file, const Reader& reader, bool may_answer)
{
    const ServiceSheet& sheet = file.sheet;
    boost::json::array cards;
    for (const PlaceCard& one : sheet.place_cards)
        cards.push_back(boost::json::object{{"name", one.name}, {"unit", text_json(one.unit)}});
    boost::json::array refreshments;
    for (const Refreshment& one : sheet.refreshments)
        refreshments.push_back(boost::json::object{{"name", one.name}, {"quantity", one.quantity}});
    return {{"meeting", served_json(file.booking, file.room, reader)},
            {"banner", text_json(sheet.banner)},
            {"place_cards", std::move(cards)},
            {"refreshments", std::move(refreshments)},
            {"equipment", names_json(sheet.equipment)},
            {"equipment_note", text_json(sheet.equipment_note)},
            {"staff", staff_json(sheet.staff)},
            {"requests", text_json(sheet.requests)},
            {"version", sheet.version},
            {"changed_by", text_json(sheet.changed_by)},
            {"changed_at",
             sheet.version == 0 ? boost::json::value{} : boost::json::value(base::instant_text(sheet.changed_ms))},
            {"may_change", file.may_change},
            {"may_answer", may_answer}};
}

boost::json::object stages_json(const StagesFile& file, const Reader& reader, bool may_answer)
{
    boost::json::array all;
    for (const StageFile& stage : file.stages) {
        boost::json::object json = stage_json(stage);
        boost::json::array items;
        for (const ItemFile& item : stage.items) items.push_back(item_json(item));
        json["items"] = std::move(items);
        boost::json::array outdated;
        for (const SignOff& one : stage.outdated) outdated.push_back(outdated_json(one));
        json["outdated"] = std::move(outdated);
        json["round"] = stage.round;
        json["version"] = stage.version;
        all.push_back(std::move(json));
    }
    return {{"meeting", served_json(file.booking, file.room, reader)},
            {"list", file.list},
            {"stages", std::move(all)},
            {"may_answer", may_answer}};
}

boost::json::object day_json(const DayMeeting& meeting, const Reader& reader)
{
    boost::json::object json{{"meeting", served_json(meeting.booking, meeting.room, reader)},
                             {"stages", nullptr},
                             {"staff", nullptr},
                             {"place_cards", nullptr}};
    if (!meeting.service) return json;
    boost::json::array all;
    for (const StageFile& stage : meeting.service->stages) {
        boost::json::object one = stage_json(stage);
        one["items"] = stage.items.size();
        all.push_back(std::move(one));
    }
    json["stages"] = std::move(all);
    json["staff"] = staff_json(meeting.service->sheet.staff);
    json["place_cards"] = meeting.service->sheet.place_cards.size();
    return json;
}

boost::json::object notice_json(const NoticeFile& file, const std::map<std::string, std::string>& rooms,
                                const Reader& reader)
{
    const Notice& notice = file.notice;
    boost::json::array changes;
    for (const FieldChange& one : notice.changes)
        changes.push_back(boost::json::object{{"field", one.field},
                                              {"before", said(one.before, one.field, rooms)},
                                              {"after", said(one.after, one.field, rooms)}});
    return {{"id", notice.id},
            {"booking", notice.number},
            {"title", reader.title_of(file.booking)},
            {"room_name", said(file.booking.room.value_or(file.booking.venue), "room", rooms)},
            {"from", time_text(file.booking.span.from)},
            {"what", notice.what},
            {"changes", std::move(changes)},
            {"by", notice.by},
            {"at", base::instant_text(notice.at_ms)},
            {"acknowledged_at", instant_or_null(notice.acknowledged_ms)}};
}

}  // namespace meetings
