// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/allocations/cli: what the commands of requests have in common.

#include <vector>

#include "allocations/requests.h"
#include "cli/program.h"

namespace allocations {

cli::Exit print_requests(const std::vector<Request>& requests, cli::Terminal& terminal);
// The request as it is now, or why not.
cli::Exit shown(const base::Result<Request>& request, cli::Terminal& terminal);

// --on, today if none.
base::Result<base::Date> day_typed(const cli::Input& input, const cli::Office& office);
base::Result<premises::Area> area_typed(const cli::Input& input, const char* option);

// Of several commands.
struct RequestOptions {
    cli::Argument number{"NUMBER", {"申请编号", "number of the request"}};
    cli::Option day{"--on", {"日期（默认今天）", "day, today if none"}, "DATE"};
    cli::Option reason{"--reason", {"理由", "why"}, "TEXT"};
    cli::Option office_area{"--office-area", {"办公室使用面积（平方米）", "offices in square metres"}, "AREA"};
    cli::Option service_area{
        "--service-area", {"服务用房使用面积（平方米）", "service rooms in square metres"}, "AREA"};
};

// Adds a command that works on the open office.
void add_request_command(cli::Program& program, const cli::OpenOffice& open, cli::Command command,
                         cli::Exit (*act)(cli::Office&, const cli::Input&, cli::Terminal&));

}  // namespace allocations
