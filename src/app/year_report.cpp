// SPDX-License-Identifier: Apache-2.0
#include "app/year_report.h"

#include "app/budget_facts.h"
#include "app/report_facts.h"
#include "app/report_indicators.h"
#include "app/sources.h"
#include "base/instant.h"
#include "identity/identity.h"
#include "indicators/signatures.h"
#include "reports/core/response.h"
#include "reports/reports.h"

namespace app {

namespace {

std::string percent(const std::optional<base::Ratio>& rate)
{
    return rate ? rate->percent(2).to_string() + "%" : std::string{};
}

reports::BudgetRow budget_row(const std::string& name, const std::string& prefix, const budget::Amounts& amounts)
{
    using budget::DocumentKind;
    reports::BudgetRow row;
    row.name = name;
    row.fact_prefix = prefix;
    row.initial = amounts.of(DocumentKind::initial) + amounts.of(DocumentKind::carry_over);
    row.changes = amounts.adjusted() - row.initial;
    row.adjusted = amounts.adjusted();
    row.executed = amounts.paid;
    row.rate = percent(amounts.rate());
    row.summary = true;
    return row;
}

void add_budget(reports::YearReport& report, const budget::Execution& execution, cli::Language language)
{
    for (const budget::LineExecution& line : execution.lines) {
        report.budget.push_back(budget_row(line.line.name, line_prefix(line.line.code), line.amounts));
        report.budget.back().summary = false;
    }
    report.budget.push_back(budget_row("基本支出小计", "budget.basic", execution.basic));
    report.budget.push_back(budget_row("项目支出小计", "budget.project", execution.project));
    report.budget.push_back(budget_row("合计", "budget.whole", execution.whole));
    for (const budget::MonthExecution& month : execution.months) {
        reports::MonthRow row{month.month.to_string(), month.whole(), month.paid_so_far, "", ""};
        if (const auto rate = budget::rate_of(month.paid_so_far, execution.whole.adjusted())) {
            row.rate_to_date = percent(rate);
            const budget::Light light = budget::light_of(*rate, month.month.last_day().month());
            row.light = cli::sentence(language, std::string{"app.light."} + std::string{budget::to_text(light)}, {});
        }
        report.months.push_back(std::move(row));
    }
}

void add_services(reports::YearReport& report, const budget::Execution& execution,
                  const std::vector<budget::ServiceCoverage>& services)
{
    for (const budget::ServiceCoverage& service : services) {
        const auto unpaid = service.unpaid_due();
        if (unpaid.empty()) continue;
        reports::UnpaidService shown;
        for (const budget::LineExecution& line : execution.lines)
            if (line.line.code == service.contract.line) shown.line = line.line.name;
        shown.contract = service.contract.title;
        shown.months_due = static_cast<int>(service.months.size());
        shown.months_paid = static_cast<int>(service.paid_months());
        for (const budget::Month& month : unpaid)
            shown.unpaid_months +=
                (shown.unpaid_months.empty() ? "" : "、") + std::to_string(month.first_day().month()) + "月";
        shown.fact = contract_fact(service.contract.number);
        report.unpaid.push_back(std::move(shown));
    }
}

// Tables show today's records and figures show the frozen ones: where they differ, no report is made.
base::Result<void> check_unchanged(reports::YearReport& report, const cli::Office& office, const indicators::Run& run,
                                   const indicators::FactSource& source, cli::Language language)
{
    const indicators::Indicators indicators{office.db, office.clock, office.data};
    TRY_ASSIGN(const indicators::Verification found, indicators.verify(office.actor.org, run.id, source));
    if (!found.changes.empty())
        return base::fail(base::ErrorKind::conflict, "app.report.records_changed",
                          {{"count", std::to_string(found.changes.size())},
                           {"first", found.changes.front().name},
                           {"run", run.id.text()},
                           {"year", std::to_string(run.year.year)}});
    for (const indicators::DamagedEvidence& damage : found.evidence)
        report.findings.push_back(finding_row("app.report.evidence_damaged", "error",
                                              {{"file", damage.evidence.file_name}}, {}, {}, language));
    return {};
}

}  // namespace

reports::FindingRow finding_row(const std::string& code, const std::string& severity, base::ErrorArgs args,
                                const std::vector<std::string>& places, const std::vector<std::string>& numbers,
                                cli::Language language)
{
    for (std::size_t i = 0; i < numbers.size(); ++i) args.emplace_back(std::to_string(i + 1), numbers[i]);
    reports::FindingRow row;
    row.severity = severity;
    row.severity_text = cli::sentence(language, "cli.severity." + severity, {});
    row.rule = code;
    row.message = cli::sentence(language, code, args);
    for (const std::string& place : places) row.places += (row.places.empty() ? "" : "；") + place;
    return row;
}

base::Result<reports::YearReport> year_report(const cli::Office& office, const indicators::Run& run,
                                              const std::string& date, cli::Language language, RecordLists lists)
{
    const base::OrgId& org = office.actor.org;
    const indicators::FactSource source = sources_of(office, run.year);
    const indicators::Indicators indicators{office.db, office.clock, office.data};
    const budget::Budgets budgets{office.db, office.clock};
    TRY_ASSIGN(const identity::Organisation organisation, (identity::Organisations{office.db, office.clock}.find(org)));
    TRY_ASSIGN(const budget::Execution execution, budgets.execution(org, run.year, run.as_of));
    TRY_ASSIGN(const auto services, budgets.services(org, run.year, run.as_of));
    TRY_ASSIGN(const auto budget_findings, budgets.findings(org, run.year, run.as_of));
    TRY_ASSIGN(const auto facts, indicators.facts(org, run));

    reports::YearReport report;
    report.organisation = organisation.name;
    report.region = organisation.region_name;
    report.year = run.year.year;
    report.date = date;
    report.rule_set = run.rule_set.title;
    report.rule_source = run.rule_set.id + "（规则文件SM3 " + run.rule_set.digest.substr(0, 16) + "）";
    report.run = run.digest.substr(0, 16);
    report.total = run.total;
    report.execution_score = run.execution_score;
    report.execution_weight = run.execution_weight.value_or(base::Decimal{0, 2});
    report.indicators_total = run.indicators_total;
    report.grade = run.grade.value_or("");
    add_budget(report, execution, language);
    add_services(report, execution, services);
    add_indicators(report, run, indicators, org, language);
    for (const budget::Finding& finding : budget_findings)
        report.findings.push_back(finding_row(finding.rule, std::string{budget::to_text(finding.severity)},
                                              finding.args, finding.places, finding.numbers, language));
    TRY(check_unchanged(report, office, run, source, language));
    if (lists == RecordLists::complete) {
        TRY(add_facts(report, run, facts, source));
    } else {
        add_figures(report, run, facts);
    }
    reports::add_response(report);
    const auto standing = indicators::Signatures{office.db, office.clock, office.data}.standing(org, run.id);
    if (standing.signature) {
        report.signed_by = standing.signature->account;
        report.signed_at = base::instant_text(standing.signature->at_ms).substr(0, 10);
    }
    report.narrative = reports::Narratives{office.db, office.clock}.read(org, run.year);
    return report;
}

}  // namespace app
