// SPDX-License-Identifier: Apache-2.0
// Without signing in: what a label stands for, and a report by it.
#include "http/quota.h"
#include "repairs/http/answers.h"
#include "repairs/http/repairs_routes.h"

namespace repairs {

namespace {

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
    if (const auto label = label_of(said.code))
        context.heard.push_back(
            {"", label->org.text(), "change",
             boost::json::serialize(boost::json::object{{"what", "repairs.orders"}, {"name", order->number}})});
    return answer(201, {{"number", order->number}});
}

void add_open(http::Router& router, const char* path, const char* operation, http::Response (*handle)(http::Context&))
{
    constexpr std::size_t most_bytes = 8 << 10;
    router.add({.method = http::Method::post,
                .path = path,
                .operation = operation,
                .access = http::Access::open,
                .body = http::Body::json,
                .body_limit = most_bytes,
                .guard = http::Guard::none,
                .handle = handle});
}

}  // namespace

void add_label_routes(http::Router& router)
{
    add_open(router, "/api/v1/repairs/public/equipment", "askReportCode", ask);
    // The report's own id makes it one, however often it is sent.
    add_open(router, "/api/v1/repairs/public/reports", "reportByCode", report);
}

}  // namespace repairs
