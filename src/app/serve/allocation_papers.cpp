// SPDX-License-Identifier: Apache-2.0
// Papers of allocations as files: what a unit may have, what it agreed to, what is published.
#include <map>

#include "allocations/allocations.h"
#include "allocations/documents/papers.h"
#include "app/report_output.h"
#include "app/serve/routes.h"
#include "identity/identity.h"
#include "premises/area_standard_files.h"
#include "premises/documents/approval_document.h"
#include "premises/premises.h"

namespace app {

namespace {

struct Paper {
    std::string name = {};    // what stands before the dot
    std::string format = {};  // behind it
};

Paper paper_of(const http::Context& context)
{
    const std::string& asked = context.part("paper");
    const std::size_t dot = asked.rfind('.');
    if (dot == std::string::npos) return {asked, ""};
    return {asked.substr(0, dot), asked.substr(dot + 1)};
}

http::Response unknown_paper(const http::Context& context)
{
    return http::problem({base::ErrorKind::not_found, "allocations.paper.unknown", {{"paper", context.part("paper")}}});
}

http::Response file_of(const document::Document& document, const http::Context& context)
{
    const Paper paper = paper_of(context);
    base::Result<std::string> bytes = tl::unexpected<base::Error>(
        {base::ErrorKind::not_found, "allocations.paper.unknown", {{"paper", context.part("paper")}}});
    if (paper.format == "docx") bytes = document::docx(document);
    if (paper.format == "pdf") bytes = document::pdf(document, report_fonts());
    if (paper.format == "xlsx") bytes = document::xlsx(document);
    if (!bytes) return http::problem(bytes.error());
    http::Response response{.content_type = http::content_type_of(context.part("paper")), .body = *std::move(bytes)};
    response.header("Content-Disposition", "attachment; filename=\"" + context.part("paper") + "\"");
    return response;
}

std::string name_of_org(const http::Context& context)
{
    const auto org = identity::Organisations{context.db, context.clock}.find(context.actor.org);
    return org ? org->name : std::string{};
}

http::Response unit_paper(http::Context& context)
{
    const Paper paper = paper_of(context);
    if (paper.name != "calculation" || (paper.format != "docx" && paper.format != "pdf")) return unknown_paper(context);
    const auto file = allocations::Allocations{context.db, context.clock}.unit(context.actor.org, context.part("unit"));
    if (!file) return http::problem(file.error());
    const auto standards = premises::area_standards_on(context.clock.today());
    if (!standards) return http::problem(standards.error());
    return file_of(premises::approval_document({file->approved, *standards, name_of_org(context),
                                                printed_date(context.clock.today()), file->comparison}),
                   context);
}

http::Response agreement_paper(http::Context& context)
{
    const Paper paper = paper_of(context);
    const bool is_known =
        (paper.name == "agreement" || paper.name == "certificate") && (paper.format == "docx" || paper.format == "pdf");
    if (!is_known) return unknown_paper(context);
    const auto agreement =
        allocations::Allocations{context.db, context.clock}.agreement(context.actor.org, context.part("agreement"));
    if (!agreement) return http::problem(agreement.error());
    allocations::AgreementPaperInput input{*agreement, {}, name_of_org(context), printed_date(agreement->signed_on)};
    const premises::Premises premises{context.db, context.clock};
    for (const allocations::AgreedRoom& agreed : agreement->rooms)
        if (const auto rooms = premises.rooms(context.actor.org, agreed.building))
            for (const premises::Room& room : *rooms) input.areas[{room.building, room.number}] = room.usable;
    return file_of(
        paper.name == "agreement" ? allocations::agreement_document(input) : allocations::certificate_document(input),
        context);
}

http::Response publication_paper(http::Context& context)
{
    const Paper paper = paper_of(context);
    const auto year = base::Decimal::parse(paper.name);
    const bool is_year = year && year->scale() == 0 && year->digits() >= 2000 && year->digits() <= 2199;
    if (!is_year) return unknown_paper(context);
    const allocations::Allocations allocations{context.db, context.clock};
    const auto units = allocations.units(context.actor.org);
    if (!units) return http::problem(units.error());
    const auto persons = allocations.persons(context.actor.org);
    if (!persons) return http::problem(persons.error());
    const auto standards = premises::area_standards_on(context.clock.today());
    if (!standards) return http::problem(standards.error());
    allocations::PublicationInput input{year->digits(),
                                        *units,
                                        {},
                                        {},
                                        standards->title + "（" + standards->document + "）",
                                        name_of_org(context),
                                        printed_date(context.clock.today())};
    for (const allocations::PersonFile& person : *persons) input.persons.push_back(person.comparison);
    for (const allocations::Agreement& one : allocations.agreements(context.actor.org))
        if (!one.ended_on) input.agreements.push_back(one);
    return file_of(allocations::publication_document(input), context);
}

}  // namespace

void add_allocation_paper_routes(http::Router& router)
{
    const auto add = [&](const char* path, const char* operation, http::Response (*handle)(http::Context&)) {
        router.add({.path = path, .operation = operation, .permission = "premises.read", .handle = handle});
    };
    add("/api/v1/allocations/units/{unit}/{paper}", "getUnitPaper", unit_paper);
    add("/api/v1/allocations/agreements/{agreement}/{paper}", "getAgreementPaper", agreement_paper);
    add("/api/v1/allocations/publications/{paper}", "getPublicationPaper", publication_paper);
}

}  // namespace app
