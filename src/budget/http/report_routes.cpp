// SPDX-License-Identifier: Apache-2.0
// Execution, findings, and files: exports and templates.
#include <algorithm>

#include "budget/exports.h"
#include "budget/http/answers.h"
#include "budget/http/budget_routes.h"
#include "budget/http/payment_filter.h"

namespace budget {

namespace {

// as_of, or today within the year.
base::Date day_of(http::Query& query, const base::Clock& clock, base::FiscalYear year)
{
    const auto asked = query.date("as_of");
    return asked.value_or(std::clamp(clock.today(), year.first_day(), year.last_day()));
}

http::Response show_execution(http::Context& context)
{
    const auto year = year_of(context);
    if (!year) return http::problem(year.error());
    http::Query query{context.request};
    const base::Date as_of = day_of(query, context.clock, *year);
    if (auto problem = query.problem()) return *std::move(problem);
    const Budgets budgets = budgets_of(context);
    const auto executed = budgets.execution(context.actor.org, *year, as_of);
    if (!executed) return http::problem(executed.error());
    const auto services = budgets.services(context.actor.org, *year, as_of);
    if (!services) return http::problem(services.error());
    boost::json::object json = json_of(*executed);
    json["services"] = services_json(*services);
    json["light"] = nullptr;
    if (const auto rate = executed->whole.rate()) json["light"] = to_text(light_of(*rate, as_of.month()));
    return answer(200, json);
}

http::Response show_findings(http::Context& context)
{
    const auto year = year_of(context);
    if (!year) return http::problem(year.error());
    http::Query query{context.request};
    const base::Date as_of = day_of(query, context.clock, *year);
    if (auto problem = query.problem()) return *std::move(problem);
    const auto found = budgets_of(context).findings(context.actor.org, *year, as_of);
    if (!found) return http::problem(found.error());
    boost::json::array items;
    for (const Finding& finding : *found)
        items.push_back(json_of(finding, context.words({base::ErrorKind::invalid, finding.rule, finding.args})));
    return answer(200, {{"items", std::move(items)}, {"next", nullptr}, {"as_of", as_of.to_string()}});
}

const char* chinese_name(ExportKind kind)
{
    switch (kind) {
        case ExportKind::lines: return "预算项目";
        case ExportKind::documents: return "预算文件";
        case ExportKind::contracts: return "合同";
        case ExportKind::payments: break;
    }
    return "支付明细";
}

http::Response export_file(http::Context& context)
{
    using spreadsheet::TableFormat;
    const auto year = year_of(context);
    if (!year) return http::problem(year.error());
    http::Query query{context.request};
    const auto kind = query.word<ExportKind>("kind", {{"lines", ExportKind::lines},
                                                      {"documents", ExportKind::documents},
                                                      {"contracts", ExportKind::contracts},
                                                      {"payments", ExportKind::payments}});
    const auto format = query.word<TableFormat>("format", {{"xlsx", TableFormat::xlsx}, {"csv", TableFormat::csv}})
                            .value_or(TableFormat::xlsx);
    ExportOf what{context.actor.org, *year, kind.value_or(ExportKind::payments)};
    if (what.kind == ExportKind::payments) what.filter = payment_filter(query);
    if (auto problem = query.problem()) return *std::move(problem);
    const std::string end = format == TableFormat::xlsx ? ".xlsx" : ".csv";
    const auto file = http::temporary_file(context.data / "exports", end);
    const auto written = export_records(budgets_of(context), what, file->file, format);
    if (!written) return http::problem(written.error());
    return http::attachment(file, std::to_string(year->year) + "年" + chinese_name(what.kind) + end);
}

// {kind} is budget or payments; ?year= says for which year, this one by default.
http::Response template_file(http::Context& context)
{
    http::Query query{context.request};
    const auto asked = query.integer("year", 1'990, 2'199);
    if (auto problem = query.problem()) return *std::move(problem);
    const base::FiscalYear year{asked ? static_cast<int>(*asked) : context.clock.today().year()};
    const std::string& kind = context.part("kind");
    if (kind != "budget" && kind != "payments")
        return http::problem({base::ErrorKind::not_found, "app.template.unknown", {{"kind", kind}}});
    const auto file = http::temporary_file(context.data / "exports", ".xlsx");
    const bool is_budget = kind == "budget";
    const auto written = write_template(budgets_of(context), context.actor.org, year,
                                        is_budget ? ImportKind::budget : ImportKind::payments, file->file);
    if (!written) return http::problem(written.error());
    return http::attachment(file, is_budget ? "预算_模板.xlsx" : "支付_模板.xlsx");
}

}  // namespace

void add_report_routes(http::Router& router)
{
    const auto read = [&router](const char* path, const char* operation, http::Handler handle) {
        router.add({.path = path, .operation = operation, .permission = "budget.read", .handle = std::move(handle)});
    };
    read("/api/v1/budget/years/{year}/execution", "getExecution", show_execution);
    read("/api/v1/budget/years/{year}/findings", "listBudgetFindings", show_findings);
    read("/api/v1/budget/years/{year}/export", "exportBudget", export_file);
    read("/api/v1/budget/templates/{kind}", "getBudgetTemplate", template_file);
}

}  // namespace budget
