// SPDX-License-Identifier: Apache-2.0
#include "indicators/core/missing.h"

#include <algorithm>

namespace indicators {

namespace {

class Looking {
public:
    explicit Looking(const MissingInput& input) : input_{input} {}

    std::vector<Missing> find()
    {
        const base::ErrorArgs year{{"year", std::to_string(input_.forecast.year.year)}};
        if (input_.forecast.rows.empty()) found_.push_back({"targets_missing", {}, {}, year});
        if (input_.lacks_budget) found_.push_back({"budget_missing", {}, {}, year});
        of_rows("no_data", [](const ForecastRow& row) { return row.has_no_data; });
        of_rows("entry_missing", [](const ForecastRow& row) {
            return row.kind == CourseKind::entered && row.outlook.basis == OutlookBasis::target;
        });
        of_rows("evidence_missing", [&](const ForecastRow& row) {
            return row.kind == CourseKind::entered && row.outlook.basis == OutlookBasis::entered &&
                   !input_.with_evidence.contains(row.code);
        });
        of_rows("reason_missing", [](const ForecastRow& row) {
            return row.need.kind == NeedKind::lost && !row.has_reason && row.score.expected && row.weight &&
                   *row.score.expected < *row.weight;
        });
        of_rows("remark_missing", [](const ForecastRow& row) { return row.wants_remark; });
        registers();
        unpaid();
        execution();
        return std::move(found_);
    }

private:
    template <class Holds>
    void of_rows(const char* kind, const Holds& holds)
    {
        for (const ForecastRow& row : input_.forecast.rows)
            if (holds(row)) found_.push_back({kind, row.code, row.name, {{"name", row.name}, {"target", row.target}}});
    }

    void registers()
    {
        const base::Date on = input_.forecast.on;
        const base::Date month = base::Period::month(on.year(), on.month()).first;
        for (const RegisterState& state : input_.registers) {
            if (state.last_import && *state.last_import >= month) continue;
            found_.push_back({"ledger_not_imported",
                              {},
                              state.source,
                              {{"register", state.source},
                               {"since", state.last_import ? state.last_import->to_string() : "—"},
                               {"count", std::to_string(state.codes.size())}},
                              state.last_import});
        }
    }

    void unpaid()
    {
        for (const UnpaidMonths& service : input_.unpaid) {
            std::string months;
            for (const std::string& month : service.months) months += (months.empty() ? "" : "、") + month;
            found_.push_back(
                {"month_not_paid",
                 service.contract,
                 service.title,
                 {{"title", service.title}, {"months", months}, {"count", std::to_string(service.months.size())}}});
        }
    }

    void execution()
    {
        const Forecast& forecast = input_.forecast;
        const bool is_behind = forecast.execution_light &&
                               (*forecast.execution_light == Light::red || *forecast.execution_light == Light::yellow);
        if (!is_behind || !forecast.execution_rate) return;
        found_.push_back({"execution_behind",
                          {},
                          {},
                          {{"rate", forecast.execution_rate->percent(2).to_string() + "%"},
                           {"month", std::to_string(forecast.on.month())}}});
    }

    const MissingInput& input_;
    std::vector<Missing> found_;
};

}  // namespace

std::vector<Missing> missing(const MissingInput& input)
{
    return Looking{input}.find();
}

}  // namespace indicators
