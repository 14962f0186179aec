// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/decimal.h"
#include "surveys/core/interval.h"
#include "surveys/core/survey.h"

namespace surveys {

// Below which of these a result is told with a warning, or words are withheld; rules/surveys/limits.csv.
struct Limits {
    std::int64_t least_answers = 0;
    std::int64_t least_response = 0;  // per cent
    std::int64_t least_for_texts = 0;
};

// How many said what of one rating.
struct Tally {
    std::int64_t satisfied = 0;
    std::int64_t mostly = 0;
    std::int64_t dissatisfied = 0;

    std::int64_t n() const { return satisfied + mostly + dissatisfied; }
    std::int64_t hits() const { return satisfied + mostly; }
    void add(Rating rating, std::int64_t count);
    void add(const Tally& other);
    std::optional<base::Decimal> share() const;  // per cent, half-up; none of no answers
    std::optional<Interval> interval() const { return wilson(hits(), n()); }
};

// Per cent, half-up; none where it is not known how many were asked, or nobody was.
std::optional<base::Decimal> response_rate(std::int64_t n, const std::optional<std::int64_t>& asked);

// One value that was given to one question, and how often.
struct ValueCount {
    std::string question = {};
    std::string value = {};
    std::int64_t count = 0;
};

struct RatingResult {
    Question question = {};
    Tally tally = {};
};
struct ChoiceResult {
    Question question = {};
    std::vector<std::int64_t> counts = {};  // of its options
};
struct TextAnswer {
    std::string question = {};  // its text
    std::string text = {};
};
enum class WarningKind { few_answers, low_response, all_of_few };
inline constexpr std::array warning_kinds{
    base::Named<WarningKind>{WarningKind::few_answers, "few_answers", "答卷少"},
    base::Named<WarningKind>{WarningKind::low_response, "low_response", "回收率低"},
    base::Named<WarningKind>{WarningKind::all_of_few, "all_of_few", "满意率100%但答卷少"}};
struct Warning {
    WarningKind kind = WarningKind::few_answers;
    std::int64_t least = 0;
};

struct Results {
    std::int64_t n = 0;
    std::optional<std::int64_t> asked = {};
    std::vector<RatingResult> ratings = {};
    std::vector<ChoiceResult> choices = {};
    std::optional<std::vector<TextAnswer>> texts = {};  // by question and text; none of few answers
    std::vector<Warning> warnings = {};                 // none of no answers
};
// `n` answers gave these values.
Results results_of(const Survey& survey, std::int64_t n, const std::vector<ValueCount>& values, const Limits& limits);

// The main question of one survey: what was said on each day.
struct Days {
    Survey survey = {};
    std::map<base::Date, Tally> tallies = {};
};
struct Line {
    std::string key = {};
    Tally tally = {};
    std::optional<std::int64_t> asked =
        {};  // known where it is known of every survey of the line, and all of each counts
};
struct Statistics {
    std::vector<Line> by_subject = {};
    std::vector<Line> by_month = {};
};
// Answers of the days `from` to `until`. A survey that nobody answered counts with those it asked where it lies within
// them.
Statistics statistics(const std::vector<Days>& surveys, base::Date from, base::Date until);

}  // namespace surveys
