// SPDX-License-Identifier: Apache-2.0
#include "budget/cli/execution_report.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "budget/cli/record_output.h"
#include "cli/json.h"

namespace budget {

namespace {

namespace json = boost::json;

base::Money changes(const Amounts& amounts)
{
    return amounts.adjusted() - amounts.of(DocumentKind::initial);
}

std::vector<std::string> table_row(const std::string& code, const std::string& name, const Amounts& amounts)
{
    return {code,
            name,
            amounts.of(DocumentKind::initial).to_string(),
            changes(amounts).to_string(),
            amounts.adjusted().to_string(),
            amounts.committed.to_string(),
            amounts.paid.to_string(),
            amounts.available().to_string(),
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
    cli::print_table(terminal.out, columns, rows);
}

void print_months(const Execution& execution, cli::Terminal& terminal)
{
    std::vector<std::vector<std::string>> rows;
    for (const MonthExecution& month : execution.months)
        rows.push_back({month.month.to_string(), month.basic.to_string(), month.project.to_string(),
                        month.paid_so_far.to_string(),
                        percent(rate_of(month.paid_so_far, execution.whole.adjusted()))});
    terminal.out << '\n';
    cli::print_table(terminal.out,
                     {{terminal.say({"月份", "month"})},
                      {terminal.say({"基本支出", "basic"}), cli::Side::right},
                      {terminal.say({"项目支出", "projects"}), cli::Side::right},
                      {terminal.say({"累计支付", "so far"}), cli::Side::right},
                      {terminal.say({"累计执行率", "rate"}), cli::Side::right}},
                     rows);
}

json::object json_of(const Amounts& amounts)
{
    return {{"initial", amounts.of(DocumentKind::initial).to_string()},
            {"changes", changes(amounts).to_string()},
            {"adjusted", amounts.adjusted().to_string()},
            {"committed", amounts.committed.to_string()},
            {"paid", amounts.paid.to_string()},
            {"available", amounts.available().to_string()},
            {"rate", rate_or_null(amounts.rate())}};
}

json::array lines_json(const Execution& execution)
{
    json::array lines;
    for (const LineExecution& line : execution.lines) {
        json::object row{{"code", line.line.code}, {"name", line.line.name}, {"kind", to_text(line.line.kind)}};
        for (const auto& [key, value] : json_of(line.amounts)) row[key] = value;
        lines.push_back(std::move(row));
    }
    return lines;
}

json::array services_json(const std::vector<ServiceCoverage>& services)
{
    json::array rows;
    for (const ServiceCoverage& service : services) {
        json::array unpaid;
        for (const Month month : service.unpaid_due()) unpaid.push_back(json::value(month.to_string()));
        rows.push_back(json::object{{"contract", service.contract.number},
                                    {"title", service.contract.title},
                                    {"line", service.contract.line},
                                    {"months", service.months.size()},
                                    {"paid_months", service.paid_months()},
                                    {"unpaid", std::move(unpaid)}});
    }
    return rows;
}

json::array findings_json(const std::vector<Finding>& findings, const cli::Terminal& terminal)
{
    json::array rows;
    for (const Finding& finding : findings)
        rows.push_back(json::object{{"rule", finding.rule},
                                    {"severity", to_text(finding.severity)},
                                    {"message", terminal.words(finding.rule, finding.args)},
                                    {"places", json::array(finding.places.begin(), finding.places.end())},
                                    {"numbers", json::array(finding.numbers.begin(), finding.numbers.end())}});
    return rows;
}

void print_as_json(const ExecutionReport& report, cli::Terminal& terminal)
{
    const Execution& execution = report.execution;
    json::array months;
    for (const MonthExecution& month : execution.months)
        months.push_back(json::object{{"month", month.month.to_string()},
                                      {"basic", month.basic.to_string()},
                                      {"project", month.project.to_string()},
                                      {"paid_so_far", month.paid_so_far.to_string()}});
    cli::print_json(terminal.out, json::object{{"as_of", execution.as_of.to_string()},
                                               {"lines", lines_json(execution)},
                                               {"basic", json_of(execution.basic)},
                                               {"project", json_of(execution.project)},
                                               {"whole", json_of(execution.whole)},
                                               {"months", std::move(months)},
                                               {"services", services_json(report.services)},
                                               {"findings", findings_json(report.findings, terminal)}});
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
