// SPDX-License-Identifier: Apache-2.0
#include "indicators/year_watch.h"

#include "indicators/facts.h"
#include "indicators/store/entry_store.h"
#include "indicators/store/monitoring_file.h"
#include "indicators/store/shipped_rules.h"

namespace indicators {

struct YearWatch::Tables {
    Collections now;
    Collections before;
};

YearWatch::YearWatch(sql::Connection& db, const base::Clock& clock, base::OrgId org, base::FiscalYear year,
                     Sources sources, std::vector<std::string> planned_words)
    : db_{db},
      clock_{clock},
      org_{std::move(org)},
      year_{year},
      sources_{std::move(sources)},
      planned_words_{std::move(planned_words)},
      tables_{std::make_unique<Tables>(Tables{Collections{sources_.now}, Collections{sources_.before}})}
{
}

YearWatch::~YearWatch() = default;

// None where the measure cannot be read or its source not be asked.
CourseReader* YearWatch::reader_of(const IndicatorSetting& setting)
{
    const Fact fact = fact_for({setting, 1, {}}, year_);
    std::string key;
    for (const std::string* const part :
         {&setting.measure.source, &setting.measure.method, &setting.measure.field, &setting.measure.filter,
          &setting.measure.numerator, &setting.measure.period, &fact.unit})
        key += *part + "\n";
    const auto known = readers_.find(key);
    if (known != readers_.end()) return known->second.get();
    auto& reader = readers_[key];
    const auto measure = parse_measure(setting.measure);
    if (!measure) return nullptr;
    const auto& now = tables_->now.of(measure->text.source);
    if (!now) return nullptr;
    const auto& before = tables_->before.of(measure->text.source);
    const CourseReader::Tables tables{*now, before ? &*before : nullptr, planned_words_};
    reader = std::make_unique<CourseReader>(*measure, PrintedAs{fact.unit, fact.decimals}, tables, year_);
    return reader.get();
}

base::Result<ForecastBasis> YearWatch::on(base::Date day, base::Date known_until, std::optional<BudgetCourse> budget)
{
    const Indicators indicators{db_, clock_, {}};
    TRY_ASSIGN(const TargetsInForce in_force, indicators.in_force(org_, year_, day));
    const EntryStore entered{db_, clock_};
    ForecastBasis basis{year_, day, in_force.goals, in_force.indicators, {}, {}, {}, std::move(budget)};
    const bool is_over = day >= year_.last_day();
    basis.entries = is_over ? entered.entries(org_, year_) : entered.entries_until(org_, year_, day);
    basis.notes = entered.notes(org_, year_);
    for (const IndicatorInForce& indicator : basis.indicators) {
        const IndicatorSetting& setting = indicator.setting;
        if (setting.measure.empty()) {
            basis.courses.emplace_back();
            basis.courses.back().unit = fact_for(indicator, year_).unit;
            continue;
        }
        if (CourseReader* const reader = reader_of(setting)) {
            basis.courses.push_back(reader->at({year_, day, known_until}));
            continue;
        }
        Course unanswered;
        unanswered.kind = CourseKind::standing;
        unanswered.unit = fact_for(indicator, year_).unit;
        basis.courses.push_back(std::move(unanswered));
    }
    return basis;
}

std::vector<base::Date> month_ends(base::FiscalYear year)
{
    std::vector<base::Date> days;
    for (unsigned month = 1; month < 12; ++month) days.push_back(base::Period::month(year.year, month).last);
    return days;
}

base::Result<Monitoring> load_monitoring()
{
    return parse_monitoring(shipped_monitoring().front().text);
}

}  // namespace indicators
