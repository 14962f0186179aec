// SPDX-License-Identifier: Apache-2.0
#include "indicators/core/measured.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/quantity.h"
#include "indicators/core/asked.h"
#include "indicators/core/measure_columns.h"

namespace indicators {

namespace {

base::Error measure_error(std::string_view reason, base::ErrorArgs args = {})
{
    return {base::ErrorKind::invalid, "indicators.measure." + std::string{reason}, std::move(args)};
}

base::Result<std::vector<RowTest>> compile_all(const std::vector<Condition>& conditions, const base::Records& records)
{
    std::vector<RowTest> tests;
    for (const Condition& condition : conditions) {
        TRY_ASSIGN(RowTest test, RowTest::compile(condition, records));
        tests.push_back(std::move(test));
    }
    return tests;
}

bool all_hold(const std::vector<RowTest>& tests, const base::Record& record)
{
    return std::all_of(tests.begin(), tests.end(), [&](const RowTest& test) { return test.holds(record); });
}

base::Ratio whole(std::size_t count)
{
    return base::Ratio::whole(static_cast<std::int64_t>(count));
}

std::string joined(const std::vector<Condition>& conditions)
{
    std::string text;
    for (const Condition& condition : conditions) text += (text.empty() ? "" : " 且 ") + to_text(condition);
    return text;
}

// How many `to` one `from` is. A column without a unit holds what the measure says it holds, as long as that is not a
// multiple: bare numbers read as 万m² would be wrong by 10,000 without anybody seeing it.
std::optional<base::Ratio> factor_between(const std::string& from, const std::string& to)
{
    if (to.empty()) return base::Ratio::whole(1);
    if (const auto factor = base::conversion(from, to)) return factor;
    if (!from.empty()) return std::nullopt;
    for (const char* const basic : {"元", "m²", "米", "小时"}) {
        const auto times = base::conversion(to, basic);
        if (times && *times != base::Ratio::whole(1)) return std::nullopt;
    }
    return base::Ratio::whole(1);
}

// One measure over one table: which rows, then what of them.
class Measuring {
public:
    Measuring(const Measure& measure, const PrintedAs& printed, const base::Records& records,
              const base::Period& default_period)
        : measure_{measure}, printed_{printed}, records_{records}, period_{measure.period.value_or(default_period)}
    {
    }

    Measured run()
    {
        result_.unit = base::unit_named(printed_.unit);
        describe();
        const auto outcome = answer();
        if (!outcome) {
            result_.missing = outcome.error();
            result_.value.reset();
            result_.counted.clear();
            result_.compared.clear();
        }
        return std::move(result_);
    }

private:
    base::Result<bool> answer()
    {
        TRY(select());
        switch (measure_.method) {
            case MeasureMethod::count: result_.value = whole(rows_.size()); break;
            case MeasureMethod::distinct: return count_distinct();
            case MeasureMethod::share: return share();
            case MeasureMethod::within_limit: return within_limit();
            case MeasureMethod::sum:
            case MeasureMethod::average:
            case MeasureMethod::maximum: return aggregate();
        }
        result_.counted = rows_;
        return true;
    }

    // The rows of the period that meet the filter.
    base::Result<bool> select()
    {
        TRY_ASSIGN(filter_, compile_all(measure_.filter, records_));
        if (measure_.period && !records_.period_column)
            return tl::unexpected(measure_error("period_without_column", {{"source", records_.source}}));
        for (std::size_t i = 0; i < records_.rows.size(); ++i) {
            const base::Record& record = records_.rows[i];
            if (!all_hold(filter_, record)) continue;
            if (is_dated() && !in_period(record)) continue;
            rows_.push_back(i);
        }
        return true;
    }

    bool is_dated() const { return !measure_.all_time && records_.period_column.has_value(); }

    bool in_period(const base::Record& record)
    {
        const auto second = seconds_of(record.cells[*records_.period_column]);
        if (!second) {
            ++result_.undated;
            return false;
        }
        const std::int64_t first = period_.first.days_since_1970() * 86'400;
        const std::int64_t last = period_.last.days_since_1970() * 86'400 + 86'399;
        return first <= *second && *second <= last;
    }

