// SPDX-License-Identifier: Apache-2.0
// What a meeting needs, its checklists, the board of a day, and what is told of changes.
#include <map>

#include "base/instant.h"
#include "meetings/core/time_text.h"
#include "meetings/http/meetings_routes.h"
#include "meetings/http/service_answers.h"

namespace meetings {

namespace {

Service service_of(const http::Context& context)
{
    return {context.db, context.clock};
}

bool may_answer(const http::Context& context)
{
    return context.actor.may("meetings.serve");
}

std::map<std::string, std::string> names_of_rooms(const http::Context& context)
{
    std::map<std::string, std::string> names;
    for (const Room& room : meetings_of(context).rooms(context.actor.org)) names[room.code] = room.name;
    return names;
}

http::Response show_sheet(http::Context& context)
{
    const auto file = service_of(context).sheet(context.actor, context.part("booking"));
    if (!file) return http::problem(file.error());
    return answer(200, sheet_json(*file, Reader{context}, may_answer(context)));
}

ServiceSheet sheet_of(http::Fields& fields)
{
    ServiceSheet sheet;
    sheet.banner = fields.optional_text("banner", 100).value_or("");
    for (http::Fields& one : fields.objects("place_cards"))
        sheet.place_cards.push_back({one.text("name", 40), one.optional_text("unit", 60).value_or("")});
    for (http::Fields& one : fields.objects("refreshments"))
        sheet.refreshments.push_back({one.text("name", 60), one.integer("quantity")});
    sheet.equipment = fields.texts("equipment");
    sheet.equipment_note = fields.optional_text("equipment_note", 500).value_or("");
    for (http::Fields& one : fields.objects("staff"))
        sheet.staff.push_back({one.optional_text("account", 60), one.text("name", 60)});
    sheet.requests = fields.optional_text("requests", 1'000).value_or("");
    return sheet;
}

http::Response change_sheet(http::Context& context)
{
    http::Fields fields{context.request};
    ServiceSheet sheet = sheet_of(fields);
    if (auto problem = fields.problem()) return *std::move(problem);
    Service service = service_of(context);
    const std::string& number = context.part("booking");
    const auto before = service.sheet(context.actor, number);
    if (!before) return http::problem(before.error());
    // The precondition was held against this version.
    sheet.version = before->sheet.version;
    const auto done = service.change(context.actor, number, std::move(sheet));
    if (!done) return refused(done.error());
    tell(context, "service");
    tell(context, *done);
    return show_sheet(context);
}

http::Response show_stages(http::Context& context, int status)
{
    const auto file = service_of(context).stages(context.actor, context.part("booking"));
    if (!file) return http::problem(file.error());
    return answer(status, stages_json(*file, Reader{context}, may_answer(context)));
}

// The stage that the path names; none: no such word.
std::optional<Stage> stage_of(const http::Context& context)
{
    return base::of_word(stages, context.part("stage"));
}

http::Response unknown_stage(const http::Context& context)
{
    return http::problem(
        {base::ErrorKind::not_found, "meetings.service.stage_unknown", {{"stage", context.part("stage")}}});
}

http::Response told_of_stage(http::Context& context, const base::Result<void>& done)
{
    if (!done) return refused(done.error());
    tell(context, "service");
    return show_stages(context, 201);
}

http::Response tick(http::Context& context)
{
    http::Fields fields{context.request};
    NewAnswer asked;
    asked.item = fields.text("item", 60);
    asked.version = fields.integer("version");
    asked.round = fields.optional_integer("round");
    asked.outcome = fields.word<Outcome>("answer", base::words_of(outcomes));
    asked.note = fields.optional_text("note", 500).value_or("");
    if (fields.has("answered_at")) asked.answered_ms = second_of(fields, "answered_at") * 1'000;
    asked.is_addition = fields.optional_flag("is_addition").value_or(false);
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto stage = stage_of(context);
    if (!stage) return unknown_stage(context);
    return told_of_stage(context, service_of(context).answer(context.actor, context.part("booking"), *stage, asked));
}

http::Response sign(http::Context& context)
{
    http::Fields fields{context.request};
    const std::int64_t version = fields.integer("version");
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto stage = stage_of(context);
    if (!stage) return unknown_stage(context);
    return told_of_stage(context,
                         service_of(context).sign_off(context.actor, context.part("booking"), *stage, version));
}

http::Response print(http::Context& context)
{
    http::Fields fields{context.request};
    const std::vector<std::pair<std::string_view, std::string>> papers{
        {"sheet", "sheet"}, {"checklists", "checklists"}, {"place_cards", "place_cards"}};
    const std::string paper = fields.word<std::string>("paper", papers);
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto printed = service_of(context).print(context.actor, context.part("booking"), paper);
    if (!printed) return refused(printed.error());
    return answer(201, {{"paper", paper},
                        {"printed_by", printed->name},
                        {"printed_at", base::instant_text(printed->at_ms)},
                        {"mark", printed->mark ? boost::json::value(*printed->mark) : boost::json::value{}}});
}

http::Response list_staff(http::Context& context)
{
    boost::json::array items;
    for (const ServiceAccount& one : service_of(context).staff(context.actor.org))
        items.push_back(boost::json::object{{"account", one.account}, {"name", one.name}});
    return answer(200, {{"items", std::move(items)}, {"next", nullptr}});
}

http::Response show_day(http::Context& context)
{
    http::Query query{context.request};
    const base::Date day = query.date("day").value_or(context.clock.today());
    if (auto problem = query.problem()) return *std::move(problem);
    const Reader reader{context};
    boost::json::array items;
    for (const DayMeeting& meeting : service_of(context).day(context.actor, day))
        items.push_back(day_json(meeting, reader));
    return answer(200, {{"day", day.to_string()}, {"items", std::move(items)}, {"may_answer", may_answer(context)}});
}

http::Response list_notices(http::Context& context)
{
    http::Query query{context.request};
    NoticeFilter filter;
    filter.with_acknowledged = query.flag("acknowledged");
    filter.most = static_cast<std::int64_t>(query.limit());
    if (const auto cursor = query.cursor(1)) filter.before = cursor->front();
    if (auto problem = query.problem()) return *std::move(problem);
    const auto names = names_of_rooms(context);
    const Reader reader{context};
    const NoticePage page = service_of(context).notices(context.actor, filter);
    boost::json::array items;
    for (const NoticeFile& file : page.files) items.push_back(notice_json(file, names, reader));
    boost::json::object json{
        {"items", std::move(items)}, {"next", nullptr}, {"total", page.total}, {"open", page.open}};
    if (page.has_more) json["next"] = http::cursor_of({page.files.back().notice.id});
    return answer(200, json);
}

http::Response acknowledge(http::Context& context)
{
    const auto done = service_of(context).acknowledge(context.actor, context.part("notice"));
    if (!done) return http::problem(done.error());
    tell(context, {{context.actor.name, done->notice.number}});
    return answer(200, notice_json(*done, names_of_rooms(context), Reader{context}));
}

}  // namespace

void add_service_routes(http::Router& router)
{
    const std::string of_booking = "/api/v1/meetings/bookings/{booking}/service";
    const auto read = [&](const std::string& path, const char* operation, http::Response (*handle)(http::Context&)) {
        router.add({.path = path, .operation = operation, .permission = "meetings.read", .handle = handle});
    };
    const auto post = [&](const std::string& path, const char* operation, const char* permission, http::Body body,
                          http::Response (*handle)(http::Context&)) {
        router.add({.method = http::Method::post,
                    .path = path,
                    .operation = operation,
                    .permission = permission,
                    .body = body,
                    .guard = http::Guard::idempotency_key,
                    .handle = handle});
    };
    using http::Body;
    read(of_booking, "getMeetingService", show_sheet);
    router.add({.method = http::Method::put,
                .path = of_booking,
                .operation = "changeMeetingService",
                .permission = "meetings.book",
                .body = Body::json,
                .guard = http::Guard::if_match,
                .handle = change_sheet});
    read(of_booking + "/stages", "getMeetingStages", [](http::Context& context) { return show_stages(context, 200); });
    post(of_booking + "/stages/{stage}/answers", "answerChecklistItem", "meetings.serve", Body::json, tick);
    post(of_booking + "/stages/{stage}/sign-off", "signOffStage", "meetings.serve", Body::json, sign);
    post(of_booking + "/prints", "printMeetingPaper", "meetings.read", Body::json, print);
    read("/api/v1/meetings/service-staff", "listServiceStaff", list_staff);
    read("/api/v1/meetings/service-day", "getServiceDay", show_day);
    read("/api/v1/meetings/notices", "listMeetingNotices", list_notices);
    post("/api/v1/meetings/notices/{notice}/acknowledgement", "acknowledgeMeetingNotice", "meetings.read", Body::none,
         acknowledge);
}

}  // namespace meetings
