// SPDX-License-Identifier: Apache-2.0
#include "budget/core/finding.h"

#include <stdexcept>

namespace budget {

using base::Decimal;

namespace {

std::string joined(const std::vector<Month>& months)
{
    std::string text;
    for (const Month month : months) text += (text.empty() ? "" : "、") + month.to_string();
    return text;
}

void add_service(std::vector<Finding>& found, const std::vector<ServiceCoverage>& coverage)
{
    for (const ServiceCoverage& service : coverage) {
        const std::vector<Month> unpaid = service.unpaid_due();
        if (unpaid.empty()) continue;
        Finding finding{"budget.finding.service_months_unpaid", Severity::warning};
        const std::string paid = std::to_string(service.paid_months());
        const std::string total = std::to_string(service.months.size());
        finding.args = {{"contract", service.contract.number},
                        {"title", service.contract.title},
                        {"line", service.contract.line},
                        {"paid", paid},
                        {"total", total},
                        {"months", joined(unpaid)}};
        if (!service.contract.place.empty()) finding.places = {service.contract.place};
        finding.numbers = {paid, total};
        found.push_back(std::move(finding));
    }
}

// A reader who has only the printed figures takes basic expenditure as the whole less the projects, each rounded.
void add_rounding(std::vector<Finding>& found, const Execution& execution)
{
    const Decimal adjusted = execution.whole.adjusted().wan_yuan() - execution.project.adjusted().wan_yuan();
    const Decimal executed = execution.whole.paid.wan_yuan() - execution.project.paid.wan_yuan();
    const bool seems_overspent = executed > adjusted;
    if (!seems_overspent || execution.basic.paid > execution.basic.adjusted()) return;
    Finding finding{"budget.finding.rounding_only", Severity::note};
    finding.args = {{"adjusted", adjusted.to_string()},
                    {"executed", executed.to_string()},
                    {"adjusted_yuan", execution.basic.adjusted().to_string()},
                    {"executed_yuan", execution.basic.paid.to_string()}};
    finding.numbers = {adjusted.to_string(), executed.to_string()};
    found.push_back(std::move(finding));
}

void add_schedule(std::vector<Finding>& found, const Execution& execution)
{
    const auto rate = execution.whole.rate();
    if (!rate) {
        found.push_back({"budget.finding.no_budget", Severity::warning});
        return;
    }
    const Light light = light_of(*rate, execution.as_of.month());
    if (light == Light::green) return;
    const std::string percent = rate->percent(2).to_string();
    const base::ErrorArgs args{{"rate", percent}, {"month", std::to_string(execution.as_of.month())}};
    if (light == Light::red)
        found.push_back({"budget.finding.far_behind", Severity::error, args, {}, {percent}});
    else
        found.push_back({"budget.finding.behind", Severity::warning, args, {}, {percent}});
}

}  // namespace

std::string_view to_text(Severity severity)
{
    switch (severity) {
        case Severity::error: return "error";
        case Severity::warning: return "warning";
        case Severity::note: return "note";
    }
    throw std::logic_error("no such severity");
}

std::vector<Finding> findings(const Execution& execution, const std::vector<ServiceCoverage>& coverage,
                              const std::vector<Shortfall>& shortfalls)
{
    std::vector<Finding> found;
    add_service(found, coverage);
    add_rounding(found, execution);
    for (const Shortfall& shortfall : shortfalls)
        found.push_back({"budget.finding.paid_before_budget",
                         Severity::warning,
                         {{"line", shortfall.line},
                          {"date", shortfall.first_day.to_string()},
                          {"amount", shortfall.largest.to_string()}},
                         {},
                         {shortfall.largest.to_string()}});
    add_schedule(found, execution);
    return found;
}

}  // namespace budget
