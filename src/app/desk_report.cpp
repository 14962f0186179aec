// SPDX-License-Identifier: Apache-2.0
#include "app/desk_report.h"

#include <algorithm>
#include <map>

#include "budget/budget.h"
#include "ledgers/ledgers.h"

namespace app {

namespace {

constexpr std::string_view ledger_source = "台账:";

std::optional<base::Date> day_of(const std::optional<std::int64_t>& at_ms)
{
    constexpr std::int64_t hours_east = 8;  // the office's wall, as base::Clock::today()
    if (!at_ms) return std::nullopt;
    return base::Date::from_days((*at_ms / 1000 + hours_east * 3600) / 86'400);
}

std::vector<indicators::RegisterState> registers_of(const cli::Office& office, const indicators::ForecastBasis& basis)
{
    std::map<std::string, std::optional<std::int64_t>> imports;
    for (const ledgers::Summary& ledger : ledgers::Ledgers{office.db, office.clock}.list(office.actor))
        imports[std::string{ledger_source} + ledger.name] = ledger.last_import_ms;
    std::vector<indicators::RegisterState> states;
    for (const indicators::IndicatorInForce& indicator : basis.indicators) {
        const std::string& source = indicator.setting.measure.source;
        if (!source.starts_with(ledger_source)) continue;
        const auto same = [&](const indicators::RegisterState& state) { return state.source == source; };
        auto known = std::find_if(states.begin(), states.end(), same);
        if (known == states.end()) {
            const auto imported = imports.find(source);
            known = states.insert(states.end(),
                                  {source, day_of(imported == imports.end() ? std::nullopt : imported->second)});
        }
        known->codes.push_back(indicator.setting.code);
    }
    return states;
}

base::Result<std::vector<indicators::UnpaidMonths>> unpaid_of(const cli::Office& office, base::FiscalYear year,
                                                              base::Date on)
{
    std::vector<indicators::UnpaidMonths> unpaid;
    const budget::Budgets budgets{office.db, office.clock};
    const auto years = budgets.years(office.actor.org);
    if (!office.actor.may("budget.read") || std::find(years.begin(), years.end(), year) == years.end()) return unpaid;
    TRY_ASSIGN(const auto services, budgets.services(office.actor.org, year, on));
    for (const budget::ServiceCoverage& service : services) {
        indicators::UnpaidMonths months{service.contract.number, service.contract.title};
        for (const budget::Month& month : service.unpaid_due()) months.months.push_back(month.to_string());
        if (!months.months.empty()) unpaid.push_back(std::move(months));
    }
    return unpaid;
}

// A year that is over shows how well it was forecast, another one how well the one before was.
std::optional<indicators::BackTest> back_test_of(const cli::Office& office, Forecaster& forecaster,
                                                 base::FiscalYear year)
{
    if (forecaster.is_over()) {
        auto test = forecaster.back_test();
        return test ? std::optional{*std::move(test)} : std::nullopt;
    }
    const auto before = Forecaster::make(office, base::FiscalYear{year.year - 1}, forecaster.rules().id);
    if (!before || !(*before)->is_over()) return std::nullopt;
    auto test = (*before)->back_test();
    return test ? std::optional{*std::move(test)} : std::nullopt;
}

}  // namespace

base::Result<DeskReport> desk_report(const cli::Office& office, Forecaster& forecaster, base::FiscalYear year,
                                     base::Date on)
{
    TRY_ASSIGN(const indicators::ForecastBasis basis, forecaster.basis_or_empty(on));
    DeskReport report{indicators::forecast(forecaster.rules(), forecaster.monitoring(), basis), {}, {}};
    const indicators::Indicators indicators{office.db, office.clock, office.data};
    std::set<std::string> with_evidence;
    for (const indicators::Evidence& one : indicators.evidence(office.actor.org, year)) with_evidence.insert(one.code);
    const auto registers = registers_of(office, basis);
    TRY_ASSIGN(const auto unpaid, unpaid_of(office, year, on));
    const bool lacks_budget = office.actor.may("budget.read") && !report.forecast.budget;
    report.missing = indicators::missing({report.forecast, with_evidence, registers, unpaid, lacks_budget});
    report.back_test = back_test_of(office, forecaster, year);
    return report;
}

}  // namespace app