    base::Result<bool> count_distinct()
    {
        const auto column = records_.column(measure_.text.field);
        if (!column) return tl::unexpected(unknown_column(measure_.text.field, records_));
        std::set<std::string> values;
        for (const std::size_t row : rows_) {
            const std::string text = base::to_string(records_.rows[row].cells[*column]);
            if (text.empty()) {
                ++result_.empty_cells;
                continue;
            }
            values.insert(text);
            result_.counted.push_back(row);
        }
        TRY(some_cell_is_filled());
        result_.value = whole(values.size());
        return true;
    }

    // Of the rows, or of the field's sum: what part meets the numerator's conditions.
    base::Result<bool> share()
    {
        TRY_ASSIGN(const auto tests, compile_all(measure_.numerator, records_));
        std::optional<FieldReader> reader;
        if (!measure_.text.field.empty()) {
            TRY_ASSIGN(reader, FieldReader::compile(measure_.text.field, records_));
        }
        base::int128 part = 0;
        base::int128 all = 0;
        for (const std::size_t row : rows_) {
            const auto ticks = reader ? reader->ticks(records_.rows[row]) : std::optional<base::int128>{1};
            if (!ticks) {
                ++result_.empty_cells;
                continue;
            }
            all = base::add_checked(all, *ticks);
            const bool counts = all_hold(tests, records_.rows[row]);
            (counts ? result_.counted : result_.compared).push_back(row);
            if (counts) part = base::add_checked(part, *ticks);
        }
        TRY(some_cell_is_filled());
        if (!reader) count_asked();
        return divide(reader ? reader->value(part) : base::Ratio::reduced(part, 1),
                      reader ? reader->value(all) : base::Ratio::reduced(all, 1));
    }

    void count_asked()
    {
        result_.asked = asked_for(records_, rows_, [&](const base::Asked& one) {
            const bool lies_within = period_.first <= one.from && one.until <= period_.last;
            return all_hold(filter_, one.alike) && (!is_dated() || lies_within);
        });
    }

    base::Result<bool> within_limit()
    {
        TRY_ASSIGN(const FieldReader reader, FieldReader::compile(measure_.text.field, records_));
        const auto factor = factor_between(measure_.limit->unit, reader.unit());
        if (!factor && !measure_.limit->unit.empty())
            return tl::unexpected(
                measure_error("unit_mismatch", {{"from", reader.unit()}, {"to", measure_.limit->unit}}));
        const base::Ratio limit = base::Ratio::of(measure_.limit->value) * factor.value_or(base::Ratio::whole(1));
        for (const std::size_t row : rows_) {
            const auto ticks = reader.ticks(records_.rows[row]);
            result_.empty_cells += ticks ? 0U : 1U;
            const bool counts = ticks && within(reader.value(*ticks), limit);
            (counts ? result_.counted : result_.compared).push_back(row);
        }
        return divide(whole(result_.counted.size()), whole(rows_.size()));
    }

    bool within(const base::Ratio& value, const base::Ratio& limit) const
    {
        const auto order = value <=> limit;
        switch (measure_.limit->op) {
            case ConditionOperator::at_most: return order <= 0;
            case ConditionOperator::less: return order < 0;
            case ConditionOperator::at_least: return order >= 0;
            case ConditionOperator::greater: return order > 0;
            default: return order == 0;
        }
    }

    base::Result<bool> divide(const base::Ratio& part, const base::Ratio& all)
    {
        result_.numerator = part;
        result_.denominator = all;
        if (all.numerator() == 0) return tl::unexpected(measure_error("no_denominator", {{"source", records_.source}}));
        return convert(part / all * base::Ratio::whole(100), "%");
    }

