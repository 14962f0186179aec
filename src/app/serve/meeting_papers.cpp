// SPDX-License-Identifier: Apache-2.0
// Papers of meetings as files: the service sheet, the checklists.
#include "app/report_output.h"
#include "app/serve/routes.h"
#include "identity/identity.h"
#include "meetings/documents/service_papers.h"
#include "meetings/service.h"

namespace app {

namespace {

struct MeetingPaper {
    std::string name = {};
    std::string format = {};

    explicit MeetingPaper(const std::string& asked) : name{asked}
    {
        const std::size_t dot = asked.rfind('.');
        if (dot == std::string::npos) return;
        name = asked.substr(0, dot);
        format = asked.substr(dot + 1);
    }
    bool is_known() const { return (name == "sheet" || name == "checklists") && (format == "docx" || format == "pdf"); }
};

http::Response meeting_paper(http::Context& context)
{
    const std::string& asked = context.part("paper");
    const MeetingPaper paper{asked};
    if (!paper.is_known())
        return http::problem({base::ErrorKind::not_found, "meetings.paper.unknown", {{"paper", asked}}});
    meetings::Service service{context.db, context.clock};
    const std::string& number = context.part("booking");
    const auto sheet = service.sheet(context.actor, number);
    if (!sheet) return http::problem(sheet.error());
    const auto stages = service.stages(context.actor, number);
    if (!stages) return http::problem(stages.error());
    const auto printed = service.print(context.actor, number, asked);
    if (!printed) return http::problem(printed.error());
    const auto org = identity::Organisations{context.db, context.clock}.find(context.actor.org);
    const meetings::ServicePaperInput input{sheet->booking,
                                            sheet->room ? sheet->room->name : sheet->booking.venue,
                                            sheet->sheet,
                                            stages->list,
                                            stages->stages,
                                            org ? org->name : std::string{},
                                            printed_date(context.clock.today()),
                                            printed->mark.value_or("")};
    const document::Document document =
        paper.name == "sheet" ? meetings::sheet_document(input) : meetings::checklists_document(input);
    const auto bytes = paper.format == "docx" ? document::docx(document) : document::pdf(document, report_fonts());
    if (!bytes) return http::problem(bytes.error());
    http::Response response{.content_type = http::content_type_of(asked), .body = *bytes};
    response.header("Content-Disposition", "attachment; filename=\"" + asked + "\"");
    return response;
}

}  // namespace

void add_meeting_paper_routes(http::Router& router)
{
    router.add({.path = "/api/v1/meetings/bookings/{booking}/service/papers/{paper}",
                .operation = "getMeetingPaper",
                .permission = "meetings.read",
                .handle = meeting_paper});
}

}  // namespace app
