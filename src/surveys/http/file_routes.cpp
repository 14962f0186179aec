// SPDX-License-Identifier: Apache-2.0
// The workbook to be filled in.
#include "surveys/http/surveys_routes.h"
#include "surveys/import.h"

namespace surveys {

namespace {

http::Response template_file(http::Context& context)
{
    const auto file = http::temporary_file(context.data / "exports", ".xlsx");
    const auto written = spreadsheet::write_workbook(file->file, surveys_template());
    return written ? http::attachment(file, "满意度答卷_模板.xlsx") : http::problem(written.error());
}

}  // namespace

void add_file_routes(http::Router& router)
{
    router.add({.path = "/api/v1/surveys/template",
                .operation = "getAnswersTemplate",
                .permission = "surveys.read",
                .handle = template_file});
}

}  // namespace surveys
