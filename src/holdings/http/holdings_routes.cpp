// SPDX-License-Identifier: Apache-2.0
// Stocktakes, reconciliations and idle rooms: areas in square metres as text, as the register gives them.
#include "holdings/http/holdings_routes.h"

#include <boost/json.hpp>

#include "base/decimal.h"
#include "holdings/holdings.h"
#include "holdings/http/answers.h"
#include "holdings/reconciliation_sheet.h"
#include "holdings/record_json.h"
#include "http/fields.h"
#include "http/query.h"

namespace holdings {

namespace {

constexpr std::size_t most_entries = 500;
constexpr std::int64_t most_days = 36'500;

http::Response items_answer(boost::json::array items)
{
    return answer(200, {{"items", std::move(items)}, {"next", nullptr}});
}

http::Response show_stocktake(http::Context& context, const std::string& code, int status)
{
    const auto file = holdings_of(context).stocktake(context.actor.org, code);
    if (!file) return http::problem(file.error());
    return answer(status, json_of(*file));
}

http::Response list_stocktakes(http::Context& context)
{
    boost::json::array items;
    for (const Stocktake& one : holdings_of(context).stocktakes(context.actor.org)) items.push_back(row_json(one));
    return items_answer(std::move(items));
}

http::Response open_stocktake(http::Context& context)
{
    http::Fields fields{context.request};
    Stocktake stocktake;
    stocktake.code = fields.text("code", 60);
    stocktake.name = fields.text("name", 200);
    stocktake.opened_on = fields.date("opened_on");
    stocktake.buildings = fields.texts("buildings");
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto done = holdings_of(context).open(context.actor, stocktake);
    if (!done) return refused(done.error());
    tell(context, "stocktakes", stocktake.code);
    return show_stocktake(context, stocktake.code, 201);
}

http::Response list_expected(http::Context& context)
{
    const auto rooms = holdings_of(context).expected_rooms(context.actor.org, context.part("stocktake"));
    if (!rooms) return http::problem(rooms.error());
    boost::json::array items;
    for (const ExpectedRoom& room : *rooms)
        items.push_back(
            boost::json::object{{"building", room.building},
                                {"building_name", room.building_name},
                                {"number", room.number},
                                {"floor", room.floor},
                                {"unit", room.unit.empty() ? boost::json::value{} : boost::json::value(room.unit)},
                                {"usable_m2", base::Decimal{room.usable_dm2, 2}.to_string()},
                                {"code", room_code(room.building, room.number)}});
    return items_answer(std::move(items));
}

Entry entry_of_body(http::Fields& fields)
{
    Entry entry;
    entry.id = fields.text("id", 64);
    entry.building = fields.text("building", 60);
    entry.number = fields.text("number", 40);
    entry.unit = fields.optional_text("unit", 200).value_or("");
    entry.state = fields.word<SeenState>("state", base::words_of(seen_states));
    entry.note = fields.optional_text("note", 500).value_or("");
    const auto counted = milliseconds_of(fields.text("counted_at", 40));
    if (counted)
        entry.counted_ms = *counted;
    else
        fields.add("counted_at", counted.error());
    return entry;
}

http::Response count_entries(http::Context& context)
{
    http::Fields fields{context.request};
    std::vector<Entry> entries;
    for (http::Fields& inner : fields.objects("entries")) entries.push_back(entry_of_body(inner));
    if (entries.size() > most_entries)
        fields.add("entries",
                   {base::ErrorKind::invalid, "holdings.entry.too_many", {{"most", std::to_string(most_entries)}}});
    if (auto problem = fields.problem()) return *std::move(problem);
    const std::string& code = context.part("stocktake");
    const auto verdicts = holdings_of(context).count(context.actor, code, entries);
    if (!verdicts) return http::problem(verdicts.error());
    tell(context, "stocktakes", code);
    boost::json::array items;
    for (const Verdict& verdict : *verdicts) {
        boost::json::object item{{"id", verdict.id}, {"code", nullptr}, {"refusal", nullptr}};
        if (verdict.refusal) {
            item["code"] = verdict.refusal->code;
            item["refusal"] = context.words ? context.words(*verdict.refusal) : verdict.refusal->code;
        }
        items.push_back(std::move(item));
    }
    return items_answer(std::move(items));
}

http::Response close_stocktake(http::Context& context)
{
    http::Fields fields{context.request};
    if (auto problem = fields.problem()) return *std::move(problem);
    const std::string& code = context.part("stocktake");
    const auto done = holdings_of(context).close(context.actor, code);
    if (!done) return refused(done.error());
    tell(context, "stocktakes", code);
    return show_stocktake(context, code, 200);
}

base::Result<ReconciliationKind> kind_of(const http::Context& context)
{
    const std::string& word = context.part("kind");
    if (const auto kind = base::of_word(reconciliation_kinds, word)) return *kind;
    return base::fail(base::ErrorKind::not_found, "holdings.reconciliation.unknown_kind", {{"kind", word}});
}

http::Response reconcile(http::Context& context)
{
    const auto kind = kind_of(context);
    if (!kind) return http::problem(kind.error());
    const auto found = holdings_of(context).reconcile(context.actor.org, *kind);
    return found ? answer(200, json_of(*found)) : http::problem(found.error());
}

http::Response export_reconciliation(http::Context& context)
{
    http::Query query{context.request};
    const bool only_differing = query.flag("differing");
    if (auto problem = query.problem()) return *std::move(problem);
    const auto kind = kind_of(context);
    if (!kind) return http::problem(kind.error());
    const auto found = holdings_of(context).reconcile(context.actor.org, *kind);
    if (!found) return http::problem(found.error());
    const auto file = http::temporary_file(context.data / "exports", ".xlsx");
    const auto written = spreadsheet::write_workbook(file->file, {sheet_of(*found, *kind, only_differing)});
    if (!written) return http::problem(written.error());
    return http::attachment(file, std::string{base::named(reconciliation_kinds, *kind).chinese} + "核对.xlsx");
}

http::Response list_idle(http::Context& context)
{
    http::Query query{context.request};
    const auto days = query.integer("days", 0, most_days);
    if (auto problem = query.problem()) return *std::move(problem);
    const IdlePool pool = holdings_of(context).idle(context.actor.org, days);
    boost::json::array items;
    for (const IdleRoom& room : pool.rooms) items.push_back(json_of(room));
    return answer(200, {{"items", std::move(items)}, {"next", nullptr}, {"days", pool.days}});
}

http::Response decide_idle(http::Context& context)
{
    http::Fields fields{context.request};
    IdleDecision decision;
    decision.building = fields.text("building", 60);
    decision.number = fields.text("number", 40);
    decision.state = fields.word<IdleState>("state", base::words_of(idle_states));
    decision.unit = fields.optional_text("unit", 200).value_or("");
    decision.day = fields.date("day");
    decision.document = fields.text("document", 200);
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto decided = holdings_of(context).decide(context.actor, decision);
    if (!decided) return refused(decided.error());
    tell(context, "idle", decision.building + "/" + decision.number);
    return answer(201, json_of(*decided));
}

void add_change(http::Router& router, const char* path, const char* operation, const char* permission,
                http::Guard guard, http::Response (*handle)(http::Context&))
{
    router.add({.method = http::Method::post,
                .path = path,
                .operation = operation,
                .permission = permission,
                .body = http::Body::json,
                .guard = guard,
                .handle = handle});
}

void add_reading(http::Router& router, const char* path, const char* operation, http::Handler handle)
{
    router.add({.path = path, .operation = operation, .permission = "holdings.read", .handle = std::move(handle)});
}

}  // namespace

void add_holdings_routes(http::Router& router)
{
    using http::Guard;
    const auto show = [](http::Context& context) { return show_stocktake(context, context.part("stocktake"), 200); };
    add_reading(router, "/api/v1/holdings/stocktakes", "listStocktakes", list_stocktakes);
    add_change(router, "/api/v1/holdings/stocktakes", "openStocktake", "holdings.edit", Guard::idempotency_key,
               open_stocktake);
    add_reading(router, "/api/v1/holdings/stocktakes/{stocktake}", "getStocktake", show);
    add_reading(router, "/api/v1/holdings/stocktakes/{stocktake}/rooms", "listStocktakeRooms", list_expected);
    // Each entry has an id of its own, under which it is counted once.
    add_change(router, "/api/v1/holdings/stocktakes/{stocktake}/entries", "countRooms", "holdings.count", Guard::none,
               count_entries);
    add_change(router, "/api/v1/holdings/stocktakes/{stocktake}/close", "closeStocktake", "holdings.edit",
               Guard::idempotency_key, close_stocktake);
    add_reading(router, "/api/v1/holdings/reconciliations/{kind}", "getReconciliation", reconcile);
    add_reading(router, "/api/v1/holdings/reconciliations/{kind}/export", "exportReconciliation",
                export_reconciliation);
    add_reading(router, "/api/v1/holdings/idle", "listIdleRooms", list_idle);
    add_change(router, "/api/v1/holdings/idle/decisions", "decideIdleRoom", "holdings.edit", Guard::idempotency_key,
               decide_idle);
    add_file_routes(router);
    add_lease_routes(router);
}

}  // namespace holdings
