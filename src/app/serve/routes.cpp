// SPDX-License-Identifier: Apache-2.0
#include "app/serve/routes.h"

#include <boost/json.hpp>

#include "allocations/http/allocations_routes.h"
#include "allocations/http/request_routes.h"
#include "app/commands.h"
#include "app/serve/health.h"
#include "app/serve/indicator_wiring.h"
#include "app/serve/job_kinds.h"
#include "app/serve/report_wiring.h"
#include "app/system/system_routes.h"
#include "app/year/year_routes.h"
#include "budget/http/budget_routes.h"
#include "check/http/check_routes.h"
#include "cli/json.h"
#include "holdings/http/holdings_routes.h"
#include "identity/http/identity_routes.h"
#include "jobs/http/job_routes.h"
#include "ledgers/http/ledger_routes.h"
#include "meetings/http/meetings_routes.h"
#include "premises/http/premises_routes.h"
#include "repairs/http/repairs_routes.h"
#include "surveys/http/surveys_routes.h"

namespace app {

namespace {

std::string_view to_text(http::Access access)
{
    constexpr std::string_view words[] = {"open", "signed_in", "granted"};
    return words[static_cast<std::size_t>(access)];
}

std::string_view to_text(http::Guard guard)
{
    constexpr std::string_view words[] = {"none", "idempotency_key", "if_match"};
    return words[static_cast<std::size_t>(guard)];
}

cli::Exit list_routes(const cli::Input&, cli::Terminal& terminal)
{
    Shared shared;
    const http::Router router = all_routes(shared, {}, {});
    boost::json::array rows;
    std::vector<std::vector<std::string>> lines;
    for (const http::Route& route : router.routes()) {
        const std::vector<std::string> line{
            std::string{http::to_text(route.method)}, route.path,       route.operation,
            std::string{to_text(route.access)},       route.permission, std::string{to_text(route.guard)}};
        rows.push_back(boost::json::object{{"method", line[0]},
                                           {"path", line[1]},
                                           {"operation", line[2]},
                                           {"access", line[3]},
                                           {"permission", line[4]},
                                           {"guard", line[5]}});
        lines.push_back(line);
    }
    if (terminal.format == cli::Format::json)
        cli::print_json(terminal.out, boost::json::object{{"routes", std::move(rows)}});
    else
        cli::print_table(terminal.out, {{"METHOD"}, {"PATH"}, {"OPERATION"}, {"ACCESS"}, {"PERMISSION"}, {"GUARD"}},
                         lines);
    return cli::Exit::done;
}

}  // namespace

http::Router all_routes(Shared& shared, std::function<Metrics::Sources()> sources, const identity::Door& door)
{
    http::Router router;
    add_health_routes(router);
    add_metrics_route(router, shared.metrics, std::move(sources));
    identity::add_identity_routes(router, door);
    jobs::add_job_routes(router, shared.live);
    budget::add_budget_routes(router);
    add_budget_import_routes(router);
    ledgers::add_ledger_routes(router, shared.lists);
    add_ledger_import_routes(router);
    premises::add_premises_routes(router);
    holdings::add_holdings_routes(router);
    allocations::add_unit_routes(router);
    allocations::add_file_routes(router);
    allocations::add_room_use_routes(router);
    allocations::add_agreement_routes(router);
    allocations::add_request_routes(router);
    add_allocation_paper_routes(router);
    meetings::add_meetings_routes(router);
    repairs::add_repairs_routes(router);
    add_meeting_paper_routes(router);
    surveys::add_surveys_routes(router);
    add_table_job_routes(router);
    add_survey_job_routes(router);
    indicators::add_indicator_routes(router, indicator_surroundings());
    add_watch_routes(router);
    add_indicator_job_routes(router);
    reports::add_report_routes(router, compose_preview);
    add_report_job_routes(router);
    check::add_check_routes(router);
    add_check_job_routes(router);
    add_closing_routes(router);
    add_turn_routes(router);
    add_system_routes(router, shared.system);
    return router;
}

void add_routes_command(cli::Program& program)
{
    program.add({.path = {"routes"},
                 .summary = {"列出服务的全部接口和所需权限", "list every route of the server and the right it takes"},
                 .examples = {"mingji routes --format json"},
                 .run = list_routes});
}

}  // namespace app
