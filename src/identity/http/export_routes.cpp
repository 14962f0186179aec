// SPDX-License-Identifier: Apache-2.0
#include "http/query.h"
#include "identity/exports.h"
#include "identity/http/identity_routes.h"

namespace identity {

namespace {

using spreadsheet::TableFormat;
using spreadsheet::TableSheet;

ExportFrom from(const http::Context& context)
{
    return {context.db, context.clock, context.actor.org};
}

// `query` narrows as it does for the lists.
TableSheet people(const http::Context& context, http::Query& query)
{
    return people_table(from(context), PersonFilter{query.text("q")});
}

TableSheet grants(const http::Context& context, http::Query& query)
{
    return grants_table(from(context), grant_filter(query));
}

TableSheet sessions(const http::Context& context, http::Query&)
{
    return sessions_table(from(context));
}

using Make = TableSheet (*)(const http::Context&, http::Query&);

http::Response exported(http::Context& context, Make make)
{
    http::Query query{context.request};
    const auto format = query.word<TableFormat>("format", {{"xlsx", TableFormat::xlsx}, {"csv", TableFormat::csv}})
                            .value_or(TableFormat::xlsx);
    const TableSheet sheet = make(context, query);
    if (auto problem = query.problem()) return *std::move(problem);
    const std::string end = format == TableFormat::xlsx ? ".xlsx" : ".csv";
    const auto file = http::temporary_file(context.data / "exports", end);
    const auto written = spreadsheet::write_table(file->file, sheet, format);
    return written ? http::attachment(file, sheet.name + end) : http::problem(written.error());
}

}  // namespace

void add_export_routes(http::Router& router)
{
    const auto add = [&router](const char* path, const char* operation, const char* permission, Make make) {
        router.add(
            {.path = path, .operation = operation, .permission = permission, .handle = [make](http::Context& context) {
                 return exported(context, make);
             }});
    };
    add("/api/v1/identity/people/export", "exportPeople", "identity.read", people);
    add("/api/v1/identity/grants/export", "exportGrants", "identity.read", grants);
    add("/api/v1/identity/sessions/export", "exportSessions", "identity.sessions", sessions);
}

}  // namespace identity
