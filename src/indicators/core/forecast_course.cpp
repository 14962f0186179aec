// SPDX-License-Identifier: Apache-2.0
#include "indicators/core/forecast_course.h"

#include <algorithm>

#include "indicators/core/measure_columns.h"

namespace indicators {

namespace {

using base::Date;
using base::Period;
using base::Ratio;
using base::Records;

CourseKind kind_of(MeasureMethod method)
{
    switch (method) {
        case MeasureMethod::count:
        case MeasureMethod::sum: return CourseKind::flow;
        case MeasureMethod::distinct: return CourseKind::distinct;
        case MeasureMethod::average:
        case MeasureMethod::share:
        case MeasureMethod::within_limit: return CourseKind::mean;
        case MeasureMethod::maximum: return CourseKind::maximum;
    }
    return CourseKind::standing;
}

Date day_after(Date day)
{
    return Date::from_days(day.days_since_1970() + 1);
}

std::optional<Date> day_of(const base::Record& record, std::size_t column)
{
    const auto second = seconds_of(record.cells[column]);
    return second ? std::optional{Date::from_days(*second / 86'400)} : std::nullopt;
}

Ratio whole(std::size_t count)
{
    return Ratio::whole(static_cast<std::int64_t>(count));
}

template <class Keeps>
Records only(const Records& records, const Keeps& keeps)
{
    Records kept{records.source, records.columns, {}, records.period_column};
    for (const base::Record& record : records.rows)
        if (keeps(day_of(record, *records.period_column))) kept.rows.push_back(record);
    return kept;
}

bool can_count_records(const Measure& measure)
{
    switch (measure.method) {
        case MeasureMethod::share: return measure.text.field.empty();
        case MeasureMethod::sum:
        case MeasureMethod::maximum: return false;
        default: return true;
    }
}

}  // namespace

std::vector<Period> months_of(const Period& stretch)
{
    std::vector<Period> months;
    for (Date first = stretch.first; first <= stretch.last;) {
        const Period month = Period::month(first.year(), first.month());
        months.push_back({first, std::min(month.last, stretch.last)});
        first = day_after(month.last);
    }
    return months;
}

int days_in(const Period& stretch)
{
    const std::int64_t days = stretch.last.days_since_1970() - stretch.first.days_since_1970() + 1;
    return static_cast<int>(std::max<std::int64_t>(days, 0));
}

Date year_before(Date day)
{
    const auto same = Date::of(day.year() - 1, day.month(), day.day());
    return same ? *same : Date::of(day.year() - 1, day.month(), day.day() - 1).value();
}

CourseReader::CourseReader(const Measure& measure, const PrintedAs& printed, const Tables& tables,
                           base::FiscalYear year)
    : measure_{measure},
      printed_{printed},
      tables_{tables},
      period_{measure.period.value_or(Period::of(year))},
      kind_{kind_of(measure.method)}
{
    measure_.period.reset();  // every stretch is asked for by itself
    if (has_course()) whole_ = evaluate(measure_, printed_, tables_.now, period_);
}

bool CourseReader::has_course() const
{
    return !measure_.all_time && tables_.now.period_column.has_value();
}

Portion CourseReader::portion(const Records& records, const Period& period) const
{
    const Measured answer = evaluate(measure_, printed_, records, period);
    Portion result{Ratio::whole(0), Ratio::whole(0), days_in(period)};
    if (!answer.value) return result;
    result.amount = *answer.value;
    result.weight = whole(answer.counted.size());
    if (kind_ == CourseKind::maximum) result.weight = Ratio::whole(1);
    if (kind_ != CourseKind::mean) return result;
    result.weight = *answer.denominator;
    result.amount = *answer.value * result.weight;
    return result;
}

const Portion& CourseReader::month_of(const Records& records, const Period& month)
{
    const auto key = std::pair{&records, month.first};
    const auto known = months_.find(key);
    return known != months_.end() ? known->second : months_.emplace(key, portion(records, month)).first->second;
}

void CourseReader::add(Portion& whole_portion, const Portion& part) const
{
    whole_portion.days += part.days;
    if (kind_ != CourseKind::maximum) {
        whole_portion.amount = whole_portion.amount + part.amount;
        whole_portion.weight = whole_portion.weight + part.weight;
        return;
    }
    if (part.weight == Ratio::whole(0)) return;
    const bool is_first = whole_portion.weight == Ratio::whole(0);
    whole_portion.amount = is_first ? part.amount : std::max(whole_portion.amount, part.amount);
    whole_portion.weight = Ratio::whole(1);
}

// Exact, so that the sum of the months is what the stretch as a whole answers.
Portion CourseReader::sum(const Records& records, const Period& stretch)
{
    if (kind_ == CourseKind::distinct) return portion(records, stretch);
    Portion result;
    for (const Period& part : months_of(stretch)) {
        const bool is_whole = part == Period::month(part.first.year(), part.first.month());
        add(result, is_whole ? month_of(records, part) : portion(records, part));
    }
    return result;
}

std::optional<Ratio> CourseReader::value_of(const Portion& all) const
{
    switch (kind_) {
        case CourseKind::mean:
            if (all.weight == Ratio::whole(0)) return std::nullopt;
            return all.amount / all.weight;
        case CourseKind::maximum: return all.weight == Ratio::whole(0) ? std::nullopt : std::optional{all.amount};
        default: return all.amount;
    }
}

// What is dated ahead cannot say yet that it happened: a condition on a text also holds where the cell is empty or says
// that it is planned.
Portion CourseReader::planned(const Period& ahead) const
{
    if (days_in(ahead) == 0) return {};
    Records future = only(tables_.now, [&](const auto& day) { return day && ahead.contains(*day); });
    if (future.rows.empty()) return {};
    const auto is_planned = [&](const std::string& text) {
        const auto& words = tables_.planned_words;
        return text.empty() || std::find(words.begin(), words.end(), text) != words.end();
    };
    for (const Condition& condition : measure_.filter) {
        const auto column = future.column(condition.column);
        const bool is_text = column && future.columns[*column].type == base::CellType::text;
        if (!is_text || condition.op != ConditionOperator::equal) continue;
        for (base::Record& record : future.rows)
            if (is_planned(base::to_string(record.cells[*column])))
                record.cells[*column] = condition.alternatives.front();
    }
    return portion(future, ahead);
}

std::optional<LastYear> CourseReader::last_year(Date on)
{
    if (!tables_.before || !tables_.before->period_column) return std::nullopt;
    const Period before{year_before(period_.first), year_before(period_.last)};
    const Date same_day = year_before(on);
    LastYear found;
    if (same_day >= before.first) found.until = sum(*tables_.before, {before.first, std::min(same_day, before.last)});
    if (same_day < before.last)
        found.rest = sum(*tables_.before, {std::max(before.first, day_after(same_day)), before.last});
    const bool has_records = found.until.weight > Ratio::whole(0) || found.rest.weight > Ratio::whole(0);
    return has_records ? std::optional{found} : std::nullopt;
}

// How things stood on a day: once the year is over, exactly what an evaluation would say.
Course CourseReader::standing(const ForecastDay& day) const
{
    const bool hides = tables_.now.period_column && day.on < day.year.last_day();
    const auto until = [&](const auto& dated) { return !dated || *dated <= day.on; };
    const Measured answer = hides ? evaluate(measure_, printed_, only(tables_.now, until), period_)
                                  : evaluate(measure_, printed_, tables_.now, period_);
    Course course;
    course.kind = CourseKind::standing;
    course.unit = answer.unit;
    course.value = answer.value;
    course.so_far.weight = whole(answer.counted.size());
    return course;
}

Course CourseReader::at(const ForecastDay& day)
{
    if (!has_course()) return standing(day);
    Course course;
    course.kind = kind_;
    course.counts_records = can_count_records(measure_);
    course.days = days_in(period_);
    course.remaining = days_in({std::max(period_.first, day_after(day.on)), period_.last});
    course.unit = whole_.unit;
    const Period until{period_.first, std::min(day.on, period_.last)};
    if (days_in(until) > 0) course.so_far = sum(tables_.now, until);
    // A count over a register that is kept is 0; a measure that cannot be answered has no value.
    const bool adds_up = kind_ == CourseKind::flow || kind_ == CourseKind::distinct;
    if (!adds_up || !whole_.missing) course.value = value_of(course.so_far);
    for (const Period& month : months_of(until))
        if (month.last == Period::month(month.last.year(), month.last.month()).last)
            course.months.push_back(month_of(tables_.now, month));
    course.planned = planned({day_after(std::max(day.on, day.known_until)), period_.last});
    course.last_year = last_year(day.on);
    return course;
}

}  // namespace indicators
