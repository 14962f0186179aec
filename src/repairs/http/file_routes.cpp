// SPDX-License-Identifier: Apache-2.0
// The workbook to be filled in.
#include "repairs/http/repairs_routes.h"
#include "repairs/import.h"

namespace repairs {

namespace {

http::Response template_file(http::Context& context)
{
    const auto file = http::temporary_file(context.data / "exports", ".xlsx");
    const auto written = spreadsheet::write_workbook(file->file, repairs_template());
    return written ? http::attachment(file, "设备维修_模板.xlsx") : http::problem(written.error());
}

}  // namespace

void add_file_routes(http::Router& router)
{
    router.add({.path = "/api/v1/repairs/template",
                .operation = "getRepairsTemplate",
                .permission = "repairs.read",
                .handle = template_file});
}

}  // namespace repairs
