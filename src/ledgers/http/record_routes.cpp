// SPDX-License-Identifier: Apache-2.0
#include <boost/json.hpp>

#include "http/query.h"
#include "ledgers/exports.h"
#include "ledgers/http/ledger_json.h"
#include "ledgers/http/ledger_routes.h"
#include "ledgers/templates.h"

namespace ledgers {

namespace {

constexpr std::int64_t furthest = 10'000'000;

// q, filter (many) and sort, as far as they name declared columns; what is wrong is collected in `query`.
RecordQuery record_query(http::Query& query, const Definition& definition)
{
    RecordQuery wanted;
    wanted.text = query.text("q");
    for (const std::string& text : query.texts("filter")) {
        auto filter = parse_filter(definition, text);
        if (filter)
            wanted.filters.push_back(*std::move(filter));
        else
            query.add("filter", filter.error());
    }
    const std::string order = query.text("sort");
    if (order.empty()) return wanted;
    const auto sort = parse_sort(definition, order);
    if (sort)
        wanted.sort = *sort;
    else
        query.add("sort", sort.error());
    return wanted;
}

// A cursor takes the place of an offset.
Window window_of(http::Query& query)
{
    Window window;
    window.limit = query.limit();
    window.offset = static_cast<std::size_t>(query.integer("offset", 0, furthest).value_or(0));
    const auto cursor = query.cursor(2);
    if (!cursor) return window;
    if (cursor->front().empty()) {
        window.after = cursor->back();
        return window;
    }
    window.version = cursor->front();
    window.offset = 0;
    for (const char c : cursor->back()) {
        if (c < '0' || c > '9' || window.offset > furthest) {
            query.add("cursor", {base::ErrorKind::invalid, "request.cursor_malformed"});
            return window;
        }
        window.offset = window.offset * 10 + static_cast<std::size_t>(c - '0');
    }
    return window;
}

http::Response records(http::Context& context, RecordLists& lists)
{
    const std::string& name = context.part("ledger");
    const Ledgers ledgers{context.db, context.clock};
    const auto known = ledgers.find(context.actor, name);
    if (!known) return http::problem(known.error());
    http::Query query{context.request};
    const RecordQuery wanted = record_query(query, known->definition);
    const Window window = window_of(query);
    if (auto problem = query.problem()) return *std::move(problem);
    const auto page = ledgers.page(context.actor, name, wanted, window, lists);
    if (!page)
        return page.error().code == "ledgers.query.changed_meanwhile" ? http::problem(400, page.error())
                                                                      : http::problem(page.error());
    boost::json::array items;
    for (const ShownRecord& record : page->records) items.push_back(to_json(record));
    boost::json::object json{{"items", std::move(items)}, {"total", page->total}, {"next", nullptr}};
    if (!page->next.second.empty()) json["next"] = http::cursor_of({page->next.first, page->next.second});
    return answer(200, json);
}

http::Response history(http::Context& context)
{
    const Ledgers ledgers{context.db, context.clock};
    const auto found = ledgers.history(context.actor, context.part("ledger"), context.part("identity"));
    if (!found) return http::problem(found.error());
    boost::json::array items;
    for (const RecordVersion& version : found->versions) items.push_back(to_json(found->definition, version));
    return answer(200, {{"items", std::move(items)}, {"next", nullptr}});
}

http::Response export_file(http::Context& context)
{
    using spreadsheet::TableFormat;
    const std::string& name = context.part("ledger");
    const Ledgers ledgers{context.db, context.clock};
    const auto known = ledgers.find(context.actor, name);
    if (!known) return http::problem(known.error());
    http::Query query{context.request};
    const RecordQuery wanted = record_query(query, known->definition);
    const auto format = query.word<TableFormat>("format", {{"xlsx", TableFormat::xlsx}, {"csv", TableFormat::csv}})
                            .value_or(TableFormat::xlsx);
    if (auto problem = query.problem()) return *std::move(problem);
    const std::string end = format == TableFormat::xlsx ? ".xlsx" : ".csv";
    const auto file = http::temporary_file(context.data / "exports", end);
    const auto written = export_records(ledgers, context.actor, name, wanted, file->file, format);
    return written ? http::attachment(file, name + end) : http::problem(written.error());
}

// Of a declared register, of a standard one, or else the workbook that describes a new one.
http::Response template_file(http::Context& context)
{
    const std::string& name = context.part("ledger");
    const auto known = Ledgers{context.db, context.clock}.find(context.actor, name);
    const auto file = http::temporary_file(context.data / "exports", ".xlsx");
    const auto declared = known ? std::optional{known->definition} : std::nullopt;
    const auto written = write_template(file->file, declared, name);
    return written ? http::attachment(file, name + "_模板.xlsx") : http::problem(written.error());
}

}  // namespace

void add_record_routes(http::Router& router, RecordLists& lists)
{
    const auto add = [&router](const char* path, const char* operation, http::Handler handle) {
        router.add({.path = path, .operation = operation, .permission = "ledgers.read", .handle = std::move(handle)});
    };
    add("/api/v1/ledgers/{ledger}/records", "listLedgerRecords",
        [&lists](http::Context& context) { return records(context, lists); });
    add("/api/v1/ledgers/{ledger}/records/{identity}/history", "getLedgerRecordHistory", history);
    add("/api/v1/ledgers/{ledger}/export", "exportLedger", export_file);
    add("/api/v1/ledgers/{ledger}/template", "getLedgerTemplate", template_file);
}

}  // namespace ledgers
