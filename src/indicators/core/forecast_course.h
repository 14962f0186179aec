// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/period.h"
#include "base/ratio.h"
#include "base/records.h"
#include "indicators/core/measured.h"

namespace indicators {

// How a value comes about in the course of a year, and so how the rest of the year changes it: 计数 and 求和 grow,
// 去重计数 grows until everybody was counted, 平均 占比 限内占比 move with what is added, 最大 never falls; a register
// that says how things stand (统计期间 全部, or no dates) has no course, and what a person enters is entered once.
enum class CourseKind { flow, distinct, mean, maximum, standing, entered };

// What a stretch of days brought. flow: the amount, and how many records it came from. mean: value × weight, and the
// weight (records, or the field's sum of a weighted share). maximum: the largest, with weight 1 where there was one.
struct Portion {
    base::Ratio amount = base::Ratio::whole(0);
    base::Ratio weight = base::Ratio::whole(0);
    int days = 0;
};

// The same stretch of the year before, up to the same day and after it.
struct LastYear {
    Portion until;
    Portion rest;
};

// What a measure answers up to a day, with what is known about the rest of its period. Amounts are in `unit`.
struct Course {
    CourseKind kind = CourseKind::entered;
    bool counts_records = false;  // flow: the amount is a number of records; mean: the weight is one
    std::string unit = {};
    std::optional<base::Ratio> value = {};  // none: no records yet, or no answer
    Portion so_far = {};
    std::vector<Portion> months = {};  // that are over, oldest first
    Portion planned = {};              // records that are dated ahead
    std::optional<LastYear> last_year = {};
    int days = 0;       // of the measure's period
    int remaining = 0;  // of them, after the day

    bool is_finished() const { return remaining == 0; }
};

// The day a forecast is made on, and the day from which on a date lies ahead of everybody: records dated between the
// two were not known on that day and are left out, records after both are planned.
struct ForecastDay {
    base::FiscalYear year;
    base::Date on;
    base::Date known_until;
};

// Asks a measure about one year, month by month, once for all days that are looked back from.
class CourseReader {
public:
    // `before` are the records of the year before, or null. A planned record meets a condition also where the cell is
    // empty or holds one of `planned_words`. The records must outlive the reader.
    struct Tables {
        const base::Records& now;
        const base::Records* before = nullptr;
        const std::vector<std::string>& planned_words;
    };
    CourseReader(const Measure& measure, const PrintedAs& printed, const Tables& tables, base::FiscalYear year);

    Course at(const ForecastDay& day);

private:
    bool has_course() const;
    Course standing(const ForecastDay& day) const;
    Portion portion(const base::Records& records, const base::Period& period) const;
    const Portion& month_of(const base::Records& records, const base::Period& month);
    Portion sum(const base::Records& records, const base::Period& stretch);
    Portion planned(const base::Period& ahead) const;
    void add(Portion& whole, const Portion& part) const;
    std::optional<base::Ratio> value_of(const Portion& whole) const;
    std::optional<LastYear> last_year(base::Date on);

    Measure measure_;
    PrintedAs printed_;
    Tables tables_;
    base::Period period_;
    CourseKind kind_;
    Measured whole_ = {};  // over the whole period: its unit, and what is wrong with the measure itself
    std::map<std::pair<const base::Records*, base::Date>, Portion> months_;
};

// The months that a stretch touches, cut to it.
std::vector<base::Period> months_of(const base::Period& stretch);

int days_in(const base::Period& stretch);  // 0 where it ends before it begins
// The same day a year earlier; 29 February is the 28th there.
base::Date year_before(base::Date day);

}  // namespace indicators