    // Sum, average or maximum of the field.
    base::Result<bool> aggregate()
    {
        TRY_ASSIGN(const FieldReader reader, FieldReader::compile(measure_.text.field, records_));
        base::int128 sum = 0;
        std::optional<base::int128> largest;
        for (const std::size_t row : rows_) {
            const auto ticks = reader.ticks(records_.rows[row]);
            if (!ticks) {
                ++result_.empty_cells;
                continue;
            }
            sum = base::add_checked(sum, *ticks);
            largest = largest ? std::max(*largest, *ticks) : *ticks;
            result_.counted.push_back(row);
        }
        TRY(some_cell_is_filled());
        if (measure_.method == MeasureMethod::sum) return convert(reader.value(sum), reader.unit());
        if (!largest) return tl::unexpected(measure_error("no_rows", {{"source", records_.source}}));
        if (measure_.method == MeasureMethod::maximum) {
            keep_only_largest(reader, *largest);
            return convert(reader.value(*largest), reader.unit());
        }
        result_.numerator = reader.value(sum);
        result_.denominator = whole(result_.counted.size());
        return convert(*result_.numerator / *result_.denominator, reader.unit());
    }

    // The records behind a maximum are those that reach it; the others were compared.
    void keep_only_largest(const FieldReader& reader, base::int128 largest)
    {
        std::vector<std::size_t> reaching;
        for (const std::size_t row : result_.counted)
            (reader.ticks(records_.rows[row]) == largest ? reaching : result_.compared).push_back(row);
        result_.counted = std::move(reaching);
    }

    base::Result<bool> some_cell_is_filled() const
    {
        if (!rows_.empty() && result_.empty_cells == rows_.size())
            return tl::unexpected(measure_error("all_cells_empty", {{"column", measure_.text.field}}));
        return true;
    }

    base::Result<bool> convert(const base::Ratio& value, const std::string& unit)
    {
        if (result_.unit.empty()) result_.unit = unit;
        const auto factor = factor_between(unit, result_.unit);
        if (!factor) return tl::unexpected(measure_error("unit_mismatch", {{"from", unit}, {"to", result_.unit}}));
        result_.value = value * *factor;
        return true;
    }

    void describe()
    {
        const std::string& field = measure_.text.field;
        const std::string of = field.empty() ? "记录数" : field + "合计";
        switch (measure_.method) {
            case MeasureMethod::count: result_.formula = "记录数"; break;
            case MeasureMethod::sum: result_.formula = field + "合计"; break;
            case MeasureMethod::average: result_.formula = field + "合计÷记录数"; break;
            case MeasureMethod::maximum: result_.formula = field + "最大值"; break;
            case MeasureMethod::distinct: result_.formula = field + "不同值个数"; break;
            case MeasureMethod::share:
                result_.formula = "（" + joined(measure_.numerator) + "）的" + of + "÷" + of + "×100%";
                break;
            case MeasureMethod::within_limit:
                result_.formula =
                    "（" + field + without_outer_blanks(measure_.text.numerator) + "）的记录数÷记录数×100%";
                break;
        }
        result_.formula += "；来源：" + measure_.text.source;
        if (!measure_.filter.empty()) result_.formula += "；筛选：" + joined(measure_.filter);
        result_.formula += "；期间：" + (measure_.all_time || !records_.period_column ? "全部" : period_.to_string());
    }

    const Measure& measure_;
    const PrintedAs& printed_;
    const base::Records& records_;
    base::Period period_;
    std::vector<RowTest> filter_;
    std::vector<std::size_t> rows_;
    Measured result_;
};

}  // namespace

Measured evaluate(const Measure& measure, const PrintedAs& printed, const base::Records& records,
                  const base::Period& default_period)
{
    return Measuring{measure, printed, records, default_period}.run();
}

std::string printed_value(const base::Ratio& value, const PrintedAs& printed)
{
    constexpr int usual_decimals = 2;
    const base::Decimal rounded = value.rounded(printed.decimals.value_or(usual_decimals));
    const base::Decimal shown = printed.decimals ? rounded : rounded.without_trailing_zeros();
    return shown.to_string() + base::unit_named(printed.unit);
}

}  // namespace indicators
