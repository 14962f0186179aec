// SPDX-License-Identifier: Apache-2.0
// The workbook to be filled in.
#include "holdings/http/holdings_routes.h"
#include "holdings/ledger_import.h"

namespace holdings {

namespace {

http::Response template_file(http::Context& context)
{
    const auto file = http::temporary_file(context.data / "exports", ".xlsx");
    const auto written = spreadsheet::write_workbook(file->file, ledger_template());
    return written ? http::attachment(file, "分台账_模板.xlsx") : http::problem(written.error());
}

}  // namespace

void add_file_routes(http::Router& router)
{
    router.add({.path = "/api/v1/holdings/template",
                .operation = "getHoldingsTemplate",
                .permission = "holdings.read",
                .handle = template_file});
}

}  // namespace holdings
