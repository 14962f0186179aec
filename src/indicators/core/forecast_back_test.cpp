// SPDX-License-Identifier: Apache-2.0
#include "indicators/core/forecast_back_test.h"

#include <algorithm>

namespace indicators {

namespace {

using base::Decimal;
using base::Ratio;

template <class Number>
Number size_of(const Number& value, const Number& nothing)
{
    return value < nothing ? nothing - value : value;
}

Decimal size_of(Decimal value)
{
    return size_of(value, Decimal{0, 2});
}

std::optional<Decimal> difference(const std::optional<Decimal>& expected, const std::optional<Decimal>& actual)
{
    return expected && actual ? std::optional{*expected - *actual} : std::nullopt;
}

bool lies_in(const ScoreRange& range, const std::optional<Decimal>& actual)
{
    return actual && range.low && range.high && *range.low <= *actual && *actual <= *range.high;
}

// Mean of sizes, half-up to two decimals.
class Mean {
public:
    void add(const Ratio& size)
    {
        sum_ = sum_ + size;
        ++count_;
    }
    bool empty() const { return count_ == 0; }
    Ratio value() const { return sum_ / Ratio::whole(std::max<std::int64_t>(count_, 1)); }

private:
    Ratio sum_ = Ratio::whole(0);
    std::int64_t count_ = 0;
};

BackTestDay day_of(const Forecast& then, const Forecast& final)
{
    BackTestDay day{then.on, then.total, difference(then.total.expected, final.total.expected),
                    lies_in(then.total, final.total.expected), std::nullopt};
    if (then.budget && final.budget && final.budget->paid.fen() != 0)
        day.executed_error = Ratio::reduced(base::int128{then.budget->expected.fen()} - final.budget->paid.fen(),
                                            final.budget->paid.fen());
    return day;
}

const ForecastRow* row_of(const Forecast& forecast, const std::string& code)
{
    for (const ForecastRow& row : forecast.rows)
        if (row.code == code) return &row;
    return nullptr;
}

BackTestRow row_of(const std::vector<Forecast>& forecasts, const ForecastRow& final)
{
    BackTestRow row{final.code, final.name, final.unit, final.value, final.score.expected, {}, {}, Decimal{0, 2}};
    Mean values;
    Mean points;
    for (const Forecast& forecast : forecasts) {
        const ForecastRow* const then = row_of(forecast, final.code);
        if (!then) continue;
        BackTestPoint point{forecast.on, std::nullopt, difference(then->score.expected, final.score.expected), false};
        if (point.score_error) points.add(Ratio::of(size_of(*point.score_error)));
        if (then->outlook.range && final.value) {
            const Range& range = *then->outlook.range;
            point.expected = range.expected;
            point.in_range = range.low <= *final.value && *final.value <= range.high;
            if (*final.value > Ratio::whole(0))
                values.add(size_of((range.expected - *final.value) / *final.value, Ratio::whole(0)));
        }
        row.points.push_back(std::move(point));
    }
    if (!values.empty()) row.mean_error = values.value();
    row.mean_score_error = points.value().rounded(2);
    return row;
}

}  // namespace

BackTest back_test(const std::vector<Forecast>& forecasts, const Forecast& final)
{
    BackTest result{final.year, final.total.expected, {}, {}, {}, {}};
    Mean errors;
    for (const Forecast& forecast : forecasts) {
        result.days.push_back(day_of(forecast, final));
        const auto& error = result.days.back().error;
        if (!error) continue;
        const Decimal size = size_of(*error);
        errors.add(Ratio::of(size));
        result.worst_error = std::max(result.worst_error.value_or(size), size);
    }
    if (!errors.empty()) result.mean_error = errors.value().rounded(2);
    for (const ForecastRow& row : final.rows) result.rows.push_back(row_of(forecasts, row));
    return result;
}

}  // namespace indicators
