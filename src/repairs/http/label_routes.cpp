// SPDX-License-Identifier: Apache-2.0
// Labels: what they say; and without signing in, what one stands for, and a report by it.
#include "http/quota.h"
#include "repairs/http/answers.h"
#include "repairs/http/repairs_routes.h"

namespace repairs {

namespace {

http::Response code_answer(http::Context& context, const base::Result<std::string>& code)
{
    if (!code) return http::problem(code.error());
    return answer(200, {{"equipment", context.part("equipment")}, {"code", *code}});
}

http::Response show_code(http::Context& context)
{
    return code_answer(context, repairs_of(context).report_code(context.actor, context.part("equipment")));
}

http::Response renew_code(http::Context& context)
{
    return code_answer(context, repairs_of(context).renew_report_code(context.actor, context.part("equipment")));
}

http::Response list_codes(http::Context& context)
{
    const auto codes = repairs_of(context).report_codes(context.actor);
    if (!codes) return http::problem(codes.error());
    boost::json::array items;
    for (const auto& [equipment, code] : *codes)
        items.push_back(boost::json::object{{"equipment", equipment}, {"code", code}});
    return answer(200, {{"items", std::move(items)}});
}

http::Response refused_by_label(const base::Error& error)
{
    if (error.code != "repairs.label.too_many") return refused(error);
    return http::too_often(error, http::hour_s);
}

http::Response ask(http::Context& context)
{
    http::Fields fields{context.request};
    const std::string code = fields.text("code", 100);
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto equipment = labelled(context.db, code);
    if (!equipment) return refused_by_label(equipment.error());
    return answer(200, {{"name", equipment->name},
                        {"place", text_json(equipment->room.empty() ? equipment->place : equipment->room)}});
}

void tell_office(http::Context& context, const std::string& code, const std::string& order)
{
    if (const auto label = label_of(code))
        context.heard.push_back(
            {"", label->org.text(), "change",
             boost::json::serialize(boost::json::object{{"what", "repairs.orders"}, {"name", order}})});
}

http::Response report(http::Context& context)
{
    http::Fields fields{context.request};
    PublicReport said;
    said.code = fields.text("code", 100);
    said.id = fields.text("id", 40);
    said.fault = fields.text("fault", 500);
    said.contact = fields.optional_text("contact", 60).value_or("");
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto order = report_by_label(context.db, context.clock, said);
    if (!order) return refused_by_label(order.error());
    tell_office(context, said.code, order->number);
    return answer(201, {{"number", order->number}});
}

// A file is the whole body, and neither the code nor the id may stand in an address that is logged: they are headers.
http::Response add_photo(http::Context& context)
{
    const auto& upload = context.request.upload;
    if (!upload || upload->bytes == 0) return http::problem({base::ErrorKind::invalid, "repairs.photo.not_a_picture"});
    const http::Headers& headers = context.request.headers;
    const PublicPhoto said{std::string{headers.get("x-report-code")}, std::string{headers.get("x-report-id")},
                           upload->file};
    const auto photos = photo_by_label(context.db, context.clock, context.data, said);
    if (!photos) return refused_by_label(photos.error());
    tell_office(context, said.code, photos->order);
    return answer(201, {{"photos", photos->count}});
}

void add_open(http::Router& router, const char* path, const char* operation, http::Body body, std::size_t most_bytes,
              http::Response (*handle)(http::Context&))
{
    router.add({.method = http::Method::post,
                .path = path,
                .operation = operation,
                .access = http::Access::open,
                .body = body,
                .body_limit = most_bytes,
                .guard = http::Guard::none,
                .handle = handle});
}

}  // namespace

void add_label_routes(http::Router& router)
{
    const std::string of_one = "/api/v1/repairs/equipment/{equipment}/report-code";
    router.add({.path = "/api/v1/repairs/report-codes",
                .operation = "listReportCodes",
                .permission = "repairs.work",
                .handle = list_codes});
    router.add({.path = of_one, .operation = "getReportCode", .permission = "repairs.work", .handle = show_code});
    router.add({.method = http::Method::post,
                .path = of_one,
                .operation = "renewReportCode",
                .permission = "repairs.edit",
                .guard = http::Guard::idempotency_key,
                .handle = renew_code});
    constexpr std::size_t most_of_text = 8 << 10;
    add_open(router, "/api/v1/repairs/public/equipment", "askReportCode", http::Body::json, most_of_text, ask);
    // The report's own id makes it one, however often it is sent; a photo is one by its content.
    add_open(router, "/api/v1/repairs/public/reports", "reportByCode", http::Body::json, most_of_text, report);
    add_open(router, "/api/v1/repairs/public/photos", "addPhotoByCode", http::Body::file,
             static_cast<std::size_t>(most_photo_bytes), add_photo);
}

}  // namespace repairs
