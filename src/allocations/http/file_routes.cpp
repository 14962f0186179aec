// SPDX-License-Identifier: Apache-2.0
// Workbooks to be filled in and to be taken away.
#include "allocations/http/allocations_routes.h"
#include "allocations/http/answers.h"
#include "allocations/import.h"

namespace allocations {

namespace {

http::Response template_file(http::Context& context)
{
    const auto file = http::temporary_file(context.data / "exports", ".xlsx");
    const auto written = spreadsheet::write_workbook(file->file, allocations_template());
    return written ? http::attachment(file, "配置与使用_模板.xlsx") : http::problem(written.error());
}

http::Response export_file(http::Context& context)
{
    const auto file = http::temporary_file(context.data / "exports", ".xlsx");
    const auto written = allocations_of(context).write_workbook(context.actor.org, file->file);
    return written ? http::attachment(file, "配置与使用.xlsx") : http::problem(written.error());
}

}  // namespace

void add_file_routes(http::Router& router)
{
    add_reading(router, "/api/v1/allocations/template", "getAllocationsTemplate", template_file);
    add_reading(router, "/api/v1/allocations/export", "exportAllocations", export_file);
}

}  // namespace allocations
