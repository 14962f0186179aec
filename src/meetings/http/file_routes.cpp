// SPDX-License-Identifier: Apache-2.0
// Workbooks to be filled in and to be taken away.
#include "meetings/http/answers.h"
#include "meetings/http/meetings_routes.h"

namespace meetings {

namespace {

http::Response template_file(http::Context& context)
{
    const auto file = http::temporary_file(context.data / "exports", ".xlsx");
    const auto written = spreadsheet::write_workbook(file->file, meetings_template());
    return written ? http::attachment(file, "会务_模板.xlsx") : http::problem(written.error());
}

// Titles of confidential meetings are for those who may see them: to take all away is to see all.
http::Response export_file(http::Context& context)
{
    const auto file = http::temporary_file(context.data / "exports", ".xlsx");
    const auto written = meetings_of(context).write_workbook(context.actor.org, file->file);
    return written ? http::attachment(file, "会务.xlsx") : http::problem(written.error());
}

}  // namespace

void add_file_routes(http::Router& router)
{
    router.add({.path = "/api/v1/meetings/template",
                .operation = "getMeetingTemplate",
                .permission = "meetings.read",
                .handle = template_file});
    router.add({.path = "/api/v1/meetings/export",
                .operation = "exportMeetings",
                .permission = "meetings.confidential",
                .handle = export_file});
}

}  // namespace meetings
