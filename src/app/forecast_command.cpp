// SPDX-License-Identifier: Apache-2.0
#include "app/commands.h"
#include "app/forecaster.h"
#include "indicators/cli/forecast_output.h"

namespace app {

namespace {

base::Result<base::Date> day_of(const cli::Input& input, base::FiscalYear year, const base::Clock& clock)
{
    if (input.has("--on")) return base::Date::parse(input.text("--on"));
    return std::min(clock.today(), year.last_day());
}

cli::Exit run(Desk& desk, const cli::Input& input, cli::Terminal& terminal)
{
    const auto year = year_of(input);
    if (!year) return refuse(terminal, year.error());
    const auto office = desk.open(input);
    if (!office) return refuse(terminal, office.error());
    const auto on = day_of(input, *year, office->clock);
    if (!on) return refuse(terminal, on.error());
    const auto forecaster = Forecaster::make(*office, *year, input.text_or("--rule-set", "hubei-2020"));
    if (!forecaster) return refuse(terminal, forecaster.error());
    if (input.has("--back-test")) {
        const auto test = (*forecaster)->back_test();
        if (!test) return refuse(terminal, test.error());
        indicators::print_back_test(*test, terminal);
        return cli::Exit::done;
    }
    const auto forecast = (*forecaster)->forecast(*on);
    if (!forecast) return refuse(terminal, forecast.error());
    indicators::print_forecast(*forecast, terminal);
    return cli::Exit::done;
}

}  // namespace

void add_forecast_command(cli::Program& program, Desk& desk)
{
    program.add(
        {.path = {"indicators", "forecast"},
         .summary = {"预测年末完成值和得分，列出满分还需要什么",
                     "expect the year's end, and what full marks still need"},
         .examples = {"mingji indicators forecast --year 2024 --on 2024-06-30",
                      "mingji indicators forecast --year 2024 --back-test"},
         .options = {{"--year", {"年度", "fiscal year"}, "YEAR", true},
                     {"--on", {"在哪一天预测（默认今天）", "the day it is made on (default: today)"}, "DATE"},
                     {"--rule-set", {"评分规则编号或文件（默认 hubei-2020）", "id or file of the rule set"}, "ID"},
                     {"--back-test",
                      {"用已结束的年度逐月回测，列出误差",
                       "forecast a finished year from each month's end, and show the errors"}}},
         .run = [&desk](const cli::Input& input, cli::Terminal& terminal) { return run(desk, input, terminal); }});
}

}  // namespace app
