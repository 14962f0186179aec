// SPDX-License-Identifier: Apache-2.0
// Workbooks to be filled in and to be taken away.
#include "premises/exports.h"
#include "premises/http/answers.h"
#include "premises/http/premises_routes.h"

namespace premises {

namespace {

http::Response template_file(http::Context& context)
{
    const auto file = http::temporary_file(context.data / "exports", ".xlsx");
    const auto written = spreadsheet::write_workbook(file->file, premises_template());
    return written ? http::attachment(file, "办公用房_模板.xlsx") : http::problem(written.error());
}

http::Response export_file(http::Context& context)
{
    http::Query query{context.request};
    ExportOf what;
    what.sheet = query.word<RegisterSheet>("sheet", words_of(register_sheets));
    what.filter = estate_filter(query);
    if (auto problem = query.problem()) return *std::move(problem);
    const auto file = http::temporary_file(context.data / "exports", ".xlsx");
    const auto written = export_register(premises_of(context), context.actor.org, what, file->file);
    const std::string name{what.sheet ? named(register_sheets, *what.sheet).chinese : "办公用房"};
    return written ? http::attachment(file, name + ".xlsx") : http::problem(written.error());
}

}  // namespace

void add_file_routes(http::Router& router)
{
    router.add({.path = "/api/v1/premises/template",
                .operation = "getPremisesTemplate",
                .permission = "premises.read",
                .handle = template_file});
    router.add({.path = "/api/v1/premises/export",
                .operation = "exportPremises",
                .permission = "premises.read",
                .handle = export_file});
}

}  // namespace premises
