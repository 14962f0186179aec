// SPDX-License-Identifier: Apache-2.0
// Orders: reported, worked on, accepted; and in numbers.
#include "repairs/http/answers.h"

#include <charconv>
#include <variant>

#include "base/instant.h"
#include "base/ratio.h"
#include "repairs/http/repairs_routes.h"
#include "repairs/limits.h"

namespace repairs {

namespace {

// What who asks may do now.
boost::json::array acts_of(const Order& order, const http::Context& context)
{
    boost::json::array acts;
    const bool works = context.actor.may("repairs.work");
    const bool may_end = works || (order.reported_by == context.actor.name && context.actor.may("repairs.report"));
    const auto add = [&](bool may, const char* act) {
        if (may) acts.emplace_back(act);
    };
    add(works && order.state == State::submitted, "review");
    add(works && order.state == State::open, "pause");
    add(works && order.state == State::paused, "resume");
    add(works && (order.state == State::open || order.state == State::paused), "repair");
    add(context.actor.may("repairs.accept") && order.state == State::repaired, "acceptance");
    add(may_end && order.is_open(), "cancel");
    add(may_end, "photos");
    return acts;
}

boost::json::array spare_rooms_json(const std::vector<SpareRoom>& spare_rooms)
{
    boost::json::array list;
    for (const SpareRoom& spare : spare_rooms) {
        boost::json::array alternatives;
        for (const meetings::Alternative& one : spare.alternatives)
            alternatives.push_back(boost::json::object{{"room", one.room},
                                                       {"name", one.name},
                                                       {"seats", one.seats},
                                                       {"from", time_json(one.span.from)},
                                                       {"until", time_json(one.span.until)}});
        list.push_back(boost::json::object{{"booking", spare.booking},
                                           {"from", time_json(spare.from)},
                                           {"until", time_json(spare.until)},
                                           {"alternatives", std::move(alternatives)}});
    }
    return list;
}

http::Response show(http::Context& context, const std::string& number, int status)
{
    const Repairs repairs = repairs_of(context);
    const auto file = repairs.order(context.actor.org, number);
    if (!file) return http::problem(file.error());
    boost::json::array steps;
    for (const Step& step : file->steps)
        steps.push_back(boost::json::object{{"action", step.action},
                                            {"at", base::instant_text(step.at_ms)},
                                            {"by", step.by},
                                            {"reason", text_json(step.reason)}});
    boost::json::array photos;
    for (const Photo& photo : file->photos) photos.push_back(photo_json(photo));
    const auto count = static_cast<std::int64_t>(photos.size());
    return answer(status, {{"order", order_json(file->order, names_of(repairs, context.actor.org), count, context)},
                           {"steps", std::move(steps)},
                           {"photos", std::move(photos)},
                           {"spare_rooms", spare_rooms_json(file->spare_rooms)},
                           {"acts", acts_of(file->order, context)}});
}

OrderQuestion question_of(http::Query& query, const http::Context& context)
{
    constexpr Second day = 86'400;
    OrderQuestion question;
    if (const auto from = query.date("from")) question.from = start_of(*from);
    if (const auto until = query.date("until")) question.until = start_of(*until) + day;
    question.scope = query.word<Scope>("scope", base::words_of(scopes));
    question.state = query.word<State>("state", base::words_of(states));
    if (const auto clock = query.word<ClockState>("clock", base::words_of(clock_states)))
        question.clock = ClockAsked{*clock, context.clock.seconds_since_1970(), shipped_limit()};
    question.source = query.word<Source>("source", base::words_of(sources));
    question.equipment = query.text("equipment");
    question.without_equipment = query.flag("without_equipment");
    question.kind = query.text("kind");
    question.room = query.text("room");
    if (query.flag("own")) question.reported_by = context.actor.name;
    return question;
}

std::optional<OrderPlace> place_of(http::Query& query)
{
    const auto cursor = query.cursor(2);
    if (!cursor) return std::nullopt;
    OrderPlace place{0, cursor->back()};
    const std::string& written = cursor->front();
    const char* const end = written.data() + written.size();
    if (std::from_chars(written.data(), end, place.reported) == std::from_chars_result{end, {}}) return place;
    query.add("cursor", {base::ErrorKind::invalid, "request.cursor_malformed"});
    return std::nullopt;
}

http::Response list(http::Context& context)
{
    http::Query query{context.request};
    const OrderQuestion question = question_of(query, context);
    const std::size_t limit = query.limit();
    const auto behind = place_of(query);
    if (auto problem = query.problem()) return *std::move(problem);
    const Repairs repairs = repairs_of(context);
    const OrderPage page = repairs.order_page(context.actor.org, question, behind, limit);
    const Names names = names_of(repairs, context.actor.org);
    auto photos = repairs.photo_counts(context.actor.org);
    boost::json::array items;
    for (const Order& order : page.orders) items.push_back(order_json(order, names, photos[order.number], context));
    boost::json::object json{{"items", std::move(items)}, {"next", nullptr}, {"total", page.count}};
    if (page.has_next)
        json["next"] = http::cursor_of({std::to_string(page.orders.back().reported), page.orders.back().number});
    return answer(200, json);
}

http::Response report(http::Context& context)
{
    http::Fields fields{context.request};
    NewOrder asked;
    asked.order.equipment = fields.optional_text("equipment", 60).value_or("");
    asked.order.room = fields.optional_text("room", 60).value_or("");
    asked.order.place = fields.optional_text("place", 100).value_or("");
    asked.order.fault = fields.text("fault", 500);
    asked.order.contact = fields.optional_text("contact", 60).value_or("");
    if (fields.has("photos")) asked.photos = fields.texts("photos");
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto order = repairs_of(context).report(context.actor, asked);
    if (!order) return refused(order.error());
    tell(context, "orders", order->number);
    return show(context, order->number, 201);
}

using Done = std::variant<http::Response, base::Result<void>>;

// What one does to an order, with the fields it needs.
template <class Act>
http::Response act(http::Context& context, const Act& act)
{
    http::Fields fields{context.request};
    const std::int64_t version = fields.integer("version");
    const std::string& number = context.part("order");
    Repairs repairs = repairs_of(context);
    const Done done = act(fields, repairs, number, version);
    if (const auto* const problem = std::get_if<http::Response>(&done)) return *problem;
    const auto& result = std::get<base::Result<void>>(done);
    if (!result) return refused(result.error());
    tell(context, "orders", number);
    return show(context, number, 200);
}

http::Response review(http::Context& context)
{
    return act(context,
               [&](http::Fields& fields, Repairs& repairs, const std::string& number, std::int64_t version) -> Done {
                   const bool is_accepted = fields.flag("is_accepted");
                   const std::string reason = fields.optional_text("reason", 500).value_or("");
                   if (auto problem = fields.problem()) return *std::move(problem);
                   return repairs.review(context.actor, number, version, is_accepted, reason);
               });
}

http::Response pause(http::Context& context)
{
    return act(context,
               [&](http::Fields& fields, Repairs& repairs, const std::string& number, std::int64_t version) -> Done {
                   const auto reason = fields.word<PauseReason>("reason", base::words_of(pause_reasons));
                   const std::string note = fields.optional_text("note", 500).value_or("");
                   if (auto problem = fields.problem()) return *std::move(problem);
                   return repairs.pause(context.actor, number, version, reason, note);
               });
}

http::Response resume(http::Context& context)
{
    return act(context,
               [&](http::Fields& fields, Repairs& repairs, const std::string& number, std::int64_t version) -> Done {
                   if (auto problem = fields.problem()) return *std::move(problem);
                   return repairs.resume(context.actor, number, version);
               });
}

http::Response repair(http::Context& context)
{
    return act(context,
               [&](http::Fields& fields, Repairs& repairs, const std::string& number, std::int64_t version) -> Done {
                   const std::string work = fields.text("work", 500);
                   const std::string unit = fields.text("repaired_by", 100);
                   if (auto problem = fields.problem()) return *std::move(problem);
                   return repairs.repair(context.actor, number, version, work, unit);
               });
}

http::Response accept(http::Context& context)
{
    return act(context,
               [&](http::Fields& fields, Repairs& repairs, const std::string& number, std::int64_t version) -> Done {
                   const bool is_accepted = fields.flag("is_accepted");
                   const std::string reason = fields.optional_text("reason", 500).value_or("");
                   if (auto problem = fields.problem()) return *std::move(problem);
                   return repairs.accept(context.actor, number, version, is_accepted, reason);
               });
}

http::Response cancel(http::Context& context)
{
    return act(context,
               [&](http::Fields& fields, Repairs& repairs, const std::string& number, std::int64_t version) -> Done {
                   const std::string reason = fields.text("reason", 500);
                   if (auto problem = fields.problem()) return *std::move(problem);
                   return repairs.cancel(context.actor, number, version, reason);
               });
}

http::Response add_photos(http::Context& context)
{
    return act(context,
               [&](http::Fields& fields, Repairs& repairs, const std::string& number, std::int64_t version) -> Done {
                   const std::vector<std::string> photos = fields.texts("photos");
                   if (auto problem = fields.problem()) return *std::move(problem);
                   return repairs.add_photos(context.actor, number, version, photos);
               });
}

boost::json::array counts_json(const std::vector<Count>& counts)
{
    boost::json::array list;
    for (const Count& one : counts)
        list.push_back(boost::json::object{
            {"key", one.key}, {"name", one.name}, {"count", one.count}, {"within", one.within}, {"late", one.late}});
    return list;
}

boost::json::value seconds_json(const std::optional<Second>& seconds)
{
    return seconds ? boost::json::value(*seconds) : boost::json::value{};
}

http::Response show_statistics(http::Context& context)
{
    constexpr Second hour = 3'600;
    http::Query query{context.request};
    const base::Date today = context.clock.today();
    const base::Date from = query.date("from").value_or(base::Date::of(today.year(), 1, 1).value());
    const base::Date until = query.date("until").value_or(today);
    if (auto problem = query.problem()) return *std::move(problem);
    const Statistics found = repairs_of(context).statistics(context.actor.org, from, until);
    const std::int64_t judged = found.within + found.late;
    const boost::json::value share =
        judged == 0 ? boost::json::value{}
                    : boost::json::value(base::Ratio::reduced(found.within * 100, judged).rounded(2).to_string());
    return answer(200, {{"from", from.to_string()},
                        {"until", until.to_string()},
                        {"reported", found.reported},
                        {"accepted", found.accepted},
                        {"within", found.within},
                        {"late", found.late},
                        {"open", found.open},
                        {"share_within", share},
                        {"longest_seconds", seconds_json(found.longest)},
                        {"mean_seconds", seconds_json(found.mean)},
                        {"limit_hours", shipped_limit().seconds / hour},
                        {"limit_source", shipped_limit().source},
                        {"by_month", counts_json(found.by_month)},
                        {"by_kind", counts_json(found.by_kind)},
                        {"by_source", counts_json(found.by_source)}});
}

}  // namespace

void add_order_routes(http::Router& router)
{
    const std::string all = "/api/v1/repairs/orders";
    const std::string one = all + "/{order}";
    router.add({.path = all, .operation = "listRepairOrders", .permission = "repairs.read", .handle = list});
    add_change(router, all, "reportFault", "repairs.report", report);
    router.add({.path = one,
                .operation = "getRepairOrder",
                .permission = "repairs.read",
                .handle = [](http::Context& context) { return show(context, context.part("order"), 200); }});
    add_change(router, one + "/review", "reviewReport", "repairs.work", review);
    add_change(router, one + "/pause", "pauseRepair", "repairs.work", pause);
    add_change(router, one + "/resume", "resumeRepair", "repairs.work", resume);
    add_change(router, one + "/repair", "finishRepair", "repairs.work", repair);
    add_change(router, one + "/acceptance", "acceptRepair", "repairs.accept", accept);
    add_change(router, one + "/cancel", "cancelRepair", "repairs.report", cancel);
    add_change(router, one + "/photos", "addRepairPhotos", "repairs.report", add_photos);
    router.add({.path = "/api/v1/repairs/statistics",
                .operation = "getRepairStatistics",
                .permission = "repairs.read",
                .handle = show_statistics});
}

void add_repairs_routes(http::Router& router)
{
    add_equipment_routes(router);
    add_inspection_routes(router);
    add_order_routes(router);
    add_label_routes(router);
    add_file_routes(router);
}

}  // namespace repairs
