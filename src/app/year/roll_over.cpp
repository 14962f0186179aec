// SPDX-License-Identifier: Apache-2.0
#include "app/year/roll_over.h"

#include "app/sources.h"
#include "budget/record_json.h"

namespace app {

namespace {

namespace json = boost::json;

// What a year that never was has none of.
bool is_absent(const base::Error& error)
{
    return error.code == "budget.year.unknown" || error.code == "indicators.targets.none";
}

json::array lines_json(const budget::BudgetRollOver& over)
{
    json::array lines;
    for (const budget::RolledLine& rolled : over.lines)
        lines.push_back(json::object{{"code", rolled.line.code},
                                     {"name", rolled.line.name},
                                     {"kind", to_text(rolled.line.kind)},
                                     {"state", rolled.is_there ? "there" : "comes"},
                                     {"last_adjusted", rolled.line.adjusted.to_string()},
                                     {"last_paid", rolled.line.paid.to_string()}});
    return lines;
}

json::array contracts_json(const budget::BudgetRollOver& over, const Words& words)
{
    json::array contracts;
    for (const budget::RolledContract& rolled : over.contracts)
        contracts.push_back(json::object{{"number", rolled.contract.number},
                                         {"title", rolled.contract.title},
                                         {"line", rolled.contract.line},
                                         {"amount", rolled.contract.amount.to_string()},
                                         {"state", rolled.is_there ? "there"
                                                   : rolled.stays  ? "stays"
                                                                   : "comes"},
                                         {"why", rolled.stays ? json::value(words(*rolled.stays)) : nullptr}});
    return contracts;
}

json::array indicators_json(const indicators::Indicators::RolledOver& over)
{
    json::array rows;
    for (const indicators::IndicatorSetting& setting : over.rolled.targets.indicators)
        rows.push_back(json::object{{"code", setting.code},
                                    {"name", setting.name},
                                    {"target", setting.target},
                                    {"unit", setting.unit},
                                    {"weight", setting.weight},
                                    {"state", over.stored ? "comes" : "there"}});
    return rows;
}

}  // namespace

base::Result<RollOver> roll_over(const cli::Office& office, base::FiscalYear from, base::FiscalYear to, bool dry_run,
                                 const std::set<std::string>& leave)
{
    RollOver over{from, to};
    sql::Transaction transaction{office.db};
    auto budget = budget::Budgets{office.db, office.clock}.roll_over(office.actor, from, to);
    if (!budget && !is_absent(budget.error())) return tl::unexpected(budget.error());
    auto promises =
        indicators::Indicators{office.db, office.clock, office.data}.roll_over(office.actor, from, to, leave);
    if (!promises && !is_absent(promises.error())) return tl::unexpected(promises.error());
    if (!budget && !promises) return tl::unexpected(budget.error());
    if (budget) over.budget = *std::move(budget);
    if (promises) {
        over.unanswerable = unanswerable(promises->rolled.targets, to, to.first_day(), sources_of(office, to));
        over.indicators = *std::move(promises);
    }
    if (dry_run) return over;  // the transaction takes everything back
    transaction.commit();
    over.is_stored = true;
    return over;
}

json::object to_json(const RollOver& over, const Words& words)
{
    json::array remarks;
    json::array unanswered;
    if (over.indicators)
        for (const indicators::RollOverRemark& remark : over.indicators->rolled.remarks)
            remarks.push_back(
                json::object{{"code", remark.code}, {"rule", remark.what.code}, {"message", words(remark.what)}});
    for (const indicators::Fact& fact : over.unanswerable)
        unanswered.push_back(json::object{{"code", fact.code}, {"name", fact.name}, {"message", words(*fact.missing)}});
    return {{"from", over.from.year},
            {"to", over.to.year},
            {"stored", over.is_stored},
            {"lines", over.budget ? lines_json(*over.budget) : json::array{}},
            {"contracts", over.budget ? contracts_json(*over.budget, words) : json::array{}},
            {"goals", over.indicators ? over.indicators->rolled.targets.goals.size() : 0},
            {"supports", over.indicators ? over.indicators->rolled.targets.supports.size() : 0},
            {"indicators", over.indicators ? indicators_json(*over.indicators) : json::array{}},
            {"remarks", std::move(remarks)},
            {"unanswerable", std::move(unanswered)}};
}

}  // namespace app
