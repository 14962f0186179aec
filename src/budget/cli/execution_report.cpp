// SPDX-License-Identifier: Apache-2.0
#include "budget/cli/execution_report.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "budget/cli/record_output.h"
#include "cli/json.h"

namespace budget {

namespace {

namespace json = boost::json;

std::vector<std::string> table_row(const std::string& code, const std::string& name, const Amounts& amounts)
{
    return {code,
            name,
            shown(amounts.of(DocumentKind::initial)),
            shown(changes(amounts)),
            shown(amounts.adjusted()),
            shown(amounts.committed),
            shown(amounts.paid),
            shown(amounts.available()),
            percent(amounts.rate())};
}

void print_lines(const Execution& execution, cli::Terminal& terminal)
{
    std::vector<cli::TableColumn> columns{{terminal.say({"编码", "code"})}, {terminal.say({"项目", "line"})}};
    for (const cli::Text& title :
         {cli::Text{"年初", "initial"}, cli::Text{"年中增减", "changes"}, cli::Text{"调整后", "adjusted"},
          cli::Text{"已签未付", "committed"}, cli::Text{"已支付", "paid"}, cli::Text{"可用", "available"},
          cli::Text{"执行率", "rate"}})
        columns.push_back({terminal.say(title), cli::Side::right});
    std::vector<std::vector<std::string>> rows;
    for (const LineExecution& line : execution.lines)
        rows.push_back(table_row(line.line.code, line.line.name, line.amounts));
    rows.push_back(table_row("", terminal.say({"基本支出", "basic"}), execution.basic));
    rows.push_back(table_row("", terminal.say({"项目支出", "projects"}), execution.project));
    rows.push_back(table_row("", terminal.say({"合计", "whole"}), execution.whole));
    print_amounts(columns, rows, terminal);
}

void print_months(const Execution& execution, cli::Terminal& terminal)
{
    std::vector<std::vector<std::string>> rows;
    for (const MonthExecution& month : execution.months)
        rows.push_back({month.month.to_string(), shown(month.basic), shown(month.project), shown(month.paid_so_far),
                        percent(rate_of(month.paid_so_far, execution.whole.adjusted()))});
    terminal.out << '\n';
    print_amounts({{terminal.say({"月份", "month"})},
                   {terminal.say({"基本支出", "basic"}), cli::Side::right},
                   {terminal.say({"项目支出", "projects"}), cli::Side::right},
                   {terminal.say({"累计支付", "so far"}), cli::Side::right},
                   {terminal.say({"累计执行率", "rate"}), cli::Side::right}},
                  rows, terminal);
}

json::array findings_json(const std::vector<Finding>& findings, const cli::Terminal& terminal)
{
    json::array rows;
    for (const Finding& finding : findings)
        rows.push_back(json_of(finding, terminal.words(finding.rule, finding.args)));
    return rows;
}

void print_as_json(const ExecutionReport& report, cli::Terminal& terminal)
{
    json::object object = json_of(report.execution);
    object["services"] = services_json(report.services);
    object["findings"] = findings_json(report.findings, terminal);
    cli::print_json(terminal.out, object);
}

}  // namespace

void print(const ExecutionReport& report, cli::Terminal& terminal)
{
    if (terminal.format == cli::Format::json) return print_as_json(report, terminal);
    print_lines(report.execution, terminal);
    print_months(report.execution, terminal);
    if (!report.findings.empty()) terminal.out << '\n';
    for (const Finding& finding : report.findings)
        terminal.out << "- " << terminal.words(finding.rule, finding.args) << '\n';
}

}  // namespace budget
